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
import dev.plumbline.rules.flow.LineBreaks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An outsider's text goes into a header of a mail. Prose and examples: {@code
 * MailHeaderInjection.md}.
 */
public final class MailHeaderInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "mail-header-injection",
              "Data from outside in a header of a mail",
              Checklist.INPUT,
              Cwe.of(93, 88),
              Severity.MEDIUM,
              Confidence.MEDIUM)
          .alsoServing(Checklist.SECURITY);

  /** Addresses are parsed, and a line break is not part of one. */
  private static final Pattern ADDRESSES =
      Pattern.compile("(set|add)(To|Cc|Bcc|From|ReplyTo|Recipients?)");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.MAIL);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    if (ADDRESSES.matcher(flow.target().name()).matches()) {
      return Optional.empty();
    }
    List<Strand> strands = FlowFinding.outside(flow, LineBreaks::areIn);
    return FlowFinding.of(INFO, flow, strands, "as a header of a mail").map(Finding.Builder::build);
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
