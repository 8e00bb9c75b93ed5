package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.program.ConstantOperators;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What operators give at run time for operands that can only be one value: as in constant
 * expressions, and also for {@code null}. Whether two equal strings are one object is not known.
 */
final class Folding {

  private Folding() {}

  /** The literal that {@code operator} gives, when all operands are constants it is known for. */
  static Optional<Literal> fold(Operator operator, List<Value> operands) {
    List<Object> constants = new ArrayList<>(operands.size());
    boolean anyNull = false;
    for (Value operand : operands) {
      if (!(operand instanceof Value.Constant constant)) {
        return Optional.empty();
      }
      Object value = constant.literal().value();
      constants.add(value);
      anyNull |= value == null;
    }
    if (anyNull) {
      boolean same = constants.stream().allMatch(value -> value == null);
      return switch (operator) {
        case EQUAL -> Optional.of(Literal.bool(same));
        case NOT_EQUAL -> Optional.of(Literal.bool(!same));
        default -> Optional.empty();
      };
    }
    return constants.stream().anyMatch(String.class::isInstance)
        ? Optional.empty()
        : ConstantOperators.apply(operator, constants).map(Literal::of);
  }
}
