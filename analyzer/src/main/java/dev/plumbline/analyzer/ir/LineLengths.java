package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.Arrays;

/** The lengths of the lines of a text, in UTF-16 units without the line's end (JLS 3.4). */
final class LineLengths {

  private int[] lengths = new int[64];
  private int size;

  LineLengths(String text) {
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        add(i - start);
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    add(text.length() - start);
  }

  private void add(int length) {
    if (size == lengths.length) {
      lengths = Arrays.copyOf(lengths, size * 2);
    }
    lengths[size++] = length;
  }

  boolean contain(Span span) {
    return span.endLine() <= size
        && span.startColumn() <= lengths[span.startLine() - 1] + 1
        && span.endColumn() <= lengths[span.endLine() - 1] + 1;
  }
}
