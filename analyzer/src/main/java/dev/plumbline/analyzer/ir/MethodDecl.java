package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A method, constructor, initialiser or annotation element.
 *
 * @param name {@code <init>} for constructors, {@code <clinit>} and {@code <init-fields>} for the
 *     gathered initialisers
 * @param parameters without the receiver parameter; those of a compact constructor are the record's
 *     components
 * @param defaultValue of an annotation element
 * @param body absent for abstract and native methods
 */
public record MethodDecl(
    Kind kind,
    String name,
    Modifiers modifiers,
    List<TypeParameter> typeParameters,
    TypeRef returnType,
    List<Parameter> parameters,
    List<TypeRef> throwsTypes,
    List<AnnotationUse> annotations,
    Optional<ElementValue> defaultValue,
    Optional<Body> body,
    Span span,
    Span nameSpan,
    Optional<Span> javadoc) {

  public static final String CONSTRUCTOR = "<init>";
  public static final String STATIC_INITIALIZER = "<clinit>";
  public static final String FIELD_INITIALIZER = "<init-fields>";

  /** The kinds of executable members. */
  public enum Kind {
    METHOD,
    CONSTRUCTOR,
    COMPACT_CONSTRUCTOR,
    STATIC_INITIALIZER,
    FIELD_INITIALIZER,
    ANNOTATION_ELEMENT
  }

  public MethodDecl {
    Objects.requireNonNull(kind);
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
    throwsTypes = List.copyOf(throwsTypes);
    annotations = List.copyOf(annotations);
  }
}
