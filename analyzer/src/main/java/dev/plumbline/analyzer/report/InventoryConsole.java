package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.inventory.Inventory;
import dev.plumbline.analyzer.inventory.Section;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An inventory for people: a table for each section, and under it what was not understood. The
 * layout may change between versions; programs read the JSON.
 */
public final class InventoryConsole {

  private static final int SHOWN_ENTRIES = 15;
  private static final int SHOWN_GAPS = 5;
  private static final String INDENT = "  ";

  private final Pen pen;
  private final boolean all;

  /**
   * @param all whether to print every entry, however many there are
   */
  public InventoryConsole(ConsoleReport.Style style, boolean all) {
    this.pen = new Pen(style);
    this.all = all;
  }

  /** Flushes {@code out} and leaves it open. */
  public void write(Inventory inventory, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    for (Section section : inventory.sections()) {
      block(lines(section), writer);
    }
    List<String> notes = new ScanNotes(pen).lines(inventory.notifications());
    if (!notes.isEmpty()) {
      block(notes, writer);
    }
    for (String line : pen.wrap(summary(inventory), pen.width())) {
      writer.write(line);
      writer.write('\n');
    }
    writer.flush();
  }

  /** What was read and how much of it was not understood, in plain ASCII. */
  public static String summary(Inventory inventory) {
    long files =
        inventory.statistics().files().values().stream().mapToLong(Integer::longValue).sum();
    long gaps = inventory.sections().stream().mapToLong(section -> section.gaps().size()).sum();
    StringBuilder text = new StringBuilder("Read ");
    text.append(ScanSentence.count(files, "file")).append(" with ");
    text.append(ScanSentence.count(inventory.statistics().javaLines(), "line")).append(" of Java");
    text.append(gaps == 0 ? "." : "; " + count(gaps, "place") + " not understood.");
    if (!inventory.isComplete()) {
      text.append(" Incomplete: something could not be read, so that entries may be missing.");
    }
    return text.toString();
  }

  /** Lines with an empty one after them. */
  private static void block(List<String> lines, Writer writer) throws IOException {
    for (String line : lines) {
      writer.write(line);
      writer.write('\n');
    }
    writer.write('\n');
  }

  private static String count(long number, String noun) {
    return ScanSentence.count(number, noun);
  }

  private List<String> lines(Section section) {
    List<String> lines = new ArrayList<>();
    int size = section.entries().size();
    String number = size == 0 ? "none" : String.format(Locale.ROOT, "%,d", size);
    lines.add(
        pen.paint(Pen.Tone.BOLD, section.kind().title())
            + pen.paint(Pen.Tone.DIM, pen.dot() + number));
    if (size > 0) {
      InventoryColumns columns = InventoryColumns.of(section.kind());
      int shown = shown(size, SHOWN_ENTRIES);
      List<List<String>> rows = new ArrayList<>();
      section.entries().subList(0, shown).forEach(entry -> rows.add(columns.row(entry)));
      lines.addAll(new TextTable(pen, columns.columns()).lines(rows, INDENT));
      more(lines, INDENT, size - shown);
    }
    gaps(section, lines);
    return lines;
  }

  /** One more would take the line that says so. */
  private int shown(int size, int limit) {
    return all || size <= limit + 1 ? size : limit;
  }

  private void more(List<String> lines, String indent, int hidden) {
    if (hidden > 0) {
      lines.add(
          indent
              + pen.paint(
                  Pen.Tone.DIM, String.format(Locale.ROOT, "%s %,d more", pen.ellipsis(), hidden)));
    }
  }

  private void gaps(Section section, List<String> lines) {
    Map<String, List<Section.Gap>> byReason = new LinkedHashMap<>();
    for (Section.Gap gap : section.gaps()) {
      byReason.computeIfAbsent(gap.why(), key -> new ArrayList<>()).add(gap);
    }
    for (Map.Entry<String, List<Section.Gap>> each : byReason.entrySet()) {
      List<Section.Gap> gaps = each.getValue();
      String title =
          String.format(Locale.ROOT, "Not understood: %s (%,d)", each.getKey(), gaps.size());
      lines.add(INDENT + pen.paint(Pen.Tone.WARNING, title));
      int shown = shown(gaps.size(), SHOWN_GAPS);
      for (Section.Gap gap : gaps.subList(0, shown)) {
        lines.add(INDENT + INDENT + pen.safe(gap.what()) + INDENT + place(gap.location()));
      }
      more(lines, INDENT + INDENT, gaps.size() - shown);
    }
  }

  private String place(Location location) {
    return pen.paint(Pen.Tone.DIM, pen.safe(location.path()) + ":" + location.span().startLine());
  }
}
