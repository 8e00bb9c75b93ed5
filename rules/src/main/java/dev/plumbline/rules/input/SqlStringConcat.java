package dev.plumbline.rules.input;

import dev.plumbline.analyzer.dataflow.TaintFlow;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.rule.SyntaxFixer;
import dev.plumbline.analyzer.rule.TaintRule;
import dev.plumbline.rules.binding.QueryFixer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQL text is put together with a part that is not proved harmless. See SqlStringConcat.md. */
public final class SqlStringConcat implements TaintRule {

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
  public Optional<Finding> judge(TaintFlow flow) {
    List<SqlPart> parts = SqlPart.openParts(flow);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    SqlPart worst = parts.get(0);
    String names =
        String.join(
            ", ", parts.stream().map(SqlPart::description).distinct().limit(NAMED_PARTS).toList());
    String language = flow.kind() == SinkKind.SQL ? "SQL" : "JPQL";
    Finding.Builder finding =
        Finding.of(
                INFO,
                flow.reportLocation(),
                "The "
                    + language
                    + " text of "
                    + flow.target().displayName()
                    + " is built with "
                    + names)
            .severity(worst.severity())
            // Where the part comes from is not known, or another rule would tell of it.
            .confidence(
                worst.confidence() == Confidence.HIGH ? Confidence.MEDIUM : worst.confidence())
            .step(worst.origin(), worst.description());
    worst
        .joined()
        .ifPresent(place -> finding.step(place, "becomes part of the " + language + " text"));
    finding.step(flow.reportLocation(), flow.target().displayName() + " executes the text");
    return Optional.of(finding.build());
  }
}
