package dev.plumbline.analyzer.ir;

/** What an {@link Instruction.Operation} computes. */
public enum Operator {
  /** {@code +} on operands of which none is seen to be a string; types may show that one is. */
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  REMAINDER("%"),
  SHIFT_LEFT("<<"),
  SHIFT_RIGHT(">>"),
  SHIFT_RIGHT_UNSIGNED(">>>"),
  AND("&"),
  OR("|"),
  XOR("^"),
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_EQUAL("<="),
  GREATER(">"),
  GREATER_EQUAL(">="),
  NEGATE("-"),
  PLUS("+"),
  NOT("!"),
  COMPLEMENT("~"),
  /** String concatenation of two or more parts, left to right. */
  CONCAT("+"),
  /** Short circuits and the conditional appear in {@link ElementValue} only; code has branches. */
  AND_THEN("&&"),
  OR_ELSE("||"),
  CONDITIONAL("?:");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  public String symbol() {
    return symbol;
  }
}
