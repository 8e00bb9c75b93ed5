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
 * An outsider's text names a class, a method or a bean. Prose and examples: {@code
 * UnsafeReflection.md}.
 */
public final class UnsafeReflection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "unsafe-reflection",
              "Outsiders choose a class, method or bean by its name",
              Checklist.INPUT,
              Cwe.of(470),
              Severity.HIGH,
              Confidence.MEDIUM)
          .alsoServing(Checklist.SECURITY);

  private static final Set<String> METHODS =
      Set.of(
          "getMethod",
          "getDeclaredMethod",
          "findMethod",
          "findVirtual",
          "findStatic",
          "invoke",
          "invokeMethod",
          "invokeExactMethod",
          "invokeStaticMethod",
          "invokeExactStaticMethod");

  /** Looking up a field by its name is how names are checked, too. */
  private static final Set<String> FIELDS =
      Set.of("getField", "getDeclaredField", "findField", "readField", "readDeclaredField");

  private static final Set<String> WRITING_FIELDS = Set.of("writeField", "writeDeclaredField");

  /** Which of the workspace's own beans; the container makes them, not the name. */
  private static final String BEAN = "getBean";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.REFLECTION);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    String name = flow.target().name();
    if (FIELDS.contains(name)) {
      return Optional.empty();
    }
    if (flow.target().receiver().simpleName().equals("URLClassLoader")) {
      return FlowFinding.of(
              INFO,
              flow,
              FlowFinding.outside(flow),
              "and decides where code comes from",
              Confidence.HIGH)
          .map(each -> each.severity(Severity.CRITICAL).build());
    }
    if (name.equals(BEAN)) {
      return finding(
          flow, FlowFinding.outside(flow, Strand::isWhole), "as the name of a bean", true);
    }
    boolean member = METHODS.contains(name) || WRITING_FIELDS.contains(name);
    List<Strand> strands = FlowFinding.outside(flow);
    boolean narrowed = strands.stream().allMatch(each -> isNarrowed(each, member));
    String as =
        member
            ? METHODS.contains(name) ? "as the name of a method" : "as the name of a field"
            : "as the name of a class";
    return finding(flow, strands, as, narrowed);
  }

  /** Within a package of the program, or among methods of a kind. */
  private static boolean isNarrowed(Strand strand, boolean member) {
    return strand.first()
        && (member ? !strand.before().isEmpty() : strand.before().lastIndexOf('.') > 0);
  }

  private static Optional<Finding> finding(
      Flow flow, List<Strand> strands, String as, boolean narrowed) {
    return FlowFinding.of(INFO, flow, strands, as, narrowed ? Confidence.LOW : INFO.confidence())
        .map(each -> each.severity(narrowed ? Severity.LOW : INFO.severity()).build());
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
