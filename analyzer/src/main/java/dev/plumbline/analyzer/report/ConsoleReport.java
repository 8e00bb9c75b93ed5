package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.ScanReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report for people: each finding with its code, then what the scan could not do, then the
 * checklist and the totals.
 *
 * <p>Equal reports and styles give equal bytes. Colour repeats what words say already. Text from
 * the scanned repository is printed with its control, bidirectional and invisible characters
 * escaped. The layout may change between versions; programs read JSON or SARIF.
 */
public final class ConsoleReport implements ReportFormat {

  /**
   * What the terminal can do.
   *
   * @param colour whether to write ANSI colours
   * @param unicode whether it shows more than ASCII; the output is pure ASCII if not
   * @param width in cells; code is clipped to it and prose wrapped, paths stay whole; 40 at least
   *     and 1,000 at most count
   */
  public record Style(boolean colour, boolean unicode, int width) {}

  private final Pen pen;

  public ConsoleReport(Style style) {
    this.pen = new Pen(style);
  }

  @Override
  public String id() {
    return "console";
  }

  @Override
  public void write(ScanReport report, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    findings(report.findings(), writer);
    List<String> notes = new ScanNotes(pen).lines(report.notifications());
    if (!notes.isEmpty()) {
      block(notes, writer);
    }
    block(new ChecklistSummary(pen).lines(report), writer);
    totals(report, writer);
    writer.flush();
  }

  /**
   * The totals in one paragraph without colours and line ends, for the error stream when another
   * format has the output.
   */
  public static String summary(ScanReport report) {
    ScanSentence sentence = new ScanSentence(report);
    String told = sentence.found() + " " + sentence.looked();
    return report.isComplete() ? told : told + " " + sentence.incomplete();
  }

  private void findings(List<ReportedFinding> findings, Writer writer) throws IOException {
    FindingText text = new FindingText(pen);
    Map<String, List<ReportedFinding>> byFile = new LinkedHashMap<>();
    for (ReportedFinding each : findings) {
      byFile.computeIfAbsent(each.finding().location().path(), key -> new ArrayList<>()).add(each);
    }
    for (Map.Entry<String, List<ReportedFinding>> file : byFile.entrySet()) {
      String count = ScanSentence.count(file.getValue().size(), "finding");
      String path = pen.paint(Pen.Tone.BOLD, pen.safe(file.getKey()));
      block(List.of(path + pen.paint(Pen.Tone.DIM, pen.dot() + count)), writer);
      for (ReportedFinding each : file.getValue()) {
        block(text.lines(each), writer);
      }
    }
  }

  private void totals(ScanReport report, Writer writer) throws IOException {
    ScanSentence sentence = new ScanSentence(report);
    boolean clean = report.findings().isEmpty() && report.isComplete();
    line(pen.paint(clean ? Pen.Tone.GOOD : Pen.Tone.BOLD, sentence.found()), writer);
    prose(sentence.looked(), writer);
    if (!report.isComplete()) {
      // Left to the terminal to wrap: the last line says it all by itself.
      line(pen.paint(Pen.Tone.WARNING, sentence.incomplete()), writer);
    }
  }

  private void prose(String text, Writer writer) throws IOException {
    for (String line : pen.wrap(text, pen.width())) {
      line(line, writer);
    }
  }

  /** Lines with an empty one after them. */
  private static void block(List<String> lines, Writer writer) throws IOException {
    for (String line : lines) {
      line(line, writer);
    }
    writer.write('\n');
  }

  private static void line(String line, Writer writer) throws IOException {
    writer.write(line);
    writer.write('\n');
  }
}
