package dev.plumbline.analyzer.dataflow;

import java.util.regex.Pattern;

/**
 * Methods that make text harmless, told by their names: those of the workspace and of libraries
 * that no data describe. A name is weak evidence, but a project that has such a method knows what
 * it is about.
 */
public final class Checks {

  private static final Pattern QUOTING =
      Pattern.compile("(?i).*(quote|escape|sanitize|sanitise|enquote|delimit|wrapIdentifier).*");

  private static final Pattern CHECKING =
      Pattern.compile(
          "(?i)(validate|check|assert|verify|ensure|require|reject|filter)\\w*"
              + "(sql|inject|identifier|column|table|sort|order|safe|allow|whitelist)\\w*");

  private Checks() {}

  /** Whether a method of this name gives back its argument made harmless. */
  public static boolean isQuoting(String method) {
    return QUOTING.matcher(method).matches();
  }

  /** Whether a method of this name throws unless its argument is harmless as a part of SQL. */
  static boolean isChecking(String method) {
    return CHECKING.matcher(method).matches();
  }
}
