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

/** An outsider's text is run as a stylesheet. Prose and examples: {@code XsltInjection.md}. */
public final class XsltInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "xslt-injection",
              "Stylesheet that comes from outside",
              Checklist.INPUT,
              Cwe.of(91, 74),
              Severity.HIGH,
              Confidence.MEDIUM)
          .alsoServing(Checklist.SECURITY);

  private static final String SECURE =
      "feature:http://javax.xml.XMLConstants/feature/secure-processing";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.XSLT);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    List<Strand> strands = FlowFinding.outside(flow, XsltInjection::isText);
    // Then no methods of Java can be called; files can still be read, and the processor kept busy.
    boolean secure = flow.settings().isAlways(SECURE, "true");
    return FlowFinding.of(
            INFO, flow, strands, "as a stylesheet", secure ? Confidence.LOW : INFO.confidence())
        .map(Finding.Builder::build);
  }

  /** A file that is chosen from a folder is for path-traversal. */
  private static boolean isText(Strand strand) {
    return strand.before().isEmpty() || strand.before().contains("<");
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
