package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which code runs the constraints of a value by itself: by calling a validator, or by handing the
 * value to code that does, dispatch to implementations included. A <i>may</i> analysis that errs
 * towards "it is validated", because its answer keeps a reviewer from being bothered.
 */
public final class ValidationCalls {

  /** Controller, two facades, service, its overloads and transaction, base class, wrappers. */
  private static final int MAX_CALLS = 10;

  /** A value that travels through more methods than these is not followed further. */
  private static final int MAX_STATES = 3_000;

  private static final int RECEIVER = -1;

  /** Containers that validate calls of their beans without any mark on the class. */
  private static final Set<String> CONTAINERS = Set.of("cdi", "ejb");

  private final Program program;
  private final Library library;
  private final Annotations annotations;
  private final Map<State, Reach> known = new ConcurrentHashMap<>();

  ValidationCalls(Program program, Library library, Annotations annotations) {
    this.program = program;
    this.library = library;
    this.annotations = annotations;
  }

  /** A value that enters a method: by parameter, or as {@link #RECEIVER}. */
  private record State(MethodInfo method, int parameter) {}

  /** What a method does with a value: validates it, or hands it on. */
  private record Reach(boolean validates, List<State> next) {}

  /** Whether the value of a parameter may be validated by the method or by what it calls. */
  public boolean reach(MethodInfo method, int parameter) {
    Set<State> seen = new LinkedHashSet<>();
    List<State> now = List.of(new State(method, parameter));
    for (int calls = 0; calls <= MAX_CALLS && !now.isEmpty(); calls++) {
      List<State> next = new ArrayList<>();
      for (State state : now) {
        if (!seen.add(state) || seen.size() > MAX_STATES) {
          continue;
        }
        Reach reach = reach(state);
        if (reach.validates()) {
          return true;
        }
        next.addAll(reach.next());
      }
      now = next;
    }
    return false;
  }

  /** Whether creating a value of the type, or a method that it has, validates the value itself. */
  public boolean validatesItself(TypeInfo type) {
    for (String ancestor : program.hierarchy().ancestors(type.name())) {
      TypeInfo each = program.type(ancestor, type).orElse(null);
      if (each != null && each.methods().stream().anyMatch(m -> reach(m, RECEIVER))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the code of a type calls a validator, on whatever value, directly or nearly so. */
  boolean isValidating(TypeInfo type) {
    for (MethodInfo method : type.methods()) {
      if (calls(method, 0)) {
        return true;
      }
    }
    return false;
  }

  private boolean calls(MethodInfo method, int depth) {
    ArrayDeque<CodeBody> work = new ArrayDeque<>();
    method.body().ifPresent(work::add);
    while (!work.isEmpty()) {
      CodeBody body = work.poll();
      work.addAll(body.lambdas());
      for (Block block : body.body().blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.Call call) {
            CallTarget target = program.inference().target(body, call);
            MethodInfo declared = target.declared().orElse(null);
            if (isValidator(target)
                || (declared != null
                    && depth < 2
                    && mentionsValidation(declared)
                    && calls(declared, depth + 1))) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean mentionsValidation(MethodInfo method) {
    return method.toString().toLowerCase(java.util.Locale.ROOT).contains("valid");
  }

  private Reach reach(State state) {
    Reach reach = known.get(state);
    if (reach == null) {
      reach = computed(state);
      known.put(state, reach);
    }
    return reach;
  }

  private Reach computed(State state) {
    if (state.parameter() != RECEIVER && isValidatedParameter(state.method(), state.parameter())) {
      return new Reach(true, List.of());
    }
    CodeBody code = state.method().body().orElse(null);
    if (code == null) {
      return new Reach(false, List.of());
    }
    DerivedValues values =
        state.parameter() == RECEIVER
            ? DerivedValues.ofReceiver(code)
            : DerivedValues.ofParameter(code, state.parameter());
    Set<State> next = new LinkedHashSet<>();
    for (CodeBody body : values.bodies()) {
      for (Block block : body.body().blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.Call call && call(body, call, values, next)
              || instruction instanceof Instruction.MethodReference reference
                  && reference(body, reference, values, next)
              || instruction instanceof Instruction.New creation
                  && creation(body, creation, values, next)) {
            return new Reach(true, List.of());
          }
        }
      }
    }
    return new Reach(false, List.copyOf(next));
  }

  /** Whether the call validates a derived value; where it may lead to is added to {@code next}. */
  private boolean call(
      CodeBody body, Instruction.Call call, DerivedValues values, Set<State> next) {
    boolean receiver = values.contains(body, call.receiver());
    if (!receiver && !values.containsAny(body, call.arguments())) {
      return false;
    }
    CallTarget target = program.inference().target(body, call);
    if (isValidator(target)) {
      return true;
    }
    MethodInfo declared = target.declared().orElse(null);
    if (declared == null) {
      return isUnknownValidator(target);
    }
    for (MethodInfo callee : MethodHierarchy.implementations(program, declared)) {
      handOn(body, call.arguments(), callee, values, next);
      if (receiver && call.dispatch() == Instruction.Call.Dispatch.EXPRESSION) {
        next.add(new State(callee, RECEIVER));
      }
    }
    return false;
  }

  private boolean reference(
      CodeBody body, Instruction.MethodReference reference, DerivedValues values, Set<State> next) {
    if (!isGivenToDerived(body, reference.target(), values)) {
      return false;
    }
    CallTarget target = program.inference().target(body, reference);
    if (isValidator(target)) {
      return true;
    }
    MethodInfo declared = target.declared().orElse(null);
    if (declared == null) {
      return isUnknownValidator(target);
    }
    for (MethodInfo callee : MethodHierarchy.implementations(program, declared)) {
      for (int i = 0; i < callee.declaration().parameters().size(); i++) {
        next.add(new State(callee, i));
      }
    }
    return false;
  }

  private static boolean isGivenToDerived(CodeBody body, int register, DerivedValues values) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Call call
            && call.arguments().stream().anyMatch(argument -> argument == register)
            && (values.contains(body, call.receiver())
                || values.containsAny(body, call.arguments()))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean creation(
      CodeBody body, Instruction.New creation, DerivedValues values, Set<State> next) {
    if (!values.containsAny(body, creation.arguments())) {
      return false;
    }
    JavaType created = program.names().resolve(creation.type(), body.owner(), body);
    TypeInfo type = program.type(created.name(), body.owner()).orElse(null);
    if (type != null) {
      for (MethodInfo method : type.methods()) {
        if (method.name().equals("<init>")
            && method.declaration().parameters().size() == creation.arguments().size()) {
          handOn(body, creation.arguments(), method, values, next);
        }
      }
    }
    return false;
  }

  private static void handOn(
      CodeBody body, Operands arguments, MethodInfo callee, DerivedValues values, Set<State> next) {
    List<Parameter> parameters = callee.declaration().parameters();
    for (int i = 0; i < arguments.size() && !parameters.isEmpty(); i++) {
      if (values.contains(body, arguments.get(i))) {
        next.add(new State(callee, Math.min(i, parameters.size() - 1)));
      }
    }
  }

  private boolean isValidator(CallTarget target) {
    String name = target.name();
    if (!name.startsWith("validate") && !name.equals("invokeValidator")) {
      return false;
    }
    return library.validators().stream()
        .anyMatch(
            type ->
                program.hierarchy().isSubtype(target.receiver(), type)
                    || program.hierarchy().isSubtype(target.owner(), type));
  }

  /** A library's or a missing base class's method that is given the value and named for it. */
  private boolean isUnknownValidator(CallTarget target) {
    String name = target.name();
    return name.startsWith("validate") || name.equals("isValid") || name.startsWith("checkValid");
  }

  /** Method validation: {@code @Valid} on a parameter of a bean whose class asks for it. */
  private boolean isValidatedParameter(MethodInfo method, int index) {
    if (index >= method.declaration().parameters().size()) {
      return false;
    }
    Parameter parameter = method.declaration().parameters().get(index);
    TypeInfo owner = method.owner();
    return annotations
            .meaning(Annotations.scoped(parameter.annotations(), owner), Role.VALIDATES)
            .isPresent()
        && (isValidatedBean(owner)
            || program.hierarchy().directSubtypes(owner.name()).stream()
                .anyMatch(this::isValidatedBean));
  }

  private boolean isValidatedBean(TypeInfo type) {
    return annotations.onType(type, Role.VALIDATES).isPresent()
        || annotations
            .onType(type, Role.COMPONENT)
            .filter(bean -> CONTAINERS.contains(bean.model().framework()))
            .isPresent();
  }
}
