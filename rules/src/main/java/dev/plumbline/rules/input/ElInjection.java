package dev.plumbline.rules.input;

import dev.plumbline.analyzer.backend.Backend;
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
import dev.plumbline.rules.flow.ProcessWide;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An outsider's text is evaluated as an expression. Prose and examples: {@code ElInjection.md}. */
public final class ElInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "el-injection",
              "Data from outside in an expression (EL, OGNL, MVEL, JEXL)",
              Checklist.INPUT,
              Cwe.of(917, 94),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  private static final String TEMPLATE = "buildConstraintViolationWithTemplate";

  private static final String ALLOWED = "allowed-types";

  /** Has its restrictions in static fields, for all runners. */
  private static final String RUNNER = "ExpressRunner";

  private static final Set<String> RESTRICTING =
      Set.of(
          "setForbidInvokeSecurityRiskMethods",
          "setSandBoxMode",
          "setSandboxMode",
          "addSecureMethod");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.EL);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    return judge(flow, flow.settings().isSet(ALLOWED));
  }

  @Override
  public Optional<Finding> judge(Flow flow, Backend backend) {
    boolean restricted =
        flow.settings().isSet(ALLOWED)
            || flow.target().receiver().simpleName().equals(RUNNER)
                && ProcessWide.isCalled(backend.program(), RESTRICTING);
    return judge(flow, restricted);
  }

  private static Optional<Finding> judge(Flow flow, boolean restricted) {
    List<Strand> strands = FlowFinding.outside(flow);
    if (flow.target().name().equals(TEMPLATE)) {
      // Newer validators evaluate expressions in such templates only when they are told to.
      return FlowFinding.of(
              INFO, flow, strands, "as a message template with expressions", Confidence.MEDIUM)
          .map(each -> each.severity(Severity.HIGH).build());
    }
    return FlowFinding.of(
            INFO,
            flow,
            strands,
            "as an expression",
            restricted ? Confidence.LOW : INFO.confidence())
        .map(Finding.Builder::build);
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
