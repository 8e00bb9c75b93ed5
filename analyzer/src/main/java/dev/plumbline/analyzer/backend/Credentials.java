package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.backend.CredentialUse.Evidence;
import dev.plumbline.analyzer.backend.TextConstants.TextConstant;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Where text constants stand in the place of credentials: passed to a library method that takes
 * one, assigned to something that is named like one, or compared with it. Whether the text is a
 * real credential is for a rule to judge.
 *
 * <p>Each literal is told once, with the surest evidence.
 */
public final class Credentials {

  /** Methods that keep their second argument under the first. */
  private static final Set<String> PUTS =
      Set.of("put", "putIfAbsent", "setProperty", "set", "property", "option", "entry");

  private static final Set<String> EQUALITY = Set.of("equals", "equalsIgnoreCase", "contentEquals");

  private static final Set<String> STATIC_EQUALITY =
      Set.of("equals", "equalsIgnoreCase", "isEqual", "deepEquals");

  /** Getters by key, of which the constant key names what is read. */
  private static final Set<String> READS =
      Set.of("get", "getParameter", "getProperty", "getString");

  private final Program program;
  private final Library library;
  private final TextConstants constants;
  private final Map<Location, CredentialUse> uses = new TreeMap<>();
  private final Map<String, Optional<CredentialName>> names = new HashMap<>();
  private final Map<String, Optional<CredentialName>> setters = new HashMap<>();
  private final Map<String, Optional<CredentialName>> getters = new HashMap<>();

  /** The library's methods that take credentials, by name and arity. */
  private final Map<String, Map<Integer, List<MethodModel>>> models = new HashMap<>();

  /** The parameters that methods and constructors call a credential, by name and arity. */
  private final Map<String, Map<Integer, BitSet>> telling = new HashMap<>();

  private Credentials(Program program, Library library) {
    this.program = program;
    this.library = library;
    this.constants = new TextConstants(program);
  }

  /** The uses in a program, in the order of their literals. */
  static List<CredentialUse> of(Program program, Library library) {
    Credentials credentials = new Credentials(program, library);
    program.types().forEach(credentials::tell);
    program.bodies().forEach(credentials::collect);
    program.types().forEach(credentials::collect);
    return List.copyOf(credentials.uses.values());
  }

  private void collect(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Copy copy) {
          body.variable(copy.target())
              .ifPresent(variable -> named(variable.name(), body, copy.source(), copy));
        } else if (instruction instanceof Instruction.StoreName store) {
          named(last(store.path()), body, store.source(), store);
        } else if (instruction instanceof Instruction.StoreField store) {
          named(store.name(), body, store.source(), store);
        } else if (instruction instanceof Instruction.Call call) {
          call(body, call);
        } else if (instruction instanceof Instruction.New creation) {
          creation(body, creation);
        } else if (instruction instanceof Instruction.Return end && end.value() != Body.NONE) {
          returned(body, end);
        }
      }
    }
  }

  // ---- by name

  private void named(String name, CodeBody body, int register, Instruction at) {
    of(name).ifPresent(credential -> add(Evidence.NAME, name, credential, body, register, at));
  }

  private Optional<CredentialName> of(String name) {
    return names.computeIfAbsent(name, CredentialName::of);
  }

  private Optional<CredentialName> ofGetter(String method) {
    return getters.computeIfAbsent(method, CredentialName::ofGetter);
  }

  private List<MethodModel> models(String name, int arguments) {
    return models
        .computeIfAbsent(name, key -> new HashMap<>(2))
        .computeIfAbsent(arguments, count -> library.credentialModels(name, count));
  }

  /** {@code String getPassword() { return "…"; }} */
  private void returned(CodeBody body, Instruction.Return end) {
    MethodInfo method = body.method();
    if (body.enclosing().isEmpty() && method.declaration().kind() == MethodDecl.Kind.METHOD) {
      ofGetter(method.name())
          .ifPresent(
              credential -> add(Evidence.NAME, method.name(), credential, body, end.value(), end));
    }
  }

  private void call(CodeBody body, Instruction.Call call) {
    Operands arguments = call.arguments();
    if (arguments.isEmpty()) {
      return;
    }
    modelled(
        body,
        call,
        models(call.name(), arguments.size()),
        arguments,
        () -> program.inference().target(body, call).receiver());
    if (arguments.size() == 1 && call.dispatch() == Instruction.Call.Dispatch.EXPRESSION) {
      setters
          .computeIfAbsent(call.name(), CredentialName::ofSetter)
          .ifPresent(name -> add(Evidence.NAME, call.name(), name, body, arguments.get(0), call));
    }
    if (PUTS.contains(call.name()) && arguments.size() == 2) {
      keyed(body, arguments.get(0), arguments.get(1), call);
    } else if (call.name().equals("of") && arguments.size() % 2 == 0 && isMap(body, call)) {
      for (int i = 0; i < arguments.size(); i += 2) {
        keyed(body, arguments.get(i), arguments.get(i + 1), call);
      }
    }
    compared(body, call);
    if (mayNameConstants(call.name(), body, arguments)) {
      program
          .inference()
          .target(body, call)
          .declared()
          .ifPresent(method -> parameters(body, method, arguments, call));
    }
  }

  private void creation(CodeBody body, Instruction.New creation) {
    Operands arguments = creation.arguments();
    if (arguments.isEmpty()) {
      return;
    }
    String typeName = creation.type().simpleName();
    modelled(
        body,
        creation,
        models(MethodDecl.CONSTRUCTOR, arguments.size()).stream()
            .filter(model -> model.on().endsWith("." + typeName))
            .toList(),
        arguments,
        () -> program.inference().typeOf(body, creation.target()));
    if (!mayNameConstants(typeName, body, arguments)) {
      return;
    }
    JavaType type = program.inference().typeOf(body, creation.target());
    List<MethodInfo> constructors =
        program
            .members()
            .methods(type, MethodDecl.CONSTRUCTOR, arguments.size(), body.owner())
            .stream()
            .filter(method -> method.owner().name().equals(type.name()))
            .map(Members.Method::declared)
            .flatMap(Optional::stream)
            .toList();
    if (constructors.size() == 1) {
      parameters(body, constructors.get(0), arguments, creation);
    } else if (constructors.isEmpty()) {
      program
          .type(type.name(), body.owner())
          .ifPresent(
              record ->
                  parameters(body, record.declaration().recordComponents(), arguments, creation));
    }
  }

  private void parameters(CodeBody body, MethodInfo method, Operands arguments, Instruction at) {
    parameters(body, method.declaration().parameters(), arguments, at);
  }

  private void parameters(
      CodeBody body, List<Parameter> parameters, Operands arguments, Instruction at) {
    if (parameters.size() != arguments.size()) {
      return;
    }
    for (int i = 0; i < arguments.size(); i++) {
      named(parameters.get(i).name(), body, arguments.get(i), at);
    }
  }

  /**
   * The cheap test before types: whether any method of that name calls a parameter so for which
   * there is a constant here.
   */
  private boolean mayNameConstants(String name, CodeBody body, Operands arguments) {
    BitSet parameters = telling.getOrDefault(name, Map.of()).get(arguments.size());
    return parameters != null
        && parameters.stream().anyMatch(i -> !constants.of(body, arguments.get(i)).isEmpty());
  }

  private void tell(TypeInfo type) {
    String simpleName = type.declaration().simpleName();
    for (MethodInfo method : type.methods()) {
      boolean constructor = method.name().equals(MethodDecl.CONSTRUCTOR);
      tell(constructor ? simpleName : method.name(), method.declaration().parameters());
    }
    tell(simpleName, type.declaration().recordComponents());
  }

  private void tell(String name, List<Parameter> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      if (of(parameters.get(i).name()).isPresent()) {
        telling
            .computeIfAbsent(name, key -> new HashMap<>(2))
            .computeIfAbsent(parameters.size(), key -> new BitSet())
            .set(i);
      }
    }
  }

  private static boolean isMap(CodeBody body, Instruction.Call call) {
    return call.receiver() != Body.NONE
        && body.definitions(call.receiver()).stream()
            .anyMatch(
                d -> d instanceof Instruction.LoadName load && last(load.path()).endsWith("Map"));
  }

  private void keyed(CodeBody body, int key, int value, Instruction at) {
    for (String name : keyNames(body, key)) {
      of(name).ifPresent(credential -> add(Evidence.NAME, name, credential, body, value, at));
    }
  }

  /** The text of a key, or the name of the constant that holds it. */
  private List<String> keyNames(CodeBody body, int key) {
    for (Instruction definition : body.definitions(key)) {
      if (definition instanceof Instruction.LoadName load
          && !CredentialName.mayName(last(load.path()))) {
        // Most keys are constants of other files; only a telling name is worth the look-up.
        return List.of();
      }
    }
    List<TextConstant> texts = constants.of(body, key);
    if (texts.size() == 1) {
      return List.of(texts.get(0).text());
    }
    return texts.isEmpty() ? name(body, key).stream().toList() : List.of();
  }

  // ---- by library data

  /** Arguments first, types last: most calls of such a name pass no constant. */
  private void modelled(
      CodeBody body,
      Instruction site,
      List<MethodModel> models,
      Operands arguments,
      Supplier<JavaType> type) {
    for (MethodModel model : models) {
      MethodRole.Credential credential = model.credential().orElseThrow();
      if (credential.at().index() >= arguments.size()
          || !isKeyed(body, credential, arguments)
          || constants.of(body, arguments.get(credential.at().index())).isEmpty()) {
        continue;
      }
      JavaType receiver = type.get();
      if (receiver.isClass() && program.hierarchy().isSubtype(receiver, model.on())) {
        add(
            Evidence.ARGUMENT,
            site instanceof Instruction.Call call
                ? receiver.simpleName() + "." + call.name()
                : "new " + receiver.simpleName(),
            new CredentialName(kind(credential.what()), true),
            body,
            arguments.get(credential.at().index()),
            site);
      }
    }
  }

  private boolean isKeyed(CodeBody body, MethodRole.Credential credential, Operands arguments) {
    return credential.key().isEmpty()
        || keyNames(body, arguments.get(0)).contains(credential.key().get());
  }

  private static CredentialName.Kind kind(String what) {
    return switch (what) {
      case "key" -> CredentialName.Kind.KEY;
      case "token" -> CredentialName.Kind.TOKEN;
      case "secret" -> CredentialName.Kind.SECRET;
      default -> CredentialName.Kind.PASSWORD;
    };
  }

  // ---- by comparison

  private void compared(CodeBody body, Instruction.Call call) {
    Operands arguments = call.arguments();
    if (EQUALITY.contains(call.name()) && arguments.size() == 1 && call.receiver() != Body.NONE) {
      compared(body, call.receiver(), arguments.get(0), call);
      compared(body, arguments.get(0), call.receiver(), call);
    } else if (STATIC_EQUALITY.contains(call.name()) && arguments.size() == 2) {
      compared(body, arguments.get(0), arguments.get(1), call);
      compared(body, arguments.get(1), arguments.get(0), call);
    }
  }

  private void compared(CodeBody body, int named, int literal, Instruction.Call at) {
    String name = name(body, named).orElse(null);
    CredentialName credential = name == null ? null : of(name).orElse(null);
    if (credential != null && credential.sure() && constants.of(body, named).isEmpty()) {
      add(Evidence.COMPARISON, name, credential, body, literal, at);
    }
  }

  /** What the code calls the value of a register: a variable, a field, a getter, a key. */
  private Optional<String> name(CodeBody body, int register) {
    if (body.variable(register).isPresent()) {
      return body.variable(register).map(variable -> variable.name());
    }
    List<Instruction> definitions = body.definitions(register);
    if (definitions.size() != 1) {
      return Optional.empty();
    }
    Instruction definition = definitions.get(0);
    if (definition instanceof Instruction.LoadName load) {
      return Optional.of(last(load.path()));
    } else if (definition instanceof Instruction.LoadField load) {
      return Optional.of(load.name());
    } else if (definition instanceof Instruction.Call call) {
      if (READS.contains(call.name()) && call.arguments().size() == 1) {
        List<TextConstant> key = constants.of(body, call.arguments().get(0));
        return key.size() == 1 ? Optional.of(key.get(0).text()) : Optional.empty();
      }
      return ofGetter(call.name()).map(credential -> call.name());
    }
    return Optional.empty();
  }

  // ---- annotations

  private void collect(TypeInfo type) {
    annotations(type, type.annotations());
    type.declaration().fields().stream()
        .map(FieldDecl::annotations)
        .forEach(each -> annotations(type, each));
    for (MethodDecl method : type.declaration().methods()) {
      annotations(type, method.annotations());
    }
  }

  private void annotations(TypeInfo type, List<AnnotationUse> annotations) {
    for (AnnotationUse annotation : annotations) {
      annotation.elements().forEach((name, value) -> element(type, name, value));
    }
  }

  private void element(TypeInfo type, String name, ElementValue value) {
    if (value instanceof ElementValue.LiteralValue literal) {
      if (literal.literal().kind() == Literal.Kind.STRING) {
        Location place = type.location(literal.span());
        of(name)
            .filter(CredentialName::sure)
            .ifPresent(
                credential ->
                    add(
                        new CredentialUse(
                            Evidence.NAME,
                            name,
                            credential,
                            (String) literal.literal().value(),
                            place,
                            place,
                            type.file().file().role())));
      }
    } else if (value instanceof ElementValue.AnnotationValue nested) {
      annotations(type, List.of(nested.annotation()));
    } else if (value instanceof ElementValue.ArrayValue array) {
      array.elements().forEach(each -> element(type, "", each));
    }
  }

  // ---- collecting

  private void add(
      Evidence evidence,
      String name,
      CredentialName credential,
      CodeBody body,
      int register,
      Instruction at) {
    for (TextConstant constant : constants.of(body, register)) {
      Location use = body.location(at.span());
      boolean here =
          use.path().equals(constant.location().path())
              && use.span().contains(constant.location().span());
      add(
          new CredentialUse(
              evidence,
              name,
              credential,
              constant.text(),
              constant.location(),
              here ? constant.location() : use,
              constant.role()));
    }
  }

  private void add(CredentialUse use) {
    uses.merge(
        use.literal(),
        use,
        (known, other) ->
            other.evidence().compareTo(known.evidence()) < 0
                    || other.evidence() == known.evidence()
                        && other.credential().sure()
                        && !known.credential().sure()
                ? other
                : known);
  }

  private static String last(List<String> path) {
    return path.get(path.size() - 1);
  }
}
