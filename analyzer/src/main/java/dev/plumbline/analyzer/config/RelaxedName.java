package dev.plumbline.analyzer.config;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One form for all ways to write a key (Spring Boot's <i>relaxed binding</i>): {@code
 * my.max-upload-size}, {@code my.maxUploadSize} and {@code my.max_upload_size} are one key.
 */
public final class RelaxedName {

  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  private RelaxedName() {}

  /** Equal for equal keys: lower case without dashes and underscores; what is in brackets stays. */
  static String uniform(String key) {
    StringBuilder uniform = new StringBuilder(key.length());
    int brackets = 0;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (brackets > 0) {
        uniform.append(c);
      } else if (c != '-' && c != '_') {
        uniform.append(Character.toLowerCase(c));
      }
    }
    return uniform.toString();
  }

  /** The same with any number as index: {@code a[0].b} as {@code a[*].b}. */
  public static String shape(String key) {
    String uniform = uniform(key);
    return uniform.indexOf('[') < 0 ? uniform : INDEX.matcher(uniform).replaceAll("[*]");
  }

  /** The environment variable that stands for a key: {@code MY_MAXUPLOADSIZE}, {@code A_0_B}. */
  static String environmentName(String key) {
    return key.replace("-", "")
        .replace('[', '_')
        .replace("]", "")
        .replace('.', '_')
        .toUpperCase(Locale.ROOT);
  }

  /** The name of a Java property as it is written in a key: {@code max-upload-size}. */
  static String dashed(String property) {
    StringBuilder dashed = new StringBuilder(property.length() + 4);
    for (int i = 0; i < property.length(); i++) {
      char c = property.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && dashed.charAt(dashed.length() - 1) != '-') {
        dashed.append('-');
      }
      dashed.append(c == '_' ? '-' : Character.toLowerCase(c));
    }
    return dashed.toString();
  }
}
