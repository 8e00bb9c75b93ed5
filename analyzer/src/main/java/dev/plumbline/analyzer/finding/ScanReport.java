package dev.plumbline.analyzer.finding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a scan has to say; what every report is written from.
 *
 * @param toolVersion of this program
 * @param rootUri absolute URI of the repository root, with a trailing slash
 * @param rules the rules that ran, by id
 * @param docs of those rules, by rule id
 * @param findings in {@link Finding#ORDER}
 * @param notifications in {@link Notification#ORDER}
 * @param statistics of the scan
 */
public record ScanReport(
    String toolVersion,
    String rootUri,
    List<RuleInfo> rules,
    Map<String, RuleDoc> docs,
    List<ReportedFinding> findings,
    List<Notification> notifications,
    Statistics statistics) {

  public ScanReport {
    rules = List.copyOf(rules);
    docs = Map.copyOf(docs);
    findings = List.copyOf(findings);
    notifications = List.copyOf(notifications);
  }

  /** Whether everything that should have been analysed was. */
  public boolean isComplete() {
    return notifications.stream().noneMatch(n -> n.kind().incomplete());
  }

  /**
   * Counts and times. Only counts reach byte-stable reports; times go to {@code --stats} alone.
   *
   * @param files read, by kind, for example {@code java}
   * @param javaFilesFailed Java files of which no facts, or only part of them, could be had
   * @param javaLines lines of the Java files read
   * @param unresolvedNames type names that neither the workspace nor the library knowledge has
   * @param resolvedNames type names that one of them has
   * @param phaseMillis wall time in ms of each phase, in order
   * @param ruleMillis CPU time in ms of each rule, by id
   * @param spentLimits the methods that reached a limit of the analysis, as {@code path: method},
   *     by what is said of them
   * @param resolution when it was asked for
   */
  public record Statistics(
      Map<String, Integer> files,
      int javaFilesFailed,
      long javaLines,
      long unresolvedNames,
      long resolvedNames,
      Map<String, Long> phaseMillis,
      Map<String, Long> ruleMillis,
      Map<String, List<String>> spentLimits,
      Optional<Resolution> resolution) {

    /** Without limits and a measure of resolution. */
    public Statistics(
        Map<String, Integer> files,
        int javaFilesFailed,
        long javaLines,
        long unresolvedNames,
        long resolvedNames,
        Map<String, Long> phaseMillis,
        Map<String, Long> ruleMillis) {
      this(
          files,
          javaFilesFailed,
          javaLines,
          unresolvedNames,
          resolvedNames,
          phaseMillis,
          ruleMillis,
          Map.of(),
          Optional.empty());
    }
  }
}
