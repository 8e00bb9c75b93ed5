package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeParameter;
import dev.plumbline.analyzer.program.ExternalType.ExternalField;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the values in which generated members and types are told; the only place that does. */
final class GeneratedSignatures {

  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "java.lang.Boolean",
          "byte", "java.lang.Byte",
          "short", "java.lang.Short",
          "char", "java.lang.Character",
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "float", "java.lang.Float",
          "double", "java.lang.Double");

  private GeneratedSignatures() {}

  /** As a type argument has it: {@code Integer} for {@code int}. */
  static JavaType boxed(JavaType type) {
    return type.kind() == JavaType.Kind.PRIMITIVE && !type.isArray()
        ? JavaType.of(BOXES.get(type.name()))
        : type;
  }

  /** A public method of an object. */
  static GeneratedMethod method(
      Role role, String property, String name, JavaType result, JavaType... parameters) {
    return new GeneratedMethod(
        signature(name, List.of(parameters), result, false),
        role,
        Access.PUBLIC,
        Optional.ofNullable(property));
  }

  static GeneratedMethod staticMethod(
      Role role, String name, JavaType result, List<JavaType> parameters) {
    return new GeneratedMethod(
        signature(name, parameters, result, true), role, Access.PUBLIC, Optional.empty());
  }

  static ExternalMethod signature(
      String name, List<JavaType> parameters, JavaType result, boolean isStatic) {
    return ExternalMethod.of(name, parameters, result, isStatic);
  }

  /** A method of an object that takes any number of the last parameter's components. */
  static ExternalMethod variable(String name, JavaType parameter, JavaType result) {
    return new ExternalMethod(
        name, List.of(), List.of(parameter), true, result, false, false, List.of(), List.of());
  }

  /** The members of a class that shows no more than its default constructor. */
  static List<GeneratedMethod> defaultConstructor() {
    return List.of(method(Role.CONSTRUCTOR, null, "<init>", JavaType.VOID));
  }

  /** A static method that has the variables of its class as its own. */
  static ExternalMethod generic(
      String name, List<TypeVariable> variables, List<JavaType> parameters, JavaType result) {
    return new ExternalMethod(
        name, variables, parameters, false, result, true, false, List.of(), List.of());
  }

  /** The type variables of a declaration, as {@code scope} or {@code method} sees them. */
  static List<TypeVariable> variables(
      Program program, List<TypeParameter> parameters, TypeInfo scope) {
    return parameters.stream()
        .map(
            each ->
                new TypeVariable(
                    each.name(),
                    each.bounds().stream()
                        .map(bound -> program.names().resolve(bound, scope, null))
                        .toList()))
        .toList();
  }

  /** What the source says of {@code method}, in terms of its owner's variables. */
  static ExternalMethod of(Program program, MethodInfo method) {
    MethodDecl declaration = method.declaration();
    List<JavaType> parameters = new ArrayList<>();
    boolean variableArity = false;
    for (Parameter each : declaration.parameters()) {
      parameters.add(program.names().resolve(each.type(), method));
      variableArity |= each.variableArity();
    }
    return new ExternalMethod(
        method.name(),
        variables(program, declaration.typeParameters(), method.owner()),
        parameters,
        variableArity,
        program.names().resolve(declaration.returnType(), method),
        declaration.modifiers().isStatic(),
        false,
        List.of(),
        List.of());
  }

  /** The signature with variables replaced. */
  static ExternalMethod substitute(ExternalMethod method, Map<String, JavaType> bindings) {
    return bindings.isEmpty()
        ? method
        : new ExternalMethod(
            method.name(),
            method.typeVariables(),
            method.parameters() == null
                ? null
                : method.parameters().stream().map(each -> each.substitute(bindings)).toList(),
            method.variableArity(),
            method.returnType().substitute(bindings),
            method.isStatic(),
            method.isAbstract(),
            method.thrown(),
            method.annotations());
  }

  /**
   * A whole type. Its members are worked out when they are first looked at, since they may name the
   * type itself.
   */
  static ExternalType type(
      String name,
      ExternalType.Kind kind,
      List<TypeVariable> variables,
      List<JavaType> supertypes,
      Supplier<Map<String, List<ExternalMethod>>> methods,
      Supplier<Map<String, ExternalField>> fields) {
    return new ExternalType(
        name,
        kind,
        true,
        true,
        variables,
        supertypes,
        new LateMap<>(methods),
        new LateMap<>(fields),
        List.of());
  }

  static ExternalField constant(JavaType type, Object value) {
    return new ExternalField(type, true, value);
  }
}
