package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What functional interfaces ask of lambdas and method references, and what those give back. */
final class FunctionalTypes {

  private final Program program;
  private final MethodTypes types;

  FunctionalTypes(Program program, MethodTypes types) {
    this.program = program;
    this.types = types;
  }

  /** The function type of {@code type}, when that is a functional interface. */
  Optional<Function> function(JavaType type, TypeInfo near) {
    Members.Method method = program.members().function(type, near).orElse(null);
    if (method == null) {
      return Optional.empty();
    }
    Signature signature = program.members().seenFrom(type, method, near).signature();
    return Optional.of(new Function(signature.parameters(), signature.result()));
  }

  /** The type of parameter {@code register} of a lambda that gives it none. */
  JavaType parameter(CodeBody lambda, int register) {
    CodeBody body = lambda.enclosing().orElse(null);
    Instruction.MakeLambda creation = lambda.creation().orElse(null);
    if (body == null || creation == null) {
      return JavaType.UNKNOWN;
    }
    JavaType expected = types.expected().of(body, creation.target());
    Function function = function(expected, body.owner()).orElse(null);
    return function == null || register >= function.parameters().size()
        ? JavaType.UNKNOWN
        : function.parameters().get(register);
  }

  /**
   * What the argument gives back when it is called as {@code function}; unknown for nothing.
   *
   * @param function where variables that are still to be inferred are unknown
   */
  JavaType returned(CodeBody body, Argument argument, Function function) {
    if (argument.reference() != null) {
      return types.references().resolve(body, argument.reference(), function).returnType();
    }
    JavaType joined = JavaType.UNKNOWN;
    for (Block block : argument.lambda().body().blocks()) {
      if (block.terminator() instanceof Instruction.Return exit && exit.value() != Body.NONE) {
        JavaType type = types.typeOf(argument.lambda(), exit.value());
        joined = joined.isKnown() ? types.join(joined, type) : type;
      }
    }
    return joined;
  }

  /** The types of the lambda's parameters that are written; unknown for the others. */
  List<JavaType> written(CodeBody lambda) {
    List<JavaType> written = new ArrayList<>();
    for (int i = 0; i < lambda.body().parameterCount(); i++) {
      Variable variable = lambda.variable(i).orElse(null);
      boolean typed = variable != null && variable.type().kind() != TypeRef.Kind.INFERRED;
      written.add(
          typed
              ? program.names().resolve(variable.type(), lambda.owner(), lambda)
              : JavaType.UNKNOWN);
    }
    return written;
  }
}
