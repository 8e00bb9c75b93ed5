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
 * An outsider chooses what the server forwards to. Prose and examples: {@code UnsafeForward.md}.
 */
public final class UnsafeForward implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "unsafe-forward",
              "Outsiders choose what the server forwards to or includes",
              Checklist.INPUT,
              Cwe.of(552),
              Severity.HIGH,
              Confidence.MEDIUM)
          .alsoServing(Checklist.SECURITY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.FORWARD);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    List<Strand> strands = FlowFinding.outside(flow, strand -> choosesTarget(flow, strand));
    return FlowFinding.of(INFO, flow, strands, "and chooses what the server forwards to")
        .map(Finding.Builder::build);
  }

  private static boolean choosesTarget(Flow flow, Strand strand) {
    // A name without the prefix is looked up among the views, which is not for this rule.
    Optional<String> before =
        ViewName.isOne(flow)
            ? ViewName.behind(ViewName.FORWARD, strand)
            : Optional.of(strand.before());
    // A query string does not choose the page.
    return before.filter(text -> text.indexOf('?') < 0).isPresent();
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
