package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Level;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.ScanReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line for each item of the checklist. An item that no rule looked at says so instead of showing
 * zeros. A finding counts in every item that its rule serves.
 */
final class ChecklistSummary {

  /** Columns for errors, warnings, notes and rules: the words, or counts of five digits. */
  private static final List<Integer> COLUMNS = List.of(8, 9, 7, 7);

  private static final int ALL_COLUMNS = 31;

  private final Pen pen;

  ChecklistSummary(Pen pen) {
    this.pen = pen;
  }

  List<String> lines(ScanReport report) {
    int title = 0;
    for (Checklist item : Checklist.values()) {
      title = Math.max(title, item.title().length());
    }
    // The counts and the id stay whole; the title gives way on a narrow terminal.
    title = Math.max(12, Math.min(title, pen.width() - "  C10  ".length() - ALL_COLUMNS));
    List<String> out = new ArrayList<>();
    String head = String.format(Locale.ROOT, "  %-" + (title + 5) + "s", "");
    out.add(
        pen.paint(Pen.Tone.BOLD, "Checklist")
            + pen.paint(
                Pen.Tone.DIM,
                head.substring("Checklist".length())
                    + String.format(
                        Locale.ROOT, "%8s%9s%7s%7s", "errors", "warnings", "notes", "rules")));
    for (Checklist item : Checklist.values()) {
      out.add(line(report, item, title));
    }
    boolean several =
        report.findings().stream().anyMatch(f -> items(f.finding().rule()).size() > 1);
    if (several) {
      out.add(
          "  " + pen.paint(Pen.Tone.DIM, "A finding counts in each item that its rule serves."));
    }
    return out;
  }

  private String line(ScanReport report, Checklist item, int width) {
    String title = item.title();
    if (title.length() > width) {
      title = title.substring(0, width - pen.ellipsis().length()) + pen.ellipsis();
    }
    String head = String.format(Locale.ROOT, "  %-3s  %-" + width + "s", item.id(), title);
    long rules = report.rules().stream().filter(rule -> items(rule).contains(item)).count();
    List<Finding> findings =
        report.findings().stream()
            .map(ReportedFinding::finding)
            .filter(finding -> items(finding.rule()).contains(item))
            .toList();
    if (rules == 0 && findings.isEmpty()) {
      String text = String.format(Locale.ROOT, "%" + ALL_COLUMNS + "s", "no rules ran");
      return head + pen.paint(Pen.Tone.WARNING, text);
    }
    StringBuilder line = new StringBuilder(head);
    for (Level level : Level.values()) {
      long count = findings.stream().filter(f -> f.severity().level() == level).count();
      Pen.Tone tone = count == 0 ? Pen.Tone.DIM : Pen.Tone.of(level);
      line.append(pen.paint(tone, count(COLUMNS.get(level.ordinal()), count)));
    }
    return line.append(pen.paint(Pen.Tone.DIM, count(COLUMNS.get(3), rules))).toString();
  }

  private static String count(int width, long count) {
    return String.format(Locale.ROOT, "%," + width + "d", count);
  }

  private static List<Checklist> items(RuleInfo rule) {
    List<Checklist> items = new ArrayList<>();
    for (Checklist item : Checklist.values()) {
      if (item == rule.home() || rule.alsoServes().contains(item)) {
        items.add(item);
      }
    }
    return items;
  }
}
