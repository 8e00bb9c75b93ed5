package dev.plumbline.analyzer.program;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the {@code lombok.config} files of a source file's folders say.
 *
 * @param values by key in lower case; Lombok's keys ignore case
 * @param lists the keys that gather values with {@code +=}
 */
record LombokSettings(Map<String, String> values, Map<String, List<String>> lists) {

  static final LombokSettings DEFAULT = new LombokSettings(Map.of(), Map.of());

  boolean flag(String key, boolean fallback) {
    String value = values.get(key.toLowerCase(Locale.ROOT));
    return value == null ? fallback : value.equalsIgnoreCase("true");
  }

  String text(String key, String fallback) {
    return values.getOrDefault(key.toLowerCase(Locale.ROOT), fallback);
  }

  List<String> list(String key) {
    return lists.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
  }
}
