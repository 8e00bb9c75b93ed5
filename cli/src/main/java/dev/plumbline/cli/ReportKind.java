package dev.plumbline.cli;

import dev.plumbline.analyzer.report.ConsoleReport;
import dev.plumbline.analyzer.report.JsonReport;
import dev.plumbline.analyzer.report.ReportFormat;
import dev.plumbline.analyzer.report.SarifReport;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reports that can be asked for by name. */
enum ReportKind {
  CONSOLE,
  SARIF,
  JSON;

  /** As on the command line. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param style of text for people
   */
  ReportFormat format(ConsoleReport.Style style) {
    return switch (this) {
      case CONSOLE -> new ConsoleReport(style);
      case SARIF -> new SarifReport();
      case JSON -> new JsonReport();
    };
  }

  static Optional<ReportKind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** For messages: all ids. */
  static String ids() {
    return Arrays.stream(values()).map(ReportKind::id).collect(Collectors.joining(", "));
  }
}
