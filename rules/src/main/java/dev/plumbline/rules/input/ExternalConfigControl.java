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
import dev.plumbline.rules.flow.FlowFinding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider's text sets up the system or a connection. Prose and examples: {@code
 * ExternalConfigControl.md}.
 */
public final class ExternalConfigControl implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "external-config-control",
              "Data from outside set the system or a connection up",
              Checklist.INPUT,
              Cwe.of(15),
              Severity.MEDIUM,
              Confidence.MEDIUM)
          .alsoServing(Checklist.SECURITY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.CONFIG);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    String name = flow.target().name();
    String as =
        switch (name) {
          case "setCatalog" -> "and chooses the catalog of the connection";
          case "setSchema" -> "and chooses the schema of the connection";
          default ->
              flow.argument() == 0
                  ? "and names a property of the system"
                  : "as a property of the system";
        };
    return FlowFinding.of(INFO, flow, FlowFinding.outside(flow), as).map(Finding.Builder::build);
  }

  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
