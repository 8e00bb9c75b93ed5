package dev.plumbline.rules.input;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.rules.flow.FlowFinding;
import dev.plumbline.rules.flow.LineBreaks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An outsider's text goes into a header of the response. Prose and examples: {@code
 * HttpResponseSplitting.md}.
 */
public final class HttpResponseSplitting implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "http-response-splitting",
              "Data from outside in a header or cookie of the response",
              Checklist.INPUT,
              Cwe.of(113, 93),
              Severity.MEDIUM,
              Confidence.MEDIUM)
          .alsoServing(Checklist.SECURITY);

  private static final Pattern FRAMEWORK =
      Pattern.compile("(org\\.springframework|io\\.micronaut|io\\.vertx|io\\.javalin)\\.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.HEADER);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    List<Strand> strands = FlowFinding.outside(flow, LineBreaks::areIn);
    return FlowFinding.of(INFO, flow, strands, "as a header of the response")
        .map(
            finding ->
                // Frameworks of today bring a server of today along, and that refuses line breaks.
                FRAMEWORK.matcher(flow.target().receiver().name()).lookingAt()
                    ? finding.confidence(Confidence.LOW)
                    : finding)
        .map(Finding.Builder::build);
  }

  @Override
  public Optional<Finding> judge(Flow flow, Backend backend) {
    // Who chooses where the browser goes has a rule of its own.
    return flow.weak() || isLocation(flow, backend) ? Optional.empty() : judge(flow);
  }

  private static boolean isLocation(Flow flow, Backend backend) {
    return flow.argument() == 1
        && flow.site() instanceof Instruction.Call call
        && backend.program().fixedValues().of(flow.body(), call.arguments().get(0))
            instanceof ConstantValue.Scalar name
        && String.valueOf(name.value()).equalsIgnoreCase("Location");
  }

  /** A cookie that is made and then added is sent once. */
  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
