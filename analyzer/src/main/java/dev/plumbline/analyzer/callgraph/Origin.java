package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeInfo;

/** Where a value comes from. */
sealed interface Origin {

  /** A {@code new}, so that the class is known. */
  record Created(JavaType type) implements Origin {}

  /** A lambda. */
  record Lambda(CodeBody code) implements Origin {}

  /** A method reference, made in {@code body}. */
  record Reference(CodeBody body, Instruction.MethodReference reference) implements Origin {}

  /** {@code this}, of the class or of one below it. */
  record Self(TypeInfo type) implements Origin {}

  /**
   * What a container injects, or with {@code element} something out of it: an element of the
   * injected list, what an injected provider gives.
   */
  record Injected(InjectionPoint point, boolean element) implements Origin {}

  /** Nobody can tell. */
  record Open(String where) implements Origin {}
}
