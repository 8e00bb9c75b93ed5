package dev.plumbline.cli;

import dev.plumbline.analyzer.finding.Level;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.ScanReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a report means for the exit code.
 *
 * @param levels how many findings of each level, gravest first
 * @param atThreshold how many of them reach {@code --fail-on}
 * @param gaps how many notifications tell of something that was not analysed
 */
record Verdict(Map<Level, Long> levels, long atThreshold, long gaps, boolean allowIncomplete) {

  static Verdict of(ScanReport report, FailOn failOn, boolean allowIncomplete) {
    return of(report, report.findings(), failOn, allowIncomplete);
  }

  /**
   * @param counted the findings that count; those that were fixed do not
   */
  static Verdict of(
      ScanReport report, List<ReportedFinding> counted, FailOn failOn, boolean allowIncomplete) {
    Map<Level, Long> levels = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      levels.put(level, 0L);
    }
    long atThreshold = 0;
    for (ReportedFinding each : counted) {
      levels.merge(each.finding().severity().level(), 1L, Long::sum);
      if (failOn.reachedBy(each.finding())) {
        atThreshold++;
      }
    }
    long gaps = report.notifications().stream().filter(n -> n.kind().incomplete()).count();
    return new Verdict(levels, atThreshold, gaps, allowIncomplete);
  }

  long findings() {
    return levels.values().stream().mapToLong(Long::longValue).sum();
  }

  ExitCode exitCode() {
    if (atThreshold > 0) {
      return ExitCode.FINDINGS;
    }
    return gaps > 0 && !allowIncomplete ? ExitCode.INCOMPLETE : ExitCode.CLEAN;
  }
}
