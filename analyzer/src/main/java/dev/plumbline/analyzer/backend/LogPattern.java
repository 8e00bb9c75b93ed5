package dev.plumbline.analyzer.backend;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A pattern of Logback or Log4j, asked whether a message can bring line breaks into the log. */
final class LogPattern {

  private static final Set<String> MESSAGE = Set.of("m", "msg", "message");

  /** Words of Log4j whose braces hold a pattern. */
  private static final Set<String> AROUND =
      Set.of("replace", "enc", "encode", "maxlen", "maxlength", "highlight", "style", "notempty");

  /** A regular expression that takes line breaks out. */
  private static final Pattern LINE_BREAKS =
      Pattern.compile("\\\\[rnRsv]|[\\r\\n]|\\\\x0[aAdD]|Cntrl|\\[\\^");

  /** Classes that teams write for this end. */
  private static final Pattern NEUTRAL_CLASS =
      Pattern.compile("(?i).*(crlf|newline|linebreak|singleline|forging|sanitiz|sanitis|escap).*");

  private final String text;
  private final Map<String, String> words;
  private boolean breaks;

  private LogPattern(String text, Map<String, String> words) {
    this.text = text;
    this.words = words;
  }

  /**
   * @param text without placeholders
   * @param words further words of patterns, with the class that stands behind each
   */
  static boolean keepsLineBreaks(String text, Map<String, String> words) {
    LogPattern pattern = new LogPattern(text, words);
    pattern.read(0, text.length(), false);
    return pattern.breaks;
  }

  private void read(int from, int to, boolean neutral) {
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (c == '\\') {
        at += 2;
      } else if (c == '%') {
        at = converter(at + 1, to, neutral);
      } else {
        at++;
      }
    }
  }

  /** Reads what stands behind a percent sign and gives the place behind it. */
  private int converter(int from, int to, boolean neutral) {
    int at = from;
    while (at < to && "-.0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int start = at;
    while (at < to && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (at < to && text.charAt(at) == '(') {
      int end = closing(at, to, '(', ')');
      int behind = end + 1;
      int options = behind;
      while (behind < to && text.charAt(behind) == '{') {
        behind = closing(behind, to, '{', '}') + 1;
      }
      String said = text.substring(Math.min(options, to), Math.min(behind, to));
      read(at + 1, Math.min(end, to), neutral || isNeutral(word, said));
      return behind;
    }
    if (at < to && text.charAt(at) == '{' && AROUND.contains(word.toLowerCase())) {
      int end = closing(at, to, '{', '}');
      int behind = end + 1;
      while (behind < to && text.charAt(behind) == '{') {
        behind = closing(behind, to, '{', '}') + 1;
      }
      String said = text.substring(Math.min(end + 1, to), Math.min(behind, to));
      read(at + 1, Math.min(end, to), neutral || isNeutral(word, said));
      return behind;
    }
    if (MESSAGE.contains(word) && !neutral && !isNeutral(word, "")) {
      breaks = true;
    }
    return Math.max(at, from);
  }

  private int closing(int from, int to, char open, char close) {
    int depth = 0;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return at;
      }
    }
    return to;
  }

  private boolean isNeutral(String word, String options) {
    return switch (word) {
      case "replace" -> LINE_BREAKS.matcher(options).find();
      // Without a word they encode for HTML, which takes line breaks along; for XML they do not.
      case "enc", "encode" -> !options.contains("XML");
      default ->
          Optional.ofNullable(words.get(word))
                  .filter(type -> NEUTRAL_CLASS.matcher(type).matches())
                  .isPresent()
              || word.equalsIgnoreCase("crlf");
    };
  }
}
