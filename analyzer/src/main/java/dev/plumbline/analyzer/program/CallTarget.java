package dev.plumbline.analyzer.program;

import java.util.Optional;

/**
 * What a call calls, as far as the declared types tell.
 *
 * @param receiver type of the receiver, or the type that a static call names, or the type whose
 *     code an unqualified call stands in; {@link JavaType#UNKNOWN} when nothing is known
 * @param isStatic whether the receiver is a type, not a value
 * @param name of the method, {@code <init>} for constructors
 * @param method when a declaration was found
 * @param returnType with the arguments of the receiver and what the call's arguments tell
 */
public record CallTarget(
    JavaType receiver,
    boolean isStatic,
    String name,
    Optional<Members.Method> method,
    JavaType returnType) {

  /** The workspace method that is called, before dispatch. */
  public Optional<MethodInfo> declared() {
    return method.flatMap(Members.Method::declared);
  }

  /** The type that declares the method, or else the receiver's. */
  public JavaType owner() {
    return method.map(Members.Method::owner).orElse(receiver);
  }

  /** For example {@code Statement.executeQuery}. */
  public String displayName() {
    String type = receiver.isKnown() ? receiver.simpleName() : "";
    return type.isEmpty() ? name : type + "." + name;
  }
}
