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

/** An outsider's text becomes part of an XPath. Prose and examples: {@code XpathInjection.md}. */
public final class XpathInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "xpath-injection",
              "Data from outside in the text of an XPath or XQuery",
              Checklist.INPUT,
              Cwe.of(643, 652),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.XPATH);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    return FlowFinding.of(INFO, flow, FlowFinding.outside(flow), "as text of an XPath")
        .map(Finding.Builder::build);
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
