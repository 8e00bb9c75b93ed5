package dev.plumbline.analyzer.callgraph;

import java.util.Objects;

/**
 * Why the callees of a call may be incomplete.
 *
 * @param detail what it is about, for a reader: a type, a name
 */
public record Unknown(Reason reason, String detail) {

  /** The reasons, the most harmful first. */
  public enum Reason {
    /** The type of the receiver is not known. */
    RECEIVER,
    /** The type is known, but not the method: a library without signatures, generated code. */
    METHOD,
    /** A functional value comes from where it cannot be followed: a collection, a library. */
    FUNCTION_VALUE,
    /** The receiver's type says so little that every class would be a target. */
    OPEN_RECEIVER,
    /** Abstract, and no class of the workspace has code for it. */
    NO_IMPLEMENTATION,
    /** More bodies than are worth listing. */
    TOO_MANY,
    /** Reflection by names that are no constants. */
    REFLECTION,
    /** The type of a published event is not known. */
    EVENT_TYPE
  }

  public Unknown {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(detail);
  }
}
