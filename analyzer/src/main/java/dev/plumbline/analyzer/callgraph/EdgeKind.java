package dev.plumbline.analyzer.callgraph;

/** How it is known that a call may run a body. */
public enum EdgeKind {
  /**
   * The language leaves one choice: static and private methods, constructors, {@code super}, final
   * methods and classes, objects that were just created.
   */
  EXACT,
  /**
   * The body is among those that the classes below the receiver's type have, or an overload that
   * arguments of unknown type do not rule out.
   */
  HIERARCHY,
  /** The receiver is injected, and the body is that of a bean that can be injected there. */
  INJECTED,
  /** A lambda or method reference of the workspace that reaches the receiver of the call. */
  LAMBDA,
  /**
   * The call goes to code that is not here and hands it the body, as a lambda, a method reference
   * or an object: that code may call it, any number of times, now or later.
   */
  LIBRARY_CALLBACK,
  /** The call publishes an event that the body listens to. */
  EVENT,
  /** The body is named by a constant that reflection or a container resolves. */
  REFLECTION
}
