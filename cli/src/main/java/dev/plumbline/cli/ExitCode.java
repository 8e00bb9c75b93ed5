package dev.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the process answers with. The numbers are a promise: scripts rely on them.
 *
 * <p>Where several are true at once, the first of {@link #INTERRUPTED}, {@link #INTERNAL}, {@link
 * #USAGE}, {@link #FINDINGS} and {@link #INCOMPLETE} wins. Findings outrank an incomplete analysis,
 * so that a script which tolerates 3 never swallows a finding; a report that could not be written
 * outranks both, because whoever reads the report would see neither. What {@code --fix=apply} has
 * mended is no finding any more.
 */
enum ExitCode {
  CLEAN(0, "nothing at or above --fail-on, and everything was analysed"),
  FINDINGS(1, "findings at or above --fail-on, whether or not everything was analysed"),
  USAGE(
      2,
      "wrong usage or configuration, nothing to review, or a report or fix could not be written"),
  INCOMPLETE(3, "no such findings, but something was not analysed; see --allow-incomplete"),
  INTERNAL(70, "a failure of Plumbline itself"),
  INTERRUPTED(130, "interrupted");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  int number() {
    return number;
  }

  String meaning() {
    return meaning;
  }

  /** What an inventory answers with: it looks for no findings. */
  static Map<String, String> tableOfInventory() {
    Map<String, String> table = new LinkedHashMap<>();
    table.put(String.valueOf(CLEAN.number), "everything was read");
    table.put(
        String.valueOf(USAGE.number),
        "wrong usage, nothing to list, or the inventory could not be written");
    table.put(
        String.valueOf(INCOMPLETE.number), "something could not be read; see --allow-incomplete");
    table.put(String.valueOf(INTERNAL.number), INTERNAL.meaning);
    table.put(String.valueOf(INTERRUPTED.number), INTERRUPTED.meaning);
    return table;
  }

  /** Number and meaning of each, as the help lists them. */
  static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    for (ExitCode each : values()) {
      table.put(String.valueOf(each.number), each.meaning);
    }
    return table;
  }
}
