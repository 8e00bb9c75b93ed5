package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.finding.Resolution.Outcome;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CallResolution.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Walks back from a value of unknown type to the step that nothing is known of. One use each. */
final class UnknownValues {

  private final Program program;
  private final MissingTypes missing;
  private final BiFunction<CodeBody, Instruction.Call, Result> calls;
  private final Set<List<Object>> seen = new HashSet<>();

  UnknownValues(
      Program program, MissingTypes missing, BiFunction<CodeBody, Instruction.Call, Result> calls) {
    this.program = program;
    this.missing = missing;
    this.calls = calls;
  }

  Result cause(CodeBody body, int register) {
    if (register < 0 || !seen.add(List.of(System.identityHashCode(body), register))) {
      return Result.of(Outcome.OTHER, "a value that depends on itself");
    }
    Variable variable = body.variable(register).orElse(null);
    if (variable != null) {
      if (variable.kind() == Variable.Kind.CAPTURED) {
        Optional<Integer> outer = body.capturedFrom(register);
        return outer.isPresent() && body.capturingFrom().isPresent()
            ? cause(body.capturingFrom().get(), outer.get())
            : Result.of(Outcome.OTHER, "captured " + variable.name());
      }
      if (variable.type().kind() != TypeRef.Kind.INFERRED) {
        return declared(body, variable.type());
      }
      if (variable.kind() == Variable.Kind.PARAMETER) {
        return lambdaParameter(body);
      }
    }
    Result first = null;
    for (Instruction definition : body.definitions(register)) {
      Result result = cause(body, definition);
      if (result != null && (first == null || first.outcome() == Outcome.OTHER)) {
        first = result;
      }
    }
    return first == null ? Result.of(Outcome.OTHER, "a value of no known origin") : first;
  }

  private Result cause(CodeBody body, Instruction definition) {
    if (definition instanceof Instruction.Copy copy) {
      return cause(body, copy.source());
    } else if (definition instanceof Instruction.Call call) {
      Result result = calls.apply(body, call);
      return result.outcome().isResolved() ? result(body, call) : result.following();
    } else if (definition instanceof Instruction.LoadName load) {
      return name(body, load);
    } else if (definition instanceof Instruction.LoadField load) {
      return field(body, load);
    } else if (definition instanceof Instruction.LoadElement load) {
      return cause(body, load.array());
    } else if (definition instanceof Instruction.Next next) {
      JavaType iterable = program.inference().typeOf(body, next.iterable());
      return iterable.isKnown() ? member(iterable, body, "iterator") : cause(body, next.iterable());
    } else if (definition instanceof Instruction.New creation) {
      return declared(body, creation.type());
    } else if (definition instanceof Instruction.Cast cast) {
      return declared(body, cast.type());
    } else if (definition instanceof Instruction.Catch handler) {
      return handler.types().isEmpty() ? null : declared(body, handler.types().get(0));
    } else if (definition instanceof Instruction.Operation operation) {
      return operands(body, operation.operands());
    } else if (definition instanceof Instruction.Constant) {
      return null;
    }
    return Result.of(Outcome.OTHER, definition.getClass().getSimpleName());
  }

  private Result operands(CodeBody body, Operands operands) {
    for (int i = 0; i < operands.size(); i++) {
      if (!program.inference().typeOf(body, operands.get(i)).isKnown()) {
        return cause(body, operands.get(i));
      }
    }
    return null;
  }

  private Result declared(CodeBody body, TypeRef type) {
    JavaType resolved = program.names().resolve(type, body.owner(), body);
    return resolved.kind() == JavaType.Kind.UNRESOLVED
        ? missing.name(resolved.name(), body.owner())
        : Result.of(Outcome.OTHER, "a variable of type " + type);
  }

  private Result lambdaParameter(CodeBody lambda) {
    CodeBody body = lambda.enclosing().orElse(null);
    Instruction.MakeLambda creation = lambda.creation().orElse(null);
    if (body == null || creation == null) {
      return Result.of(Outcome.OTHER, "a parameter without a type");
    }
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && call.arguments().stream().anyMatch(r -> r == creation.target())) {
          Result result = calls.apply(body, call);
          return result.outcome().isResolved()
              ? Result.of(Outcome.LAMBDA_PARAMETER, result.name())
              : result.following();
        } else if (each instanceof Instruction.New created
            && created.arguments().stream().anyMatch(r -> r == creation.target())) {
          return Result.of(Outcome.LAMBDA_PARAMETER, "new " + created.type().name());
        }
      }
    }
    return Result.of(Outcome.LAMBDA_PARAMETER, "assigned or returned");
  }

  /** A call that was found, and yet nobody knows what it gives. */
  private Result result(CodeBody body, Instruction.Call call) {
    CallTarget target = program.inference().target(body, call);
    JavaType returned = target.returnType();
    if (returned.kind() == JavaType.Kind.UNRESOLVED) {
      TypeInfo scope = target.declared().map(MethodInfo::owner).orElse(body.owner());
      return missing.name(returned.name(), scope);
    }
    return member(target.receiver(), body, target.name());
  }

  private Result member(JavaType receiver, CodeBody body, String name) {
    Result absent = missing.ancestor(receiver, body.owner());
    if (absent != null) {
      return absent;
    }
    return Result.of(
        isRaw(receiver) ? Outcome.RAW_TYPE : Outcome.RESULT_NOT_INFERRED,
        receiver.name() + "." + name);
  }

  private boolean isRaw(JavaType type) {
    if (!type.isClass() || !type.arguments().isEmpty()) {
      return false;
    }
    return program
        .type(type.name())
        .map(info -> !info.declaration().typeParameters().isEmpty())
        .or(() -> program.external().find(type.name()).map(e -> !e.typeParameters().isEmpty()))
        .orElse(false);
  }

  private Result name(CodeBody body, Instruction.LoadName load) {
    NameMeaning meaning = program.inference().meaning(body, load);
    Members.Field field = meaning.field().orElse(null);
    if (field != null) {
      if (field.type().kind() == JavaType.Kind.UNRESOLVED) {
        return missing.name(field.type().name(), field.info().orElse(body.owner()));
      }
      Result absent = missing.ancestor(JavaType.of(field.owner()), body.owner());
      return absent != null
          ? absent
          : Result.of(Outcome.FIELD_NOT_FOUND, field.owner() + "." + field.name());
    }
    for (TypeInfo type = body.owner(); type != null; type = type.outer().orElse(null)) {
      Result absent = missing.ancestor(type.type(), type);
      if (absent != null) {
        return absent;
      }
    }
    String first = load.path().get(0);
    return Character.isUpperCase(first.charAt(0))
        ? missing.name(first, body.owner())
        : Result.of(Outcome.NAME_NOT_FOUND, String.join(".", load.path()));
  }

  private Result field(CodeBody body, Instruction.LoadField load) {
    JavaType object = program.inference().typeOf(body, load.object());
    if (!object.isKnown()) {
      return object.kind() == JavaType.Kind.UNRESOLVED
          ? missing.name(object.name(), body.owner())
          : cause(body, load.object());
    }
    Members.Field field = program.members().field(object, load.name(), body.owner()).orElse(null);
    if (field != null && field.type().kind() == JavaType.Kind.UNRESOLVED) {
      return missing.name(field.type().name(), field.info().orElse(body.owner()));
    }
    Result absent = missing.ancestor(object, body.owner());
    return absent != null
        ? absent
        : Result.of(Outcome.FIELD_NOT_FOUND, object.name() + "." + load.name());
  }
}
