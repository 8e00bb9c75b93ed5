package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.Signature;
import java.util.ArrayList;
import java.util.List;

/** What the header of a method that is not here says of what is handed to it. */
final class Handing {

  private Handing() {}

  /**
   * The arguments of which one is the result: those of {@code static <T> T requireNonNull(T, …)}.
   * Empty where the result may be something else too, which a functional or generic parameter
   * beside them could make.
   */
  static List<Integer> returned(Members.Method method) {
    Signature signature = method.signature();
    JavaType result = signature.result();
    if (method.declared().isPresent()
        || !method.isStatic()
        || !isOwnVariable(result, signature)
        || result.dimensions() > 0) {
      return List.of();
    }
    List<Integer> returned = new ArrayList<>(1);
    for (int i = 0; i < signature.parameters().size(); i++) {
      JavaType parameter = signature.parameters().get(i);
      if (parameter.equals(result)) {
        returned.add(i);
      } else if (mentions(parameter, result.name())) {
        return List.of();
      }
    }
    return returned;
  }

  /**
   * Whether the method may call what it is given as argument {@code index}: not when it knows
   * nothing of it but that it is an object, or gives it back.
   */
  static boolean mayCall(Members.Method method, int index) {
    List<JavaType> parameters = method.signature().parameters();
    if (method.declared().isPresent() || parameters.isEmpty()) {
      return true;
    }
    int last = parameters.size() - 1;
    JavaType parameter = parameters.get(Math.min(index, last));
    boolean spread = method.signature().variableArity() && index >= last;
    boolean anything =
        parameter.is("java.lang.Object")
            || spread && parameter.equals(JavaType.OBJECT.withDimensions(1));
    return !anything && !returned(method).contains(index);
  }

  private static boolean isOwnVariable(JavaType type, Signature signature) {
    return type.kind() == JavaType.Kind.VARIABLE
        && signature.variables().stream().anyMatch(each -> each.name().equals(type.name()));
  }

  private static boolean mentions(JavaType type, String variable) {
    return type.kind() == JavaType.Kind.VARIABLE && type.name().equals(variable)
        || type.arguments().stream().anyMatch(each -> mentions(each, variable));
  }
}
