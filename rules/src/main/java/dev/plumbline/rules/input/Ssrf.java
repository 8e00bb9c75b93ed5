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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An outsider chooses the server that is called. Prose and examples: {@code Ssrf.md}. */
public final class Ssrf implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "ssrf",
              "Outsiders choose the server of an outgoing request",
              Checklist.INPUT,
              Cwe.of(918),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  /** Types that take a bare host, so that a word before the part belongs to its name. */
  private static final Set<String> HOSTS =
      Set.of("Socket", "InetSocketAddress", "HttpHost", "ManagedChannelBuilder", "FTPClient");

  /** The path of a request begins with a slash, so it names no server. */
  private static final Pattern OWN_PATH =
      Pattern.compile(
          ".*\\b(getRequestURI|getPathInfo|getServletPath|ServerRequest\\.path"
              + "|ServerHttpRequest\\.getPath|RoutingContext\\.normali[sz]edPath)\\(.*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.URL);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    boolean host = HOSTS.contains(flow.target().receiver().simpleName());
    List<Strand> strands =
        FlowFinding.outside(flow, strand -> choosesServer(strand, host)).stream()
            .sorted(Comparator.comparing(strand -> !strand.exact()))
            .toList();
    return FlowFinding.of(INFO, flow, strands, "and chooses the server that is called")
        .map(finding -> finding.confidence(confidence(flow, strands.get(0))).build());
  }

  private static boolean choosesServer(Strand strand, boolean host) {
    UrlPart part = UrlPart.of(strand);
    // A proxy that cuts its prefix off (substring) may leave a whole URL.
    if (strand.exact() && OWN_PATH.matcher(strand.source().description()).matches()) {
      return false;
    }
    return part == UrlPart.START
        || part == UrlPart.AUTHORITY
        || host && (part == UrlPart.WORD || part == UrlPart.UNKNOWN);
  }

  private static Confidence confidence(Flow flow, Strand strand) {
    // What was made of the data by code that nobody knows may be something else.
    boolean sure = !flow.weak() && !strand.source().weak() && strand.exact();
    return sure ? Confidence.HIGH : Confidence.MEDIUM;
  }

  /** A URL that is opened and whose stream is then read is one request. */
  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
