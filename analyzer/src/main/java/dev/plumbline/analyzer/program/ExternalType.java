package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of a type that is not in the workspace, or that only a generator writes.
 *
 * @param name canonical name
 * @param isPublic whether source elsewhere can name it; a type that is not stands here only because
 *     public ones inherit from it
 * @param typeVariables in order
 * @param supertypes superclass first, then interfaces, in terms of its type variables
 * @param methods by name, constructors as {@code <init>}; inherited ones stand with the supertype
 * @param hasMemberTypes not set when it certainly declares none: most do not, and need not be asked
 * @param fields by name, enum constants too
 * @param annotations on the type, with full names; their spans mean nothing
 */
public record ExternalType(
    String name,
    Kind kind,
    boolean isPublic,
    boolean hasMemberTypes,
    List<TypeVariable> typeVariables,
    List<JavaType> supertypes,
    Map<String, List<ExternalMethod>> methods,
    Map<String, ExternalField> fields,
    List<AnnotationUse> annotations) {

  /** What kind of type it is; a record is a class here. */
  public enum Kind {
    CLASS,
    INTERFACE,
    ENUM,
    ANNOTATION
  }

  public ExternalType {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
    typeVariables = List.copyOf(typeVariables);
    supertypes = List.copyOf(supertypes);
    annotations = List.copyOf(annotations);
  }

  /** A public class or interface without variables, fields or annotations. */
  public static ExternalType of(
      String name,
      Kind kind,
      List<JavaType> supertypes,
      Map<String, List<ExternalMethod>> methods) {
    return new ExternalType(
        name, kind, true, true, List.of(), supertypes, methods, Map.of(), List.of());
  }

  public ExternalType withTypeVariables(List<TypeVariable> variables) {
    return variables.equals(typeVariables)
        ? this
        : new ExternalType(
            name,
            kind,
            isPublic,
            hasMemberTypes,
            variables,
            supertypes,
            methods,
            fields,
            annotations);
  }

  public boolean isInterface() {
    return kind == Kind.INTERFACE || kind == Kind.ANNOTATION;
  }

  /** Names of its type variables, in order. */
  public List<String> typeParameters() {
    return typeVariables.stream().map(TypeVariable::name).toList();
  }

  /**
   * @param constant the value of a constant variable (JLS 4.12.4): String, Integer, Long, Float,
   *     Double, Boolean or Character; {@code null} for any other field
   */
  public record ExternalField(JavaType type, boolean isStatic, Object constant) {
    public static ExternalField of(JavaType type) {
      return new ExternalField(type, false, null);
    }
  }

  /**
   * @param typeVariables the method's own
   * @param parameters in terms of the type's and the method's variables; {@code null} when only the
   *     name and the result are known
   * @param thrown types that the throws clause names
   * @param annotations with full names, as far as they matter to a reader of the signature
   */
  public record ExternalMethod(
      String name,
      List<TypeVariable> typeVariables,
      List<JavaType> parameters,
      boolean variableArity,
      JavaType returnType,
      boolean isStatic,
      boolean isAbstract,
      List<JavaType> thrown,
      List<AnnotationUse> annotations) {

    /** A method without variables of its own, exceptions or annotations. */
    public static ExternalMethod of(
        String name, List<JavaType> parameters, JavaType returnType, boolean isStatic) {
      return new ExternalMethod(
          name, List.of(), parameters, false, returnType, isStatic, false, List.of(), List.of());
    }

    /** Whether a call with so many arguments can mean this method. */
    public boolean accepts(int arguments) {
      return parameters == null
          || (variableArity ? arguments >= parameters.size() - 1 : arguments == parameters.size());
    }
  }
}
