package dev.plumbline.rules.input;

import dev.plumbline.analyzer.backend.Backend;
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
import dev.plumbline.rules.flow.ResponseType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An outsider's text is written into a page. Prose and examples: {@code Xss.md}. */
public final class Xss implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "xss",
              "Data from outside written into an HTML response",
              Checklist.INPUT,
              Cwe.of(79, 80, 81, 83),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  /** What one cannot make the browser of somebody else send. */
  private static final Set<SourceKind> OWN =
      EnumSet.of(SourceKind.WEB_HEADER, SourceKind.WEB_COOKIE);

  private static final Set<String> ERRORS = Set.of("sendError", "setStatus");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.HTML);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    List<Strand> strands =
        FlowFinding.outside(flow).stream()
            .sorted(Comparator.comparing(each -> OWN.contains(each.source().kind())))
            .toList();
    return FlowFinding.of(INFO, flow, strands, "as HTML")
        .map(finding -> finding.confidence(confidence(strands.get(0))).build());
  }

  @Override
  public Optional<Finding> judge(Flow flow, Backend backend) {
    ResponseType type = ResponseType.of(flow, backend);
    if (type == ResponseType.OTHER
        // Error pages of today's containers escape the message.
        || ERRORS.contains(flow.target().name())
        || isConverted(flow) && !ResponseType.isText(flow, backend.program())) {
      return Optional.empty();
    }
    return judge(flow);
  }

  /** Whether a framework makes the response of the value. */
  private static boolean isConverted(Flow flow) {
    return flow.argument() == Flow.RESULT || flow.weak();
  }

  private static Confidence confidence(Strand strand) {
    if (strand.source().weak()) {
      return Confidence.LOW;
    }
    // What was made of the data by code that nobody knows may be something else.
    boolean sure = strand.exact() && !OWN.contains(strand.source().kind());
    return sure ? Confidence.HIGH : Confidence.MEDIUM;
  }

  /** An entity that is made and then returned is written once. */
  @Override
  public List<Finding> settle(List<Finding> findings) {
    List<Finding> told = new ArrayList<>();
    for (Finding each : findings) {
      boolean again =
          each.message().contains(FlowFinding.RETURNED)
              && findings.stream().anyMatch(other -> other != each && isOfOneSource(each, other));
      if (!again) {
        told.add(each);
      }
    }
    return told;
  }

  private static boolean isOfOneSource(Finding one, Finding other) {
    return !other.message().contains(FlowFinding.RETURNED)
        && one.flow().get(0).equals(other.flow().get(0));
  }
}
