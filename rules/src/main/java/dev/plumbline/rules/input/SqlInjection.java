package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.rule.SyntaxFixer;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.rules.binding.QueryFixer;
import dev.plumbline.rules.flow.FlowFinding;
import dev.plumbline.rules.flow.SqlPlace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider's text becomes part of an SQL statement. Prose and examples: {@code SqlInjection.md}.
 */
public final class SqlInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "sql-injection",
              "Data from outside in the text of an SQL statement",
              Checklist.INPUT,
              Cwe.of(89),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  /** What comes through unchanged is the surest. */
  private static final Comparator<Strand> SURE = Comparator.comparing(strand -> !strand.exact());

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Optional<SyntaxFixer> fixer() {
    return Optional.of(new QueryFixer());
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.SQL);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    List<Strand> strands = FlowFinding.outside(flow).stream().sorted(SURE).toList();
    if (strands.isEmpty()) {
      return Optional.empty();
    }
    Strand first = strands.get(0);
    // What code that nobody knows made of the data may be something else.
    Confidence stated = first.exact() ? Confidence.HIGH : Confidence.MEDIUM;
    return FlowFinding.of(INFO, flow, strands, SqlPlace.of(first).in("SQL", first), stated)
        .map(Finding.Builder::build);
  }

  /** Text that is prepared, logged and then run is one mistake. */
  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
