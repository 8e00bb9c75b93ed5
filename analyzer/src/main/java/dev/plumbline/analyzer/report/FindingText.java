package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One finding as a block of lines: what, where, the code, and the way that leads there. */
final class FindingText {

  private static final String INDENT = "  ";

  private final Pen pen;
  private final CodeFrame frame;

  FindingText(Pen pen) {
    this.pen = pen;
    this.frame = new CodeFrame(pen);
  }

  List<String> lines(ReportedFinding reported) {
    Finding finding = reported.finding();
    Pen.Tone tone = Pen.Tone.of(finding.severity().level());
    List<String> out = new ArrayList<>();
    out.add(INDENT + heading(finding, tone));
    for (String line : pen.wrap(finding.message(), pen.width() - INDENT.length())) {
      out.add(INDENT + line);
    }
    String arrow = pen.paint(Pen.Tone.DIM, pen.arrow()) + " ";
    out.add(INDENT + arrow + pen.safe(finding.location().toString()));
    out.addAll(frame.lines(finding.location().span(), reported.snippet(), INDENT, tone));
    finding.fix().ifPresent(fix -> out.addAll(fixLines(fix)));
    // A path of one step repeats the place above.
    if (finding.flow().size() > 1) {
      out.addAll(places("path", finding.flow(), true));
    }
    if (!finding.related().isEmpty()) {
      out.addAll(places("see also", finding.related(), false));
    }
    return out;
  }

  private String heading(Finding finding, Pen.Tone tone) {
    StringBuilder line = new StringBuilder();
    line.append(pen.paint(tone, finding.severity().level().sarif()));
    line.append("  ").append(pen.paint(Pen.Tone.BOLD, pen.safe(finding.rule().id())));
    List<String> remarks = new ArrayList<>();
    if (finding.severity() == Severity.CRITICAL) {
      remarks.add("critical");
    }
    if (finding.confidence() != Confidence.HIGH) {
      remarks.add(finding.confidence().name().toLowerCase(Locale.ROOT) + " confidence");
    }
    if (!remarks.isEmpty()) {
      line.append("  ").append(pen.paint(Pen.Tone.DIM, "(" + String.join(", ", remarks) + ")"));
    }
    return line.toString();
  }

  /** That a change is at hand and what it does; {@code scan --fix} shows it. */
  private List<String> fixLines(Fix fix) {
    String margin = INDENT + "    ";
    String text = "fix available: " + fix.description();
    return pen.wrap(text, pen.width() - margin.length()).stream()
        .map(line -> margin + pen.paint(Pen.Tone.DIM, line))
        .toList();
  }

  private List<String> places(String title, List<FlowStep> steps, boolean numbered) {
    List<String> out = new ArrayList<>();
    out.add(INDENT + "    " + pen.paint(Pen.Tone.DIM, title));
    int digits = String.valueOf(steps.size()).length();
    String margin = INDENT + "    ";
    int label = numbered ? digits + 2 : 0;
    int column = 0;
    int message = 0;
    for (FlowStep step : steps) {
      column = Math.max(column, pen.cells(place(step)));
      message = Math.max(message, pen.cells(pen.safe(step.message())));
    }
    // Paths stay whole, so that they can be clicked; messages go below where they do not fit.
    boolean beside = margin.length() + label + column + 2 + message <= pen.width();
    int number = 0;
    for (FlowStep step : steps) {
      number++;
      String head =
          margin + (numbered ? String.format(Locale.ROOT, "%" + digits + "d  ", number) : "");
      String place = place(step);
      if (beside) {
        String gap = " ".repeat(column - pen.cells(place) + 2);
        out.add(head + place + gap + pen.safe(step.message()));
        continue;
      }
      out.add(head + place);
      String hang = " ".repeat(margin.length() + label + 2);
      for (String line : pen.wrap(step.message(), pen.width() - hang.length())) {
        out.add(hang + line);
      }
    }
    return out;
  }

  private String place(FlowStep step) {
    Location location = step.location();
    return pen.safe(location.path() + ":" + location.span().startLine());
  }
}
