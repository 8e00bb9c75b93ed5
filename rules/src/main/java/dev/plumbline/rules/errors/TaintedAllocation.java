package dev.plumbline.rules.errors;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.Endpoint;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.rules.flow.FlowFinding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider's number decides how much is allocated or fetched. Prose and examples: {@code
 * TaintedAllocation.md}.
 */
public final class TaintedAllocation implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "tainted-allocation",
              "Number from outside decides how much is allocated or waited for",
              Checklist.ERRORS,
              Cwe.of(770, 789, 400),
              Severity.MEDIUM,
              Confidence.MEDIUM)
          .alsoServing(Checklist.INPUT);

  /** Constraints that cap a number, on the parameter of a handler. */
  private static final Set<String> BOUNDS = Set.of("Max", "Range", "DecimalMax", "Digits");

  private static final Set<String> WAITING = Set.of("sleep");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.NUMBER);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    return judge(flow, FlowFinding.outside(flow));
  }

  @Override
  public Optional<Finding> judge(Flow flow, Backend backend) {
    Set<Location> bounded = new HashSet<>();
    for (Endpoint endpoint : backend.endpoints().all()) {
      for (Parameter each : endpoint.handler().declaration().parameters()) {
        if (each.annotations().stream().anyMatch(use -> BOUNDS.contains(use.simpleName()))) {
          bounded.add(endpoint.handler().location(each.nameSpan()));
        }
      }
    }
    return judge(
        flow, FlowFinding.outside(flow, each -> !bounded.contains(each.source().location())));
  }

  private static Optional<Finding> judge(Flow flow, List<Strand> strands) {
    String as =
        WAITING.contains(flow.target().name())
            ? "and decides how long a thread waits"
            : "and decides how much is allocated";
    return FlowFinding.of(INFO, flow, strands, as).map(Finding.Builder::build);
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
