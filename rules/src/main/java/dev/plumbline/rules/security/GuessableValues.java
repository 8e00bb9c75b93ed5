package dev.plumbline.rules.security;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values that <i>may</i> be made from a generator whose next values can be worked out. Without
 * regard to order within a method; into methods only by what they give back. What a guessable
 * number only selects, an element of a list, is no such value.
 */
final class GuessableValues {

  /** Helpers of helpers of helpers. */
  private static final int MAX_ROUNDS = 4;

  private static final Set<String> WRITING = Set.of("append", "insert", "put", "add", "write");

  private static final Set<String> TELLING =
      Set.of("equals", "compareTo", "hashCode", "length", "size", "isEmpty", "contains", "matches");

  /** These pick something that is there already. */
  private static final Set<String> PICKING =
      Set.of("get", "elementAt", "remove", "skip", "findFirst", "findAny", "getOrDefault", "sleep");

  private static final Set<Operator> COMPARING =
      Set.of(
          Operator.EQUAL,
          Operator.NOT_EQUAL,
          Operator.LESS,
          Operator.LESS_EQUAL,
          Operator.GREATER,
          Operator.GREATER_EQUAL,
          Operator.NOT);

  private final Backend backend;
  private final Map<CodeBody, Map<Integer, Instruction.Call>> values = new HashMap<>();
  private final Map<MethodInfo, Instruction.Call> givers = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  /** All calls are gone through in every round; their names are few. */
  private final Map<String, Boolean> random = new HashMap<>();

  GuessableValues(Backend backend) {
    this.backend = backend;
    for (int round = 0; round < MAX_ROUNDS && findGivers(); round++) {
      // Until no method is found any more.
    }
  }

  /** For each register that may hold such a value, the call that gave it. */
  Map<Integer, Instruction.Call> of(CodeBody body) {
    return values.getOrDefault(body, Map.of());
  }

  /** A generator's call, in the code that has it. */
  record Origin(CodeBody body, Instruction.Call call) {}

  /** The generator's call behind one of a method that gives such a value back. */
  Origin origin(CodeBody body, Instruction.Call call) {
    Origin found = new Origin(body, call);
    for (int i = 0; i < MAX_ROUNDS; i++) {
      MethodInfo giver =
          backend.program().inference().target(found.body(), found.call()).declared().orElse(null);
      Instruction.Call next = giver == null ? null : givers.get(giver);
      if (next == null || giver.body().isEmpty()) {
        return found;
      }
      found = new Origin(owner(giver.body().get(), next), next);
    }
    return found;
  }

  /** The lambda within the code that has the call, or the code itself. */
  private static CodeBody owner(CodeBody body, Instruction.Call call) {
    for (CodeBody lambda : body.lambdas()) {
      for (Block block : lambda.body().blocks()) {
        if (block.instructions().contains(call)) {
          return lambda;
        }
      }
    }
    return body;
  }

  private boolean findGivers() {
    int before = givers.size();
    for (CodeBody body : backend.program().bodies()) {
      if (MainCode.has(body.owner()) && body.enclosing().isEmpty()) {
        Optional<Instruction.Call> given = run(body);
        if (given.isPresent() && givers.putIfAbsent(body.method(), given.get()) == null) {
          names.add(body.method().name());
        }
      }
    }
    return givers.size() > before;
  }

  /** Finds the values of a body; the call behind what it gives back. */
  private Optional<Instruction.Call> run(CodeBody body) {
    Map<Integer, Instruction.Call> found = new HashMap<>();
    if (!mayHold(body)) {
      return Optional.empty();
    }
    int size = -1;
    while (found.size() != size) {
      size = found.size();
      for (Block block : body.body().blocks()) {
        block.instructions().forEach(each -> step(body, each, found));
      }
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    values.put(body, found);
    for (Block block : body.body().blocks()) {
      if (block.terminator() instanceof Instruction.Return exit
          && found.containsKey(exit.value())) {
        return Optional.of(found.get(exit.value()));
      }
    }
    return Optional.empty();
  }

  /** The cheap test: whether a name in the code may be one of a generator's method. */
  private boolean mayHold(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && (names.contains(call.name()) || mayBeRandom(call.name()))) {
          return true;
        }
      }
    }
    return body.lambdas().stream().anyMatch(this::mayHold);
  }

  private boolean mayBeRandom(String name) {
    return random.computeIfAbsent(
        name, key -> backend.library().mayModel(key, MethodRole.Random.class));
  }

  private void step(CodeBody body, Instruction step, Map<Integer, Instruction.Call> found) {
    if (step instanceof Instruction.Call call) {
      call(body, call, found);
    } else if (step instanceof Instruction.Copy copy) {
      pass(copy.source(), copy.target(), found);
    } else if (step instanceof Instruction.Cast cast) {
      pass(cast.source(), cast.target(), found);
    } else if (step instanceof Instruction.Operation operation
        && !COMPARING.contains(operation.operator())) {
      operation.operands().stream().forEach(each -> pass(each, operation.target(), found));
    } else if (step instanceof Instruction.LoadElement load) {
      // A character of an alphabet tells the number; a server of a list does not.
      if (isCharacter(body, load.target())) {
        pass(load.index(), load.target(), found);
      }
      pass(load.array(), load.target(), found);
    } else if (step instanceof Instruction.StoreElement store) {
      pass(store.source(), store.array(), found);
    } else if (step instanceof Instruction.New creation
        && backend.program().inference().target(body, creation).declared().isEmpty()
        && !backend
            .program()
            .inference()
            .typeOf(body, creation.target())
            .simpleName()
            .endsWith("Thread")) {
      creation.arguments().stream().forEach(each -> pass(each, creation.target(), found));
    } else if (step instanceof Instruction.MakeLambda lambda) {
      run(body.lambdas().get(lambda.lambda()))
          .ifPresent(given -> found.putIfAbsent(lambda.target(), given));
    }
  }

  private boolean isCharacter(CodeBody body, int register) {
    JavaType type = backend.program().inference().typeOf(body, register);
    return Set.of("char", "byte", "int", "java.lang.String", "java.lang.Character")
        .contains(type.name());
  }

  private static void pass(int from, int to, Map<Integer, Instruction.Call> found) {
    Instruction.Call given = from < 0 || to < 0 ? null : found.get(from);
    if (given != null) {
      found.putIfAbsent(to, given);
    }
  }

  private void call(CodeBody body, Instruction.Call call, Map<Integer, Instruction.Call> found) {
    CallTarget target = backend.program().inference().target(body, call);
    if (isGenerator(body, call, target)) {
      found.putIfAbsent(call.target(), call);
      if (call.name().equals("nextBytes") && !call.arguments().isEmpty()) {
        found.putIfAbsent(call.arguments().get(0), call);
        body.definitions(call.arguments().get(0)).stream()
            .filter(Instruction.Copy.class::isInstance)
            .forEach(each -> found.putIfAbsent(((Instruction.Copy) each).source(), call));
      }
      return;
    }
    if (target.declared().isPresent()) {
      if (givers.containsKey(target.declared().get())) {
        found.putIfAbsent(call.target(), call);
      }
      return;
    }
    if (TELLING.contains(call.name()) || PICKING.contains(call.name())) {
      return;
    }
    pass(call.receiver(), call.target(), found);
    boolean writes = WRITING.contains(call.name());
    call.arguments().stream()
        .forEach(
            each -> {
              pass(each, call.target(), found);
              if (writes) {
                pass(each, call.receiver(), found);
              }
            });
  }

  private boolean isGenerator(CodeBody body, Instruction.Call call, CallTarget target) {
    if (call.target() == Body.NONE && !call.name().equals("nextBytes")
        || !mayBeRandom(call.name())) {
      return false;
    }
    JavaType type = target.receiver().isClass() ? target.receiver() : target.owner();
    List<MethodModel> models =
        backend
            .library()
            .models(type, call.name(), call.arguments().size(), backend.program().hierarchy());
    List<MethodRole.Random> roles = new ArrayList<>();
    models.forEach(each -> roles.addAll(MethodRole.select(each.roles(), MethodRole.Random.class)));
    return !roles.isEmpty()
        && roles.stream().allMatch(MethodRole.Random::predictable)
        && (target.isStatic() || !type.is("java.util.Random") || isPlain(body, call.receiver(), 0));
  }

  /** Whether an object that is declared as Random is no SecureRandom; a parameter may be one. */
  private boolean isPlain(CodeBody body, int register, int depth) {
    if (register < 0 || depth > 4) {
      return false;
    }
    List<Instruction> definitions = body.definitions(register);
    if (definitions.isEmpty()) {
      return body.capturedFrom(register)
          .filter(outer -> body.capturingFrom().isPresent())
          .filter(outer -> isPlain(body.capturingFrom().get(), outer, depth + 1))
          .isPresent();
    }
    return definitions.stream()
        .allMatch(
            each ->
                each instanceof Instruction.New creation
                        && creation.type().simpleName().equals("Random")
                    || each instanceof Instruction.Copy copy
                        && isPlain(body, copy.source(), depth + 1)
                    || each instanceof Instruction.LoadName name
                        && isPlainField(body, name.path().get(name.path().size() - 1))
                    || each instanceof Instruction.LoadField field
                        && isPlainField(body, field.name()));
  }

  private boolean isPlainField(CodeBody body, String name) {
    boolean plain = false;
    for (MethodInfo method : body.owner().declaredAround().methods()) {
      if (method.body().isEmpty()) {
        continue;
      }
      CodeBody other = method.body().get();
      for (Block block : other.body().blocks()) {
        for (Instruction each : block.instructions()) {
          int source =
              each instanceof Instruction.StoreName store
                      && store.path().get(store.path().size() - 1).equals(name)
                  ? store.source()
                  : each instanceof Instruction.StoreField field && field.name().equals(name)
                      ? field.source()
                      : -1;
          if (source >= 0) {
            if (other.definitions(source).stream()
                .allMatch(
                    made ->
                        made instanceof Instruction.New creation
                            && creation.type().simpleName().equals("Random"))) {
              plain = true;
            } else {
              return false;
            }
          }
        }
      }
    }
    return plain;
  }
}
