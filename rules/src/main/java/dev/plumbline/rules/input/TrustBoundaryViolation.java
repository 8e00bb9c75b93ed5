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
import dev.plumbline.rules.flow.FlowFinding;
import java.util.Optional;
import java.util.Set;

/**
 * What an outsider sent is kept where the program's own data are. Prose and examples: {@code
 * TrustBoundaryViolation.md}.
 */
public final class TrustBoundaryViolation implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "trust-boundary-violation",
              "Data from outside kept in the session without a check",
              Checklist.INPUT,
              Cwe.of(501),
              Severity.LOW,
              Confidence.MEDIUM)
          .alsoServing(Checklist.SECURITY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.TRUST);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    boolean name =
        flow.argument() == 0 && flow.target().receiver().simpleName().contains("Session");
    return FlowFinding.of(
            INFO,
            flow,
            FlowFinding.outside(flow),
            name ? "as the name of an attribute" : "and is kept there unchecked")
        .map(Finding.Builder::build);
  }
}
