package dev.plumbline.rules.secrets;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.CredentialName;
import dev.plumbline.analyzer.backend.CredentialUse;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.rule.BackendRule;
import dev.plumbline.analyzer.rule.TextRule;
import dev.plumbline.analyzer.source.LineIndex;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.source.SourceText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A key or token stands in the repository. Prose and examples: {@code HardcodedApiKey.md}.
 *
 * <p>Two contracts: a vendor's format is known in any text, comments and docs included; a key
 * without a format is known by the name that it is assigned to, which in Java is the model's
 * business.
 */
public final class HardcodedApiKey implements TextRule, BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "hardcoded-api-key",
              "API key or token in the repository",
              Checklist.SECRETS,
              Cwe.of(798, 312),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SourceRole> roles() {
    return EnumSet.of(SourceRole.MAIN, SourceRole.TEST);
  }

  @Override
  public Set<SourceKind> kinds() {
    return EnumSet.allOf(SourceKind.class);
  }

  @Override
  public void inspect(SourceText text, Consumer<Finding> findings) {
    byte[] bytes = Keywords.bytes(text.text());
    List<SecretFormat.Match> matches = VendorFormats.find(text.text(), bytes);
    List<ConfigSecrets.Assignment> assignments = new ArrayList<>(0);
    if (ConfigSecrets.reads(text.file())) {
      ConfigSecrets.find(text.text(), bytes, assignments::add);
    }
    if (matches.isEmpty() && assignments.isEmpty()) {
      return;
    }
    LineIndex lines = text.lines();
    for (SecretFormat.Match match : matches) {
      if (speaksOf(match.format(), text)) {
        findings.accept(finding(match, text, lines));
      }
    }
    assignments.forEach(each -> report(each, matches, text, lines, findings));
  }

  /** Web tokens in tests and in prose are there to be looked at. */
  private static boolean speaksOf(SecretFormat format, SourceText text) {
    return !format.equals(VendorFormats.WEB_TOKEN)
        || text.file().role() == SourceRole.MAIN
            && text.file().kind() != SourceKind.MARKDOWN
            && text.file().kind() != SourceKind.TEMPLATE;
  }

  private static Finding finding(SecretFormat.Match match, SourceText text, LineIndex lines) {
    String secret = text.text().substring(match.start(), match.end());
    String message =
        String.format(
            "%s %s… (%d characters) stands in the repository.",
            capital(match.format().what()),
            secret.startsWith("-----") ? "block" : secret.substring(0, 4),
            secret.length());
    Location place = place(text, lines, match.start(), match.end());
    return finding(place, message, match.format().severity(), text.file().role());
  }

  private static void report(
      ConfigSecrets.Assignment assignment,
      List<SecretFormat.Match> matches,
      SourceText text,
      LineIndex lines,
      Consumer<Finding> findings) {
    boolean known =
        matches.stream()
            .anyMatch(m -> m.start() < assignment.end() && assignment.start() < m.end());
    if (!known) {
      int length = assignment.end() - assignment.start();
      findings.accept(
          finding(
              place(text, lines, assignment.start(), assignment.end()),
              generic(assignment.name(), assignment.credential().kind(), length),
              Severity.HIGH,
              text.file().role()));
    }
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    for (CredentialUse use : backend.credentials()) {
      CredentialName.Kind kind = use.credential().kind();
      boolean ours = kind == CredentialName.Kind.KEY || kind == CredentialName.Kind.TOKEN;
      if (ours
          && roles().contains(use.role())
          && use.credential().sure()
          && isKey(use)
          && !VendorFormats.isIn(use.value())) {
        findings.accept(
            finding(
                use.literal(),
                generic(use.name(), kind, use.value().length()),
                Severity.HIGH,
                use.role()));
      }
    }
  }

  /** What a vendor's own method takes as a key need not look like one. */
  private static boolean isKey(CredentialUse use) {
    return SecretShape.isKey(use.value())
        || use.evidence() == CredentialUse.Evidence.ARGUMENT
            && use.role() == SourceRole.MAIN
            && PasswordShape.isUsable(use.value())
            && !Placeholders.isFiller(use.value());
  }

  private static String generic(String name, CredentialName.Kind kind, int length) {
    return String.format("%s is a literal %s of %d characters.", name, kind.word(), length);
  }

  private static Finding finding(
      Location place, String message, Severity severity, SourceRole role) {
    return Finding.of(INFO, place, message)
        .severity(role == SourceRole.TEST ? Severity.LOW : severity)
        .redact(place)
        .build();
  }

  private static Location place(SourceText text, LineIndex lines, int start, int end) {
    return new Location(
        text.file().path(),
        new Span(
            lines.lineOf(start), lines.columnOf(start), lines.lineOf(end), lines.columnOf(end)));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
