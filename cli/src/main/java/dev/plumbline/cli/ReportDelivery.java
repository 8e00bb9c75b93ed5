package dev.plumbline.cli;

import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.report.ConsoleReport;
import dev.plumbline.analyzer.report.ReportWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Brings reports to where they were asked for. */
final class ReportDelivery {

  private final Host host;
  private final ScanSettings settings;

  ReportDelivery(Host host, ScanSettings settings) {
    this.host = host;
    this.settings = settings;
  }

  /**
   * Finds out before the work begins what would fail after it.
   *
   * @throws UsageFailure when a report cannot be written where it should go
   */
  void probe() throws UsageFailure {
    for (ReportTarget target : settings.reports()) {
      try {
        if (target.file().isPresent()) {
          ReportWriter.probe(target.file().get());
        }
      } catch (IOException e) {
        throw new UsageFailure(e.getMessage());
      }
    }
  }

  /**
   * Writes every report, files before stdout, whether or not one before it failed.
   *
   * @return what could not be written
   */
  List<Failure> deliver(ScanReport report) {
    List<ReportTarget> targets = new ArrayList<>(settings.reports());
    targets.sort(Comparator.comparing(ReportTarget::isOnStdout));
    List<Failure> failures = new ArrayList<>();
    for (ReportTarget target : targets) {
      try {
        write(report, target);
      } catch (IOException e) {
        if (!(target.isOnStdout() && isClosedPipe(e))) {
          failures.add(new Failure(target, message(target, e)));
        }
      }
    }
    return failures;
  }

  private void write(ScanReport report, ReportTarget target) throws IOException {
    if (target.isOnStdout()) {
      OutputStream out = new BufferedOutputStream(host.out());
      target.kind().format(host.styleOfOut(settings.color())).write(report, out);
      out.flush();
    } else {
      ConsoleReport.Style style = TextStyle.ofFile(settings.color() == ColorMode.ALWAYS);
      ReportWriter.writeFile(target.kind().format(style), report, target.file().orElseThrow());
    }
  }

  private static String message(ReportTarget target, IOException e) {
    return target.isOnStdout()
        ? "cannot write the report to stdout: " + e.getMessage()
        : e.getMessage();
  }

  /**
   * A report that could not be written.
   *
   * @param message for the user
   */
  record Failure(ReportTarget target, String message) {}

  /** The findings as text on stderr: the way out when a report failed, so that none is lost. */
  void rescue(ScanReport report) {
    try {
      OutputStream err = new BufferedOutputStream(host.err());
      ReportKind.CONSOLE.format(host.styleOfErr(settings.color())).write(report, err);
      err.flush();
    } catch (IOException e) {
      // Where stderr fails as well nobody is left to tell; the exit code does.
      return;
    }
  }

  /** Whoever read the report has seen enough, as {@code head} does. */
  static boolean isClosedPipe(IOException e) {
    return String.valueOf(e.getMessage()).contains("Broken pipe");
  }
}
