package dev.plumbline.analyzer.finding;

/**
 * A range of source text.
 *
 * <p>Lines count from 1. Columns count from 1 in UTF-16 code units, a tab as one. The end is
 * exclusive: {@code endColumn} is the column after the last character, as SARIF 2.1.0 section
 * 3.30.8 has it.
 */
public record Span(int startLine, int startColumn, int endLine, int endColumn)
    implements Comparable<Span> {

  /**
   * @throws IllegalArgumentException when a number is below 1 or the end lies before the start
   */
  public Span {
    if (startLine < 1 || startColumn < 1 || endColumn < 1) {
      throw new IllegalArgumentException("lines and columns count from 1");
    }
    if (endLine < startLine || (endLine == startLine && endColumn < startColumn)) {
      throw new IllegalArgumentException("the end lies before the start");
    }
  }

  /** The smallest span that covers both. */
  public Span cover(Span other) {
    boolean thisStarts = compareStart(other) <= 0;
    boolean thisEnds = compareEnd(other) >= 0;
    return new Span(
        thisStarts ? startLine : other.startLine,
        thisStarts ? startColumn : other.startColumn,
        thisEnds ? endLine : other.endLine,
        thisEnds ? endColumn : other.endColumn);
  }

  /** Whether {@code other} lies wholly inside this span; a span contains itself. */
  public boolean contains(Span other) {
    return compareStart(other) <= 0 && compareEnd(other) >= 0;
  }

  /** By start, then by end. */
  @Override
  public int compareTo(Span other) {
    int start = compareStart(other);
    return start != 0 ? start : compareEnd(other);
  }

  private int compareStart(Span other) {
    int line = Integer.compare(startLine, other.startLine);
    return line != 0 ? line : Integer.compare(startColumn, other.startColumn);
  }

  private int compareEnd(Span other) {
    int line = Integer.compare(endLine, other.endLine);
    return line != 0 ? line : Integer.compare(endColumn, other.endColumn);
  }

  @Override
  public String toString() {
    return startLine + ":" + startColumn + "-" + endLine + ":" + endColumn;
  }
}
