package dev.plumbline.rules.flow;

import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.library.SourceKind.Trust;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Source;
import dev.plumbline.analyzer.taint.Strand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a flow is told: at the sink, with the source in the message, the shortest path as its steps,
 * and the other sources beside it.
 */
public final class FlowFinding {

  /** Whom nobody knows: who sends a request, a message or an archive. */
  private static final Set<Trust> OUTSIDERS = EnumSet.of(Trust.REQUEST, Trust.MESSAGE);

  private FlowFinding() {}

  /** The strands that come from outsiders, those that count most first. */
  public static List<Strand> outside(Flow flow) {
    return outside(flow, strand -> true);
  }

  /** Those of them that {@code asked} holds for. */
  public static List<Strand> outside(Flow flow, Predicate<Strand> asked) {
    return strands(flow, OUTSIDERS, asked);
  }

  /** The strands whose source is trusted so far and no further, those that count most first. */
  public static List<Strand> strands(Flow flow, Set<Trust> trusts, Predicate<Strand> asked) {
    return flow.strands().stream()
        .filter(strand -> trusts.contains(strand.source().kind().trust()))
        .filter(asked)
        // Stable: of equals the shortest path stays first.
        .sorted(Comparator.comparing(strand -> strand.source().weak()))
        .toList();
  }

  /**
   * A finding on {@code strands}, or none when there are none.
   *
   * @param as what the data become there: {@code as a path}
   */
  public static Optional<Finding.Builder> of(
      RuleInfo rule, Flow flow, List<Strand> strands, String as) {
    if (strands.isEmpty()) {
      return Optional.empty();
    }
    Strand first = strands.get(0);
    Location place = flow.reportLocation();
    String told = reaches(flow) + " " + as;
    Finding.Builder finding =
        Finding.of(rule, place, first.source().description() + " " + told)
            .steps(first.path())
            .confidence(confidence(rule.confidence(), flow.weak(), first.source().weak()));
    if (!endsAt(first.path(), place)) {
      finding.step(place, told);
    }
    Set<Location> sources = new HashSet<>(Set.of(first.source().location()));
    for (Strand each : strands) {
      Source source = each.source();
      if (sources.add(source.location())) {
        finding.related(source.location(), source.description() + " reaches it too");
      }
    }
    return Optional.of(finding);
  }

  private static String reaches(Flow flow) {
    String target = flow.target().displayName();
    return flow.argument() == Flow.RESULT ? "is returned by " + target : "reaches " + target;
  }

  private static boolean endsAt(List<FlowStep> path, Location place) {
    return !path.isEmpty() && path.get(path.size() - 1).location().equals(place);
  }

  /** One step less sure for each weak end. */
  private static Confidence confidence(Confidence stated, boolean weakSink, boolean weakSource) {
    int level = stated.ordinal() + (weakSink ? 1 : 0) + (weakSource ? 1 : 0);
    Confidence[] levels = Confidence.values();
    return levels[Math.min(level, levels.length - 1)];
  }

  /**
   * One finding for each source, the surest, and of equals the first: what is done with one value
   * in one method is one mistake.
   */
  public static List<Finding> onePerSource(List<Finding> findings) {
    List<Finding> kept = new ArrayList<>();
    Set<Location> sources = new HashSet<>();
    findings.stream()
        .sorted(Comparator.comparing(Finding::confidence).thenComparing(Finding.ORDER))
        .filter(each -> sources.add(source(each)))
        .forEach(kept::add);
    kept.sort(Finding.ORDER);
    return kept;
  }

  private static Location source(Finding finding) {
    return finding.flow().isEmpty() ? finding.location() : finding.flow().get(0).location();
  }
}
