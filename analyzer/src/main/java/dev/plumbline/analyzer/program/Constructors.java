package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The constructors of one workspace type: those of its source, then those that are generated. */
final class Constructors {

  /** What gives its argument back, or throws. */
  private static final Set<String> CHECKS =
      Set.of("requireNonNull", "checkNotNull", "notNull", "requireNonNullElse");

  /** Constructors that call each other: more would be a cycle, which does not compile. */
  private static final int MAX_DELEGATIONS = 8;

  private final Program program;
  private final TypeInfo type;

  private Constructors(Program program, TypeInfo type) {
    this.program = program;
    this.type = type;
  }

  static List<ConstructorInfo> of(Program program, TypeInfo type, List<ConstructorInfo> generated) {
    return new Constructors(program, type).all(generated);
  }

  private List<ConstructorInfo> all(List<ConstructorInfo> generated) {
    TypeDecl declaration = type.declaration();
    if (declaration.isInterface() || declaration.kind() == TypeDecl.Kind.ANONYMOUS) {
      return List.of();
    }
    List<ConstructorInfo> found = new ArrayList<>();
    for (MethodInfo method : type.methods()) {
      if (method.name().equals(MethodDecl.CONSTRUCTOR)) {
        found.add(declared(method));
      }
    }
    if (declaration.kind() == TypeDecl.Kind.RECORD) {
      ConstructorInfo canonical = canonical();
      if (found.stream().noneMatch(each -> hasTypesOf(each, canonical))) {
        found.add(canonical);
      }
      return List.copyOf(found);
    }
    found.addAll(generated);
    if (found.isEmpty()) {
      Access access =
          declaration.kind() == TypeDecl.Kind.ENUM
              ? Access.PRIVATE
              : Access.of(declaration.modifiers());
      found.add(
          new ConstructorInfo(
              type,
              Optional.empty(),
              ConstructorInfo.Origin.DEFAULT,
              access,
              List.of(),
              List.of()));
    }
    return List.copyOf(found);
  }

  private ConstructorInfo canonical() {
    List<ConstructorInfo.Parameter> parameters = new ArrayList<>();
    for (Parameter each : type.declaration().recordComponents()) {
      parameters.add(
          new ConstructorInfo.Parameter(
              each.name(),
              program.names().resolve(each.type(), type, null),
              each.variableArity(),
              each.annotations(),
              Optional.of(each.name())));
    }
    return new ConstructorInfo(
        type,
        Optional.empty(),
        ConstructorInfo.Origin.CANONICAL,
        Access.of(type.declaration().modifiers()),
        parameters,
        List.of());
  }

  private static boolean hasTypesOf(ConstructorInfo one, ConstructorInfo other) {
    return one.parameters().stream()
        .map(ConstructorInfo.Parameter::type)
        .toList()
        .equals(other.parameters().stream().map(ConstructorInfo.Parameter::type).toList());
  }

  private ConstructorInfo declared(MethodInfo method) {
    MethodDecl declaration = method.declaration();
    List<ConstructorInfo.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < declaration.parameters().size(); i++) {
      Parameter each = declaration.parameters().get(i);
      Optional<String> field =
          declaration.kind() == MethodDecl.Kind.COMPACT_CONSTRUCTOR
              ? Optional.of(each.name())
              : field(method, i, 0);
      parameters.add(
          new ConstructorInfo.Parameter(
              each.name(),
              program.names().resolve(each.type(), method),
              each.variableArity(),
              each.annotations(),
              field));
    }
    return new ConstructorInfo(
        type,
        Optional.of(method),
        ConstructorInfo.Origin.DECLARED,
        type.declaration().kind() == TypeDecl.Kind.ENUM
            ? Access.PRIVATE
            : Access.of(declaration.modifiers()),
        parameters,
        declaration.annotations());
  }

  /** The field that is assigned parameter {@code register}, here or by {@code this(…)}. */
  private Optional<String> field(MethodInfo constructor, int register, int depth) {
    CodeBody body = constructor.body().orElse(null);
    if (body == null || depth > MAX_DELEGATIONS) {
      return Optional.empty();
    }
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.StoreField store
            && isValue(body, store.source(), register)
            && isThis(body, store.object())) {
          return Optional.of(store.name());
        }
        if (each instanceof Instruction.StoreName store
            && store.path().size() == 1
            && isValue(body, store.source(), register)
            && type.field(store.path().get(0)).isPresent()) {
          return Optional.of(store.path().get(0));
        }
        if (each instanceof Instruction.Call call
            && call.dispatch() == Instruction.Call.Dispatch.THIS_CONSTRUCTOR) {
          return delegated(body, call, register, depth);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> delegated(
      CodeBody body, Instruction.Call call, int register, int depth) {
    List<MethodInfo> callees =
        type.methods().stream()
            .filter(
                method ->
                    method.name().equals(MethodDecl.CONSTRUCTOR)
                        && method.declaration().parameters().size() == call.arguments().size())
            .toList();
    for (int i = 0; callees.size() == 1 && i < call.arguments().size(); i++) {
      if (isValue(body, call.arguments().get(i), register)) {
        return field(callees.get(0), i, depth + 1);
      }
    }
    return Optional.empty();
  }

  /** The parameter itself, or what a null check gives back of it. */
  private static boolean isValue(CodeBody body, int register, int parameter) {
    if (register == parameter) {
      return true;
    }
    if (register == Body.NONE || body.variable(register).isPresent()) {
      return false;
    }
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.Call call
          && CHECKS.contains(call.name())
          && !call.arguments().isEmpty()
          && call.arguments().get(0) == parameter) {
        return true;
      }
    }
    return false;
  }

  private static boolean isThis(CodeBody body, int register) {
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.LoadName load && load.path().equals(List.of("this"))) {
        return true;
      }
    }
    return false;
  }
}
