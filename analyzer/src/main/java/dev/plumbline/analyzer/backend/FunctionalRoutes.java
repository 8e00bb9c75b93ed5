package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Routes that are written in code: the calls of {@code GET("/path", this::handler)} and its like in
 * methods that return a {@code RouterFunction}. Prefixes of {@code nest} and {@code path} around a
 * lambda are joined where they are constant; those that another method adds are not seen.
 */
final class FunctionalRoutes {

  private static final Set<String> VERBS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  /** Calls that put a path before the routes of the lambda that they are given. */
  private static final Set<String> NESTING = Set.of("nest", "path");

  private static final Set<String> RESULTS =
      Set.of(
          "org.springframework.web.reactive.function.server.RouterFunction",
          "org.springframework.web.servlet.function.RouterFunction");

  private final Program program;
  private final TextConstants texts;

  FunctionalRoutes(Program program) {
    this.program = program;
    this.texts = new TextConstants(program);
  }

  /** In code order; empty for methods that make no routes. */
  List<OtherEndpoint> of(MethodInfo method) {
    List<OtherEndpoint> found = new ArrayList<>();
    if (isRouter(method)) {
      method.body().ifPresent(body -> collect(method, body, Optional.of(""), found));
    }
    return found;
  }

  private boolean isRouter(MethodInfo method) {
    return method.body().isPresent()
        && RESULTS.contains(
            program.names().resolve(method.declaration().returnType(), method).name());
  }

  private void collect(
      MethodInfo method, CodeBody body, Optional<String> prefix, List<OtherEndpoint> found) {
    Map<Instruction, Optional<String>> prefixes = new IdentityHashMap<>();
    List<Instruction.Call> routes = new ArrayList<>();
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call && !call.arguments().isEmpty()) {
          if (VERBS.contains(call.name())) {
            routes.add(call);
          } else if (NESTING.contains(call.name()) && call.arguments().size() > 1) {
            mark(body, call.arguments().get(1), nested(body, call.arguments().get(0)), prefixes);
          }
        }
      }
    }
    for (Instruction.Call call : routes) {
      route(method, body, call, joined(prefix, prefixes.get(call)), found);
    }
    for (CodeBody lambda : body.lambdas()) {
      collect(method, lambda, joined(prefix, prefixes.get(lambda.creation().orElse(null))), found);
    }
  }

  /**
   * {@code before} puts its path before all routes that the value in {@code register} is made of.
   */
  private void mark(
      CodeBody body,
      int register,
      Optional<String> before,
      Map<Instruction, Optional<String>> prefixes) {
    if (register == Body.NONE) {
      return;
    }
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.MakeLambda) {
        prefixes.put(definition, before);
      } else if (definition instanceof Instruction.Copy copy) {
        mark(body, copy.source(), before, prefixes);
      } else if (definition instanceof Instruction.Call call && !prefixes.containsKey(call)) {
        prefixes.put(call, before);
        mark(body, call.receiver(), before, prefixes);
        call.arguments().stream().forEach(each -> mark(body, each, before, prefixes));
      }
    }
  }

  /** Without a prefix of its own, that of the code around; unknown where one of both is. */
  private static Optional<String> joined(Optional<String> around, Optional<String> own) {
    return own == null
        ? around
        : around.flatMap(
            before -> own.map(after -> before.isEmpty() ? after : join(before, after)));
  }

  private void route(
      MethodInfo method,
      CodeBody body,
      Instruction.Call call,
      Optional<String> prefix,
      List<OtherEndpoint> found) {
    Optional<String> path =
        isHandler(body, call.arguments().get(0))
            ? Optional.of("")
            : nested(body, call.arguments().get(0));
    Optional<String> whole = prefix.flatMap(before -> path.map(after -> join(before, after)));
    found.add(
        new OtherEndpoint(
            "functional",
            method.owner(),
            handler(body, call).orElse(method),
            List.of(call.name()),
            whole.map(List::of).orElse(List.of()),
            whole.isPresent(),
            body.location(call.nameSpan())));
  }

  /** {@code GET(this::list)} inside of a nest answers its path itself. */
  private static boolean isHandler(CodeBody body, int register) {
    return body.definitions(register).stream()
        .anyMatch(
            each ->
                each instanceof Instruction.MethodReference
                    || each instanceof Instruction.MakeLambda);
  }

  /** The method that is referred to among the arguments. */
  private Optional<MethodInfo> handler(CodeBody body, Instruction.Call call) {
    for (int i = 0; i < call.arguments().size(); i++) {
      for (Instruction definition : body.definitions(call.arguments().get(i))) {
        if (definition instanceof Instruction.MethodReference reference) {
          Optional<MethodInfo> referred = program.inference().target(body, reference).declared();
          if (referred.isPresent()) {
            return referred;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A path, {@code RequestPredicates.path("/base")}, or such a predicate and more conditions. */
  private Optional<String> nested(CodeBody body, int register) {
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.Call call) {
        if (call.name().equals("path") && call.arguments().size() == 1) {
          return text(body, call.arguments().get(0));
        } else if (call.name().equals("and") && call.receiver() != Body.NONE) {
          return nested(body, call.receiver());
        }
      }
    }
    return text(body, register);
  }

  private Optional<String> text(CodeBody body, int register) {
    if (register == Body.NONE) {
      return Optional.empty();
    }
    List<TextConstants.TextConstant> found = texts.of(body, register);
    return found.size() == 1 ? Optional.of(found.get(0).text()) : Optional.empty();
  }

  private static String join(String before, String after) {
    String left = before.endsWith("/") ? before.substring(0, before.length() - 1) : before;
    if (after.isEmpty()) {
      return left.isEmpty() ? "/" : left;
    }
    return after.startsWith("/") ? left + after : left + "/" + after;
  }
}
