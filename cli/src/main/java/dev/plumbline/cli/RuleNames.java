package dev.plumbline.cli;

import java.util.List;

/** Messages about rule ids. */
final class RuleNames {

  private RuleNames() {}

  /** For an id that no rule has. */
  static String unknown(String id, List<String> alternatives) {
    return "there is no rule '"
        + id
        + "'"
        + (alternatives.isEmpty()
            ? "; 'plumbline rules' lists all"
            : "; did you mean " + String.join(" or ", alternatives) + "?");
  }
}
