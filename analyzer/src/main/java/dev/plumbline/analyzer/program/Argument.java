package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Instruction;

/**
 * What an overload is chosen by.
 *
 * @param type {@link JavaType#UNKNOWN} for a lambda, a method reference and null
 * @param lambda its code, or {@code null}
 * @param reference or {@code null}
 * @param isFitting whether it takes the type that it is asked to have: null, a lambda, a method
 *     reference, and what asks for that type just now
 * @param isNull whether it is the literal null
 */
record Argument(
    JavaType type,
    CodeBody lambda,
    Instruction.MethodReference reference,
    boolean isFitting,
    boolean isNull) {

  static final Argument NULL = new Argument(JavaType.UNKNOWN, null, null, true, true);

  /** {@code any()}, {@code argThat(…)}: the chosen overload tells its type. */
  static final Argument ASKING = new Argument(JavaType.UNKNOWN, null, null, true, false);

  static Argument of(JavaType type) {
    return new Argument(type, null, null, false, false);
  }

  static Argument of(CodeBody lambda) {
    return new Argument(JavaType.UNKNOWN, lambda, null, true, false);
  }

  static Argument of(Instruction.MethodReference reference) {
    return new Argument(JavaType.UNKNOWN, null, reference, true, false);
  }

  boolean isFunctional() {
    return lambda != null || reference != null;
  }
}
