package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.plumbline.analyzer.ir.Literal;
import java.util.List;

/**
 * Values of literals: JLS 3.10. A malformed literal (an integer out of range, an unknown escape) is
 * a problem of the source; its value is then what can be read of it.
 */
final class LiteralLowering {

  private final SourceSpans spans;
  private final TypeLowering types;
  private final List<Problem> problems;

  LiteralLowering(SourceSpans spans, TypeLowering types, List<Problem> problems) {
    this.spans = spans;
    this.types = types;
    this.problems = problems;
  }

  /** The literal that the expression is, also a negated number; {@code null} for others. */
  Literal of(Expression expression) {
    if (expression instanceof StringLiteralExpr string) {
      return Literal.string(escapes(string.getValue(), string));
    }
    if (expression instanceof IntegerLiteralExpr number) {
      return Literal.integer((int) integer(number.getValue(), false, false, number));
    }
    if (expression instanceof NullLiteralExpr) {
      return Literal.NULL;
    }
    if (expression instanceof BooleanLiteralExpr bool) {
      return Literal.bool(bool.getValue());
    }
    if (expression instanceof ClassExpr type) {
      return new Literal(Literal.Kind.CLASS, types.of(type.getType()));
    }
    if (expression instanceof LongLiteralExpr number) {
      return new Literal(Literal.Kind.LONG, integer(number.getValue(), true, false, number));
    }
    if (expression instanceof DoubleLiteralExpr number) {
      return floating(number.getValue(), false, number);
    }
    if (expression instanceof CharLiteralExpr character) {
      return character(character);
    }
    if (expression instanceof TextBlockLiteralExpr block) {
      String text = unicodeEscapes(block.getValue());
      return Literal.string(translated(lines(text).stripIndent(), block));
    }
    if (expression instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS) {
      return negated(unary.getExpression());
    }
    return null;
  }

  /** JLS 15.15.4: {@code 2147483648} is a literal only behind a minus, so both are one constant. */
  private Literal negated(Expression operand) {
    if (operand instanceof IntegerLiteralExpr number) {
      return Literal.integer((int) -integer(number.getValue(), false, true, number));
    }
    if (operand instanceof LongLiteralExpr number) {
      return new Literal(Literal.Kind.LONG, -integer(number.getValue(), true, true, number));
    }
    if (operand instanceof DoubleLiteralExpr number) {
      return floating(number.getValue(), true, number);
    }
    return null;
  }

  private long integer(String written, boolean isLong, boolean negated, Expression at) {
    String digits = written.indexOf('_') < 0 ? written : written.replace("_", "");
    if (isLong && (digits.endsWith("L") || digits.endsWith("l"))) {
      digits = digits.substring(0, digits.length() - 1);
    }
    try {
      int radix = radix(digits);
      if (radix == 10) {
        return decimal(digits, isLong, negated);
      }
      String body = digits.substring(radix == 8 ? 1 : 2);
      // Hexadecimal, octal and binary literals name the bits, also of negative numbers.
      return isLong ? Long.parseUnsignedLong(body, radix) : Integer.parseUnsignedInt(body, radix);
    } catch (NumberFormatException tooLarge) {
      malformed("integer number out of range: " + written, at);
      return 0;
    }
  }

  private static long decimal(String digits, boolean isLong, boolean negated) {
    long value = Long.parseUnsignedLong(digits);
    long limit = isLong ? Long.MAX_VALUE : Integer.MAX_VALUE;
    boolean minimum = negated && value == limit + 1;
    if (!minimum && (value < 0 || value > limit)) {
      throw new NumberFormatException(digits);
    }
    return value;
  }

  private static int radix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 10;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private Literal floating(String written, boolean negated, Expression at) {
    String digits = written.replace("_", "");
    char suffix = digits.charAt(digits.length() - 1);
    try {
      // A trailing f is a suffix also of hexadecimal numbers: their exponent is decimal.
      if (suffix == 'f' || suffix == 'F') {
        float value = Float.parseFloat(digits);
        return new Literal(Literal.Kind.FLOAT, negated ? -value : value);
      }
      double value = Double.parseDouble(digits);
      return new Literal(Literal.Kind.DOUBLE, negated ? -value : value);
    } catch (NumberFormatException malformed) {
      malformed("malformed floating-point number: " + written, at);
      return new Literal(Literal.Kind.DOUBLE, 0.0);
    }
  }

  private Literal character(CharLiteralExpr expression) {
    String value = escapes(expression.getValue(), expression);
    if (value.length() != 1) {
      malformed("a character literal holds one UTF-16 unit", expression);
    }
    return new Literal(Literal.Kind.CHAR, value.isEmpty() ? '\0' : value.charAt(0));
  }

  private String escapes(String written, Expression at) {
    return written.indexOf('\\') < 0 ? written : translated(unicodeEscapes(written), at);
  }

  private String translated(String text, Expression at) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    try {
      return text.translateEscapes();
    } catch (IllegalArgumentException unknownEscape) {
      malformed("malformed escape sequence", at);
      return text;
    }
  }

  /** JLS 3.3: a backslash is eligible when an even number of backslashes stands before it. */
  static String unicodeEscapes(String written) {
    if (!written.contains("\\u")) {
      return written;
    }
    StringBuilder text = new StringBuilder(written.length());
    int i = 0;
    while (i < written.length()) {
      char c = written.charAt(i);
      if (c != '\\' || i + 1 == written.length()) {
        text.append(c);
        i++;
      } else if (written.charAt(i + 1) != 'u') {
        text.append(c).append(written.charAt(i + 1));
        i += 2;
      } else {
        i = unicodeEscape(written, i, text);
      }
    }
    return text.toString();
  }

  private static int unicodeEscape(String written, int start, StringBuilder text) {
    int digits = start + 1;
    while (digits < written.length() && written.charAt(digits) == 'u') {
      digits++;
    }
    int value = 0;
    for (int i = digits; i < digits + 4; i++) {
      int digit = i < written.length() ? Character.digit(written.charAt(i), 16) : -1;
      if (digit < 0) {
        text.append(written, start, digits);
        return digits;
      }
      value = value * 16 + digit;
    }
    text.append((char) value);
    return digits + 4;
  }

  /** JLS 3.10.6: every line terminator of a text block counts as a line feed. */
  private static String lines(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private void malformed(String message, Expression at) {
    problems.add(Problem.inSource(message, spans.of(at)));
  }
}
