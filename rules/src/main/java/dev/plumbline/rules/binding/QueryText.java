package dev.plumbline.rules.binding;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.rule.SyntaxSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A query as it is written: literals and other expressions joined with {@code +}. */
final class QueryText {

  /**
   * A character of a literal.
   *
   * @param start where it is written, an escape as a whole
   * @param end exclusive
   */
  record Letter(char value, int start, int end) {}

  /**
   * One operand.
   *
   * @param letters of a literal, or of a constant with places that cannot be edited; null for what
   *     is not known
   * @param editable whether it is a literal
   */
  record Piece(Expression node, List<Letter> letters, boolean editable, JavaType type) {

    boolean isOpen() {
      return letters == null;
    }

    /** What opens and closes the literal. */
    String delimiter() {
      return node instanceof TextBlockLiteralExpr ? "\"\"\"" : "\"";
    }
  }

  private final Expression whole;
  private final List<Piece> pieces;

  private QueryText(Expression whole, List<Piece> pieces) {
    this.whole = whole;
    this.pieces = List.copyOf(pieces);
  }

  /**
   * Empty where the text does not begin with a literal or a constant, or where more than blanks and
   * a plus stands between the operands.
   */
  static Optional<QueryText> of(Expression expression, SyntaxSource source) {
    Expression inner = expression;
    while (inner instanceof EnclosedExpr enclosed) {
      inner = enclosed.getInner();
    }
    Deque<Expression> operands = new ArrayDeque<>();
    while (inner instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.PLUS) {
      operands.addFirst(binary.getRight());
      inner = binary.getLeft();
    }
    operands.addFirst(inner);
    List<Piece> pieces = new ArrayList<>();
    Expression before = null;
    for (Expression each : operands) {
      if (before != null
          && !source.text(source.end(before), source.start(each)).strip().equals("+")) {
        return Optional.empty();
      }
      pieces.add(piece(each, source));
      before = each;
    }
    boolean begins = !pieces.get(0).isOpen() && pieces.get(0).type().isString();
    return begins && pieces.size() > 1
        ? Optional.of(new QueryText(inner(expression), pieces))
        : Optional.empty();
  }

  private static Expression inner(Expression expression) {
    return expression instanceof EnclosedExpr enclosed ? inner(enclosed.getInner()) : expression;
  }

  Expression whole() {
    return whole;
  }

  List<Piece> pieces() {
    return pieces;
  }

  private static Piece piece(Expression node, SyntaxSource source) {
    if (node instanceof StringLiteralExpr || node instanceof TextBlockLiteralExpr) {
      return new Piece(node, letters(node, source), true, JavaType.STRING);
    }
    Object constant = source.types().constant(source.span(node)).orElse(null);
    if (constant != null) {
      List<Letter> letters = new ArrayList<>();
      String.valueOf(constant).chars().forEach(c -> letters.add(new Letter((char) c, -1, -1)));
      JavaType type = constant instanceof String ? JavaType.STRING : JavaType.INT;
      return new Piece(node, letters, false, type);
    }
    return new Piece(node, null, false, Shapes.typeOf(node, source));
  }

  /** How far all lines of a block are indented (JLS 3.10.6); the last counts although blank. */
  private static int margin(String content) {
    int margin = Integer.MAX_VALUE;
    String[] lines = content.split("\\R", -1);
    for (int i = 1; i < lines.length; i++) {
      int blanks = 0;
      while (blanks < lines[i].length() && isBlank(lines[i].charAt(blanks))) {
        blanks++;
      }
      if (blanks < lines[i].length() || i == lines.length - 1) {
        margin = Math.min(margin, blanks);
      }
    }
    return margin == Integer.MAX_VALUE ? 0 : margin;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  /** The content with escapes read; line continuations and indentation of blocks are blanks. */
  private static List<Letter> letters(Expression node, SyntaxSource source) {
    boolean block = node instanceof TextBlockLiteralExpr;
    int quotes = block ? 3 : 1;
    int at = source.start(node) + quotes;
    int end = source.end(node) - quotes;
    String text = source.text();
    if (block) {
      // Nothing but blanks stands between the opening and the end of its line.
      while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
    }
    int margin = block ? margin(text.substring(Math.min(at, end), end)) : 0;
    boolean first = block;
    List<Letter> letters = new ArrayList<>();
    while (at < end) {
      int start = at;
      char c = text.charAt(at++);
      if (block && (c == '\n' || c == '\r')) {
        if (c == '\r' && at < end && text.charAt(at) == '\n') {
          at++;
        }
        // The line end behind the opening is none of the content, nor is the margin of a line.
        if (!first) {
          letters.add(new Letter('\n', start, at));
        }
        first = false;
        for (int i = 0; i < margin && at < end && isBlank(text.charAt(at)); i++) {
          at++;
        }
        continue;
      }
      if (c != '\\' || at >= end) {
        letters.add(new Letter(c, start, at));
        continue;
      }
      char escaped = text.charAt(at++);
      char value =
          switch (escaped) {
            case 'n', 't', 'r', 'f', 'b', 's', '\n', '\r' -> ' ';
            case '"', '\'', '\\' -> escaped;
            // Octal and Unicode escapes: nothing that text in a query should be taken for.
            default -> '\u0000';
          };
      letters.add(new Letter(value, start, at));
    }
    return letters;
  }
}
