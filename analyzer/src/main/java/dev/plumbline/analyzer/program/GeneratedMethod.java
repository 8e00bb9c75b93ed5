package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import java.util.Objects;
import java.util.Optional;

/**
 * A method that exists after compilation alone, and what it does.
 *
 * @param property the field that it reads or writes, or that a builder's method stands for; a
 *     record's component
 */
public record GeneratedMethod(
    ExternalMethod signature, Role role, Access access, Optional<String> property) {

  /** What the generated code does; there is nothing else in it that a reviewer would look at. */
  public enum Role {
    /** Gives the property back. */
    GETTER,
    /** Sets the property; may give the object back. */
    SETTER,
    /** A copy of the object with another value of the property. */
    WITHER,
    /** A static method that calls a constructor with its parameters. */
    FACTORY,
    CONSTRUCTOR,
    /** A static method that gives an empty builder. */
    BUILDER,
    /** A builder with the values of the object. */
    TO_BUILDER,
    /** Keeps a value for the property and gives the builder back. */
    BUILDER_SETTER,
    /** Adds to the collection that becomes the property, and gives the builder back. */
    BUILDER_ADDER,
    /** Gives what has been built. */
    BUILD,
    /** What the language adds to enums, and anything else. */
    OTHER
  }

  public GeneratedMethod {
    Objects.requireNonNull(signature);
    Objects.requireNonNull(role);
    Objects.requireNonNull(access);
  }

  public String name() {
    return signature.name();
  }
}
