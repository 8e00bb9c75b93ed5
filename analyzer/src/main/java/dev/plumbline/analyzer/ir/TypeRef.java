package dev.plumbline.analyzer.ir;

import java.util.List;
import java.util.Objects;

/**
 * A type as it is written in source; nothing is resolved here.
 *
 * @param name as written, for example {@code List}, {@code java.util.List}, {@code Map.Entry},
 *     {@code int}, {@code var}; empty for wildcards, unions and intersections and for the type of a
 *     lambda parameter that has none
 * @param arguments type arguments; the bound of a wildcard; the alternatives of a union or an
 *     intersection
 * @param dimensions of an array, 0 for none
 * @param annotations that stand on the type itself, as in {@code List<@NotBlank String>}; those
 *     before a declaration belong to the declaration (JLS 9.7.4), those on dimensions are dropped
 */
public record TypeRef(
    Kind kind,
    String name,
    List<TypeRef> arguments,
    int dimensions,
    List<AnnotationUse> annotations) {

  /** The forms of JLS chapter 4, as far as they are written. */
  public enum Kind {
    NAMED,
    /** {@code new ArrayList<>()}: arguments that the compiler infers. */
    DIAMOND,
    PRIMITIVE,
    VOID,
    /** {@code var}, or a lambda parameter without a type. */
    INFERRED,
    WILDCARD,
    WILDCARD_EXTENDS,
    WILDCARD_SUPER,
    INTERSECTION,
    UNION
  }

  /** The type of a lambda parameter that has none. */
  public static final TypeRef INFERRED = new TypeRef(Kind.INFERRED, "", List.of(), 0);

  public static final TypeRef VOID = new TypeRef(Kind.VOID, "void", List.of(), 0);

  public TypeRef {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    arguments = List.copyOf(arguments);
    annotations = List.copyOf(annotations);
  }

  /** A type without annotations. */
  public TypeRef(Kind kind, String name, List<TypeRef> arguments, int dimensions) {
    this(kind, name, arguments, dimensions, List.of());
  }

  public static TypeRef named(String name, TypeRef... arguments) {
    return new TypeRef(Kind.NAMED, name, List.of(arguments), 0);
  }

  public static TypeRef primitive(String name) {
    return new TypeRef(Kind.PRIMITIVE, name, List.of(), 0);
  }

  public boolean isNamed() {
    return kind == Kind.NAMED || kind == Kind.DIAMOND;
  }

  public TypeRef withDimensions(int count) {
    return count == dimensions ? this : new TypeRef(kind, name, arguments, count, annotations);
  }

  public TypeRef withAnnotations(List<AnnotationUse> uses) {
    return uses.isEmpty() ? this : new TypeRef(kind, name, arguments, dimensions, uses);
  }

  /** The part after the last dot. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** As a programmer writes it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    switch (kind) {
      case WILDCARD -> text.append('?');
      case WILDCARD_EXTENDS -> text.append("? extends ").append(arguments.get(0));
      case WILDCARD_SUPER -> text.append("? super ").append(arguments.get(0));
      case INTERSECTION -> join(text, " & ");
      case UNION -> join(text, " | ");
      case DIAMOND -> text.append(name).append("<>");
      default -> {
        text.append(name);
        if (!arguments.isEmpty()) {
          text.append('<');
          join(text, ", ");
          text.append('>');
        }
      }
    }
    return text.append("[]".repeat(dimensions)).toString();
  }

  private void join(StringBuilder text, String separator) {
    for (int i = 0; i < arguments.size(); i++) {
      text.append(i == 0 ? "" : separator).append(arguments.get(i));
    }
  }
}
