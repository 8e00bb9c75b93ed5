package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What functional interfaces tell: a lambda's parameter from the call that it is passed to, and a
 * call's type variables from what its arguments are or return. A small part of JLS 18, enough for
 * the calls of streams, Optional and collections.
 */
final class FunctionalTypes {

  private final Program program;
  private final MethodTypes types;

  FunctionalTypes(Program program, MethodTypes types) {
    this.program = program;
    this.types = types;
  }

  /** The type of parameter {@code register} of a lambda that gives it none. */
  JavaType parameter(CodeBody lambda, int register) {
    CodeBody body = lambda.enclosing().orElse(null);
    Instruction.MakeLambda creation = lambda.creation().orElse(null);
    if (body == null || creation == null) {
      return JavaType.UNKNOWN;
    }
    JavaType functional = targetType(body, creation.target());
    Function function = function(functional).orElse(null);
    if (function == null || register >= function.parameters.size()) {
      return JavaType.UNKNOWN;
    }
    JavaType type = function.parameters.get(register);
    return type.kind() == JavaType.Kind.VARIABLE ? JavaType.UNKNOWN : type;
  }

  /** The type that the place where {@code register} is used asks for. */
  private JavaType targetType(CodeBody body, int register) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Call call) {
          int index = indexOf(call.arguments(), register);
          if (index >= 0) {
            return types
                .target(body, call)
                .method()
                .map(method -> parameterType(body, call, method, index))
                .orElse(JavaType.UNKNOWN);
          }
        } else if (instruction instanceof Instruction.Copy copy && copy.source() == register) {
          return types.typeOf(body, copy.target());
        }
      }
    }
    return JavaType.UNKNOWN;
  }

  private JavaType parameterType(
      CodeBody body, Instruction.Call call, Members.Method method, int index) {
    List<JavaType> parameters = program.members().parameterTypes(method);
    if (parameters.isEmpty()) {
      return JavaType.UNKNOWN;
    }
    JavaType parameter = parameters.get(Math.min(index, parameters.size() - 1));
    // What the other, plain arguments tell of the method's own variables.
    Map<String, JavaType> bindings = new HashMap<>();
    for (int i = 0; i < Math.min(parameters.size(), call.arguments().size()); i++) {
      if (i != index) {
        unify(parameters.get(i), types.typeOf(body, call.arguments().get(i)), bindings);
      }
    }
    return parameter.substitute(bindings);
  }

  /** {@code declared} with the method's own variables replaced by what the arguments tell. */
  JavaType bind(CodeBody body, Members.Method method, Operands arguments, JavaType declared) {
    if (!mentionsVariable(declared)) {
      return declared;
    }
    List<JavaType> parameters = program.members().parameterTypes(method);
    Map<String, JavaType> bindings = new HashMap<>();
    for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
      int argument = arguments.get(i);
      JavaType parameter = parameters.get(i);
      JavaType actual = types.typeOf(body, argument);
      if (actual.isKnown()) {
        unify(parameter, actual, bindings);
      } else {
        JavaType functional = parameter;
        function(functional)
            .ifPresent(
                function -> unify(function.result, returned(body, argument, bindings), bindings));
      }
    }
    JavaType bound = declared.substitute(bindings);
    return withoutVariables(bound);
  }

  private JavaType returned(CodeBody body, int register, Map<String, JavaType> bindings) {
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.MakeLambda maker) {
        CodeBody lambda = body.lambdas().get(maker.lambda());
        for (Block block : lambda.body().blocks()) {
          if (block.terminator() instanceof Instruction.Return exit && exit.value() != Body.NONE) {
            JavaType type = types.typeOf(lambda, exit.value());
            if (type.isKnown()) {
              return type;
            }
          }
        }
      } else if (definition instanceof Instruction.MethodReference reference) {
        return types.target(body, reference).returnType().substitute(bindings);
      }
    }
    return JavaType.UNKNOWN;
  }

  private void unify(JavaType formal, JavaType actual, Map<String, JavaType> bindings) {
    if (!actual.isKnown()) {
      return;
    }
    if (formal.kind() == JavaType.Kind.VARIABLE && actual.dimensions() >= formal.dimensions()) {
      bindings.putIfAbsent(
          formal.name(), boxed(actual.withDimensions(actual.dimensions() - formal.dimensions())));
      return;
    }
    if (!formal.arguments().isEmpty() && actual.isClass()) {
      JavaType seen = program.hierarchy().asSuper(actual, formal.name());
      if (seen != null) {
        for (int i = 0; i < formal.arguments().size(); i++) {
          unify(formal.arguments().get(i), seen.argument(i), bindings);
        }
      }
    }
  }

  private static JavaType boxed(JavaType type) {
    if (type.kind() != JavaType.Kind.PRIMITIVE || type.isArray()) {
      return type;
    }
    return switch (type.name()) {
      case "int" -> JavaType.of("java.lang.Integer");
      case "char" -> JavaType.of("java.lang.Character");
      case "void" -> JavaType.UNKNOWN;
      default ->
          JavaType.of(
              "java.lang."
                  + Character.toUpperCase(type.name().charAt(0))
                  + type.name().substring(1));
    };
  }

  private record Function(List<JavaType> parameters, JavaType result) {}

  /** The one abstract method of a functional interface (JLS 9.8), with its arguments put in. */
  private Optional<Function> function(JavaType functional) {
    if (!functional.isClass()) {
      return Optional.empty();
    }
    for (String name : program.hierarchy().ancestors(functional.name())) {
      JavaType seen = program.hierarchy().asSuper(functional, name);
      Members.Method single = single(seen);
      if (single != null) {
        return Optional.of(
            new Function(
                program.members().parameterTypes(single), program.members().returnType(single)));
      }
    }
    return Optional.empty();
  }

  private Members.Method single(JavaType type) {
    TypeInfo info = program.type(type.name()).orElse(null);
    List<Members.Method> candidates = new ArrayList<>();
    if (info != null && info.declaration().isInterface()) {
      for (MethodInfo method : info.methods()) {
        if (method.declaration().body().isEmpty()) {
          candidates.add(new Members.Method(type, Optional.of(method), Optional.empty()));
        }
      }
    } else {
      ExternalType external = program.external().find(type.name()).orElse(null);
      if (external != null && external.isInterface()) {
        external
            .methods()
            .values()
            .forEach(
                group ->
                    group.forEach(
                        method -> {
                          if (method.isAbstract() && !isOfObject(method)) {
                            candidates.add(
                                new Members.Method(type, Optional.empty(), Optional.of(method)));
                          }
                        }));
      }
    }
    return candidates.size() == 1 ? candidates.get(0) : null;
  }

  private static boolean isOfObject(ExternalType.ExternalMethod method) {
    return method.name().equals("equals")
        || method.name().equals("hashCode")
        || method.name().equals("toString");
  }

  private static boolean mentionsVariable(JavaType type) {
    return type.kind() == JavaType.Kind.VARIABLE
        || type.arguments().stream().anyMatch(FunctionalTypes::mentionsVariable);
  }

  private static JavaType withoutVariables(JavaType type) {
    if (type.kind() == JavaType.Kind.VARIABLE) {
      return JavaType.UNKNOWN;
    }
    if (type.arguments().isEmpty()) {
      return type;
    }
    return new JavaType(
        type.kind(),
        type.name(),
        type.arguments().stream().map(FunctionalTypes::withoutVariables).toList(),
        type.dimensions());
  }

  private static int indexOf(Operands operands, int register) {
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i) == register) {
        return i;
      }
    }
    return -1;
  }
}
