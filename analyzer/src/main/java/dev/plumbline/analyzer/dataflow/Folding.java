package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Operator;
import java.util.List;
import java.util.Optional;

/** Constant folding of operators on int, boolean and string equality (JLS 15.29). */
final class Folding {

  private Folding() {}

  /** The literal that {@code operator} gives, when all operands are constants it is known for. */
  static Optional<Literal> fold(Operator operator, List<Value> operands) {
    if (operands.size() == 1) {
      return unary(operator, operands.get(0));
    }
    if (operands.size() != 2
        || !(operands.get(0) instanceof Value.Constant left)
        || !(operands.get(1) instanceof Value.Constant right)) {
      return Optional.empty();
    }
    Object a = left.literal().value();
    Object b = right.literal().value();
    if (a instanceof Integer x && b instanceof Integer y) {
      return integers(operator, x, y);
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return switch (operator) {
        case AND -> Optional.of(Literal.bool(x & y));
        case OR -> Optional.of(Literal.bool(x | y));
        case XOR, NOT_EQUAL -> Optional.of(Literal.bool(x ^ y));
        case EQUAL -> Optional.of(Literal.bool(x.equals(y)));
        default -> Optional.empty();
      };
    }
    boolean oneNull = a == null || b == null;
    if (oneNull && operator == Operator.EQUAL) {
      return Optional.of(Literal.bool(a == b));
    }
    if (oneNull && operator == Operator.NOT_EQUAL) {
      return Optional.of(Literal.bool(a != b));
    }
    return Optional.empty();
  }

  private static Optional<Literal> unary(Operator operator, Value operand) {
    if (!(operand instanceof Value.Constant constant)) {
      return Optional.empty();
    }
    Object value = constant.literal().value();
    if (operator == Operator.NOT && value instanceof Boolean b) {
      return Optional.of(Literal.bool(!b));
    }
    if (value instanceof Integer i) {
      return switch (operator) {
        case NEGATE -> Optional.of(Literal.integer(-i));
        case PLUS -> Optional.of(Literal.integer(i));
        case COMPLEMENT -> Optional.of(Literal.integer(~i));
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  private static Optional<Literal> integers(Operator operator, int x, int y) {
    boolean division = operator == Operator.DIVIDE || operator == Operator.REMAINDER;
    if (division && y == 0) {
      return Optional.empty();
    }
    return switch (operator) {
      case ADD -> Optional.of(Literal.integer(x + y));
      case SUBTRACT -> Optional.of(Literal.integer(x - y));
      case MULTIPLY -> Optional.of(Literal.integer(x * y));
      case DIVIDE -> Optional.of(Literal.integer(x / y));
      case REMAINDER -> Optional.of(Literal.integer(x % y));
      case SHIFT_LEFT -> Optional.of(Literal.integer(x << y));
      case SHIFT_RIGHT -> Optional.of(Literal.integer(x >> y));
      case SHIFT_RIGHT_UNSIGNED -> Optional.of(Literal.integer(x >>> y));
      case AND -> Optional.of(Literal.integer(x & y));
      case OR -> Optional.of(Literal.integer(x | y));
      case XOR -> Optional.of(Literal.integer(x ^ y));
      case EQUAL -> Optional.of(Literal.bool(x == y));
      case NOT_EQUAL -> Optional.of(Literal.bool(x != y));
      case LESS -> Optional.of(Literal.bool(x < y));
      case LESS_EQUAL -> Optional.of(Literal.bool(x <= y));
      case GREATER -> Optional.of(Literal.bool(x > y));
      case GREATER_EQUAL -> Optional.of(Literal.bool(x >= y));
      default -> Optional.empty();
    };
  }
}
