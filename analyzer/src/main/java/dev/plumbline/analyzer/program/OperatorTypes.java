package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Operator;

/** The types of what operators give: JLS 15.15 to 15.24. */
final class OperatorTypes {

  private OperatorTypes() {}

  /** Whether the operands do not matter. */
  static boolean isCertain(Operator operator) {
    return switch (operator) {
      case CONCAT,
          EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_EQUAL,
          GREATER,
          GREATER_EQUAL,
          NOT,
          AND_THEN,
          OR_ELSE ->
          true;
      default -> false;
    };
  }

  /**
   * @param second {@code null} for a unary operator
   */
  static JavaType of(Operator operator, JavaType first, JavaType second) {
    if (operator == Operator.CONCAT) {
      return JavaType.STRING;
    } else if (isCertain(operator)) {
      return JavaType.BOOLEAN;
    } else if (second == null) {
      return Boxing.atLeastInt(Boxing.unboxed(first));
    } else if (operator == Operator.ADD && (first.isString() || second.isString())) {
      return JavaType.STRING;
    }
    // A shift has the type of its left operand alone (JLS 15.19).
    boolean shifts = operator.symbol().endsWith("<") || operator.symbol().endsWith(">");
    return shifts ? Boxing.atLeastInt(Boxing.unboxed(first)) : Boxing.promoted(first, second);
  }
}
