package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.ir.LombokConfig;
import dev.plumbline.analyzer.ir.LombokConfig.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code lombok.config} files. Lines that are no directive are passed over, as Lombok does
 * with a warning of its own. {@code import} is not followed: it may name a file in an archive or
 * elsewhere on the machine.
 */
public final class LombokConfigReader {

  private LombokConfigReader() {}

  /** Whether a file of that name holds Lombok's settings. */
  public static boolean isConfig(String path) {
    return path.equals("lombok.config") || path.endsWith("/lombok.config");
  }

  public static LombokConfig read(String path, String text) {
    List<LombokConfig.Directive> directives = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String written = line.strip();
      if (written.isEmpty() || written.startsWith("#")) {
        continue;
      }
      int equals = written.indexOf('=');
      if (written.toLowerCase(Locale.ROOT).startsWith("clear ") && equals < 0) {
        directives.add(new LombokConfig.Directive(Action.CLEAR, key(written.substring(6)), ""));
      } else if (equals > 0) {
        char before = written.charAt(equals - 1);
        Action action = before == '+' ? Action.ADD : before == '-' ? Action.REMOVE : Action.SET;
        int end = action == Action.SET ? equals : equals - 1;
        directives.add(
            new LombokConfig.Directive(
                action, key(written.substring(0, end)), written.substring(equals + 1).strip()));
      }
    }
    return new LombokConfig(path, directives);
  }

  private static String key(String written) {
    return written.strip().toLowerCase(Locale.ROOT);
  }
}
