package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.Level;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ScanReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The totals of a scan in sentences of plain ASCII. */
final class ScanSentence {

  private final ScanReport report;

  ScanSentence(ScanReport report) {
    this.report = report;
  }

  /** What was found, or that nothing was. */
  String found() {
    int total = report.findings().size();
    if (total > 0) {
      List<String> levels = new ArrayList<>();
      for (Level level : Level.values()) {
        long count =
            report.findings().stream().filter(f -> f.finding().severity().level() == level).count();
        if (count > 0) {
          levels.add(count(count, level.sarif()));
        }
      }
      long files =
          report.findings().stream().map(f -> f.finding().location().path()).distinct().count();
      return count(total, "finding")
          + " in "
          + count(files, "file")
          + ": "
          + String.join(", ", levels)
          + ".";
    }
    if (report.rules().isEmpty()) {
      return "No rules ran, so nothing was checked.";
    }
    if (files() == 0) {
      return "No files to check were found, so nothing was checked.";
    }
    return report.isComplete() ? "No findings." : "No findings in what was analysed.";
  }

  /** What was looked at, with what. */
  String looked() {
    List<String> kinds = new ArrayList<>();
    report.statistics().files().entrySet().stream()
        .filter(kind -> kind.getValue() > 0)
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> kind) -> !kind.getKey().equals("java"))
                .thenComparing(kind -> -kind.getValue())
                .thenComparing(Map.Entry::getKey))
        .forEach(
            kind ->
                kinds.add(String.format(Locale.ROOT, "%s %,d", kind.getKey(), kind.getValue())));
    String byKind = kinds.isEmpty() ? "" : " (" + String.join(", ", kinds) + ")";
    // Without rules the files were read, but nothing looked at them.
    String looked =
        report.rules().isEmpty() ? "Read " : count(report.rules().size(), "rule") + " looked at ";
    return looked
        + count(files(), "file")
        + byKind
        + " with "
        + count(report.statistics().javaLines(), "line")
        + " of Java.";
  }

  /** What is missing; empty when nothing is. */
  String incomplete() {
    if (report.isComplete()) {
      return "";
    }
    List<String> causes = new ArrayList<>();
    cause(causes, Notification.Kind.INPUT, "problem with input");
    cause(causes, Notification.Kind.BUDGET, "limit reached");
    cause(causes, Notification.Kind.INTERNAL, "internal failure");
    return "Incomplete: " + String.join(", ", causes) + "; findings may be missing.";
  }

  private void cause(List<String> causes, Notification.Kind kind, String what) {
    long count = report.notifications().stream().filter(n -> n.kind() == kind).count();
    if (count == 0) {
      return;
    }
    int space = what.indexOf(' ');
    boolean nounLast = kind == Notification.Kind.INTERNAL;
    String plural = nounLast ? what + "s" : what.substring(0, space) + "s" + what.substring(space);
    causes.add(String.format(Locale.ROOT, "%,d %s", count, count == 1 ? what : plural));
  }

  private long files() {
    return report.statistics().files().values().stream().mapToLong(Integer::longValue).sum();
  }

  static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
