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
 * An outsider's text becomes part of an LDAP filter or of a distinguished name. Prose and examples:
 * {@code LdapInjection.md}.
 */
public final class LdapInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "ldap-injection",
              "Data from outside in an LDAP filter or name",
              Checklist.INPUT,
              Cwe.of(90),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  /** Take the text of a filter first; for all others that is the name where the search begins. */
  private static final Set<String> FILTER_FIRST = Set.of("filter", "create", "setFilter");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.LDAP, SinkKind.JNDI);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    boolean name = flow.kind() == SinkKind.JNDI;
    List<Strand> strands = FlowFinding.outside(flow, strand -> !name || isPartOfName(strand));
    String as =
        name || isName(flow) ? "as part of a distinguished name" : "as text of an LDAP filter";
    return FlowFinding.of(INFO, flow, strands, as).map(Finding.Builder::build);
  }

  /** A name that is looked up is one of LDAP where it has the form of one. */
  private static boolean isPartOfName(Strand strand) {
    return UrlPart.of(strand) != UrlPart.START && strand.before().endsWith("=");
  }

  private static boolean isName(Flow flow) {
    return flow.argument() == 0
        && !FILTER_FIRST.contains(flow.target().name())
        && !flow.target().receiver().simpleName().equals("HardcodedFilter");
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
