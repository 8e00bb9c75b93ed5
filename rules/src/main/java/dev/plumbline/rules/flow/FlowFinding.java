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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a flow is told: at the sink, with the source in the message, the shortest path as its steps,
 * and the other sources beside it.
 */
public final class FlowFinding {

  /** Whom nobody knows: who sends a request, a message or an archive. */
  private static final Set<Trust> OUTSIDERS = EnumSet.of(Trust.REQUEST, Trust.MESSAGE);

  /** Stands in the message where a handler returns the data. */
  public static final String RETURNED = " is returned by ";

  private FlowFinding() {}

  /**
   * The strands that come from outsiders, and from whom else users distrust, those that count most
   * first.
   */
  public static List<Strand> outside(Flow flow) {
    return outside(flow, strand -> true);
  }

  /** Those of them that {@code asked} holds for. */
  public static List<Strand> outside(Flow flow, Predicate<Strand> asked) {
    return strands(flow, EnumSet.allOf(Trust.class), asked);
  }

  /** The strands whose source is trusted so far and no further, those that count most first. */
  public static List<Strand> strands(Flow flow, Set<Trust> trusts, Predicate<Strand> asked) {
    return flow.strands().stream()
        .filter(strand -> trusts.contains(strand.source().kind().trust()))
        .filter(asked)
        // Stable: of equals the shortest path stays first.
        .sorted(Comparator.comparing(strand -> isWeak(strand.source())))
        .toList();
  }

  /**
   * A finding on {@code strands}, or none when there are none.
   *
   * @param as what the data become there: {@code as a path}
   */
  public static Optional<Finding.Builder> of(
      RuleInfo rule, Flow flow, List<Strand> strands, String as) {
    return of(rule, flow, strands, as, rule.confidence());
  }

  /**
   * The same where a flow is less sure than the rule's findings are as a rule.
   *
   * @param stated before the weakness of sink and source is taken off
   */
  public static Optional<Finding.Builder> of(
      RuleInfo rule, Flow flow, List<Strand> strands, String as, Confidence stated) {
    if (strands.isEmpty()) {
      return Optional.empty();
    }
    Strand first = strands.get(0);
    Location place = flow.reportLocation();
    String told = reaches(flow) + " " + as;
    Finding.Builder finding =
        Finding.of(rule, place, first.source().description() + told)
            .steps(first.path())
            .confidence(confidence(stated, flow.weak(), isWeak(first.source())));
    if (!endsAt(first.path(), place)) {
      finding.step(place, told.strip());
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
    String target =
        flow.target().name().equals("<init>")
            ? "new " + flow.target().receiver().simpleName()
            : flow.target().displayName();
    return (flow.argument() == Flow.RESULT ? RETURNED : " reaches ") + target;
  }

  /** Whether it takes more than a request to put something harmful there. */
  private static boolean isWeak(Source source) {
    return source.weak() || !OUTSIDERS.contains(source.kind().trust());
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
   * in one method is one mistake. The others stand beside it.
   */
  public static List<Finding> onePerSource(List<Finding> findings) {
    return onePer(FlowFinding::source, findings);
  }

  /** One finding for each key, the surest, and of equals the first. The others stand beside it. */
  public static List<Finding> onePer(Function<Finding, ?> key, List<Finding> findings) {
    Map<Object, List<Finding>> byKey = new LinkedHashMap<>();
    findings.stream()
        .sorted(Comparator.comparing(Finding::confidence).thenComparing(Finding.ORDER))
        .forEach(
            each -> byKey.computeIfAbsent(key.apply(each), its -> new ArrayList<>()).add(each));
    return byKey.values().stream().map(FlowFinding::folded).sorted(Finding.ORDER).toList();
  }

  /** The first, with the places of the others. */
  private static Finding folded(List<Finding> findings) {
    Finding first = findings.get(0);
    if (findings.size() == 1) {
      return first;
    }
    List<FlowStep> related = new ArrayList<>(first.related());
    findings.stream()
        .skip(1)
        .forEach(each -> related.add(new FlowStep(each.location(), each.message())));
    return new Finding(
        first.rule(),
        first.severity(),
        first.confidence(),
        first.message(),
        first.location(),
        first.flow(),
        related,
        first.fix(),
        first.redactions());
  }

  private static Location source(Finding finding) {
    return finding.flow().isEmpty() ? finding.location() : finding.flow().get(0).location();
  }
}
