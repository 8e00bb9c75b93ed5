package dev.plumbline.analyzer.source;

import java.util.Arrays;

/**
 * Where the lines of a text begin.
 *
 * <p>CR, LF and CRLF end a line, as for JavaParser; nothing else does. Lines count from 1, columns
 * from 1 in UTF-16 code units, offsets from 0. A text that ends with a line end has an empty last
 * line after it, so that the end of the text is always on a line.
 */
public final class LineIndex {

  private final String text;
  private final int[] starts;

  private LineIndex(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  public static LineIndex of(String text) {
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '\r' || c != '\n' && c != '\r') {
        continue;
      }
      if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        i++;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return new LineIndex(text, Arrays.copyOf(starts, count));
  }

  /** At least 1: an empty text has one empty line. */
  public int lineCount() {
    return starts.length;
  }

  /**
   * The offset of the first character of a line.
   *
   * @throws IndexOutOfBoundsException when there is no such line
   */
  public int lineStart(int line) {
    checkLine(line);
    return starts[line - 1];
  }

  /**
   * The offset after the last character of a line, before its line end.
   *
   * @throws IndexOutOfBoundsException when there is no such line
   */
  public int lineEnd(int line) {
    checkLine(line);
    if (line == starts.length) {
      return text.length();
    }
    int end = starts[line] - 1;
    boolean pair =
        end > starts[line - 1] && text.charAt(end) == '\n' && text.charAt(end - 1) == '\r';
    return pair ? end - 1 : end;
  }

  /**
   * The text of a line without its line end.
   *
   * @throws IndexOutOfBoundsException when there is no such line
   */
  public String line(int line) {
    return text.substring(lineStart(line), lineEnd(line));
  }

  /**
   * The line of an offset; a line end belongs to the line that it ends.
   *
   * @throws IndexOutOfBoundsException when the offset lies outside of the text; its end is inside
   */
  public int lineOf(int offset) {
    checkOffset(offset);
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * The column of an offset.
   *
   * @throws IndexOutOfBoundsException when the offset lies outside of the text; its end is inside
   */
  public int columnOf(int offset) {
    return offset - starts[lineOf(offset) - 1] + 1;
  }

  /**
   * The offset of a place. A column past the end of its line means the end of the line.
   *
   * @throws IndexOutOfBoundsException when there is no such line or the column is below 1
   */
  public int offset(int line, int column) {
    if (column < 1) {
      throw new IndexOutOfBoundsException("column " + column + ": columns count from 1");
    }
    return (int) Math.min(lineEnd(line), (long) lineStart(line) + column - 1);
  }

  private void checkLine(int line) {
    if (line < 1 || line > starts.length) {
      throw new IndexOutOfBoundsException("line " + line + " of " + starts.length);
    }
  }

  private void checkOffset(int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IndexOutOfBoundsException("offset " + offset + " of " + text.length());
    }
  }
}
