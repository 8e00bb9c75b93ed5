package dev.plumbline.analyzer.report;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns, fitted to the width of the terminal. */
final class TextTable {

  /** Narrower, a column says nothing any more. */
  private static final int MIN_CELLS = 12;

  private static final String SEPARATOR = "  ";

  private final Pen pen;
  private final List<Column> columns;

  /**
   * A column.
   *
   * @param yields whether it gives way when the table is too wide
   */
  record Column(String header, Align align, Yields yields) {
    enum Align {
      LEFT,
      RIGHT
    }

    enum Yields {
      NEVER,
      /** Once the others that yield are as narrow as they may be. */
      LAST,
      FIRST
    }
  }

  TextTable(Pen pen, List<Column> columns) {
    this.pen = pen;
    this.columns = List.copyOf(columns);
  }

  /**
   * The header and the rows.
   *
   * @param rows foreign text, as many cells each as there are columns
   * @param indent stands before each line
   */
  List<String> lines(List<List<String>> rows, String indent) {
    List<List<String>> safe = new ArrayList<>();
    for (List<String> row : rows) {
      safe.add(row.stream().map(pen::safe).toList());
    }
    int[] widths = widths(safe, pen.width() - indent.length());
    List<String> lines = new ArrayList<>();
    List<String> headers = columns.stream().map(Column::header).toList();
    lines.add(indent + pen.paint(Pen.Tone.DIM, line(headers, widths)));
    safe.forEach(row -> lines.add(indent + line(row, widths)));
    return lines;
  }

  private int[] widths(List<List<String>> rows, int available) {
    int[] widths = new int[columns.size()];
    int all = SEPARATOR.length() * (columns.size() - 1);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).header().length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], pen.cells(row.get(i)));
      }
      all += widths[i];
    }
    all = narrow(widths, Column.Yields.FIRST, all, available);
    narrow(widths, Column.Yields.LAST, all, available);
    return widths;
  }

  /** Takes from the widest as long as there is too much; gives the width of all. */
  private int narrow(int[] widths, Column.Yields yields, int all, int available) {
    int left = all;
    while (left > available) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (columns.get(i).yields() == yields
            && widths[i] > MIN_CELLS
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      left--;
    }
    return left;
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell =
          columns.get(i).yields() == Column.Yields.NEVER
              ? row.get(i)
              : pen.clip(row.get(i), widths[i]);
      String space = " ".repeat(Math.max(0, widths[i] - pen.cells(cell)));
      line.append(i == 0 ? "" : SEPARATOR);
      boolean right = columns.get(i).align() == Column.Align.RIGHT;
      line.append(right ? space + cell : cell + space);
    }
    return line.toString().stripTrailing();
  }
}
