package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;

/**
 * The code of a function value.
 *
 * @param lambda the body of a lambda, or {@code null} for a method reference
 * @param reference the method reference, or {@code null}
 * @param target what the method reference calls
 * @param maker the body that makes it
 */
record FunctionCode(
    CodeBody lambda, Instruction.MethodReference reference, CallTarget target, CodeBody maker) {

  @Override
  public boolean equals(Object other) {
    return other instanceof FunctionCode code
        && lambda == code.lambda
        && reference == code.reference
        && maker == code.maker;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(lambda == null ? reference : lambda);
  }
}
