package dev.plumbline.analyzer.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A type as far as linking knows it.
 *
 * @param name canonical name of a class ({@code p.Outer.Inner}), keyword of a primitive, name of a
 *     type variable, or the name as written of a type that could not be resolved
 * @param dimensions of an array, 0 for none
 */
public record JavaType(Kind kind, String name, List<JavaType> arguments, int dimensions) {

  /** How much is known. */
  public enum Kind {
    CLASS,
    PRIMITIVE,
    VARIABLE,
    /** Named in source, but neither the workspace nor the library knowledge has it. */
    UNRESOLVED,
    /** Nothing is known. */
    UNKNOWN
  }

  public static final JavaType UNKNOWN = new JavaType(Kind.UNKNOWN, "?", List.of(), 0);
  public static final JavaType OBJECT = of("java.lang.Object");
  public static final JavaType STRING = of("java.lang.String");
  public static final JavaType BOOLEAN = primitive("boolean");
  public static final JavaType INT = primitive("int");
  public static final JavaType VOID = primitive("void");

  public JavaType {
    Objects.requireNonNull(name);
    arguments = List.copyOf(arguments);
  }

  public static JavaType of(String name, JavaType... arguments) {
    return new JavaType(Kind.CLASS, name, List.of(arguments), 0);
  }

  public static JavaType primitive(String name) {
    return Primitives.BY_NAME.getOrDefault(name, UNKNOWN);
  }

  /** One instance each: there are many mentions of them. */
  private static final class Primitives {
    static final Map<String, JavaType> BY_NAME = new HashMap<>();

    static {
      for (String name :
          List.of("boolean", "byte", "short", "char", "int", "long", "float", "double", "void")) {
        BY_NAME.put(name, new JavaType(Kind.PRIMITIVE, name, List.of(), 0));
      }
    }
  }

  public static JavaType variable(String name) {
    return new JavaType(Kind.VARIABLE, name, List.of(), 0);
  }

  public static JavaType unresolved(String name) {
    return new JavaType(Kind.UNRESOLVED, name, List.of(), 0);
  }

  /** A class or interface, no array. */
  public boolean isClass() {
    return kind == Kind.CLASS && dimensions == 0;
  }

  public boolean is(String className) {
    return isClass() && name.equals(className);
  }

  public boolean isString() {
    return is("java.lang.String");
  }

  public boolean isKnown() {
    return kind != Kind.UNKNOWN && kind != Kind.UNRESOLVED;
  }

  public boolean isArray() {
    return dimensions > 0;
  }

  /** The type of the elements of an array. */
  public JavaType component() {
    return dimensions == 0 ? UNKNOWN : withDimensions(dimensions - 1);
  }

  public JavaType withDimensions(int count) {
    return count == dimensions ? this : new JavaType(kind, name, arguments, count);
  }

  /** Type argument {@code index}, or {@link #UNKNOWN} for a raw type. */
  public JavaType argument(int index) {
    return index < arguments.size() ? arguments.get(index) : UNKNOWN;
  }

  /** This type with its variables replaced; a variable that {@code bindings} lacks stays. */
  public JavaType substitute(Map<String, JavaType> bindings) {
    if (bindings.isEmpty()) {
      return this;
    }
    if (kind == Kind.VARIABLE) {
      JavaType bound = bindings.get(name);
      return bound == null ? this : bound.withDimensions(bound.dimensions + dimensions);
    }
    if (arguments.isEmpty()) {
      return this;
    }
    List<JavaType> substituted = substitute(arguments, bindings);
    return substituted == arguments ? this : new JavaType(kind, name, substituted, dimensions);
  }

  /** Each of {@code types} with its variables replaced; {@code types} itself if none has any. */
  static List<JavaType> substitute(List<JavaType> types, Map<String, JavaType> bindings) {
    if (bindings.isEmpty()) {
      return types;
    }
    JavaType[] substituted = null;
    for (int i = 0; i < types.size(); i++) {
      JavaType type = types.get(i);
      JavaType replaced = type.substitute(bindings);
      if (replaced != type && substituted == null) {
        substituted = types.toArray(new JavaType[0]);
      }
      if (substituted != null) {
        substituted[i] = replaced;
      }
    }
    return substituted == null ? types : List.of(substituted);
  }

  /** The part after the last dot. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** As a programmer writes it, with simple names. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(simpleName());
    if (!arguments.isEmpty()) {
      text.append('<');
      for (int i = 0; i < arguments.size(); i++) {
        text.append(i == 0 ? "" : ", ").append(arguments.get(i));
      }
      text.append('>');
    }
    return text.append("[]".repeat(dimensions)).toString();
  }
}
