package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.ScanReport;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A way to write down what a scan found.
 *
 * <p>Equal reports give equal bytes: a format writes no times, no host names and nothing in hash
 * order.
 */
public interface ReportFormat {

  /** The word that chooses this format on the command line, for example {@code sarif}. */
  String id();

  /**
   * Writes the whole report and flushes {@code out}, but leaves it open.
   *
   * @throws IOException when {@code out} refuses the bytes
   */
  void write(ScanReport report, OutputStream out) throws IOException;
}
