package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import java.util.Arrays;

/** Where the lines of a text begin. Lines end with LF, CR LF or CR (JLS 3.4). */
final class SourceLines {

  private final String text;
  private int[] starts = new int[64];
  private int size = 1;

  SourceLines(String text) {
    this.text = text;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        if (size == starts.length) {
          starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = i + 1;
      }
    }
  }

  /** The number of lines; an empty rest behind the last terminator is none. */
  static int count(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    // Searching is several times faster than looking at each character, and CR alone is rare.
    int lines = 0;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      lines++;
    }
    for (int i = text.indexOf('\r'); i >= 0; i = text.indexOf('\r', i + 1)) {
      if (endsLine(text, i)) {
        lines++;
      }
    }
    return endsLine(text, text.length() - 1) ? lines : lines + 1;
  }

  private static boolean endsLine(String text, int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
  }

  /** The text of a span, cut to what there is. */
  String text(Span span) {
    int start = offset(span.startLine(), span.startColumn());
    return text.substring(start, Math.max(start, offset(span.endLine(), span.endColumn())));
  }

  private int offset(int line, int column) {
    int start = line > size ? text.length() : starts[line - 1];
    return Math.min(text.length(), start + column - 1);
  }
}
