package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.ReportedFinding.Snippet;
import dev.plumbline.analyzer.finding.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The marked lines of a finding with their numbers and carets below exactly the marked text. Of a
 * range over several lines it shows the first, marked to its end, and the last, marked up to the
 * range's end.
 */
final class CodeFrame {

  /** So much code stays visible before a mark that begins beyond the width. */
  private static final int LEAD = 16;

  private final Pen pen;

  CodeFrame(Pen pen) {
    this.pen = pen;
  }

  /**
   * @param indent before each line
   * @param tone of the carets
   * @return empty when the snippet does not have the range's first line
   */
  List<String> lines(Span span, Snippet snippet, String indent, Pen.Tone tone) {
    List<String> out = new ArrayList<>();
    if (!has(snippet, span.startLine())) {
      return out;
    }
    // A range that ends before a line's first character does not touch that line.
    boolean touchesEnd = span.endColumn() > 1 || span.endLine() == span.startLine();
    int last = touchesEnd ? span.endLine() : span.endLine() - 1;
    int gutter = Math.max(3, String.valueOf(last).length());
    String first = snippet.line(span.startLine());
    if (last == span.startLine()) {
      int end = span.endLine() == last ? span.endColumn() - 1 : first.length();
      mark(out, indent, gutter, last, first, span.startColumn() - 1, end, tone);
      return out;
    }
    mark(
        out,
        indent,
        gutter,
        span.startLine(),
        first,
        span.startColumn() - 1,
        first.stripTrailing().length(),
        tone);
    boolean hasLast = has(snippet, last);
    if (last - span.startLine() > 1 || !hasLast) {
      String note = hasLast ? "" : " to line " + last;
      out.add(indent + pen.paint(Pen.Tone.DIM, " ".repeat(gutter - 1) + pen.ellipsis() + note));
    }
    if (hasLast) {
      String text = snippet.line(last);
      int end = span.endLine() == last ? span.endColumn() - 1 : text.length();
      mark(
          out, indent, gutter, last, text, text.length() - text.stripLeading().length(), end, tone);
    }
    return out;
  }

  private static boolean has(Snippet snippet, int line) {
    return line >= snippet.firstLine() && line < snippet.firstLine() + snippet.lines().size();
  }

  /**
   * @param markFrom the first marked character, from 0
   * @param markTo the one after the last
   */
  private void mark(
      List<String> out,
      String indent,
      int gutter,
      int number,
      String wholeLine,
      int markFrom,
      int markTo,
      Pen.Tone tone) {
    // A line of megabytes is laid out near its mark alone; more than a width never shows.
    int reach = 4 * pen.width();
    int skipped = boundary(wholeLine, markFrom - reach);
    int seen = boundary(wholeLine, Math.min(markTo, markFrom + reach) + reach);
    String text = wholeLine.substring(skipped, seen);
    int from = markFrom - skipped;
    int to = markTo - skipped;
    List<Glyph> glyphs = Glyph.of(text, pen.unicode(), true);
    int total = 0;
    int start = -1;
    int end = 0;
    for (Glyph glyph : glyphs) {
      if (start < 0 && glyph.offset() >= from) {
        start = total;
      }
      if (glyph.offset() < to) {
        end = total + glyph.cells();
      }
      total += glyph.cells();
    }
    start = start < 0 ? total : start;
    // An empty range, one behind the line's end or one of combining marks still needs a caret.
    end = Math.max(end, start + 1);
    int room = pen.width() - pen.cells(indent) - gutter - " | ".length();
    Window window = Window.of(total, start, end, room, pen.ellipsis().length());
    String line = window.cut(glyphs, pen.ellipsis());
    int caretFrom = start - window.shift();
    int caretTo = Math.min(end - window.shift(), room);
    String bar = " " + pen.bar();
    String head =
        pen.paint(Pen.Tone.DIM, String.format(Locale.ROOT, "%" + gutter + "d", number) + bar);
    out.add(indent + head + (line.isEmpty() ? "" : " " + line));
    out.add(
        indent
            + pen.paint(Pen.Tone.DIM, " ".repeat(gutter) + bar)
            + " ".repeat(caretFrom + 1)
            + pen.paint(tone, "^".repeat(Math.max(1, caretTo - caretFrom))));
  }

  /** The offset nearest to {@code offset} that lies in the text and in no surrogate pair. */
  private static int boundary(String text, int offset) {
    int inside = Math.max(0, Math.min(offset, text.length()));
    boolean splits =
        inside > 0
            && inside < text.length()
            && Character.isSurrogatePair(text.charAt(inside - 1), text.charAt(inside));
    return splits ? inside - 1 : inside;
  }

  /**
   * The cells of a line that fit.
   *
   * @param from the first visible cell
   * @param to the one after the last
   * @param shift how far everything moves left, the sign of the cut included
   */
  private record Window(int from, int to, int shift, boolean cutLeft, boolean cutRight) {

    static Window of(int total, int start, int end, int room, int ellipsis) {
      if (Math.max(total, end) <= room) {
        return new Window(0, total, 0, false, false);
      }
      if (end <= room - ellipsis) {
        return new Window(0, room - ellipsis, 0, false, true);
      }
      // The whole mark if it fits, else its beginning; code before it if there is room for that.
      int inner = room - 2 * ellipsis;
      int from = Math.min(start, Math.max(start - LEAD, end - inner));
      from = Math.max(0, Math.min(from, Math.max(total, end) - (room - ellipsis)));
      boolean cutLeft = from > 0;
      int left = cutLeft ? ellipsis : 0;
      int to = from + room - left;
      boolean cutRight = to < total;
      to = cutRight ? to - ellipsis : total;
      return new Window(from, to, from - left, cutLeft, cutRight);
    }

    String cut(List<Glyph> glyphs, String ellipsis) {
      StringBuilder line = new StringBuilder(cutLeft ? ellipsis : "");
      int cell = 0;
      for (Glyph glyph : glyphs) {
        int next = cell + glyph.cells();
        boolean orphanMark = glyph.cells() == 0 && cell == from && cutLeft;
        if (cell >= from && next <= to && !orphanMark) {
          line.append(glyph.shown());
        } else if (cell < from && next > from) {
          // Half of a wide character or of an escape: blanks keep what follows in its column.
          line.append(" ".repeat(Math.min(next, to) - from));
        }
        cell = next;
      }
      return line.append(cutRight ? ellipsis : "").toString();
    }
  }
}
