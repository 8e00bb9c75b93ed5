package dev.plumbline.analyzer.taint;

import java.util.regex.Pattern;

/** Beginnings of URLs that fix the host. */
final class UrlPrefix {

  private static final Pattern FIXED =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#\\\\]+[/?#].*", Pattern.DOTALL);

  private UrlPrefix() {}

  /** The kinds for which a text that begins with {@code prefix} is harmless. */
  static long clears(String prefix) {
    return FIXED.matcher(prefix).matches() ? Kinds.HOST : 0;
  }
}
