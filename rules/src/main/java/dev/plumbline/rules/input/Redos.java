package dev.plumbline.rules.input;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.regex.Backtracking;
import dev.plumbline.analyzer.regex.Backtracking.Attack;
import dev.plumbline.analyzer.regex.Backtracking.Test;
import dev.plumbline.analyzer.rule.BackendRule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A pattern for which a short text keeps the matcher busy for good. Prose and examples: {@code
 * Redos.md}.
 */
public final class Redos implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "redos",
              "Regular expression that a short text keeps busy for good",
              Checklist.INPUT,
              Cwe.of(1333),
              Severity.MEDIUM,
              Confidence.MEDIUM)
          .alsoServing(Checklist.ERRORS);

  /** Longer patterns are cut in messages. */
  private static final int SHOWN = 60;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    Map<PatternUse.Question, Optional<Attack>> known = new HashMap<>();
    PatternUses uses = new PatternUses(backend.program(), roles());
    for (PatternUse use : uses.all()) {
      known
          .computeIfAbsent(use.question(), Redos::attack)
          .ifPresent(attack -> findings.accept(finding(use, attack)));
    }
  }

  private static Optional<Attack> attack(PatternUse.Question question) {
    Optional<Attack> attack = attack(question, Test.PART);
    // A search stops at the first match; only who needs a match of the whole text goes on.
    return attack.isPresent() || !question.whole() ? attack : attack(question, Test.WHOLE);
  }

  private static Optional<Attack> attack(PatternUse.Question question, Test test) {
    return Backtracking.exponential(question.regex(), question.flags(), test).attack();
  }

  private static Finding finding(PatternUse use, Attack attack) {
    Location place = use.place();
    String regex = use.question().regex();
    String shown = regex.length() > SHOWN ? regex.substring(0, SHOWN) + "…" : regex;
    String text =
        visible(attack.prefix())
            + (attack.prefix().isEmpty() ? "" : ", ")
            + visible(attack.pump())
            + " again and again"
            + (attack.suffix().isEmpty() ? "" : ", then " + visible(attack.suffix()));
    return Finding.of(
            INFO,
            place,
            "Each further "
                + visible(attack.pump())
                + " multiplies the time that \""
                + shown
                + "\" takes in "
                + use.where()
                + ": try "
                + text)
        .build();
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                visible.append("\\n");
              } else if (c < 0x20 || c == 0x7F || c > 0xFFEF) {
                visible.append(String.format("\\x{%x}", c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return text.isEmpty() ? "" : "\"" + visible + "\"";
  }
}
