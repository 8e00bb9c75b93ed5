package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.callgraph.CallGraph;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.library.AnnotationModel;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.GeneratedMethod;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the analysis of one body asks the world: the program, the library, what is wanted, and the
 * summaries of other bodies. Safe to use from many threads.
 */
final class Context {

  private enum Mode {
    WHOLE,
    LOCAL,
    OPEN
  }

  /** What puts a text together is looked into through that many calls. */
  private static final int MAX_OPEN_DEPTH = 3;

  private static final List<AnnotationModel.Role> FILLING =
      List.of(AnnotationModel.Role.CONFIGURATION_VALUE, AnnotationModel.Role.INJECT);

  private static final List<AnnotationModel.Role> SHARED_ROLES =
      List.of(
          AnnotationModel.Role.COMPONENT,
          AnnotationModel.Role.CONTROLLER,
          AnnotationModel.Role.WEB_COMPONENT,
          AnnotationModel.Role.ADVICE);

  private static final List<TypeRole.Role> SERVICE_ROLES =
      List.of(TypeRole.Role.CLIENT, TypeRole.Role.LOGGER, TypeRole.Role.REPOSITORY);

  private final Program program;
  private final Library library;
  private final CallGraph callGraph;
  private final Boundary boundary;
  private final Wanted wanted;
  private final Budgets budgets;
  private final Reader reader;
  private final StaticValues statics;
  private final RegexCalls regexes;
  private final Summaries summaries;
  private final Map<String, Optional<String>> stores = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> resources;
  private final AnnotationRoles roles;
  private final Map<TypeInfo, Boolean> shared = new ConcurrentHashMap<>();
  private final Map<String, Boolean> services = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Optional<Id>>> sharedFields = new ConcurrentHashMap<>();
  private final Map<Integer, Map<CodeBody, Optional<Summary>>> opened = new ConcurrentHashMap<>();
  private final Set<CodeBody> composing = ConcurrentHashMap.newKeySet();
  private final ConstraintChecks constraints;
  private final WorkspaceRoles workspaceRoles;
  private final Mode mode;
  private final Context local;
  private final Context open;

  Context(
      Program program,
      Library library,
      CallGraph callGraph,
      Boundary boundary,
      Wanted wanted,
      Budgets budgets,
      Summaries summaries,
      Map<String, Map<String, String>> resources) {
    this.program = program;
    this.library = library;
    this.callGraph = callGraph;
    this.boundary = boundary;
    this.wanted = wanted;
    this.budgets = budgets;
    this.summaries = summaries;
    this.resources = resources;
    this.roles = new AnnotationRoles(program, library);
    this.mode = Mode.WHOLE;
    this.reader =
        new Reader(
            program.hierarchy(),
            this::staticById,
            new EnumFields(program)::of,
            this::isService,
            this::sharedField);
    this.statics = new StaticValues(this);
    this.regexes = new RegexCalls(reader);
    this.constraints = new ConstraintChecks(this);
    this.workspaceRoles = new WorkspaceRoles(library, program);
    this.local = new Context(this, Mode.LOCAL);
    this.open = new Context(this, Mode.OPEN);
  }

  private Context(Context whole, Mode mode) {
    this.program = whole.program;
    this.library = whole.library;
    this.callGraph = whole.callGraph;
    this.boundary = whole.boundary;
    this.wanted = whole.wanted;
    this.budgets = whole.budgets;
    this.summaries = whole.summaries;
    this.resources = whole.resources;
    this.roles = whole.roles;
    this.mode = mode;
    this.reader = whole.reader;
    this.constraints = whole.constraints;
    this.workspaceRoles = whole.workspaceRoles;
    this.statics = mode == Mode.LOCAL ? new StaticValues(this) : whole.statics;
    this.regexes = whole.regexes;
    this.local = mode == Mode.LOCAL ? this : whole.local;
    this.open = this;
  }

  /** The same, where methods of the workspace are unknown code. */
  Context local() {
    return local;
  }

  boolean isLocal() {
    return mode == Mode.LOCAL;
  }

  /**
   * The same for the bodies that put texts together: what nobody knows of has an origin too, {@link
   * Unknown}, and sinks but those of texts are not looked for. Callees are as they are in the
   * whole.
   */
  Context open() {
    return open;
  }

  boolean isOpen() {
    return mode == Mode.OPEN;
  }

  Program program() {
    return program;
  }

  WorkspaceRoles workspaceRoles() {
    return workspaceRoles;
  }

  Library library() {
    return library;
  }

  CallGraph callGraph() {
    return callGraph;
  }

  Reader reader() {
    return reader;
  }

  Budgets budgets() {
    return budgets;
  }

  RegexCalls regexes() {
    return regexes;
  }

  StaticValues statics() {
    return statics;
  }

  JavaType typeOf(CodeBody body, int register) {
    return program.inference().typeOf(body, register);
  }

  JavaType resultType(CodeBody callee) {
    MethodInfo method = callee.method();
    return callee.enclosing().isPresent()
        ? JavaType.UNKNOWN
        : program.names().resolve(method.declaration().returnType(), method.owner(), callee);
  }

  // ---- what is wanted

  boolean wants(SourceKind kind) {
    return wanted.sources().contains(kind);
  }

  boolean wants(SinkKind kind) {
    return !isOpen() && wanted.sinks().contains(kind);
  }

  boolean wantsUse(MethodRole role) {
    return !isOpen() && wanted.uses().test(role);
  }

  /** The kinds for which it is to be told what texts are put together of, see {@link Kinds}. */
  long textKinds() {
    return Kinds.of(wanted.texts());
  }

  /** Whether it is to be told what texts for the kind are put together of. */
  boolean wantsText(SinkKind kind) {
    return wanted.texts().contains(kind);
  }

  // ---- the edge of the program

  List<Taint> boundary(CodeBody body, Variable variable, JavaType type) {
    Boundary.Entry entry =
        isLocal() ? null : boundary.parameter(body.method(), variable.register()).orElse(null);
    if (entry == null || !wants(entry.kind())) {
      return List.of();
    }
    Source source =
        new Source(
            entry.kind(),
            entry.weak(),
            "parameter " + variable.name(),
            body.location(variable.nameSpan()));
    return Heap.inType(
        List.of(
            new Taint(source, 0, 0, true, Trace.start(source.location(), source.description()))),
        type,
        program.hierarchy());
  }

  /** The kinds for which the constraints on a parameter prove its value harmless. */
  long proved(CodeBody body, Variable variable) {
    return constraints.of(
        body.method().declaration().parameters().get(variable.register()).annotations(),
        body.owner());
  }

  /** What a library hands to a lambda that implements one of its interfaces. */
  List<Taint> callbackSource(CodeBody lambda, int parameter) {
    if (isLocal() || lambda.creation().isEmpty()) {
      return List.of();
    }
    JavaType type = typeOf(lambda.enclosing().get(), lambda.creation().get().target());
    if (!type.isClass() || program.hasType(type.name()) || type.name().startsWith("java.util.")) {
      return List.of();
    }
    Members.Method function = program.members().function(type, lambda.owner()).orElse(null);
    if (function == null) {
      return List.of();
    }
    int count = lambda.body().parameterCount();
    for (MethodModel model : library.models(type, function.name(), count, program.hierarchy())) {
      for (MethodRole.Source source : model.roles(MethodRole.Source.class)) {
        if (wants(source.kind()) && source.at().isArgument(parameter, count)) {
          Variable variable = lambda.variable(parameter).orElseThrow();
          Source origin =
              new Source(
                  source.kind(),
                  source.weak(),
                  "parameter " + variable.name(),
                  lambda.location(variable.nameSpan()));
          return Heap.inType(
              List.of(
                  new Taint(
                      origin, 0, 0, true, Trace.start(origin.location(), origin.description()))),
              typeOf(lambda, parameter),
              program.hierarchy());
        }
      }
    }
    return List.of();
  }

  List<Taint> boundaryField(Members.Field field) {
    if (isLocal() || field.declaration().isEmpty() || field.info().isEmpty()) {
      return List.of();
    }
    Boundary.Entry entry = boundary.field(field.owner(), field.name()).orElse(null);
    if (entry == null || !wants(entry.kind())) {
      return List.of();
    }
    Source source =
        new Source(
            entry.kind(),
            entry.weak(),
            "field " + field.name(),
            field.info().get().location(field.declaration().get().nameSpan()));
    return Heap.inType(
        List.of(
            new Taint(source, 0, 0, true, Trace.start(source.location(), source.description()))),
        field.type(),
        program.hierarchy());
  }

  /** Where a mapper's method puts its arguments into SQL as they are. */
  List<Substitution> substitutions(CallTarget target) {
    if (isLocal() || !target.receiver().isClass()) {
      return List.of();
    }
    List<Substitution> known = boundary.substitutions(target.receiver().name(), target.name());
    return known.isEmpty() && target.owner().isClass()
        ? boundary.substitutions(target.owner().name(), target.name())
        : known;
  }

  Set<SinkKind> returned(MethodInfo method) {
    if (isLocal()) {
      return Set.of();
    }
    Set<SinkKind> kinds = boundary.returned(method);
    return kinds;
  }

  // ---- library

  List<MethodModel> models(
      CodeBody body,
      Instruction site,
      CallTarget target,
      Operands registers,
      List<Val> arguments,
      State state) {
    JavaType receiver = target.receiver().isClass() ? target.receiver() : target.owner();
    List<MethodModel> models;
    if (registers.size() == arguments.size()) {
      List<JavaType> types = new ArrayList<>(registers.size());
      for (int i = 0; i < registers.size(); i++) {
        types.add(typeOf(body, registers.get(i)));
      }
      models = library.models(receiver, target.name(), types, program.hierarchy());
    } else {
      models = library.models(receiver, target.name(), arguments.size(), program.hierarchy());
    }
    if (models.stream().allMatch(model -> model.when().isEmpty())) {
      return models;
    }
    List<MethodModel> meant = new ArrayList<>();
    for (MethodModel model : models) {
      boolean holds = true;
      for (Map.Entry<Integer, List<String>> condition : model.when().entrySet()) {
        Val argument =
            condition.getKey() < arguments.size() ? arguments.get(condition.getKey()) : null;
        holds &= argument != null && mayBe(reader.text(argument, state), condition.getValue());
      }
      if (holds) {
        meant.add(model);
      }
    }
    return meant;
  }

  private static boolean mayBe(Val value, List<String> constants) {
    if (value instanceof Val.Const constant) {
      return constants.stream().anyMatch(each -> each.equalsIgnoreCase(Join.text(constant)));
    }
    return value instanceof Val.Choice choice
        && choice.options().stream().anyMatch(option -> mayBe(option, constants));
  }

  GeneratedMethod generated(Members.Method method) {
    return program.generated().method(method).orElse(null);
  }

  /** The store of that type that all methods share, or {@code null}. */
  String sharedStore(JavaType owner, JavaType receiver) {
    if (!receiver.isClass()) {
      return null;
    }
    return stores
        .computeIfAbsent(
            receiver.name(),
            name -> {
              for (TypeRole role : library.typeRoles(TypeRole.Role.SHARED_STORE)) {
                if (program.hierarchy().isSubtype(receiver, role.type())
                    && !role.as().equals("thread")
                    && !role.as().equals("cache")) {
                  return Optional.of(role.as());
                }
              }
              return Optional.empty();
            })
        .orElse(null);
  }

  /** The entries of a bundled properties file, by its name on the class path. */
  Optional<Map<String, String>> resource(String name) {
    return Optional.ofNullable(resources.get(name.startsWith("/") ? name.substring(1) : name));
  }

  // ---- statics

  /** What a callee means by a static: the caller has not written it. */
  private Val staticById(Id id, State state) {
    return Heap.input(id, JavaType.UNKNOWN);
  }

  /** Notes that a text that is put together in the body, or behind it, comes to a sink. */
  void composes(CodeBody body) {
    composing.add(body);
  }

  /** In no order. */
  Set<CodeBody> composing() {
    return composing;
  }

  // ---- summaries

  /** What is known of a callee; {@code null} for code that nothing is known of. */
  Summary summary(CodeBody callee, BodyAnalysis asker) {
    return isLocal() ? null : summaries.of(callee, asker);
  }

  /** Whether the methods that a body calls are looked into for where their texts come from. */
  boolean isLookedInto(BodyAnalysis asker) {
    return asker.depth < MAX_OPEN_DEPTH;
  }

  /**
   * What is known of a callee that gives text, with the origins of what nobody knows of; {@code
   * null} where it is not looked into.
   */
  Summary openSummary(CodeBody callee, BodyAnalysis asker) {
    if (!isLookedInto(asker) || !HarmlessTypes.holdsText(resultType(callee), program.hierarchy())) {
      return null;
    }
    return opened
        .computeIfAbsent(asker.depth + 1, key -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            callee,
            key ->
                Optional.ofNullable(
                    new BodyAnalysis(this, callee, Map.of(), asker.depth + 1, asker.root).run()))
        .orElse(null);
  }

  /** The summary for what the caller knows; {@code null} where only the plain one is to be had. */
  Summary specialised(BodyAnalysis caller, CodeBody callee, Map<Id, Binding> known) {
    return summaries.of(callee, known, caller);
  }

  /** Whether frameworks run the method, beside what callers there are. */
  boolean isEntry(CodeBody body) {
    for (int i = 0; i < body.method().declaration().parameters().size(); i++) {
      if (boundary.parameter(body.method(), i).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Whether objects of the type do work and carry no data: beans, clients, loggers, pools. */
  boolean isService(JavaType type) {
    if (!type.isClass() || type.isString()) {
      return false;
    }
    Boolean known = services.get(type.name());
    return known != null
        ? known
        : services.computeIfAbsent(
            type.name(),
            name -> {
              Optional<TypeInfo> info = program.type(name);
              return info.filter(this::isShared).isPresent()
                  || SERVICE_ROLES.stream()
                      .flatMap(role -> library.typeRoles(role).stream())
                      .anyMatch(role -> program.hierarchy().isSubtype(type, role.type()));
            });
  }

  /** Whether a container sets the field, from the configuration or with a bean. */
  boolean isFilled(Members.Field field) {
    TypeInfo owner = field.info().orElse(null);
    return owner != null
        && field.declaration().isPresent()
        && (isFilled(field.declaration().get().annotations(), owner)
            || !field.declaration().get().modifiers().isFinal()
                && roles.on(owner, AnnotationModel.Role.CONFIGURATION_PROPERTIES).isPresent());
  }

  /** Whether a container sets what is annotated with these. */
  boolean isFilled(List<AnnotationUse> annotations, TypeInfo scope) {
    return FILLING.stream().anyMatch(role -> roles.find(annotations, scope, role).isPresent());
  }

  /** Whether there is one object of the type for all requests: a bean, a servlet. */
  boolean isShared(TypeInfo type) {
    Boolean known = shared.get(type);
    if (known == null) {
      known = hasSharedRole(type) || isSharedBelow(type);
      shared.put(type, known);
    }
    return known;
  }

  private boolean hasSharedRole(TypeInfo type) {
    return SHARED_ROLES.stream().anyMatch(role -> roles.on(type, role).isPresent())
        || library.typeRoles(TypeRole.Role.ENTRY_POINT).stream()
            .anyMatch(role -> program.hierarchy().isSubtype(type.type(), role.type()))
        || library.typeRoles(TypeRole.Role.BEAN).stream()
            .anyMatch(role -> program.hierarchy().isSubtype(type.type(), role.type()));
  }

  /** An interface or abstract class whose every implementation is shared. */
  private boolean isSharedBelow(TypeInfo type) {
    if (!type.declaration().isInterface() && !type.declaration().modifiers().isAbstract()) {
      return false;
    }
    boolean any = false;
    for (TypeInfo below : program.hierarchy().directSubtypes(type.name())) {
      if (below.file().file().role() == SourceRole.MAIN) {
        if (!isShared(below)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /**
   * The one place that a field of a type is, of which there is one object: it is named like a
   * static field.
   */
  Id sharedField(JavaType type, String field) {
    if (field.isEmpty() || !Character.isJavaIdentifierStart(field.charAt(0)) || !isService(type)) {
      return null;
    }
    return sharedFields
        .computeIfAbsent(type.name(), key -> new ConcurrentHashMap<>())
        .computeIfAbsent(
            field,
            key ->
                program
                    .type(type.name())
                    .flatMap(this::only)
                    .filter(only -> program.members().field(only.type(), field, only).isPresent())
                    .map(only -> Id.ofStatic(only.name() + "." + field)))
        .orElse(null);
  }

  /** The class of all objects of the type, where there is but one. */
  private Optional<TypeInfo> only(TypeInfo type) {
    List<TypeInfo> found = new ArrayList<>();
    Deque<TypeInfo> work = new ArrayDeque<>(List.of(type));
    while (!work.isEmpty() && found.size() < 2) {
      TypeInfo next = work.poll();
      if (!next.declaration().isInterface() && !next.declaration().modifiers().isAbstract()) {
        found.add(next);
      }
      for (TypeInfo below : program.hierarchy().directSubtypes(next.name())) {
        if (below.file().file().role() == SourceRole.MAIN) {
          work.add(below);
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Whether the caller sees the order in which the callee and others write shared fields. */
  boolean isNear(CodeBody caller, CodeBody callee) {
    TypeInfo one = caller.owner();
    TypeInfo other = callee.owner();
    return outermost(one) == outermost(other)
        || program.hierarchy().isSubtype(one.type(), other.name())
        || program.hierarchy().isSubtype(other.type(), one.name());
  }

  private static TypeInfo outermost(TypeInfo type) {
    TypeInfo outer = type;
    while (outer.outer().isPresent()) {
      outer = outer.outer().get();
    }
    return outer;
  }

  /** Whether something of the hit is decided whatever callers do. */
  boolean isClosed(Hit hit, BodyAnalysis analysis) {
    if (hit.sink().isText()) {
      return isOpen();
    }
    if (hit.sink().kind() != null) {
      return Strands.reaches(hit) && MarkupWriters.isMarkup(hit);
    }
    return !HitFilter.dependsOnInputs(hit) || hit.depth() >= HitFilter.MAX_DEPTH;
  }
}
