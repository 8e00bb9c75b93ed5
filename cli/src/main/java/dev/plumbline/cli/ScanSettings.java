package dev.plumbline.cli;

import dev.plumbline.analyzer.engine.ScanOptions;
import java.util.List;
import java.util.Objects;

/**
 * All that a scan was asked to do, checked and typed.
 *
 * @param scan what the engine needs
 * @param reports at most one of them on stdout; none when the diff of a dry run has it
 * @param failOn from which level on findings fail
 * @param allowIncomplete whether what was not analysed is accepted
 * @param quiet whether progress and summary are left out
 * @param statistics whether times and counts are printed
 * @param fix what becomes of the fixes
 * @param color when text for people is coloured
 */
record ScanSettings(
    ScanOptions scan,
    List<ReportTarget> reports,
    FailOn failOn,
    boolean allowIncomplete,
    boolean quiet,
    boolean statistics,
    FixMode fix,
    ColorMode color) {

  ScanSettings {
    Objects.requireNonNull(scan);
    Objects.requireNonNull(failOn);
    Objects.requireNonNull(fix);
    Objects.requireNonNull(color);
    reports = List.copyOf(reports);
  }

  /** Whether a person reads the console report on stdout. */
  boolean consoleOnStdout() {
    return reports.stream()
        .anyMatch(report -> report.isOnStdout() && report.kind() == ReportKind.CONSOLE);
  }
}
