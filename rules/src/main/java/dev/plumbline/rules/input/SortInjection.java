package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.rules.flow.FlowFinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider chooses what a query sorts or groups by, and the library puts it into the statement
 * as it is. Prose and examples: {@code SortInjection.md}.
 */
public final class SortInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "sort-injection",
              "Outsiders choose the column that a query sorts by",
              Checklist.INPUT,
              Cwe.of(89),
              Severity.HIGH,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY, Checklist.QUERIES);

  /** Hold the name against the properties of the entity, and throw for what is none of them. */
  private static final List<String> CHECKING =
      List.of("org.springframework.data.", "org.hibernate.criterion.");

  private static final String UNSAFE = "unsafe";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.SORT, SinkKind.JPQL);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    if (!isOne(flow)) {
      return Optional.empty();
    }
    List<Strand> strands = FlowFinding.outside(flow);
    if (strands.isEmpty()) {
      return Optional.empty();
    }
    Confidence stated = strands.get(0).exact() ? Confidence.HIGH : Confidence.MEDIUM;
    return FlowFinding.of(
            INFO,
            flow,
            strands,
            "as what the query sorts by: choose the column from a list of constants",
            stated)
        .map(Finding.Builder::build);
  }

  /** Whether what reaches the sink becomes what is sorted by, unchecked. */
  static boolean isOne(Flow flow) {
    String type = flow.target().receiver().name();
    if (flow.kind() == SinkKind.JPQL) {
      return flow.target().name().equals(UNSAFE);
    }
    return flow.kind() == SinkKind.SORT && CHECKING.stream().noneMatch(type::startsWith);
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
