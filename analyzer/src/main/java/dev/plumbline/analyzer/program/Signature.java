package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeParameter;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a method with resolved types. The method's own type variables are marked ({@code
 * *T}), so that they can never be mistaken for variables of the code that calls it.
 *
 * @param variables the method's own, marked
 * @param parameters in terms of the variables of the type it was looked up in and of its own; empty
 *     when {@code parametersKnown} is not set
 */
public record Signature(
    List<TypeVariable> variables,
    List<JavaType> parameters,
    boolean parametersKnown,
    boolean variableArity,
    JavaType result) {

  private static final char MARK_CHAR = '*';
  private static final String MARK = String.valueOf(MARK_CHAR);

  public Signature {
    variables = List.copyOf(variables);
    parameters = List.copyOf(parameters);
  }

  /** Whether {@code type} is a marked variable, one that a call has to infer. */
  static boolean isInferred(JavaType type) {
    return type.kind() == JavaType.Kind.VARIABLE && type.name().charAt(0) == MARK_CHAR;
  }

  /** {@code type} with what a call has to infer made unknown. */
  static JavaType withoutInferred(JavaType type) {
    if (isInferred(type)) {
      return JavaType.UNKNOWN;
    }
    if (type.arguments().isEmpty()) {
      return type;
    }
    List<JavaType> arguments = new ArrayList<>(type.arguments().size());
    for (JavaType argument : type.arguments()) {
      arguments.add(withoutInferred(argument));
    }
    return new JavaType(type.kind(), type.name(), arguments, type.dimensions());
  }

  static Signature of(MethodInfo method, Names names) {
    List<TypeParameter> written = method.declaration().typeParameters();
    Map<String, JavaType> marks = new HashMap<>();
    for (TypeParameter parameter : written) {
      marks.put(parameter.name(), JavaType.variable(MARK + parameter.name()));
    }
    List<TypeVariable> variables = new ArrayList<>(written.size());
    for (TypeParameter parameter : written) {
      List<JavaType> bounds = new ArrayList<>(parameter.bounds().size());
      for (TypeRef bound : parameter.bounds()) {
        bounds.add(names.resolve(bound, method).substitute(marks));
      }
      variables.add(new TypeVariable(MARK + parameter.name(), bounds));
    }
    List<Parameter> declared = method.declaration().parameters();
    List<JavaType> parameters = new ArrayList<>(declared.size());
    for (Parameter parameter : declared) {
      parameters.add(names.resolve(parameter.type(), method).substitute(marks));
    }
    boolean variableArity =
        !declared.isEmpty() && declared.get(declared.size() - 1).variableArity();
    return new Signature(
        variables,
        parameters,
        true,
        variableArity,
        names.resolve(method.declaration().returnType(), method).substitute(marks));
  }

  static Signature of(ExternalType.ExternalMethod method) {
    List<JavaType> parameters = method.parameters() == null ? List.of() : method.parameters();
    if (method.typeVariables().isEmpty()) {
      return new Signature(
          List.of(),
          parameters,
          method.parameters() != null,
          method.variableArity(),
          method.returnType());
    }
    Map<String, JavaType> marks = new HashMap<>();
    for (TypeVariable variable : method.typeVariables()) {
      marks.put(variable.name(), JavaType.variable(MARK + variable.name()));
    }
    List<TypeVariable> variables = new ArrayList<>(method.typeVariables().size());
    for (TypeVariable variable : method.typeVariables()) {
      variables.add(
          new TypeVariable(MARK + variable.name(), JavaType.substitute(variable.bounds(), marks)));
    }
    return new Signature(
        variables,
        JavaType.substitute(parameters, marks),
        method.parameters() != null,
        method.variableArity(),
        method.returnType().substitute(marks));
  }

  /** With the variables of the type it was looked up in replaced. */
  Signature substitute(Map<String, JavaType> bindings) {
    if (bindings.isEmpty()) {
      return this;
    }
    List<TypeVariable> bounded = substituteBounds(bindings);
    List<JavaType> seenParameters = JavaType.substitute(parameters, bindings);
    JavaType seenResult = result.substitute(bindings);
    return bounded == variables && seenParameters == parameters && seenResult == result
        ? this
        : new Signature(bounded, seenParameters, parametersKnown, variableArity, seenResult);
  }

  private List<TypeVariable> substituteBounds(Map<String, JavaType> bindings) {
    List<TypeVariable> bounded = null;
    for (int i = 0; i < variables.size(); i++) {
      TypeVariable variable = variables.get(i);
      List<JavaType> bounds = JavaType.substitute(variable.bounds(), bindings);
      if (bounds != variable.bounds() && bounded == null) {
        bounded = new ArrayList<>(variables);
      }
      if (bounded != null) {
        bounded.set(i, new TypeVariable(variable.name(), bounds));
      }
    }
    return bounded == null ? variables : bounded;
  }

  /** The type that argument {@code index} is passed as, when {@code spread} one by one. */
  JavaType parameter(int index, boolean spread) {
    int last = parameters.size() - 1;
    if (last < 0) {
      return JavaType.UNKNOWN;
    }
    if (spread && index >= last) {
      return parameters.get(last).component();
    }
    return index <= last ? parameters.get(index) : JavaType.UNKNOWN;
  }

  /**
   * Parameter {@code index} with a variable of the method's own replaced by its bound (JLS 4.6).
   */
  JavaType erasedParameter(int index) {
    JavaType parameter = parameters.get(index);
    if (isInferred(parameter)) {
      for (TypeVariable variable : variables) {
        if (variable.name().equals(parameter.name())) {
          JavaType bound = variable.bound();
          return isInferred(bound)
              ? parameter
              : bound.withDimensions(bound.dimensions() + parameter.dimensions());
        }
      }
    }
    return parameter;
  }

  boolean accepts(int arguments) {
    return !parametersKnown
        || (variableArity ? arguments >= parameters.size() - 1 : arguments == parameters.size());
  }
}
