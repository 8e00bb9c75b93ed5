package dev.plumbline.analyzer.finding;

import java.util.Arrays;
import java.util.List;

/**
 * A weakness of the Common Weakness Enumeration.
 *
 * @param number as in {@code CWE-89}
 */
public record Cwe(int number) {

  public static List<Cwe> of(int... numbers) {
    return Arrays.stream(numbers).mapToObj(Cwe::new).toList();
  }

  /** For example {@code CWE-89}. */
  public String id() {
    return "CWE-" + number;
  }

  /** The tag under which GitHub groups alerts, for example {@code external/cwe/cwe-089}. */
  public String tag() {
    return String.format("external/cwe/cwe-%03d", number);
  }
}
