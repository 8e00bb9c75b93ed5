package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind.Trust;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.rules.flow.FlowFinding;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was stored becomes part of a command. See {@code SecondOrderInjection.md}. */
public final class SecondOrderInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "second-order-injection",
              "Stored data become part of a query, command, path or page",
              Checklist.INPUT,
              Cwe.of(89, 78, 22, 79),
              Severity.MEDIUM,
              Confidence.LOW)
          .offByDefault();

  private static final Map<SinkKind, String> USES =
      Map.of(
          SinkKind.SQL, "as SQL text",
          SinkKind.JPQL, "as text of a query",
          SinkKind.COMMAND, "as a command",
          SinkKind.PATH, "as a path",
          SinkKind.LDAP, "as text of an LDAP query",
          SinkKind.XPATH, "as text of an XPath",
          SinkKind.SPEL, "as an expression",
          SinkKind.HTML, "as HTML");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return USES.keySet();
  }

  @Override
  public Set<Trust> trusts() {
    return EnumSet.of(Trust.STORED);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    // Rows that a handler hands out are JSON as a rule.
    if (flow.kind() == SinkKind.HTML && (flow.weak() || flow.argument() == Flow.RESULT)) {
      return Optional.empty();
    }
    List<Strand> strands = FlowFinding.strands(flow, trusts(), strand -> true);
    return FlowFinding.of(INFO, flow, strands, USES.get(flow.kind())).map(Finding.Builder::build);
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
