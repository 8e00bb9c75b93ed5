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

/** The name of an archive's entry becomes the path of a file. See {@code ZipSlip.md}. */
public final class ZipSlip implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "zip-slip",
              "Name of an archive's entry used as a path",
              Checklist.INPUT,
              Cwe.of(22),
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
    List<Strand> strands =
        FlowFinding.outside(flow, strand -> strand.source().kind() == SourceKind.ARCHIVE);
    return FlowFinding.of(INFO, flow, strands, "as a path, though it may lead out of the folder")
        .map(Finding.Builder::build);
  }

  /** Making the folders and writing the file is one mistake. */
  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
