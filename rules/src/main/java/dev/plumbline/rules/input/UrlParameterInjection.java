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
import dev.plumbline.rules.flow.UrlPart;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider's text goes into the path or query of a URL as it is. Prose and examples: {@code
 * UrlParameterInjection.md}.
 */
public final class UrlParameterInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
          "url-parameter-injection",
          "Data from outside in the path or query of an outgoing URL, not encoded",
          Checklist.INPUT,
          Cwe.of(74, 235),
          Severity.LOW,
          Confidence.MEDIUM);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.URL_PARAMETER);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    List<Strand> strands = FlowFinding.outside(flow, strand -> isBehindServer(flow, strand));
    return FlowFinding.of(INFO, flow, strands, "in the path or query of the URL, not encoded")
        .map(Finding.Builder::build);
  }

  private static boolean isBehindServer(Flow flow, Strand strand) {
    UrlPart part = UrlPart.of(strand);
    // What a builder is told is judged where the URL is called.
    boolean builds = flow.target().receiver().simpleName().endsWith("ComponentsBuilder");
    return !builds && (part == UrlPart.PATH || part == UrlPart.SLASH);
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
