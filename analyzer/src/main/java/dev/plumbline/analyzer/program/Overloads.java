package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Operands;
import java.util.List;

/**
 * Chooses among methods of one name and arity, after JLS 15.12.2 as far as types are known: what
 * fits by subtyping before what fits by boxing, and that before variable arity; a nearer
 * declaration wins a tie.
 */
final class Overloads {

  private static final int NO_FIT = -1;

  private final Program program;
  private final MethodTypes types;

  Overloads(Program program, MethodTypes types) {
    this.program = program;
    this.types = types;
  }

  Members.Method choose(CodeBody body, List<Members.Method> candidates, Operands arguments) {
    Members.Method best = candidates.get(0);
    int bestScore = Integer.MIN_VALUE;
    for (Members.Method candidate : candidates) {
      int score = score(body, candidate, arguments);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private int score(CodeBody body, Members.Method method, Operands arguments) {
    List<JavaType> parameters = program.members().parameterTypes(method);
    int score = parameters.size() == arguments.size() ? 1 : 0;
    for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
      int fit = fit(types.typeOf(body, arguments.get(i)), parameters.get(i));
      if (fit == NO_FIT) {
        return -arguments.size();
      }
      score += fit;
    }
    return score;
  }

  private int fit(JavaType argument, JavaType parameter) {
    if (!argument.isKnown() || !parameter.isKnown()) {
      return 1;
    }
    if (argument.dimensions() == parameter.dimensions()
        && argument.name().equals(parameter.name())) {
      return 4;
    }
    if (parameter.kind() == JavaType.Kind.VARIABLE) {
      return 1;
    }
    boolean primitiveArgument = argument.kind() == JavaType.Kind.PRIMITIVE;
    boolean primitiveParameter = parameter.kind() == JavaType.Kind.PRIMITIVE;
    if (primitiveArgument != primitiveParameter) {
      JavaType plain = MethodTypes.unboxed(argument);
      return plain.name().equals(MethodTypes.unboxed(parameter).name())
              || parameter.is("java.lang.Object")
          ? 1
          : NO_FIT;
    }
    if (primitiveArgument) {
      return argument.name().equals("boolean") || parameter.name().equals("boolean") ? NO_FIT : 2;
    }
    if (parameter.is("java.lang.Object")) {
      return 1;
    }
    if (argument.dimensions() != parameter.dimensions()) {
      return NO_FIT;
    }
    if (program.hierarchy().isSubtype(argument, parameter.name())) {
      return 3;
    }
    // A type whose header is unknown may be a subtype of anything.
    return headerKnown(argument) ? NO_FIT : 1;
  }

  private boolean headerKnown(JavaType type) {
    for (String ancestor : program.hierarchy().ancestors(type.name())) {
      if (!program.hasType(ancestor) && program.external().find(ancestor).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
