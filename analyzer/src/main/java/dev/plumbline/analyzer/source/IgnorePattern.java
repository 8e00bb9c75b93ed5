package dev.plumbline.analyzer.source;

import java.util.Optional;

/**
 * One line of an ignore file, read as git reads it (gitignore(5); {@code dir.c} of git 2.39).
 *
 * <p>All strings are byte strings, see {@link Glob}.
 */
final class IgnorePattern {

  private enum Form {
    /** No wildcard, no slash: the name itself. */
    NAME,
    /** {@code *.class}: how the name ends. */
    NAME_END,
    NAME_GLOB,
    /** A path below the folder of the ignore file. */
    PATH
  }

  private final Form form;
  private final String literal;
  private final Glob glob;
  private final boolean directoryOnly;
  private final boolean negated;

  private IgnorePattern(
      Form form, String literal, Glob glob, boolean directoryOnly, boolean negated) {
    this.form = form;
    this.literal = literal;
    this.glob = glob;
    this.directoryOnly = directoryOnly;
    this.negated = negated;
  }

  /** Empty for a blank line and a comment. */
  static Optional<IgnorePattern> parse(String line) {
    String pattern = trimTrailingSpaces(line);
    if (pattern.isEmpty() || pattern.charAt(0) == '#') {
      return Optional.empty();
    }
    boolean negated = pattern.charAt(0) == '!';
    if (negated) {
      pattern = pattern.substring(1);
    }
    boolean directoryOnly = pattern.endsWith("/");
    if (directoryOnly) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    if (pattern.startsWith("**/") && pattern.indexOf('/', 3) < 0 && pattern.indexOf("**", 3) < 0) {
      pattern = pattern.substring(3); // the same at any depth, and cheaper to match by name
    }
    if (pattern.indexOf('/') >= 0) {
      String path = pattern.charAt(0) == '/' ? pattern.substring(1) : pattern;
      int wild = firstWildcard(path);
      Glob rest = wild == path.length() ? null : Glob.compile(path.substring(wild), true);
      String prefix = path.substring(0, wild);
      return Optional.of(new IgnorePattern(Form.PATH, prefix, rest, directoryOnly, negated));
    }
    if (firstWildcard(pattern) == pattern.length()) {
      return Optional.of(new IgnorePattern(Form.NAME, pattern, null, directoryOnly, negated));
    }
    String tail = pattern.substring(1);
    if (pattern.charAt(0) == '*' && firstWildcard(tail) == tail.length()) {
      return Optional.of(new IgnorePattern(Form.NAME_END, tail, null, directoryOnly, negated));
    }
    Glob glob = Glob.compile(pattern, false);
    return Optional.of(new IgnorePattern(Form.NAME_GLOB, "", glob, directoryOnly, negated));
  }

  /** Whether a match means that the file is to be kept. */
  boolean negated() {
    return negated;
  }

  /**
   * Whether the pattern names this file or directory, by itself and not by a parent.
   *
   * @param path relative to the root
   * @param below where the part begins that is relative to the folder of the ignore file
   * @param name where the last part begins
   */
  boolean matches(String path, int below, int name, boolean directory) {
    if (directoryOnly && !directory) {
      return false;
    }
    return switch (form) {
      case NAME -> path.length() - name == literal.length() && path.endsWith(literal);
      case NAME_END -> path.length() - name >= literal.length() && path.endsWith(literal);
      case NAME_GLOB -> glob.matches(path, name);
      case PATH ->
          path.startsWith(literal, below)
              && (glob == null
                  ? path.length() == below + literal.length()
                  : glob.matches(path, below + literal.length()));
    };
  }

  private static int firstWildcard(String pattern) {
    int i = 0;
    while (i < pattern.length() && "*?[\\".indexOf(pattern.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** Spaces go, tabs stay; a backslash keeps what follows it. */
  private static String trimTrailingSpaces(String line) {
    int end = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\') {
        i++;
        end = Math.min(i + 1, line.length());
      } else if (c != ' ') {
        end = i + 1;
      }
    }
    return line.substring(0, end);
  }
}
