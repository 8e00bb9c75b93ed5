package dev.plumbline.analyzer.library;

import java.util.List;

/**
 * Library data that do not have the form of docs/library-data.md. The message lists what is wrong,
 * a line each: {@code file:line:column: problem}.
 *
 * <p>In a user's file that is a mistake of the input, in a shipped one a defect of this program.
 */
public final class LibraryDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** More would not be read in one go. */
  private static final int SHOWN = 20;

  private final List<String> problems;

  LibraryDataException(List<String> problems) {
    super(text(problems));
    this.problems = List.copyOf(problems);
  }

  private static String text(List<String> problems) {
    String shown = String.join("\n", problems.subList(0, Math.min(SHOWN, problems.size())));
    int more = problems.size() - SHOWN;
    return more > 0 ? shown + "\nand " + more + " more" : shown;
  }

  /** All that is wrong, in the order of the file. */
  public List<String> problems() {
    return problems;
  }
}
