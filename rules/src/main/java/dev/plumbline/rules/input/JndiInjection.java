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
import java.util.regex.Pattern;

/** An outsider's text is looked up in JNDI or RMI. Prose and examples: {@code JndiInjection.md}. */
public final class JndiInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "jndi-injection",
              "Outsiders choose what is looked up in JNDI, RMI or JMX",
              Checklist.INPUT,
              Cwe.of(74),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  private static final String AUTHORITY = "://";

  /** The beginning of a URL that a naming service is found by. */
  private static final Pattern SCHEME =
      Pattern.compile("(?i)(ldaps?|rmi|dns|iiop|corbaname|service:jmx:.*):?");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.JNDI);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    return FlowFinding.of(
            INFO,
            flow,
            FlowFinding.outside(flow, JndiInjection::choosesServer),
            "as a name to look up")
        .map(Finding.Builder::build);
  }

  /** Behind {@code java:comp/env/} or a fixed server no other server can be named. */
  private static boolean choosesServer(Strand strand) {
    String before = strand.before();
    int host = before.lastIndexOf(AUTHORITY);
    if (host >= 0) {
      // Service URLs have a second one inside.
      return before.indexOf('/', host + AUTHORITY.length()) < 0;
    }
    return strand.first() && (before.isEmpty() || SCHEME.matcher(before).matches());
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
