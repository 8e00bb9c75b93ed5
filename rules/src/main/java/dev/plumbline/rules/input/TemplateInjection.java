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
import dev.plumbline.rules.flow.ViewName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider's text becomes part of a template or of its name. Prose and examples: {@code
 * TemplateInjection.md}.
 */
public final class TemplateInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "template-injection",
              "Data from outside in the source or the name of a template",
              Checklist.INPUT,
              Cwe.of(1336, 94),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  /** Take a name where templates are files, and the text itself where they are strings. */
  private static final Set<String> NAMED =
      Set.of("process", "processThrottled", "getTemplate", "processTemplate");

  /** Their templates call no code; they show what the model holds. */
  private static final Set<String> LOGIC_LESS = Set.of("Compiler", "Handlebars", "ST");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.TEMPLATE);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    // A template that only replaces names by values of a map.
    if (flow.weak()) {
      return Optional.empty();
    }
    if (ViewName.isOne(flow)) {
      return view(flow);
    }
    List<Strand> strands = FlowFinding.outside(flow);
    if (NAMED.contains(flow.target().name())) {
      return FlowFinding.of(INFO, flow, strands, "and chooses a template", Confidence.MEDIUM)
          .map(each -> each.severity(Severity.HIGH).build());
    }
    boolean logicLess = LOGIC_LESS.contains(flow.target().receiver().simpleName());
    return FlowFinding.of(
            INFO,
            flow,
            strands,
            "as the source of a template",
            logicLess ? Confidence.MEDIUM : INFO.confidence())
        .map(each -> each.severity(logicLess ? Severity.HIGH : INFO.severity()).build());
  }

  /** Some engines evaluate expressions in the name of a view, and all of them find files by it. */
  private static Optional<Finding> view(Flow flow) {
    List<Strand> strands =
        FlowFinding.outside(
            flow,
            strand ->
                ViewName.behind(ViewName.REDIRECT, strand).isEmpty()
                    && ViewName.behind(ViewName.FORWARD, strand).isEmpty());
    return FlowFinding.of(INFO, flow, strands, "as part of a view's name", Confidence.MEDIUM)
        .map(each -> each.severity(Severity.HIGH).build());
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
