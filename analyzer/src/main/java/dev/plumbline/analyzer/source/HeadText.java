package dev.plumbline.analyzer.source;

/**
 * The beginning of a file, taken apart just well enough to tell comments from code.
 *
 * <p>Knows the comments of Java and its relatives, of XML, and lines that start with {@code #} or
 * {@code --}. Stops at the first brace outside of parentheses: there a type's body begins.
 *
 * @param comments the text of the early comments, a line each, their decoration removed
 * @param code what is neither comment nor string
 */
record HeadText(String comments, String code) {

  static HeadText of(String head) {
    return new Splitter(head).split();
  }

  /** One pass over the characters. */
  private static final class Splitter {
    private final String text;
    private final int lastCommentStart;
    private final StringBuilder comments = new StringBuilder();
    private final StringBuilder code = new StringBuilder();
    private int at;
    private int depth;

    Splitter(String text) {
      this.text = text;
      this.lastCommentStart = Math.min(GeneratedMark.COMMENT_CHARS, endOfEarlyLines(text));
    }

    HeadText split() {
      boolean lineStart = true;
      while (at < text.length()) {
        char c = text.charAt(at);
        if (text.startsWith("/*", at)) {
          comment(2, "*/");
        } else if (text.startsWith("<!--", at)) {
          comment(4, "-->");
        } else if (text.startsWith("//", at)) {
          comment(2, "\n");
        } else if (lineStart && (c == '#' || text.startsWith("--", at))) {
          comment(1, "\n");
        } else if (c == '"' || c == '\'') {
          literal(c);
        } else if (c == '{' && depth == 0) {
          break;
        } else {
          depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
          code.append(c);
          lineStart = c == '\n' || c == '\r' || lineStart && Character.isWhitespace(c);
          at++;
          continue;
        }
        lineStart = at > 0 && text.charAt(at - 1) == '\n';
      }
      return new HeadText(comments.toString(), code.toString());
    }

    private void comment(int opening, String closing) {
      int start = at + opening;
      int found = text.indexOf(closing, start);
      int end = found < 0 ? text.length() : found;
      at = found < 0 ? text.length() : found + closing.length();
      if (start - opening < lastCommentStart) {
        for (String line :
            text.substring(start, Math.min(end, lastCommentStart)).split("\\R", -1)) {
          comments.append(stripDecoration(line)).append('\n');
        }
      }
      code.append(' ');
    }

    private void literal(char quote) {
      String block = "\"\"\"";
      String closing = text.startsWith(block, at) ? block : String.valueOf(quote);
      int i = at + closing.length();
      boolean oneLine = closing.length() == 1;
      while (i < text.length() && !text.startsWith(closing, i)) {
        if (oneLine && text.charAt(i) == '\n') {
          break; // an apostrophe in prose, not a literal
        }
        i += text.charAt(i) == '\\' ? 2 : 1;
      }
      at = Math.min(text.length(), i + closing.length());
      code.append("\"\"");
    }

    /** Offset after the early lines. */
    private static int endOfEarlyLines(String text) {
      int end = 0;
      for (int line = 0; line < GeneratedMark.COMMENT_LINES; line++) {
        int next = text.indexOf('\n', end);
        if (next < 0) {
          return text.length();
        }
        end = next + 1;
      }
      return end;
    }

    private static String stripDecoration(String line) {
      int i = 0;
      while (i < line.length() && " \t*/#-=!;<>".indexOf(line.charAt(i)) >= 0) {
        i++;
      }
      return line.substring(i);
    }
  }
}
