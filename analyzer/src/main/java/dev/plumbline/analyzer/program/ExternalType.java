package dev.plumbline.analyzer.program;

import java.util.List;
import java.util.Map;

/**
 * What is known of a type that is not in the workspace.
 *
 * @param name canonical name
 * @param typeParameters names of its type variables, in order
 * @param supertypes superclass and interfaces, in terms of its type variables
 * @param methods by name; inherited ones stand with the supertype
 * @param fields by name
 */
public record ExternalType(
    String name,
    boolean isInterface,
    List<String> typeParameters,
    List<JavaType> supertypes,
    Map<String, List<ExternalMethod>> methods,
    Map<String, JavaType> fields) {

  /**
   * @param parameters in terms of the type's and the method's variables; {@code null} when only the
   *     name and the result are known
   */
  public record ExternalMethod(
      String name,
      List<JavaType> parameters,
      boolean variableArity,
      JavaType returnType,
      boolean isStatic,
      boolean isAbstract) {

    /** Whether a call with so many arguments can mean this method. */
    public boolean accepts(int arguments) {
      return parameters == null
          || (variableArity ? arguments >= parameters.size() - 1 : arguments == parameters.size());
    }
  }
}
