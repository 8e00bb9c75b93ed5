package dev.plumbline.analyzer.program;

import java.util.Objects;
import java.util.Optional;

/**
 * What a call calls, as far as the declared types tell. No record, because there is one for each
 * call of a program and they are kept: an absent method is {@code null} inside.
 */
public final class CallTarget {

  private final JavaType receiver;
  private final boolean isStatic;
  private final String name;
  private final Members.Method method;
  private final JavaType returnType;

  private CallTarget(
      JavaType receiver, boolean isStatic, String name, Members.Method method, JavaType result) {
    this.receiver = receiver;
    this.isStatic = isStatic;
    this.name = name;
    this.method = method;
    this.returnType = result;
  }

  static CallTarget found(
      JavaType receiver, boolean isStatic, String name, Members.Method method, JavaType result) {
    return new CallTarget(receiver, isStatic, name, Objects.requireNonNull(method), result);
  }

  /** A call of which no declaration was found. */
  public static CallTarget undeclared(
      JavaType receiver, boolean isStatic, String name, JavaType result) {
    return new CallTarget(receiver, isStatic, name, null, result);
  }

  /**
   * The type of the receiver, or the type that a static call names, or the type whose code an
   * unqualified call stands in; {@link JavaType#UNKNOWN} when nothing is known.
   */
  public JavaType receiver() {
    return receiver;
  }

  /** Whether the receiver is a type, not a value. */
  public boolean isStatic() {
    return isStatic;
  }

  /** The name of the method, {@code <init>} for constructors. */
  public String name() {
    return name;
  }

  /** The declaration that was found. */
  public Optional<Members.Method> method() {
    return Optional.ofNullable(method);
  }

  /** With the arguments of the receiver and what the call's arguments tell. */
  public JavaType returnType() {
    return returnType;
  }

  /** The workspace method that is called, before dispatch. */
  public Optional<MethodInfo> declared() {
    return method == null ? Optional.empty() : method.declared();
  }

  /** The type that declares the method, or else the receiver's. */
  public JavaType owner() {
    return method == null ? receiver : method.owner();
  }

  /** For example {@code Statement.executeQuery}. */
  public String displayName() {
    String type = receiver.isKnown() ? receiver.simpleName() : "";
    return type.isEmpty() ? name : type + "." + name;
  }
}
