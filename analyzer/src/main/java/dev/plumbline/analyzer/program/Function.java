package dev.plumbline.analyzer.program;

import java.util.List;

/**
 * The function type of a functional interface (JLS 9.9).
 *
 * @param parameters of its one abstract method
 * @param result of it; {@link JavaType#VOID} when it gives nothing back
 */
record Function(List<JavaType> parameters, JavaType result) {

  Function {
    parameters = List.copyOf(parameters);
  }

  /** With what a call has to infer made unknown. */
  Function withoutInferred() {
    return new Function(
        parameters.stream().map(Signature::withoutInferred).toList(),
        Signature.withoutInferred(result));
  }

  boolean isVoid() {
    return result.equals(JavaType.VOID);
  }
}
