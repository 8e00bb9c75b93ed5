package dev.plumbline.analyzer.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What to scan and how.
 *
 * @param start a folder or a file
 * @param onlyRules ids of the rules to run, on or off by default; empty for the default ones
 * @param excludedRules ids of rules not to run
 * @param sources whom the data flow distrusts beside outsiders: other servers, the place it runs
 *     at, what was stored
 * @param threads 1 or more
 * @param cacheDirectory where facts of unchanged files may be kept; empty for no cache
 * @param selfCheck whether the IR of every file is verified and held against its syntax tree
 * @param resolutionMeasured whether the report tells how many calls could be resolved
 */
public record ScanOptions(
    Path start,
    List<String> onlyRules,
    Set<String> excludedRules,
    Set<DistrustedSource> sources,
    int threads,
    Optional<Path> cacheDirectory,
    boolean selfCheck,
    boolean resolutionMeasured) {

  /**
   * @throws IllegalArgumentException when {@code threads} is below 1
   */
  public ScanOptions {
    Objects.requireNonNull(start);
    onlyRules = List.copyOf(onlyRules);
    excludedRules = Set.copyOf(excludedRules);
    sources = Set.copyOf(sources);
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be 1 or more");
    }
  }

  /** All default rules, one thread for each processor, no cache. */
  public static ScanOptions of(Path start) {
    return new ScanOptions(
        start,
        List.of(),
        Set.of(),
        Set.of(),
        Runtime.getRuntime().availableProcessors(),
        Optional.empty(),
        false,
        false);
  }

  public ScanOptions withThreads(int count) {
    return new ScanOptions(
        start,
        onlyRules,
        excludedRules,
        sources,
        count,
        cacheDirectory,
        selfCheck,
        resolutionMeasured);
  }

  public ScanOptions withOnlyRules(List<String> ids) {
    return new ScanOptions(
        start, ids, excludedRules, sources, threads, cacheDirectory, selfCheck, resolutionMeasured);
  }

  public ScanOptions withSources(Set<DistrustedSource> others) {
    return new ScanOptions(
        start,
        onlyRules,
        excludedRules,
        others,
        threads,
        cacheDirectory,
        selfCheck,
        resolutionMeasured);
  }

  public ScanOptions withSelfCheck() {
    return new ScanOptions(
        start,
        onlyRules,
        excludedRules,
        sources,
        threads,
        cacheDirectory,
        true,
        resolutionMeasured);
  }

  public ScanOptions withResolutionMeasured() {
    return new ScanOptions(
        start, onlyRules, excludedRules, sources, threads, cacheDirectory, selfCheck, true);
  }
}
