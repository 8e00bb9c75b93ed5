package dev.plumbline.analyzer.regex;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Patterns, classes and texts by chance; the same ones for the same seed. */
final class RandomPatterns {

  private static final List<String> LITERALS =
      List.of(
          "a",
          "b",
          "c",
          "K",
          "k",
          "1",
          "_",
          "-",
          "&",
          ":",
          " ",
          "#",
          "]",
          "}",
          "é",
          "É",
          "ſ",
          "\\.",
          "\\-",
          "\\n",
          "\\r",
          "\\t",
          "\\x41",
          "\\u00e9",
          "\\x{1F600}",
          "\\0101",
          "\\cA",
          "\\Qa.b\\E",
          "\\Q\\E",
          "\\Q-]\\E",
          "\\N{LATIN SMALL LETTER B}");

  private static final List<String> CLASSES =
      List.of(
          "\\w",
          "\\W",
          "\\d",
          "\\D",
          "\\s",
          "\\S",
          "\\h",
          "\\H",
          "\\v",
          "\\V",
          "\\p{L}",
          "\\pN",
          "\\p{Alpha}",
          "\\p{Punct}",
          "\\p{Nd}",
          "\\P{Alnum}",
          "\\p{Space}",
          "\\p{Graph}",
          "\\p{Print}",
          "\\p{Cntrl}",
          "\\p{ASCII}",
          "\\p{M}");

  private static final List<String> BOUNDARIES =
      List.of("^", "$", "\\b", "\\B", "\\A", "\\z", "\\Z", "\\G");

  private static final List<String> QUANTIFIERS =
      List.of(
          "*", "+", "?", "*?", "+?", "??", "*+", "++", "?+", "{2}", "{1,2}", "{0}", "{1,}",
          "{2,3}?", "{0,2}+");

  private static final String TEXT = "aabbccKk1_-&: #]}éÉſ.\n\r\tA\u0001Σ\u2028";

  private final Random random;

  RandomPatterns(long seed) {
    this.random = new Random(seed);
  }

  /** A pattern that the JDK accepts with these flags. */
  String pattern(int flags) {
    for (; ; ) {
      String text =
          (chance(5) ? "(?" + one(List.of("i", "x", "s", "m", "iu", "d")) + ")" : "")
              + alternatives(3);
      try {
        Pattern.compile(text, flags);
        return text;
      } catch (PatternSyntaxException e) {
        // Try the next one.
      }
    }
  }

  /** A pattern of few letters with many loops. */
  String nested() {
    String text = nested(4);
    return chance(2) ? text : text + one(List.of("$", "b", "!", "\\z"));
  }

  private String nested(int depth) {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(2);
    for (int i = 0; i < parts; i++) {
      String part =
          depth == 0 || chance(4)
              ? one(List.of("a", "b", "[ab]", ".", "\\w", "ab"))
              : "(" + nested(depth - 1) + (chance(5) ? "|" + nested(depth - 1) : "") + ")";
      text.append(part).append(chance(2) ? one(List.of("*", "+", "?", "*?", "{2,}", "++")) : "");
    }
    return text.toString();
  }

  int flags() {
    int flags = 0;
    for (int flag :
        new int[] {
          Pattern.CASE_INSENSITIVE,
          Pattern.UNICODE_CASE,
          Pattern.DOTALL,
          Pattern.MULTILINE,
          Pattern.COMMENTS,
          Pattern.UNIX_LINES
        }) {
      flags |= chance(8) ? flag : 0;
    }
    return flags;
  }

  /** A class in brackets, perhaps not a legal one. */
  String bracketClass(int depth) {
    StringBuilder text = new StringBuilder(chance(4) ? "[^" : "[");
    int items = 1 + random.nextInt(3);
    for (int i = 0; i < items; i++) {
      switch (random.nextInt(8)) {
        case 0 -> text.append("a-c");
        case 1 -> text.append(one(CLASSES));
        case 2 -> text.append(depth > 0 ? bracketClass(depth - 1) : "b");
        case 3 -> text.append(i > 0 ? "&&" : "k").append(depth > 0 ? bracketClass(depth - 1) : "b");
        case 4 -> text.append(i > 0 ? "&&" : "").append("^b-z");
        default -> text.append(one(LITERALS));
      }
    }
    return text.append(']').toString();
  }

  String text(int maxLength) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(maxLength + 1);
    for (int i = 0; i < length; i++) {
      text.append(TEXT.charAt(random.nextInt(TEXT.length())));
    }
    return text.toString();
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  private String alternatives(int depth) {
    String text = sequence(depth);
    while (chance(4)) {
      text += "|" + sequence(depth);
    }
    return text;
  }

  private String sequence(int depth) {
    StringBuilder text = new StringBuilder();
    int parts = random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      text.append(atom(depth));
      if (chance(3)) {
        text.append(one(QUANTIFIERS));
      }
    }
    return text.toString();
  }

  private String atom(int depth) {
    if (depth == 0 || chance(2)) {
      return switch (random.nextInt(6)) {
        case 0 -> one(CLASSES);
        case 1 -> bracketClass(1);
        case 2 -> ".";
        default -> one(LITERALS);
      };
    }
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> "(" + alternatives(depth - 1) + ")";
      case 3, 4 -> "(?:" + alternatives(depth - 1) + ")";
      case 5 -> "(?>" + alternatives(depth - 1) + ")";
      case 6 -> "(?=" + alternatives(depth - 1) + ")";
      case 7 -> "(?!" + alternatives(depth - 1) + ")";
      case 8 -> "(?i:" + alternatives(depth - 1) + ")";
      case 9 -> "(?i-s)";
      case 10 -> one(BOUNDARIES);
      case 11 -> "\\1";
      case 12 -> "\\R";
      default -> "(?<=" + one(LITERALS) + ")";
    };
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
