package dev.plumbline.analyzer.finding;

import java.util.List;

/**
 * A change that mends a finding; its replacements belong together.
 *
 * @param description what the change does, in the imperative
 */
public record Fix(String description, List<Replacement> replacements) {

  public Fix {
    replacements = List.copyOf(replacements);
  }

  /**
   * @param deleted what goes; empty for an insertion
   * @param inserted what comes in its place
   */
  public record Replacement(Location deleted, String inserted) {}
}
