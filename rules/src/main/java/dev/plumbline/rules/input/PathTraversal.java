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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An outsider's text becomes part of a file's path. Prose and examples: {@code PathTraversal.md}.
 */
public final class PathTraversal implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "path-traversal",
              "Data from outside in the path of a file",
              Checklist.INPUT,
              Cwe.of(22, 23, 36, 73),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.PATH);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    List<Strand> strands = FlowFinding.outside(flow, PathTraversal::leadsOut);
    return FlowFinding.of(INFO, flow, strands, "as a path").map(Finding.Builder::build);
  }

  private static boolean leadsOut(Strand strand) {
    // Names of archive entries have a rule of their own.
    return strand.source().kind() != SourceKind.ARCHIVE;
  }

  /** Looking whether the file is there and reading it then is one mistake. */
  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
