package dev.plumbline.cli;

import java.util.Locale;
import java.util.Map;

/** When text for people is coloured. */
enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  /**
   * The wish of the command line goes before the environment (no-color.org, bixense.com/clicolors),
   * and the environment before what the stream is.
   *
   * @param terminal whether the stream is one
   */
  boolean enabled(boolean terminal, Map<String, String> environment) {
    if (this != AUTO) {
      return this == ALWAYS;
    }
    if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    String force = environment.getOrDefault("CLICOLOR_FORCE", "");
    if (!force.isEmpty() && !force.equals("0")) {
      return true;
    }
    return terminal
        && !environment.getOrDefault("TERM", "").equals("dumb")
        && !environment.getOrDefault("CLICOLOR", "").equals("0");
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
