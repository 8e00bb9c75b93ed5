package dev.plumbline.analyzer.regex;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The text of a pattern while it is read. Between {@code \Q} and {@code \E} characters carry {@link
 * #QUOTED}, so that none of them is taken for syntax; with {@code COMMENTS} white space and
 * comments are passed over.
 */
final class PatternText {

  /** Behind the last character. */
  static final int END = -1;

  /** Above all code points. */
  private static final int QUOTED = 1 << 24;

  private final int[] characters;
  private int position;
  private int flags;

  PatternText(String regex, int flags) {
    this.flags = flags;
    this.characters = has(Pattern.LITERAL) ? allQuoted(regex) : withQuotes(regex);
  }

  private static int[] allQuoted(String regex) {
    return regex.codePoints().map(c -> c | QUOTED).toArray();
  }

  private static int[] withQuotes(String regex) {
    int[] from = regex.codePoints().toArray();
    int[] to = new int[from.length];
    int size = 0;
    boolean quoted = false;
    for (int i = 0; i < from.length; i++) {
      int next = i + 1 < from.length ? from[i + 1] : END;
      if (quoted && from[i] == '\\' && next == 'E') {
        quoted = false;
        i++;
      } else if (quoted) {
        to[size++] = from[i] | QUOTED;
      } else if (from[i] == '\\' && next == 'Q') {
        quoted = true;
        i++;
      } else {
        to[size++] = from[i];
        if (from[i] == '\\' && next != END) {
          to[size++] = next;
          i++;
        }
      }
    }
    return Arrays.copyOf(to, size);
  }

  /** The character without its mark. */
  static int literal(int character) {
    return character & ~QUOTED;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  int flags() {
    return flags;
  }

  void setFlags(int flags) {
    this.flags = flags;
  }

  int position() {
    return position;
  }

  void setPosition(int position) {
    this.position = position;
  }

  /** The next character that is not passed over, or {@link #END}. */
  int peek() {
    if (has(Pattern.COMMENTS)) {
      passOver();
    }
    return raw(0);
  }

  /** Takes the next character that is not passed over. */
  int read() {
    int character = peek();
    position++;
    return character;
  }

  /** The character at that distance, whatever the flags. */
  int raw(int distance) {
    int at = position + distance;
    return at >= 0 && at < characters.length ? characters[at] : END;
  }

  /** Takes that many characters, whatever the flags. */
  void skip(int count) {
    position += count;
  }

  /** Takes the character when it is the next one. */
  boolean take(int character) {
    if (peek() != character) {
      return false;
    }
    position++;
    return true;
  }

  /** Takes characters up to and with {@code end}, and gives those before it. */
  String readTo(int end) {
    StringBuilder text = new StringBuilder();
    while (raw(0) != end) {
      if (raw(0) == END) {
        throw new NotUnderstood("no end of a name");
      }
      text.appendCodePoint(literal(raw(0)));
      position++;
    }
    position++;
    return text.toString();
  }

  private void passOver() {
    for (; ; ) {
      int character = raw(0);
      if (character == ' ' || character >= '\t' && character <= '\r') {
        position++;
      } else if (character == '#') {
        while (raw(0) != END && !isLineEnd(literal(raw(0)))) {
          position++;
        }
      } else {
        return;
      }
    }
  }

  private boolean isLineEnd(int character) {
    return has(Pattern.UNIX_LINES)
        ? character == '\n'
        : NamedClasses.LINE_TERMINATORS.contains(character);
  }

  /** A pattern that is not legal, or that means what this reader does not know. */
  static final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String reason) {
      super(reason, null, false, false);
    }
  }
}
