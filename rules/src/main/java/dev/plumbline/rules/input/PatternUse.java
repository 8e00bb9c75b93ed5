package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Location;

/**
 * A place where a constant pattern is used.
 *
 * @param where in the words of the code: {@code String.matches}
 */
record PatternUse(Question question, Location place, String where) {

  /**
   * What is asked of a pattern.
   *
   * @param flags those of {@code Pattern.compile}
   * @param whole whether it has to match the whole text, as far as the place tells
   */
  record Question(String regex, int flags, boolean whole) {}
}
