package dev.plumbline.cli;

import dev.plumbline.analyzer.report.ConsoleReport;
import java.util.Locale;
import java.util.Map;

/** Finds out what the place that text goes to can show. */
final class TextStyle {

  /** Set by the launcher, which can ask the terminal: its width in cells. */
  static final String COLUMNS_PROPERTY = "plumbline.columns";

  /** Where nobody knows: what fits into logs and side by side reviews. */
  private static final int DEFAULT_COLUMNS = 100;

  /** Beyond this the eye loses the line. */
  private static final int MAX_COLUMNS = 160;

  private TextStyle() {}

  /** For text on stdout or stderr. */
  static ConsoleReport.Style ofStream(boolean colored, boolean terminal, Host host) {
    return new ConsoleReport.Style(
        colored, showsUnicode(host.environment()), terminal ? columns() : DEFAULT_COLUMNS);
  }

  /** For a file, which is the same on every machine. */
  static ConsoleReport.Style ofFile(boolean colored) {
    return new ConsoleReport.Style(colored, true, DEFAULT_COLUMNS);
  }

  /** POSIX looks at these three in this order; Windows Terminal and the logs of CIs take UTF-8. */
  private static boolean showsUnicode(Map<String, String> environment) {
    for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.getOrDefault(variable, "").toUpperCase(Locale.ROOT);
      if (!value.isEmpty()) {
        return value.contains("UTF-8") || value.contains("UTF8");
      }
    }
    return environment.containsKey("WT_SESSION") || environment.containsKey("CI");
  }

  private static int columns() {
    Integer told = Integer.getInteger(COLUMNS_PROPERTY);
    return told == null || told < 1 ? DEFAULT_COLUMNS : Math.min(told, MAX_COLUMNS);
  }
}
