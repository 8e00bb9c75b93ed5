package dev.plumbline.analyzer.finding;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change that mends a finding; its replacements belong together.
 *
 * <p>Two promises make it possible to apply many fixes at once. No two replacements of one fix
 * touch the same text. A fix that is nothing but one insertion can stand beside any other insertion
 * at the same place, in either order; and equal insertions of two fixes at one place, as of an
 * import, mean one.
 *
 * @param description what the change does, in the imperative
 * @param digests for each file that is changed what it held when the fix was made ({@code
 *     SourceText.digest}), by path; whoever applies the fix refuses a file that holds something
 *     else. Empty until the engine has looked.
 */
public record Fix(String description, List<Replacement> replacements, Map<String, String> digests) {

  public Fix {
    replacements = List.copyOf(replacements);
    digests = Collections.unmodifiableMap(new TreeMap<>(digests));
  }

  /** As rules make it: the engine adds what the files held. */
  public Fix(String description, List<Replacement> replacements) {
    this(description, replacements, Map.of());
  }

  /** Whether it is one insertion and nothing else. */
  public boolean isOneInsertion() {
    return replacements.size() == 1 && replacements.get(0).isInsertion();
  }

  /**
   * @param deleted what goes; empty for an insertion
   * @param inserted what comes in its place, with the line ends of the file once the engine has
   *     looked, with {@code \n} before
   */
  public record Replacement(Location deleted, String inserted) {

    /** Whether nothing goes. */
    public boolean isInsertion() {
      Span span = deleted.span();
      return span.startLine() == span.endLine() && span.startColumn() == span.endColumn();
    }
  }
}
