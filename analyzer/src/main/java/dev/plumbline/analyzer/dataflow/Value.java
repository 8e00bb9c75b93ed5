package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.program.JavaType;
import java.util.List;
import java.util.Objects;

/**
 * What an expression <i>may</i> evaluate to: an abstraction made for text. A string is a sequence
 * of constant and unknown parts, so that a rule can ask which part an outsider may choose.
 *
 * <p>The order of the lattice is inclusion of the strings that a value stands for; the absence of a
 * value (unreachable, unassigned) is bottom. {@link Values#join} is an upper bound.
 */
public sealed interface Value {

  /** A literal, or what constants make. */
  record Constant(Literal literal) implements Value {

    public static Constant of(String text) {
      return new Constant(Literal.string(text));
    }

    /** As it appears when it becomes part of a string (JLS 15.18.1). */
    public String text() {
      return literal.kind() == Literal.Kind.CLASS
          ? String.valueOf(literal.value())
          : String.valueOf(literal.value());
    }
  }

  /**
   * Parts one after the other.
   *
   * @param parts two or more; none of them a text
   * @param location of the expression that joins them, or of the last such
   */
  record Text(List<Value> parts, Location location) implements Value {
    public Text {
      parts = List.copyOf(parts);
    }

    /** Where texts are joined does not tell them apart. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Text text && parts.equals(text.parts);
    }

    @Override
    public int hashCode() {
      return parts.hashCode();
    }
  }

  /**
   * Any sequence of these parts, the empty one too: what a loop appends.
   *
   * @param location of the expression that joins them, or of the last such
   */
  record Repeat(List<Value> parts, Location location) implements Value {
    public Repeat {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Repeat repeat && parts.equals(repeat.parts);
    }

    @Override
    public int hashCode() {
      return parts.hashCode();
    }
  }

  /** One of these; none of them a choice. */
  record Choice(List<Value> options) implements Value {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** An array, collection, stream or Optional whose every element is {@code element}. */
  record Elements(Value element) implements Value {}

  /**
   * A mutable text, such as a StringBuilder; what it holds stands in the state.
   *
   * @param site number of the step that makes it
   */
  record Builder(int site) implements Value {}

  /**
   * Anything of a type.
   *
   * @param description in words, for messages: {@code parameter name}
   * @param location where it comes from
   * @param before the constant text that stands directly before it where it became part of a text;
   *     empty while it stands alone, and where something unknown stands there
   * @param after the constant text directly behind it
   */
  record Unknown(
      Origin origin,
      JavaType type,
      String description,
      Location location,
      String before,
      String after)
      implements Value {

    /** Enough of the text around to tell what the part is in a statement or a URL. */
    private static final int CONTEXT = 60;

    public Unknown {
      Objects.requireNonNull(origin);
      Objects.requireNonNull(type);
    }

    public Unknown(Origin origin, JavaType type, String description, Location location) {
      this(origin, type, description, location, "", "");
    }

    /** The same, once a check or its shape has made sure of it. */
    public Unknown harmless() {
      return new Unknown(Origin.HARMLESS, type, description, location, before, after);
    }

    /** The same between these texts; one that is empty leaves what was known before. */
    Unknown between(String textBefore, String textAfter) {
      return new Unknown(
          origin,
          type,
          description,
          location,
          textBefore.isEmpty()
              ? before
              : textBefore.substring(Math.max(0, textBefore.length() - CONTEXT)),
          textAfter.isEmpty()
              ? after
              : textAfter.substring(0, Math.min(CONTEXT, textAfter.length())));
    }
  }

  /** Where something unknown comes from. */
  enum Origin {
    PARAMETER,
    FIELD,
    /** A field that configuration fills. */
    CONFIGURATION,
    /** A constant of code that is not here. */
    EXTERNAL_CONSTANT,
    CALL,
    /** A method of the workspace that was not followed: its code is ours, its result unknown. */
    WORKSPACE_CALL,
    /**
     * Checked against a list of allowed values or a pattern on every path to here, or of a shape
     * that nobody can choose, such as a formatted date.
     */
    HARMLESS,
    OTHER
  }
}
