package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.rule.CompositionRule;
import dev.plumbline.analyzer.rule.SyntaxFixer;
import dev.plumbline.analyzer.taint.Composition;
import dev.plumbline.rules.binding.QueryFixer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQL text is put together with a part that is not proved harmless. See SqlStringConcat.md. */
public final class SqlStringConcat implements CompositionRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "sql-string-concat",
              "SQL text is built from parts that are not constant",
              Checklist.INPUT,
              Cwe.of(89, 564),
              Severity.HIGH,
              Confidence.MEDIUM)
          .alsoServing(Checklist.SECURITY);

  /** A message names that many parts; more do not help to find the place. */
  private static final int NAMED_PARTS = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Optional<SyntaxFixer> fixer() {
    return Optional.of(new QueryFixer());
  }

  /** Who knows that the part comes from outside says more. */
  @Override
  public Set<String> yieldsTo() {
    return Set.of("sql-injection", "jpql-injection");
  }

  @Override
  public Set<SinkKind> sinks() {
    return EnumSet.of(SinkKind.SQL, SinkKind.JPQL);
  }

  @Override
  public Optional<Finding> judge(Composition composition) {
    List<SqlPart> parts = SqlPart.of(composition);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    SqlPart worst = parts.get(0);
    String names =
        String.join(
            ", ",
            parts.stream()
                .map(part -> part.part().description())
                .distinct()
                .limit(NAMED_PARTS)
                .toList());
    String language = composition.kind() == SinkKind.SQL ? "SQL" : "JPQL";
    Finding.Builder finding =
        Finding.of(
                INFO,
                composition.reportLocation(),
                "The "
                    + language
                    + " text of "
                    + composition.target().displayName()
                    + " is built with "
                    + names)
            .severity(worst.severity())
            // Where the part comes from is not known, or another rule would tell of it.
            .confidence(Confidence.MEDIUM);
    worst.part().path().forEach(step -> finding.step(step.location(), step.message()));
    finding.step(
        composition.reportLocation(), composition.target().displayName() + " executes the text");
    return Optional.of(finding.build());
  }
}
