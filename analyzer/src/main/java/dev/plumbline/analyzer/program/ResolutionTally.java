package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.finding.Resolution;
import dev.plumbline.analyzer.finding.Resolution.Outcome;
import dev.plumbline.analyzer.finding.Resolution.Sites;
import dev.plumbline.analyzer.finding.Resolution.Unresolved;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up what {@link CallResolution} or {@link TypeNameResolution} finds; sums of any order are
 * equal.
 */
public final class ResolutionTally {

  private final Map<Outcome, Long> main = new EnumMap<>(Outcome.class);
  private final Map<Outcome, Long> tests = new EnumMap<>(Outcome.class);
  private final Map<Outcome, Map<String, long[]>> names = new EnumMap<>(Outcome.class);

  void add(CallResolution.Result result, boolean inTest) {
    (inTest ? tests : main).merge(result.outcome(), 1L, Long::sum);
    if (!result.outcome().isResolved()) {
      long[] counts =
          names
              .computeIfAbsent(result.outcome(), key -> new TreeMap<>())
              .computeIfAbsent(result.name(), key -> new long[2]);
      counts[result.follows() ? 1 : 0]++;
    }
  }

  public void add(ResolutionTally other) {
    other.main.forEach((outcome, count) -> main.merge(outcome, count, Long::sum));
    other.tests.forEach((outcome, count) -> tests.merge(outcome, count, Long::sum));
    other.names.forEach(
        (outcome, counts) -> {
          Map<String, long[]> mine = names.computeIfAbsent(outcome, key -> new TreeMap<>());
          counts.forEach(
              (name, count) -> {
                long[] sum = mine.computeIfAbsent(name, key -> new long[2]);
                sum[0] += count[0];
                sum[1] += count[1];
              });
        });
  }

  public Resolution.Group total() {
    List<Unresolved> unresolved = new ArrayList<>();
    names.forEach(
        (outcome, counts) ->
            counts.forEach(
                (name, count) ->
                    unresolved.add(new Unresolved(outcome, name, count[0], count[1]))));
    unresolved.sort(
        Comparator.comparingLong(Unresolved::all)
            .reversed()
            .thenComparing(Unresolved::why)
            .thenComparing(Unresolved::name));
    return new Resolution.Group(new Sites(main), new Sites(tests), unresolved);
  }
}
