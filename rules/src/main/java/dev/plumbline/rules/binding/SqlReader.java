package dev.plumbline.rules.binding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;

/**
 * Reads SQL or JPQL outside of quoted text, letter by letter, and tells where a value can stand.
 * Knows just enough to be sure; what it does not know is no place for a value.
 */
final class SqlReader {

  /** Statements that take parameters; definitions of tables and users do not. */
  private static final Set<String> STATEMENTS =
      Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "FROM", "MERGE", "REPLACE");

  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");

  private static final Set<String> BEFORE_TEXT = Set.of("LIKE", "ILIKE", "BETWEEN");

  /** Functions that take text and that databases know by their names everywhere. */
  private static final Set<String> FUNCTIONS = Set.of("UPPER", "LOWER", "TRIM", "CONCAT");

  private static final String SYMBOLS = "=<>!";

  private final StringBuilder word = new StringBuilder();
  private final Deque<String> parentheses = new ArrayDeque<>();
  private String first = "";
  private String before = "";
  private String beforeThat = "";
  private boolean between;
  private boolean inValues;
  private boolean ended;

  /** Takes a letter; false for what is not understood. */
  boolean read(char c) {
    if (ended && !Character.isWhitespace(c)) {
      return false;
    }
    if (c == '"' || c == '`' || c == '?' || c == '#' || c == '$' || c == '\\' || c == 0) {
      // Other quotation marks, placeholders that are there already, comments.
      return false;
    }
    boolean symbol = SYMBOLS.indexOf(c) >= 0;
    boolean letter = Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == ':' || c == '@';
    boolean grows =
        !word.isEmpty() && (letter && isWord() || symbol && SYMBOLS.indexOf(word.charAt(0)) >= 0);
    if (!grows) {
      finish();
    }
    if (letter || symbol) {
      word.append(c);
      return true;
    }
    return Character.isWhitespace(c) || punctuation(c);
  }

  private boolean punctuation(char c) {
    if (c == '(') {
      boolean row = inValues && (before.equals("VALUES") || before.equals(","));
      parentheses.push(row ? "VALUES" : before);
    } else if (c == ')') {
      if (parentheses.isEmpty()) {
        return false;
      }
      parentheses.pop();
    } else if (c == ';') {
      ended = true;
    } else if (c == '-' && before.equals("-") || c == '*' && before.equals("/")) {
      return false;
    }
    token(String.valueOf(c));
    return true;
  }

  private boolean isWord() {
    return SYMBOLS.indexOf(word.charAt(0)) < 0;
  }

  private void finish() {
    if (!word.isEmpty()) {
      String token = word.toString().toUpperCase(Locale.ROOT);
      word.setLength(0);
      token(token);
    }
  }

  private void token(String token) {
    if (first.isEmpty() && !token.equals("(")) {
      first = token;
    }
    if (token.equals("BETWEEN")) {
      between = true;
    }
    if (token.equals("VALUES")) {
      inValues = true;
    } else if (Character.isLetter(token.charAt(0)) && parentheses.isEmpty()) {
      inValues = false;
    }
    beforeThat = before;
    before = token;
  }

  /** A value stood here. */
  void readValue() {
    finish();
    token("'");
  }

  /** Whether text between quotation marks is a value here. */
  boolean expectsValue() {
    finish();
    if (!STATEMENTS.contains(first)) {
      return false;
    }
    String function = parentheses.isEmpty() ? "" : parentheses.peek();
    boolean listed = before.equals("(") || before.equals(",");
    return COMPARISONS.contains(before)
        || BEFORE_TEXT.contains(before)
        || before.equals("AND") && between && beforeThat.equals("'")
        || listed && function.equals("VALUES")
        || listed && FUNCTIONS.contains(function);
  }

  /** Whether what stands here without quotation marks is compared or assigned. */
  boolean expectsComparedValue() {
    finish();
    return STATEMENTS.contains(first) && COMPARISONS.contains(before);
  }

  boolean isOneStatement() {
    finish();
    return parentheses.isEmpty();
  }
}
