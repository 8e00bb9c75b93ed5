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

  /** What takes a path or a URL: behind a scheme and a host it is no path of a file. */
  private static final Set<String> URLS = Set.of("UrlResource", "FileUrlResource");

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
    // Names of archive entries have a rule of their own, whoever sent the archive.
    if (flow.strands().stream().anyMatch(s -> s.source().kind() == SourceKind.ARCHIVE)) {
      return Optional.empty();
    }
    boolean url = URLS.contains(flow.target().receiver().simpleName());
    List<Strand> strands =
        FlowFinding.outside(flow, strand -> !url || UrlPart.of(strand) == UrlPart.START);
    boolean sure = strands.stream().anyMatch(PathTraversal::leadsOut);
    return FlowFinding.of(
            INFO, flow, strands, "as a path", sure ? Confidence.HIGH : Confidence.MEDIUM)
        .map(Finding.Builder::build);
  }

  /** Whether it can hold {@code ../} and stands where that leads out of the folder. */
  private static boolean leadsOut(Strand strand) {
    SourceKind kind = strand.source().kind();
    String source = strand.source().description();
    // Servers refuse slashes in one segment of a path, so {@code {name}} holds none.
    boolean segment =
        kind == SourceKind.WEB_PATH
            && (source.startsWith("parameter ") || source.contains("athVariable"));
    // No folder has the name of what is before: the system looks for it before it goes up.
    boolean continued =
        !strand.before().isEmpty()
            && ".-_".indexOf(strand.before().charAt(strand.before().length() - 1)) >= 0;
    return !segment && !continued && kind != SourceKind.WEB_FILE;
  }

  /** Looking whether the file is there and reading it then is one mistake. */
  @Override
  public List<Finding> settle(List<Finding> findings) {
    return FlowFinding.onePerSource(findings);
  }
}
