package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Instruction;

/**
 * What an overload is chosen by.
 *
 * @param type {@link JavaType#UNKNOWN} for a lambda, a method reference and null
 * @param lambda its code, or {@code null}
 * @param reference or {@code null}
 * @param isNull whether it is the literal null
 */
record Argument(
    JavaType type, CodeBody lambda, Instruction.MethodReference reference, boolean isNull) {

  static Argument of(JavaType type) {
    return new Argument(type, null, null, false);
  }

  boolean isFunctional() {
    return lambda != null || reference != null;
  }
}
