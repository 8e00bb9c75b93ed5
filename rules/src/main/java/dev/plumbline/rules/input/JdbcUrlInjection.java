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
 * An outsider's text becomes part of a JDBC URL. Prose and examples: {@code JdbcUrlInjection.md}.
 */
public final class JdbcUrlInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "jdbc-url-injection",
              "Data from outside in the URL of a database connection",
              Checklist.INPUT,
              Cwe.of(99, 502),
              Severity.HIGH,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  private static final String DRIVER = "jdbc:";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.JDBC_URL);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    List<Strand> strands = FlowFinding.outside(flow);
    boolean sure = strands.stream().anyMatch(JdbcUrlInjection::choosesServer);
    return FlowFinding.of(
            INFO,
            flow,
            strands,
            sure ? "and chooses the database that is connected to" : "as part of a database URL",
            sure ? INFO.confidence() : Confidence.MEDIUM)
        .map(Finding.Builder::build);
  }

  /** Driver or host; behind them stand the name and the driver's properties. */
  private static boolean choosesServer(Strand strand) {
    String before = strand.before();
    if (!strand.first() || !before.startsWith(DRIVER)) {
      return before.isEmpty() || before.endsWith("//") || before.endsWith("@");
    }
    UrlPart part = UrlPart.of(before.substring(DRIVER.length()), true);
    return part != UrlPart.PATH;
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
