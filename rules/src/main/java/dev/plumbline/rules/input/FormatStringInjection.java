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
import dev.plumbline.rules.flow.FlowFinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider's text becomes part of a format string. Prose and examples: {@code
 * FormatStringInjection.md}.
 */
public final class FormatStringInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "format-string-injection",
              "Data from outside in a format string",
              Checklist.INPUT,
              Cwe.of(134),
              Severity.MEDIUM,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  private static final String MESSAGE = "MessageFormat";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.FORMAT);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    // Its patterns cannot ask for much: a wrong one throws, and arguments can be shown.
    boolean message = flow.target().receiver().simpleName().equals(MESSAGE);
    return FlowFinding.of(
            INFO,
            flow,
            FlowFinding.outside(flow),
            "as a format string",
            message ? Confidence.LOW : INFO.confidence())
        .map(each -> each.severity(message ? Severity.LOW : INFO.severity()).build());
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
