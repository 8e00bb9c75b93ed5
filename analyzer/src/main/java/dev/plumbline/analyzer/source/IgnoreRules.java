package dev.plumbline.analyzer.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The ignore files that apply in one directory; immutable, shared by the directories below.
 *
 * <p>Inside one file the last match decides; the file in the nearest directory is asked first. All
 * {@code .plumblineignore} files come before all {@code .gitignore} files, and {@code
 * .git/info/exclude} comes last. Those of git say nothing of files that are tracked.
 */
final class IgnoreRules {

  /** What the rules say of one file or directory. */
  enum Verdict {
    IGNORED,
    /** A negated pattern keeps it. */
    KEPT,
    /** Git's files name it, or a folder around it, and git tracks it or something in it. */
    TRACKED,
    /** No pattern matches. */
    UNNAMED
  }

  /**
   * One ignore file.
   *
   * @param below where paths relative to its folder begin, in paths relative to the root
   */
  private record Level(Level parent, int below, List<IgnorePattern> patterns) {}

  private final Level given;
  private final Level own;
  private final Level git;
  private final TrackedFiles tracked;

  /** Whether a folder around is ignored, so that of git's files only tracked ones are left. */
  private final boolean trackedOnly;

  private IgnoreRules(
      Level given, Level own, Level git, TrackedFiles tracked, boolean trackedOnly) {
    this.given = given;
    this.own = own;
    this.git = git;
    this.tracked = tracked;
    this.trackedOnly = trackedOnly;
  }

  /**
   * Rules from no file.
   *
   * @param given lines as in an ignore file of the root; they outrank every file
   */
  static IgnoreRules of(List<String> given) {
    return of(given, TrackedFiles.NONE);
  }

  /**
   * The same where git tracks files.
   *
   * @param tracked relative to the root
   */
  static IgnoreRules of(List<String> given, TrackedFiles tracked) {
    byte[] lines = String.join("\n", given).getBytes(StandardCharsets.UTF_8);
    return new IgnoreRules(level(null, "", lines), null, null, tracked, false);
  }

  /** The given lines alone: what is left where a user names an ignored directory. */
  IgnoreRules withoutFiles() {
    return new IgnoreRules(given, null, null, tracked, false);
  }

  /** These rules and those of a {@code .plumblineignore} in a directory below. */
  IgnoreRules withOwn(String directory, byte[] content) {
    return new IgnoreRules(given, level(own, directory, content), git, tracked, trackedOnly);
  }

  /** These rules and those of a {@code .gitignore} in a directory below. */
  IgnoreRules withGit(String directory, byte[] content) {
    return new IgnoreRules(given, own, level(git, directory, content), tracked, trackedOnly);
  }

  /** The rules below a folder that git ignores but for the files that it tracks there. */
  IgnoreRules below(Verdict folder) {
    return folder == Verdict.TRACKED ? new IgnoreRules(given, own, git, tracked, true) : this;
  }

  /**
   * What the rules say, of the entry itself: whoever asks has not entered an ignored directory.
   *
   * @param path relative to the root, as a byte string; not empty
   */
  Verdict verdict(String path, boolean directory) {
    int name = path.lastIndexOf('/') + 1;
    Verdict verdict = verdict(given, path, name, directory);
    if (verdict == Verdict.UNNAMED) {
      verdict = verdict(own, path, name, directory);
    }
    if (verdict != Verdict.UNNAMED) {
      return verdict;
    }
    verdict = trackedOnly ? Verdict.IGNORED : verdict(git, path, name, directory);
    return verdict == Verdict.IGNORED && tracked.contains(path) ? Verdict.TRACKED : verdict;
  }

  private static Verdict verdict(Level nearest, String path, int name, boolean directory) {
    for (Level level = nearest; level != null; level = level.parent) {
      for (int i = level.patterns.size() - 1; i >= 0; i--) {
        IgnorePattern pattern = level.patterns.get(i);
        if (pattern.matches(path, level.below, name, directory)) {
          return pattern.negated() ? Verdict.KEPT : Verdict.IGNORED;
        }
      }
    }
    return Verdict.UNNAMED;
  }

  /** A character for each byte of UTF-8: the form in which paths and patterns are compared. */
  static String byteString(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      }
    }
    return text;
  }

  private static Level level(Level parent, String directory, byte[] content) {
    List<IgnorePattern> patterns = parse(content);
    int below = directory.isEmpty() ? 0 : directory.length() + 1;
    return patterns.isEmpty() ? parent : new Level(parent, below, patterns);
  }

  private static List<IgnorePattern> parse(byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    int at = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    List<IgnorePattern> patterns = new ArrayList<>();
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      boolean carriage = end > at && text.charAt(end - 1) == '\r';
      IgnorePattern.parse(text.substring(at, carriage ? end - 1 : end)).ifPresent(patterns::add);
      at = end + 1;
    }
    return patterns;
  }
}
