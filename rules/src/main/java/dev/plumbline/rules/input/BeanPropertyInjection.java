package dev.plumbline.rules.input;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.rules.flow.FlowFinding;
import dev.plumbline.rules.flow.MadeAs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names from outside decide which properties of an object are set. Prose and examples: {@code
 * BeanPropertyInjection.md}.
 */
public final class BeanPropertyInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "bean-property-injection",
              "Outsiders choose which properties of an object are set",
              Checklist.INPUT,
              Cwe.of(915),
              Severity.HIGH,
              Confidence.MEDIUM)
          .alsoServing(Checklist.SECURITY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.BEAN);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    return Optional.empty();
  }

  @Override
  public Optional<Finding> judge(Flow flow, Backend backend) {
    // Objects of a class have the properties that the class has; only maps have any.
    if (flow.weak() && !isMap(flow, backend.program()) || flow.settings().isSet("allowed-types")) {
      return Optional.empty();
    }
    return FlowFinding.of(INFO, flow, FlowFinding.outside(flow), "and names properties to set")
        .map(each -> each.confidence(INFO.confidence()).build());
  }

  private static boolean isMap(Flow flow, Program program) {
    JavaType type = MadeAs.argument(flow, flow.argument(), program);
    return program.hierarchy().isSubtype(type, "java.util.Map");
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
