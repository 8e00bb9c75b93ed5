package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.plumbline.analyzer.ir.Operator;

/** JavaParser's operators by their names in the IR. */
final class OperatorNames {

  private OperatorNames() {}

  static Operator of(BinaryExpr.Operator operator) {
    return switch (operator) {
      case OR -> Operator.OR_ELSE;
      case AND -> Operator.AND_THEN;
      case BINARY_OR -> Operator.OR;
      case BINARY_AND -> Operator.AND;
      case XOR -> Operator.XOR;
      case EQUALS -> Operator.EQUAL;
      case NOT_EQUALS -> Operator.NOT_EQUAL;
      case LESS -> Operator.LESS;
      case GREATER -> Operator.GREATER;
      case LESS_EQUALS -> Operator.LESS_EQUAL;
      case GREATER_EQUALS -> Operator.GREATER_EQUAL;
      case LEFT_SHIFT -> Operator.SHIFT_LEFT;
      case SIGNED_RIGHT_SHIFT -> Operator.SHIFT_RIGHT;
      case UNSIGNED_RIGHT_SHIFT -> Operator.SHIFT_RIGHT_UNSIGNED;
      case PLUS -> Operator.ADD;
      case MINUS -> Operator.SUBTRACT;
      case MULTIPLY -> Operator.MULTIPLY;
      case DIVIDE -> Operator.DIVIDE;
      case REMAINDER -> Operator.REMAINDER;
    };
  }

  /** {@code null} for increments and decrements, which assign as well. */
  static Operator of(UnaryExpr.Operator operator) {
    return switch (operator) {
      case PLUS -> Operator.PLUS;
      case MINUS -> Operator.NEGATE;
      case LOGICAL_COMPLEMENT -> Operator.NOT;
      case BITWISE_COMPLEMENT -> Operator.COMPLEMENT;
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> null;
    };
  }

  /** {@code null} for the simple assignment. */
  static Operator of(AssignExpr.Operator operator) {
    return switch (operator) {
      case ASSIGN -> null;
      case PLUS -> Operator.ADD;
      case MINUS -> Operator.SUBTRACT;
      case MULTIPLY -> Operator.MULTIPLY;
      case DIVIDE -> Operator.DIVIDE;
      case REMAINDER -> Operator.REMAINDER;
      case BINARY_AND -> Operator.AND;
      case BINARY_OR -> Operator.OR;
      case XOR -> Operator.XOR;
      case LEFT_SHIFT -> Operator.SHIFT_LEFT;
      case SIGNED_RIGHT_SHIFT -> Operator.SHIFT_RIGHT;
      case UNSIGNED_RIGHT_SHIFT -> Operator.SHIFT_RIGHT_UNSIGNED;
    };
  }
}
