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
   * @param flexible whether it gives way when the table is too wide
   */
  record Column(String header, Align align, boolean flexible) {
    enum Align {
      LEFT,
      RIGHT
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
    while (all > available) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (columns.get(i).flexible()
            && widths[i] > MIN_CELLS
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
      all--;
    }
    return widths;
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = columns.get(i).flexible() ? pen.clip(row.get(i), widths[i]) : row.get(i);
      String space = " ".repeat(Math.max(0, widths[i] - pen.cells(cell)));
      line.append(i == 0 ? "" : SEPARATOR);
      boolean right = columns.get(i).align() == Column.Align.RIGHT;
      line.append(right ? space + cell : cell + space);
    }
    return line.toString().stripTrailing();
  }
}
