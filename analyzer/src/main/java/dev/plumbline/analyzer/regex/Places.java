package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.regex.RegexNode.Boundary;

/** Whether a boundary is at a place in a text. */
final class Places {

  private Places() {}

  static boolean holds(Boundary boundary, int[] text, int place) {
    int length = text.length;
    return switch (boundary) {
      case BEGIN, LAST_MATCH -> place == 0;
      case END -> place == length;
      case LINE_BEGIN -> place == 0 || place < length && isBehindTerminator(text, place);
      case LINE_END -> place == length || isBeforeTerminator(text, place);
      case END_OR_LAST_TERMINATOR ->
          place == length
              || place >= length - 2
                  && isBeforeTerminator(text, place)
                  && (place == length - 1 || text[place] == '\r' && text[place + 1] == '\n');
      case END_OR_LAST_NEWLINE -> place == length || place == length - 1 && text[place] == '\n';
      case OF_WORD -> isWord(text, place - 1) != isWord(text, place);
      case NOT_OF_WORD -> isWord(text, place - 1) == isWord(text, place);
    };
  }

  private static boolean isBehindTerminator(int[] text, int place) {
    return NamedClasses.LINE_TERMINATORS.contains(text[place - 1])
        && !(text[place - 1] == '\r' && text[place] == '\n');
  }

  private static boolean isBeforeTerminator(int[] text, int place) {
    return NamedClasses.LINE_TERMINATORS.contains(text[place])
        && !(place > 0 && text[place] == '\n' && text[place - 1] == '\r');
  }

  private static boolean isWord(int[] text, int place) {
    return place >= 0
        && place < text.length
        && (text[place] == '_' || Character.isLetterOrDigit(text[place]));
  }
}
