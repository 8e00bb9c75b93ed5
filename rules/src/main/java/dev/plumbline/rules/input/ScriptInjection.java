package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.rules.flow.FlowFinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An outsider's text is compiled and run. Prose and examples: {@code ScriptInjection.md}. */
public final class ScriptInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "script-injection",
              "Data from outside run as a script",
              Checklist.INPUT,
              Cwe.of(94, 95),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  private static final String ALLOWED = "allowed-types";

  /** Its scripts see nothing of Java and of the machine, unless the builder was told to. */
  private static final String POLYGLOT = "org.graalvm.polyglot.";

  /** Builders have a handful of calls. */
  private static final int MAX_CALLS = 16;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.SCRIPT);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    Confidence confidence = INFO.confidence();
    if (flow.target().receiver().name().startsWith(POLYGLOT)) {
      Optional<Boolean> opened = isOpened(flow);
      if (opened.isPresent() && !opened.get()) {
        return Optional.empty();
      }
      confidence = opened.isPresent() ? confidence : Confidence.MEDIUM;
    } else if (flow.settings().isSet(ALLOWED)) {
      confidence = Confidence.LOW;
    }
    return FlowFinding.of(INFO, flow, FlowFinding.outside(flow), "as code that is run", confidence)
        .map(Finding.Builder::build);
  }

  /** What the calls say that the context was made by; empty where it is made elsewhere. */
  private static Optional<Boolean> isOpened(Flow flow) {
    CodeBody body = flow.body();
    int at = flow.site() instanceof Instruction.Call eval ? eval.receiver() : Body.NONE;
    for (int i = 0; i < MAX_CALLS && at != Body.NONE; i++) {
      List<Instruction> made = body.definitions(at);
      if (made.size() != 1) {
        return Optional.empty();
      }
      if (made.get(0) instanceof Instruction.Copy copy) {
        at = copy.source();
      } else if (!(made.get(0) instanceof Instruction.Call call)) {
        return Optional.empty();
      } else if (call.name().equals("create") || call.name().equals("newBuilder")) {
        return Optional.of(false);
      } else if (call.name().startsWith("allow") && !isFalse(body, call)) {
        return Optional.of(true);
      } else {
        at = call.receiver();
      }
    }
    return Optional.empty();
  }

  private static boolean isFalse(CodeBody body, Instruction.Call call) {
    return call.arguments().stream()
        .mapToObj(body::definitions)
        .flatMap(List::stream)
        .anyMatch(
            each ->
                each instanceof Instruction.Constant constant
                    && constant.literal().kind() == Literal.Kind.BOOLEAN
                    && Boolean.FALSE.equals(constant.literal().value()));
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
