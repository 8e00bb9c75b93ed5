package dev.plumbline.rules.input;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.rules.flow.CommandPart;
import dev.plumbline.rules.flow.FlowFinding;
import dev.plumbline.rules.flow.MadeAs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider's text becomes part of a command. Prose and examples: {@code CommandInjection.md}.
 */
public final class CommandInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "command-injection",
              "Data from outside in a command of the operating system",
              Checklist.INPUT,
              Cwe.of(78, 88),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  /** Take the text of a whole command and split it at blanks. */
  private static final Set<String> LINES =
      Set.of("exec", "execForStr", "execForLines", "parse", "commandSplit");

  /** Their text is read by the shell of another machine. */
  private static final Set<String> REMOTE = Set.of("setCommand", "execCommand", "JschUtil");

  private static final Map<CommandPart, String> AS =
      Map.of(
          CommandPart.CODE, "as text that a shell or interpreter runs",
          CommandPart.PROGRAM, "and decides which program is started",
          CommandPart.WORDS, "as words of a command",
          CommandPart.OPTION, "as an argument that can be an option");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.COMMAND);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    return judge(flow, List.of());
  }

  @Override
  public Optional<Finding> judge(Flow flow, Backend backend) {
    return judge(flow, given(flow, backend.program()));
  }

  /** The words before the argument, where each is an argument of its own. */
  private static List<String> given(Flow flow, Program program) {
    List<String> words = new ArrayList<>();
    List<Integer> registers = MadeAs.registers(flow.site());
    for (int i = 0; i < Math.min(flow.argument(), registers.size()); i++) {
      words.add(
          program.fixedValues().of(flow.body(), registers.get(i))
                  instanceof ConstantValue.Scalar text
              ? String.valueOf(text.value())
              : "");
    }
    return words;
  }

  private static Optional<Finding> judge(Flow flow, List<String> given) {
    String method = flow.target().name();
    if (method.startsWith("load")) {
      return finding(flow, FlowFinding.outside(flow), "as a library of native code", true);
    }
    if (isEnvironment(flow)) {
      String as =
          method.equals("start")
              ? "among the environment and the arguments of the process"
              : "in the environment of a process";
      return finding(flow, FlowFinding.outside(flow), as, false);
    }
    Map<Strand, CommandPart> parts = new HashMap<>();
    List<Strand> strands =
        FlowFinding.outside(
                flow,
                each -> parts.computeIfAbsent(each, s -> part(flow, s, given)) != CommandPart.VALUE)
            .stream()
            // Stable: of equals the order stays.
            .sorted(Comparator.comparing(parts::get))
            .toList();
    if (strands.isEmpty()) {
      return Optional.empty();
    }
    CommandPart worst = parts.get(strands.get(0));
    return finding(flow, strands, AS.get(worst), worst != CommandPart.OPTION);
  }

  private static CommandPart part(Flow flow, Strand strand, List<String> given) {
    String method = flow.target().name();
    if (REMOTE.contains(method) || REMOTE.contains(flow.target().receiver().simpleName())) {
      return CommandPart.CODE;
    }
    CommandPart part = CommandPart.of(strand, given, LINES.contains(method));
    // A list with constants in it too: where in it the data stand is not known.
    return part == CommandPart.PROGRAM && strand.isWhole() && !flow.constants().isEmpty()
        ? CommandPart.OPTION
        : part;
  }

  /** What is put into the environment is seen where the process starts, or handed over beside. */
  private static boolean isEnvironment(Flow flow) {
    return flow.target().name().equals("start")
        || flow.argument() == 1
            && (flow.target().receiver().is("java.lang.Runtime")
                || flow.target().name().equals("execute"));
  }

  private static Optional<Finding> finding(
      Flow flow, List<Strand> strands, String as, boolean sure) {
    return FlowFinding.of(INFO, flow, strands, as, sure ? INFO.confidence() : Confidence.MEDIUM)
        .map(each -> each.severity(sure ? INFO.severity() : Severity.HIGH).build());
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
