package dev.plumbline.rules.input;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.rules.flow.FlowFinding;
import dev.plumbline.rules.flow.MadeAs;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider's text is evaluated as a Spring expression. Prose and examples: {@code
 * SpelInjection.md}.
 */
public final class SpelInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "spel-injection",
              "Data from outside in a Spring expression",
              Checklist.INPUT,
              Cwe.of(917, 94),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  private static final Set<String> EVALUATING = Set.of("getValue", "setValue", "getValueType");

  /** Without types, constructors, beans and, mostly, methods. */
  private static final Set<String> RESTRICTED = Set.of("SimpleEvaluationContext");

  /** Variables and copies of an expression between its parsing and its evaluation. */
  private static final int MAX_STEPS = 6;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.SPEL);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    return finding(flow);
  }

  @Override
  public Optional<Finding> judge(Flow flow, Backend backend) {
    return isRestricted(flow, backend.program()) ? Optional.empty() : finding(flow);
  }

  private static Optional<Finding> finding(Flow flow) {
    return FlowFinding.of(INFO, flow, FlowFinding.outside(flow), "as a Spring expression")
        .map(Finding.Builder::build);
  }

  /** Whether the expression is evaluated in the same body, and only in restricted contexts. */
  private static boolean isRestricted(Flow flow, Program program) {
    if (!(flow.site() instanceof Instruction.Call parse)) {
      return false;
    }
    boolean evaluated = false;
    for (Block block : flow.body().body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && EVALUATING.contains(call.name())
            && comesFrom(flow.body(), call.receiver(), parse.target(), 0)) {
          evaluated = true;
          if (!hasRestrictedContext(flow.body(), call, program)) {
            return false;
          }
        }
      }
    }
    return evaluated;
  }

  private static boolean comesFrom(CodeBody body, int register, int origin, int steps) {
    if (register == origin) {
      return true;
    }
    return register != Body.NONE
        && steps < MAX_STEPS
        && body.definitions(register).stream()
            .anyMatch(
                each ->
                    each instanceof Instruction.Copy copy
                            && comesFrom(body, copy.source(), origin, steps + 1)
                        || each instanceof Instruction.Cast cast
                            && comesFrom(body, cast.source(), origin, steps + 1));
  }

  private static boolean hasRestrictedContext(
      CodeBody body, Instruction.Call call, Program program) {
    return call.arguments().stream()
        .anyMatch(each -> RESTRICTED.contains(MadeAs.of(body, each, program).simpleName()));
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
