package dev.plumbline.analyzer.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code ${key}} and {@code ${key:default}} in texts, nested in keys and in defaults, as Spring,
 * Micronaut and MicroProfile have them. A key that is defined by way of itself stays as it stands.
 */
final class Placeholders {

  /** A text of a few lines; doubling definitions would make it grow for ever. */
  private static final int MAX_LENGTH = 65_536;

  private static final int MAX_DEPTH = 40;

  /**
   * A placeholder as it is written.
   *
   * @param key without placeholders in it; those that have some are left out
   */
  record Placeholder(String key, Optional<String> defaultText) {}

  /**
   * @param text with everything in the place of placeholders that is known
   * @param unset keys that are defined nowhere and have no default: the environment decides
   * @param defaulted keys that are defined nowhere and have a default
   */
  record Resolved(String text, Set<String> unset, Set<String> defaulted) {
    boolean isComplete() {
      return unset.isEmpty();
    }
  }

  private final Function<String, Optional<String>> lookup;
  private final Set<String> unset = new LinkedHashSet<>();
  private final Set<String> defaulted = new LinkedHashSet<>();
  private final Set<String> open = new LinkedHashSet<>();

  private Placeholders(Function<String, Optional<String>> lookup) {
    this.lookup = lookup;
  }

  /**
   * {@code text} with its placeholders replaced by what {@code lookup} knows, as far as it does.
   */
  static Resolved resolve(String text, Function<String, Optional<String>> lookup) {
    Placeholders placeholders = new Placeholders(lookup);
    String resolved = placeholders.replaced(text, 0);
    return new Resolved(resolved, placeholders.unset, placeholders.defaulted);
  }

  /** The placeholders of a text, outer ones before those in their defaults. */
  static List<Placeholder> in(String text) {
    List<Placeholder> found = new ArrayList<>();
    collect(text, found, 0);
    return found;
  }

  private static void collect(String text, List<Placeholder> found, int depth) {
    for (int start = next(text, 0); start >= 0 && depth < MAX_DEPTH; ) {
      int end = end(text, start);
      if (end < 0) {
        return;
      }
      String inner = text.substring(start + 2, end);
      int colon = separator(inner);
      String key = colon < 0 ? inner : inner.substring(0, colon);
      Optional<String> fallback =
          colon < 0 ? Optional.empty() : Optional.of(inner.substring(colon + 1));
      if (!key.contains("${") && !key.isBlank()) {
        found.add(new Placeholder(key.strip(), fallback));
      }
      collect(key, found, depth + 1);
      fallback.ifPresent(text1 -> collect(text1, found, depth + 1));
      start = next(text, end + 1);
    }
  }

  private String replaced(String text, int depth) {
    int start = next(text, 0);
    if (start < 0) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    int done = 0;
    while (start >= 0) {
      int end = end(text, start);
      if (end < 0 || depth > MAX_DEPTH || result.length() > MAX_LENGTH) {
        break;
      }
      result.append(text, done, start).append(value(text.substring(start + 2, end), depth));
      done = end + 1;
      start = next(text, done);
    }
    return result.append(text, done, text.length()).toString();
  }

  private String value(String inner, int depth) {
    int colon = separator(inner);
    String key = replaced(colon < 0 ? inner : inner.substring(0, colon), depth + 1).strip();
    Optional<String> value = open.contains(key) ? Optional.empty() : lookup.apply(key);
    if (value.isPresent()) {
      open.add(key);
      String text = replaced(value.get(), depth + 1);
      open.remove(key);
      return text;
    }
    if (colon >= 0 && !open.contains(key)) {
      defaulted.add(key);
      return replaced(inner.substring(colon + 1), depth + 1);
    }
    unset.add(key);
    return "${" + key + "}";
  }

  /** Where the next placeholder begins; {@code \${} is none. */
  private static int next(String text, int from) {
    int start = text.indexOf("${", from);
    while (start > 0 && text.charAt(start - 1) == '\\') {
      start = text.indexOf("${", start + 2);
    }
    return start;
  }

  /** The brace that closes the placeholder at {@code start}, or -1. */
  private static int end(String text, int start) {
    int braces = 0;
    for (int i = start + 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        braces++;
      } else if (c == '}' && braces-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The colon before the default, outside of placeholders in the key; -1 for none. */
  private static int separator(String inner) {
    int braces = 0;
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      braces += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ':' && braces == 0) {
        return i;
      }
    }
    return -1;
  }
}
