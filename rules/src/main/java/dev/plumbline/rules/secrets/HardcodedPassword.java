package dev.plumbline.rules.secrets;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.CredentialName;
import dev.plumbline.analyzer.backend.CredentialUse;
import dev.plumbline.analyzer.backend.CredentialUse.Evidence;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.rule.BackendRule;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** A password is written in the code. Prose and examples: {@code HardcodedPassword.md}. */
public final class HardcodedPassword implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "hardcoded-password",
              "Password in the code",
              Checklist.SECRETS,
              Cwe.of(259, 798),
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
  public void review(Backend backend, Consumer<Finding> findings) {
    for (CredentialUse use : backend.credentials()) {
      CredentialName.Kind kind = use.credential().kind();
      boolean ours = kind == CredentialName.Kind.PASSWORD || kind == CredentialName.Kind.SECRET;
      if (ours
          && roles().contains(use.role())
          && isPassword(use)
          // A key of a known format is told by hardcoded-api-key, once.
          && !VendorFormats.isIn(use.value())) {
        findings.accept(finding(use));
      }
    }
  }

  private static boolean isPassword(CredentialUse use) {
    if (use.role() == SourceRole.TEST && !PasswordShape.isStrong(use.value())) {
      return false;
    }
    return use.evidence() == Evidence.ARGUMENT
        ? PasswordShape.isUsable(use.value())
        : PasswordShape.isPlausible(use.value(), use.name(), use.credential().sure());
  }

  private static Finding finding(CredentialUse use) {
    Finding.Builder finding =
        Finding.of(INFO, use.literal(), message(use))
            .severity(use.role() == SourceRole.TEST ? Severity.LOW : INFO.severity())
            .redact(use.literal());
    if (!use.use().equals(use.literal())) {
      finding.step(use.literal(), "the literal").step(use.use(), "used by " + use.name());
    }
    return finding.build();
  }

  private static String message(CredentialUse use) {
    String what = use.credential().kind().word();
    int length = use.value().length();
    return switch (use.evidence()) {
      case ARGUMENT ->
          String.format(
              "The %s given to %s is a literal of %d characters.", what, use.name(), length);
      case NAME -> String.format("%s is a literal %s of %d characters.", use.name(), what, length);
      case COMPARISON ->
          String.format(
              "%s is compared with a literal of %d characters, a %s that always works.",
              use.name(), length, what);
    };
  }
}
