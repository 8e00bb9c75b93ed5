package dev.plumbline.analyzer.config;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A profile expression of Spring: names with {@code !}, {@code &}, {@code |} and parentheses. What
 * is malformed is a name, as before expressions were introduced.
 */
final class ProfileExpression {

  /** Words that name a place where nothing ships from. */
  private static final Set<String> DEVELOPMENT =
      Set.of(
          "test",
          "tests",
          "testing",
          "unittest",
          "integrationtest",
          "it",
          "e2e",
          "ci",
          "mock",
          "dev",
          "devel",
          "develop",
          "development",
          "developer",
          "local",
          "localhost",
          "debug",
          "demo",
          "sample",
          "example");

  private final String text;
  private int at;
  private Set<String> active = Set.of();
  private final Set<String> names = new LinkedHashSet<>();

  private ProfileExpression(String text) {
    this.text = text;
  }

  /** Whether it holds when exactly these profiles are active. */
  static boolean holds(String expression, Set<String> active) {
    ProfileExpression parser = new ProfileExpression(expression);
    parser.active = active;
    return parser.or();
  }

  /** The profiles that it names. */
  static Set<String> names(String expression) {
    ProfileExpression parser = new ProfileExpression(expression);
    parser.or();
    return parser.names;
  }

  /** Whether a profile is, by its name, for development or tests, and never for production. */
  static boolean isDevelopment(String profile) {
    for (String word : profile.toLowerCase(Locale.ROOT).split("[-_. ]")) {
      if (DEVELOPMENT.contains(word) || word.matches("(?:test|dev|local)\\d+")) {
        return true;
      }
    }
    return false;
  }

  private boolean or() {
    boolean value = and();
    while (next('|')) {
      value |= and();
    }
    return value;
  }

  private boolean and() {
    boolean value = not();
    while (next('&')) {
      value &= not();
    }
    return value;
  }

  private boolean not() {
    boolean negated = false;
    while (next('!')) {
      negated = !negated;
    }
    boolean value;
    if (next('(')) {
      value = or();
      next(')');
    } else {
      value = name();
    }
    return negated != value;
  }

  private boolean name() {
    int start = at;
    while (at < text.length() && "&|()".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(start, at).strip();
    names.add(name);
    return active.contains(name);
  }

  private boolean next(char c) {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }
}
