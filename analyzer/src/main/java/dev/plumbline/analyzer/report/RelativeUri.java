package dev.plumbline.analyzer.report;

import java.nio.charset.StandardCharsets;

/** Turns paths of a repository into relative URI references after RFC 3986. */
final class RelativeUri {

  /**
   * The unreserved characters of RFC 3986 and the slash. All others are encoded, even those that a
   * path may hold: a colon would make the first part a scheme, and readers differ in the rest.
   */
  private static final String KEPT = "-._~/";

  private RelativeUri() {}

  /**
   * @param path with {@code /} between its parts, not absolute
   */
  static String of(String path) {
    StringBuilder uri = new StringBuilder(path.length() + 16);
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
        uri.append(c);
      } else {
        uri.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
        uri.append(Character.toUpperCase(Character.forDigit(c & 0xF, 16)));
      }
    }
    return uri.toString();
  }
}
