package dev.plumbline.analyzer.finding;

import java.util.List;

/**
 * A finding with what the reports show beside it.
 *
 * @param lineHash the value of GitHub's {@code primaryLocationLineHash}
 * @param contextHash our own fingerprint, indifferent to lines that move
 * @param snippet the lines around the finding's place, secrets already masked
 */
public record ReportedFinding(
    Finding finding, String lineHash, String contextHash, Snippet snippet) {

  /**
   * Whole lines of one file.
   *
   * @param firstLine the number of the first line, from 1
   * @param lines without their line ends
   */
  public record Snippet(int firstLine, List<String> lines) {
    public Snippet {
      lines = List.copyOf(lines);
    }

    /** The text of line {@code number}, or empty when the snippet does not reach it. */
    public String line(int number) {
      int index = number - firstLine;
      return index >= 0 && index < lines.size() ? lines.get(index) : "";
    }
  }
}
