package dev.plumbline.rules.logging;

import dev.plumbline.analyzer.backend.Backend;
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
import dev.plumbline.rules.flow.LineBreaks;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An outsider's line breaks go into a log. Prose and examples: {@code LogInjection.md}. */
public final class LogInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "log-injection",
              "Data from outside in a log, line breaks included",
              Checklist.LOGGING,
              Cwe.of(117),
              Severity.LOW,
              Confidence.MEDIUM)
          .alsoServing(Checklist.SECURITY, Checklist.INPUT);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.LOG);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    List<Strand> strands =
        FlowFinding.outside(flow, each -> !each.source().weak() && LineBreaks.areIn(each));
    return FlowFinding.of(INFO, flow, strands, "with its line breaks").map(Finding.Builder::build);
  }

  /** Where every output encodes line breaks there is nothing to say of any call. */
  @Override
  public Optional<Finding> judge(Flow flow, Backend backend) {
    String module = flow.body().owner().file().file().module();
    return flow.weak() || backend.logLayouts().encodeLineBreaks(module)
        ? Optional.empty()
        : judge(flow);
  }

  /** One for a method: who mends the first call sees the others. */
  @Override
  public List<Finding> settle(List<Finding> findings) {
    return findings.stream()
        .min(Comparator.comparing(Finding::confidence).thenComparing(Finding.ORDER))
        .stream()
        .toList();
  }
}
