package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The interfaces that lambdas or method references of the workspace implement. An interface with
 * one method is most often a service or a handler that classes implement; without this, each of
 * them would have to count as unknown.
 */
final class LambdaTargets {

  private final Program program;
  private final Set<String> names = new HashSet<>();

  /**
   * @param bodies the code whose lambdas count
   */
  LambdaTargets(Program program, List<CodeBody> bodies) {
    this.program = program;
    for (CodeBody body : bodies) {
      Set<Integer> functions = functions(body);
      if (!functions.isEmpty()) {
        uses(body, functions);
      }
    }
  }

  /** Whether a lambda of the workspace may stand where {@code type} is asked for. */
  boolean mayBeLambda(JavaType type) {
    return names.contains(type.name())
        || program.type(type.name()).filter(LambdaTargets::isMarked).isPresent();
  }

  private static boolean isMarked(TypeInfo type) {
    return type.annotations().stream()
        .map(AnnotationUse::simpleName)
        .anyMatch("FunctionalInterface"::equals);
  }

  /** A lambda for an interface may be called as each interface above it. */
  private void target(String name) {
    if (!names.contains(name)) {
      names.addAll(program.hierarchy().ancestors(name));
    }
  }

  private static Set<Integer> functions(CodeBody body) {
    Set<Integer> registers = new HashSet<>();
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.MakeLambda || each instanceof Instruction.MethodReference) {
          registers.add(each.target());
        }
      }
    }
    return registers;
  }

  private void uses(CodeBody body, Set<Integer> functions) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call) {
          arguments(call.arguments(), functions, program.inference().target(body, call));
        } else if (each instanceof Instruction.New creation) {
          arguments(creation.arguments(), functions, program.inference().target(body, creation));
        } else {
          other(body, each, functions);
        }
      }
    }
  }

  private void arguments(Operands arguments, Set<Integer> functions, CallTarget target) {
    List<JavaType> parameters = null;
    for (int i = 0; i < arguments.size(); i++) {
      if (functions.contains(arguments.get(i)) && target.method().isPresent()) {
        Members.Method method = target.method().get();
        parameters = parameters == null ? program.members().parameterTypes(method) : parameters;
        if (!parameters.isEmpty()) {
          target(parameters.get(Math.min(i, parameters.size() - 1)).name());
        }
      }
    }
  }

  private void other(CodeBody body, Instruction each, Set<Integer> functions) {
    if (each instanceof Instruction.Copy copy && functions.contains(copy.source())) {
      target(program.inference().typeOf(body, copy.target()).name());
    } else if (each instanceof Instruction.Cast cast && functions.contains(cast.source())) {
      target(resolve(cast.type(), body));
    } else if (each instanceof Instruction.StoreName store && functions.contains(store.source())) {
      target(program.inference().meaning(body, store).type().name());
    } else if (each instanceof Instruction.StoreField store && functions.contains(store.source())) {
      program
          .members()
          .field(program.inference().typeOf(body, store.object()), store.name(), body.owner())
          .ifPresent(field -> target(field.type().name()));
    } else if (each instanceof Instruction.NewArray array
        && array.elements().stream().anyMatch(functions::contains)) {
      target(resolve(array.type(), body));
    } else if (each instanceof Instruction.Return exit
        && exit.value() != Body.NONE
        && functions.contains(exit.value())
        && body.enclosing().isEmpty()) {
      TypeRef result = body.method().declaration().returnType();
      target(program.names().resolve(result, body.method()).name());
    }
  }

  private String resolve(TypeRef written, CodeBody body) {
    return program.names().resolve(written, body.owner(), body).name();
  }
}
