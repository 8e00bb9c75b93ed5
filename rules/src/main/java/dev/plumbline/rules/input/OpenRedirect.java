package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.rules.flow.FlowFinding;
import dev.plumbline.rules.flow.UrlPart;
import dev.plumbline.rules.flow.ViewName;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An outsider chooses where a browser is sent. Prose and examples: {@code OpenRedirect.md}. */
public final class OpenRedirect implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "open-redirect",
              "Outsiders choose where a browser is redirected to",
              Checklist.INPUT,
              Cwe.of(601),
              Severity.HIGH,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  private static final Set<UrlPart> CHOOSING =
      EnumSet.of(UrlPart.START, UrlPart.AUTHORITY, UrlPart.SLASH);

  /** Answers with another status than 3xx take nobody anywhere. */
  private static final Pattern REDIRECTING =
      Pattern.compile("3\\d\\d|\\?|-|(?i).*(found|moved|redirect|see_other|multiple_choices).*");

  private static final Set<String> MENTIONING = Set.of("created", "accepted");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.REDIRECT);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    if (MENTIONING.contains(flow.target().name()) || hasOtherStatus(flow)) {
      return Optional.empty();
    }
    List<Strand> strands = FlowFinding.outside(flow, strand -> choosesServer(flow, strand));
    return FlowFinding.of(INFO, flow, strands, "and chooses where the browser goes")
        .map(finding -> finding.confidence(confidence(flow, strands.get(0))).build());
  }

  private static boolean hasOtherStatus(Flow flow) {
    Set<String> status = flow.settings().values().get("status");
    return status != null
        && !status.isEmpty()
        && status.stream().noneMatch(each -> REDIRECTING.matcher(each).matches());
  }

  private static boolean choosesServer(Flow flow, Strand strand) {
    // A link cannot make the browser of somebody else send a header.
    if (strand.source().kind() == SourceKind.WEB_HEADER) {
      return false;
    }
    if (!ViewName.isOne(flow)) {
      return CHOOSING.contains(UrlPart.of(strand));
    }
    return ViewName.behind(ViewName.REDIRECT, strand)
        .map(target -> CHOOSING.contains(UrlPart.of(target, true)))
        .orElse(false);
  }

  private static Confidence confidence(Flow flow, Strand strand) {
    // What was made of the data by code that nobody knows may be something else.
    boolean sure = !flow.weak() && !strand.source().weak() && strand.exact();
    return sure ? Confidence.HIGH : Confidence.MEDIUM;
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
