package dev.plumbline.cli;

import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.report.ConsoleReport;
import java.io.PrintStream;
import java.util.List;

/** What a person needs to know on stderr when a scan is over. */
final class Summary {

  /** Enough to see what kind of trouble it is; the reports have them all. */
  private static final int SHOWN_GAPS = 5;

  private final PrintStream err;
  private final ScanSettings settings;

  Summary(Host host, ScanSettings settings) {
    this.err = host.err();
    this.settings = settings;
  }

  void print(ScanReport report, Verdict verdict) {
    if (settings.statistics()) {
      new StatisticsTable(report.statistics()).print(err);
    }
    if (!settings.quiet() && !settings.consoleOnStdout()) {
      err.println(ConsoleReport.summary(report));
      for (ReportTarget target : settings.reports()) {
        target
            .file()
            .ifPresent(file -> err.println(target.kind().id() + " report: " + target.place()));
      }
    }
    if (verdict.gaps() > 0) {
      printGaps(report);
    }
  }

  private void printGaps(ScanReport report) {
    List<Notification> gaps =
        report.notifications().stream().filter(n -> n.kind().incomplete()).toList();
    boolean accepted = settings.allowIncomplete();
    if (settings.consoleOnStdout()) {
      announce(err, gaps.size(), accepted, settings.quiet());
    } else {
      printGaps(err, gaps, accepted, settings.quiet());
    }
  }

  /** What was not analysed is told even to the quiet: silence would look like a clean result. */
  static void printGaps(PrintStream err, List<Notification> gaps, boolean accepted, boolean quiet) {
    if (!announce(err, gaps.size(), accepted, quiet)) {
      return;
    }
    gaps.stream()
        .limit(SHOWN_GAPS)
        .forEach(n -> err.println("  " + printable(place(n) + n.message())));
    if (gaps.size() > SHOWN_GAPS) {
      err.println("  and " + (gaps.size() - SHOWN_GAPS) + " more; the reports list them all");
    }
  }

  /** Says how many there are, if there are any and somebody wants to know. */
  static boolean announce(PrintStream err, long gaps, boolean accepted, boolean quiet) {
    if (gaps == 0 || accepted && quiet) {
      return false;
    }
    err.println(
        "plumbline: the analysis is incomplete: "
            + count(gaps, "problem")
            + (accepted ? ", accepted by --allow-incomplete" : ""));
    return true;
  }

  private static String place(Notification notification) {
    return notification
        .path()
        .map(
            path ->
                path
                    + notification
                        .span()
                        .map(span -> ":" + span.startLine() + ":" + span.startColumn())
                        .orElse("")
                    + ": ")
        .orElse("");
  }

  /** Names of files come from the scanned repository; none may steer the terminal. */
  static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
