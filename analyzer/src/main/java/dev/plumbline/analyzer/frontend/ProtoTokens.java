package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;

/**
 * The words and signs of a Protocol Buffers file, comments left out. A dotted name is one word, a
 * string keeps its quotes. At the end the current token is empty.
 */
final class ProtoTokens {

  private final String text;
  private int position;
  private int line = 1;
  private int lineStart;
  private String current = "";
  private int currentLine;
  private int currentColumn;

  /** The text is no Protocol Buffers file, from the given place on. */
  static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Span span;

    SyntaxException(String message, Span span) {
      super(message);
      this.span = span;
    }

    Span span() {
      return span;
    }
  }

  ProtoTokens(String text) throws SyntaxException {
    this.text = text;
    advance();
  }

  String current() {
    return current;
  }

  boolean atEnd() {
    return current.isEmpty();
  }

  boolean at(String token) {
    return current.equals(token);
  }

  /** The current token; moves on. */
  String take() throws SyntaxException {
    if (atEnd()) {
      throw failure("the file ends in the middle of a declaration");
    }
    String token = current;
    advance();
    return token;
  }

  void expect(String token) throws SyntaxException {
    if (!at(token)) {
      throw failure("expected '" + token + "' instead of '" + current + "'");
    }
    advance();
  }

  boolean accept(String token) throws SyntaxException {
    if (!at(token)) {
      return false;
    }
    advance();
    return true;
  }

  /** Moves behind the semicolon or the block that ends the statement. */
  void skipStatement() throws SyntaxException {
    int depth = 0;
    while (true) {
      String token = take();
      if (token.equals("{") || token.equals("[")) {
        depth++;
      } else if (token.equals("}") || token.equals("]")) {
        depth--;
        if (depth < 0) {
          throw failure("a bracket closes that nothing opened");
        }
        if (depth == 0 && token.equals("}")) {
          accept(";");
          return;
        }
      } else if (token.equals(";") && depth == 0) {
        return;
      }
    }
  }

  SyntaxException failure(String message) {
    return new SyntaxException(
        message,
        new Span(
            currentLine,
            currentColumn,
            currentLine,
            currentColumn + Math.max(1, current.length())));
  }

  private void advance() throws SyntaxException {
    skipBlanks();
    currentLine = line;
    currentColumn = position - lineStart + 1;
    if (position >= text.length()) {
      current = "";
      return;
    }
    int start = position;
    char c = text.charAt(position);
    if (c == '"' || c == '\'') {
      skipString(c);
    } else if (isWord(c)) {
      while (position < text.length() && isWord(text.charAt(position))) {
        position++;
      }
    } else {
      position++;
    }
    current = text.substring(start, position);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  private void skipString(char quote) throws SyntaxException {
    position++;
    while (position < text.length() && text.charAt(position) != quote) {
      if (text.charAt(position) == '\n') {
        break;
      }
      position += text.charAt(position) == '\\' ? 2 : 1;
    }
    if (position >= text.length() || text.charAt(position) != quote) {
      throw failure("a text is not closed");
    }
    position++;
  }

  private void skipBlanks() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '\n') {
        position++;
        line++;
        lineStart = position;
      } else if (Character.isWhitespace(c) || c == '\uFEFF') {
        position++;
      } else if (text.startsWith("//", position)) {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", position)) {
        skipComment();
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    int end = text.indexOf("*/", position + 2);
    int stop = end < 0 ? text.length() : end + 2;
    for (; position < stop; position++) {
      if (text.charAt(position) == '\n') {
        line++;
        lineStart = position + 1;
      }
    }
  }
}
