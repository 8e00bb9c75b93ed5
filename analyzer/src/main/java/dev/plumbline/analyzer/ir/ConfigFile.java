package dev.plumbline.analyzer.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A file that assigns values to keys.
 *
 * @param path relative to the repository root
 * @param charset as which it was read
 * @param entries in source order; of equal keys in one document the last wins
 */
public record ConfigFile(String path, Format format, String charset, List<ConfigEntry> entries) {

  /** The syntaxes that are read. */
  public enum Format {
    PROPERTIES,
    YAML,
    /** {@code NAME=value} lines for an environment. */
    ENV
  }

  private static final String ON_PROFILE = "spring.config.activate.on-profile";

  /** Before Spring Boot 2.4. */
  private static final String PROFILES = "spring.profiles";

  public ConfigFile {
    Objects.requireNonNull(path);
    Objects.requireNonNull(format);
    Objects.requireNonNull(charset);
    entries = List.copyOf(entries);
  }

  /** At least 1. */
  public int documents() {
    return entries.isEmpty() ? 1 : entries.get(entries.size() - 1).document() + 1;
  }

  /**
   * The profile expressions of which one must hold for the document to apply, as written: {@code
   * prod & !cloud}. Empty when it always applies.
   */
  public List<String> activation(int document) {
    List<String> expressions = new ArrayList<>();
    for (ConfigEntry entry : entries) {
      if (entry.document() == document && isActivation(entry.key())) {
        for (String each : entry.value().split(",")) {
          if (!each.isBlank()) {
            expressions.add(each.strip());
          }
        }
      }
    }
    return expressions;
  }

  private static boolean isActivation(String key) {
    int bracket = key.indexOf('[');
    String name = bracket < 0 ? key : key.substring(0, bracket);
    return name.equals(ON_PROFILE) || name.equals(PROFILES);
  }

  /**
   * What {@link java.util.Properties#load(java.io.InputStream)} and Spring Boot make of a value of
   * a properties file: they read bytes as ISO-8859-1, in whatever charset the file was saved.
   */
  public String asLatin1(String value) {
    return format == Format.PROPERTIES && charset.equals("UTF-8")
        ? new String(
            value.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.ISO_8859_1)
        : value;
  }
}
