package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.rules.flow.FlowFinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider's text becomes part of a regular expression. Prose and examples: {@code
 * RegexInjection.md}.
 */
public final class RegexInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "regex-injection",
              "Data from outside in a regular expression",
              Checklist.INPUT,
              Cwe.of(1333, 730),
              Severity.MEDIUM,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  private static final String LITERAL = "LITERAL";

  /** They are matched by a database, which has limits of its own. */
  private static final Set<String> DATABASES =
      Set.of("com.mongodb.", "org.springframework.data.mongodb.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.REGEX);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    String type = flow.target().receiver().name();
    if (DATABASES.stream().anyMatch(type::startsWith) || isLiteral(flow)) {
      return Optional.empty();
    }
    return FlowFinding.of(INFO, flow, FlowFinding.outside(flow), "as a regular expression")
        .map(Finding.Builder::build);
  }

  /** {@code Pattern.compile(text, Pattern.LITERAL)}, also with other flags. */
  private static boolean isLiteral(Flow flow) {
    return flow.site() instanceof Instruction.Call call
        && call.arguments().size() == 2
        && isLiteral(flow.body(), call.arguments().get(1), 0);
  }

  private static boolean isLiteral(CodeBody body, int register, int depth) {
    for (Instruction each : depth > 4 ? List.<Instruction>of() : body.definitions(register)) {
      if (each instanceof Instruction.LoadName name
              && name.path().get(name.path().size() - 1).equals(LITERAL)
          || each instanceof Instruction.Copy copy && isLiteral(body, copy.source(), depth + 1)
          || each instanceof Instruction.Operation flags
              && flags.operands().stream().anyMatch(flag -> isLiteral(body, flag, depth + 1))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
