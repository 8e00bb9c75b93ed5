package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A class, interface, enum, record or annotation type: top-level, member, local or anonymous. Local
 * and anonymous types stand in {@link Body#localTypes()} of the body that declares them, the bodies
 * of enum constants in their {@link EnumConstant}.
 *
 * @param simpleName empty for an anonymous type
 * @param binaryName JLS 13.1: {@code p.Outer$Inner}, {@code p.Outer$1}, {@code p.Outer$1Local};
 *     numbers follow the order in the source
 * @param superclass of a class that names one; the created type of an anonymous class, whether that
 *     is a class or an interface
 * @param interfaces implemented or, for an interface, extended
 * @param methods methods, constructors and initialisers in source order; all static field
 *     initialisers and static blocks form one {@code <clinit>}, all instance ones one {@code
 *     <init-fields>}, each in source order
 * @param span from the first annotation or modifier to the closing brace
 * @param nameSpan of the name; of the created type for an anonymous class
 * @param javadoc where its Javadoc stands
 */
public record TypeDecl(
    Kind kind,
    String simpleName,
    String binaryName,
    Modifiers modifiers,
    List<TypeParameter> typeParameters,
    Optional<TypeRef> superclass,
    List<TypeRef> interfaces,
    List<TypeRef> permits,
    List<AnnotationUse> annotations,
    List<Parameter> recordComponents,
    List<EnumConstant> enumConstants,
    List<FieldDecl> fields,
    List<MethodDecl> methods,
    List<TypeDecl> memberTypes,
    Span span,
    Span nameSpan,
    Optional<Span> javadoc) {

  /** What the declaration says it is. */
  public enum Kind {
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION,
    ANONYMOUS
  }

  public TypeDecl {
    Objects.requireNonNull(kind);
    typeParameters = List.copyOf(typeParameters);
    interfaces = List.copyOf(interfaces);
    permits = List.copyOf(permits);
    annotations = List.copyOf(annotations);
    recordComponents = List.copyOf(recordComponents);
    enumConstants = List.copyOf(enumConstants);
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
    memberTypes = List.copyOf(memberTypes);
  }

  public boolean isInterface() {
    return kind == Kind.INTERFACE || kind == Kind.ANNOTATION;
  }
}
