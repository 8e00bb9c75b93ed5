package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.callgraph.CallEdge;
import dev.plumbline.analyzer.callgraph.CallSite;
import dev.plumbline.analyzer.callgraph.EdgeKind;
import dev.plumbline.analyzer.callgraph.Outside;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Overrides;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What calls and creations do: code of the workspace by its summaries, libraries by their roles.
 */
final class CallTransfer {

  /** A call that may run more methods than this is taken as one of unknown code. */
  private static final int MAX_CALLEES = 16;

  /** Methods that the interfaces of functions have beside their function. */
  private static final Set<String> NO_FUNCTION =
      Set.of(
          "andThen",
          "compose",
          "negate",
          "and",
          "or",
          "equals",
          "hashCode",
          "toString",
          "getClass",
          "reversed",
          "thenComparing");

  private final BodyAnalysis analysis;
  private final Transfer transfer;
  private final Context context;
  private final CodeBody body;
  private final Reader reader;
  private final LibraryCalls library;
  private final UnknownResults unknowns;

  CallTransfer(BodyAnalysis analysis, Transfer transfer) {
    this.analysis = analysis;
    this.transfer = transfer;
    this.context = analysis.context;
    this.body = analysis.body;
    this.reader = context.reader();
    this.library = new LibraryCalls(analysis, transfer, this);
    this.unknowns = new UnknownResults(context, body);
  }

  /** What a call gives; {@code null} as an outcome means that it never returns. */
  record Outcome(Val value) {}

  // ---- calls

  boolean call(Instruction.Call call, int number, State state) {
    CallTarget target = context.program().inference().target(body, call);
    Val receiver = receiver(call, target, state);
    List<Val> arguments = values(call.arguments(), state);
    Outcome outcome = invoke(call, number, target, receiver, arguments, call.arguments(), state);
    if (outcome == null) {
      return false;
    }
    Val value = outcome.value();
    if (context.isOpen()) {
      value = unknowns.after(analysis, call, target, receiver, arguments, value, state);
    }
    state.set(call.target(), value);
    return true;
  }

  static List<Val> values(Operands operands, State state) {
    List<Val> values = new ArrayList<>(operands.size());
    for (int i = 0; i < operands.size(); i++) {
      values.add(state.get(operands.get(i)));
    }
    return values;
  }

  private Val receiver(Instruction.Call call, CallTarget target, State state) {
    return switch (call.dispatch()) {
      case SUPER, THIS_CONSTRUCTOR, SUPER_CONSTRUCTOR -> transfer.self();
      case UNQUALIFIED -> target.isStatic() ? null : unqualified(target, state);
      case EXPRESSION -> target.isStatic() ? null : present(state.get(call.receiver()));
    };
  }

  /** A method without a receiver is one of this or of an enclosing instance. */
  private Val unqualified(CallTarget target, State state) {
    JavaType owner = target.owner();
    boolean own =
        !owner.isClass()
            || owner.name().equals(body.owner().name())
            || reader.hierarchy().isSubtype(body.owner().type(), owner.name());
    return own ? transfer.self() : reader.load(transfer.self(), Transfer.OUTER, owner, state);
  }

  /** What a receiver is where the call does not throw: not null. */
  private static Val present(Val receiver) {
    if (!(receiver instanceof Val.Choice choice)) {
      return receiver;
    }
    List<Val> options = new ArrayList<>();
    for (Val option : choice.options()) {
      if (!Val.NULL.equals(option)) {
        options.add(option);
      }
    }
    return options.size() == 1
        ? options.get(0)
        : options.size() == choice.options().size() ? receiver : new Val.Choice(options);
  }

  private Outcome invoke(
      Instruction call,
      int number,
      CallTarget target,
      Val receiver,
      List<Val> arguments,
      Operands registers,
      State state) {
    if (Val.NULL.equals(receiver)) {
      return null;
    }
    Outcome function = function(call, number, target, receiver, arguments, state);
    if (function != null) {
      return function.value() == NEVER ? null : function;
    }
    List<Callee> callees = callees(call, target, receiver, state);
    if (callees.size() > MAX_CALLEES) {
      context.budgets().spent(Budgets.Limit.CALLEES, body);
      callees = List.of();
    }
    if (callees.isEmpty()
        || hasOwnResult(target, receiver, arguments, call, number, registers, state)) {
      return library.call(call, number, target, receiver, arguments, registers, state);
    }
    CallSite site = analysis.site(call);
    boolean alsoOutside =
        site != null
            && site.outside().isPresent()
            && site.outside().get() == Outside.LIBRARY
            && target.declared().isEmpty();
    return run(callees, call, number, target, receiver, arguments, registers, state, alsoOutside);
  }

  /** Whether library data say what the workspace's method gives; what they say of uses is told. */
  private boolean hasOwnResult(
      CallTarget target,
      Val receiver,
      List<Val> arguments,
      Instruction call,
      int number,
      Operands registers,
      State state) {
    return switch (context.workspaceRoles().of(target, arguments.size())) {
      case NONE -> false;
      case USES -> {
        library.uses(call, number, target, receiver, arguments, registers, state);
        yield false;
      }
      case RESULT -> true;
    };
  }

  private static final Val NEVER = new Val.Const(new Object());

  /**
   * A body that a call may run.
   *
   * @param receiver the options of the receiver that lead there
   */
  private record Callee(CodeBody body, Val receiver) {}

  private Outcome run(
      List<Callee> callees,
      Instruction call,
      int number,
      CallTarget target,
      Val receiver,
      List<Val> arguments,
      Operands registers,
      State state,
      boolean alsoOutside) {
    State before = callees.size() > 1 || alsoOutside ? state.copy() : state;
    State joined = null;
    Val result = null;
    boolean returns = false;
    for (Callee callee : callees) {
      State here = before == state ? state : before.copy();
      Outcome outcome =
          apply(
              callee.body(),
              callees.size(),
              callee.receiver(),
              arguments,
              null,
              call,
              number,
              here);
      if (outcome == null) {
        continue;
      }
      returns = true;
      result = Join.of(result, outcome.value());
      if (here != state) {
        joined = merge(joined, here);
      }
    }
    if (alsoOutside) {
      State here = before.copy();
      Outcome outcome = library.call(call, number, target, receiver, arguments, registers, here);
      if (outcome != null) {
        returns = true;
        result = Join.of(result, outcome.value());
        joined = merge(joined, here);
      }
    }
    if (joined != null) {
      take(joined, state);
    }
    return returns ? new Outcome(transfer.typed(result, target.returnType())) : null;
  }

  private static State merge(State joined, State here) {
    if (joined == null) {
      return here;
    }
    joined.join(here, -1, false);
    return joined;
  }

  private static void take(State from, State into) {
    into.take(from);
  }

  // ---- dispatch

  private List<Callee> callees(Instruction call, CallTarget target, Val receiver, State state) {
    CallSite site = analysis.site(call);
    if (site == null) {
      return List.of();
    }
    List<CodeBody> bodies = new ArrayList<>();
    for (CallEdge edge : site.edges()) {
      if (edge.kind() != EdgeKind.LIBRARY_CALLBACK) {
        bodies.add(edge.callee());
      }
    }
    boolean isVirtual =
        receiver != null
            && target.method().isPresent()
            && call instanceof Instruction.Call written
            && (written.dispatch() == Instruction.Call.Dispatch.EXPRESSION
                || written.dispatch() == Instruction.Call.Dispatch.UNQUALIFIED);
    if (!isVirtual) {
      return bodies.stream().map(each -> new Callee(each, receiver)).toList();
    }
    List<Callee> callees = new ArrayList<>();
    List<Val> open = new ArrayList<>();
    for (Val option :
        receiver instanceof Val.Choice choice ? choice.options() : List.of(receiver)) {
      CodeBody exact = exact(option, target.method().get(), state);
      if (exact != null) {
        callees.add(new Callee(exact, option));
      } else if (!Val.NULL.equals(option)) {
        open.add(option);
      }
    }
    if (open.isEmpty()) {
      return callees;
    }
    if (bodies.size() > 1) {
      open.forEach(analysis::decides);
    }
    Val rest = null;
    for (Val each : open) {
      rest = Join.of(rest, each);
    }
    for (CodeBody each : bodies) {
      callees.add(new Callee(each, rest));
    }
    return callees;
  }

  /** The code that an object of known class runs, or {@code null}. */
  private CodeBody exact(Val receiver, Members.Method method, State state) {
    JavaType type = exactType(receiver, state);
    if (type == null) {
      return null;
    }
    TypeInfo info = context.program().type(type.name(), body.owner()).orElse(null);
    if (info == null) {
      return null;
    }
    Overrides.Implementation code = context.program().overrides().implementation(info, method);
    return code.method().flatMap(MethodInfo::body).orElse(null);
  }

  private JavaType exactType(Val receiver, State state) {
    if (!(receiver instanceof Val.Atom atom)) {
      return null;
    }
    Obj object = state.object(atom.id());
    if (object != null && object.fresh() && object.type() != null) {
      return object.type().isClass() ? object.type() : null;
    }
    Binding binding = analysis.bindings.get(atom.id());
    return binding == null ? null : binding.type();
  }

  // ---- application

  /**
   * Runs a body.
   *
   * @param closure the function object of a lambda, else {@code null}
   * @return {@code null} when it never returns
   */
  Outcome apply(
      CodeBody callee,
      Val receiver,
      List<Val> arguments,
      Val.Atom closure,
      Instruction call,
      int number,
      State state) {
    return apply(callee, 1, receiver, arguments, closure, call, number, state);
  }

  private Outcome apply(
      CodeBody callee,
      int callees,
      Val receiver,
      List<Val> arguments,
      Val.Atom closure,
      Instruction call,
      int number,
      State state) {
    transfer.cost(4);
    Summary open = context.isOpen() ? context.openSummary(callee, analysis) : null;
    Summary generic = open != null ? open : context.summary(callee, analysis);
    if (generic != null && generic.isInert()) {
      analysis.applied(callee, null);
      return new Outcome(generic.result());
    }
    List<Val> passed = gathered(callee, arguments, number, state);
    State before = state.before();
    Location at = body.location(call.span());
    Instantiation.Inputs inputs = root -> input(root, receiver, passed, closure, before);
    if (generic == null) {
      return unknownCode(callee, receiver, arguments, number, state);
    }
    String step = step(callee);
    boolean near = context.isNear(body, callee);
    Instantiation first =
        new Instantiation(reader, before, inputs, body, number, callee.index(), at, step, near);
    Summary summary = generic;
    Id alias = alias(generic, passed, before);
    if (!generic.decisive().isEmpty() || alias != null) {
      Map<Id, Binding> known = bindings(generic, first, before);
      if (alias != null) {
        addAliases(passed, alias, known);
      }
      if (!known.isEmpty()) {
        Summary special = context.specialised(analysis, callee, known);
        if (special != null) {
          summary = special;
          analysis.applied(callee, special);
        }
      }
    }
    if (summary == generic) {
      analysis.applied(callee, null);
    }
    first.crowd(summary, callees);
    for (Hit hit : summary.hits()) {
      if (hit.sink().kind() != null && (context.isOpen() || !first.carries(hit))) {
        continue;
      }
      Hit here = first.hit(hit);
      if (here.value() != null) {
        if (hit.sink().isText() && !Transfer.isConstant(here.value())) {
          context.composes(body);
        }
        analysis.hit(here);
      }
    }
    transfer.cost(summary.hits().size() + summary.heap().size());
    if (!near || summary.thrown() != null || !summary.returns()) {
      first.stored(summary, analysis::stored);
    }
    if (summary.thrown() != null) {
      analysis.thrown(first.value(summary.thrown()), state);
    }
    if (!summary.returns()) {
      return null;
    }
    Val result = first.value(summary.result());
    first.apply(summary, state);
    return new Outcome(result);
  }

  /** The first parameter whose object is changed and is that of another parameter too. */
  private static Id alias(Summary generic, List<Val> passed, State state) {
    for (int i = 0; i < passed.size(); i++) {
      if (!(passed.get(i) instanceof Val.Atom atom) || !state.has(atom.id())) {
        continue;
      }
      for (int j = i + 1; j < passed.size(); j++) {
        boolean same = passed.get(j) instanceof Val.Atom other && other.id().equals(atom.id());
        boolean changed =
            generic.heap().containsKey(Id.param(i)) || generic.heap().containsKey(Id.param(j));
        if (same && changed) {
          return Id.param(i);
        }
      }
    }
    return null;
  }

  private static void addAliases(List<Val> passed, Id alias, Map<Id, Binding> known) {
    int first = ((Id.Param) alias.root()).index();
    Val.Atom atom = (Val.Atom) passed.get(first);
    for (int j = first + 1; j < passed.size(); j++) {
      if (passed.get(j) instanceof Val.Atom other && other.id().equals(atom.id())) {
        known.put(Id.param(j), new Binding(null, null, null, alias));
      }
    }
  }

  private static String step(CodeBody callee) {
    return callee.enclosing().isPresent()
        ? "goes into a lambda of " + callee.method().displayName()
        : "goes through " + callee.method().displayName();
  }

  private Val input(Id.Root root, Val receiver, List<Val> passed, Val.Atom closure, State before) {
    if (root instanceof Id.Param param) {
      return param.index() < passed.size() ? passed.get(param.index()) : null;
    }
    if (root instanceof Id.This) {
      return closure != null ? reader.load(closure, "^this", JavaType.UNKNOWN, before) : receiver;
    }
    if (root instanceof Id.Captured captured && closure != null) {
      return reader.load(closure, "^" + captured.register(), JavaType.UNKNOWN, before);
    }
    return null;
  }

  /** Arguments as the parameters get them: those of variable arity in an array. */
  private List<Val> gathered(CodeBody callee, List<Val> arguments, int number, State state) {
    if (callee.enclosing().isPresent()) {
      return arguments;
    }
    List<Parameter> parameters = callee.method().declaration().parameters();
    int last = parameters.size() - 1;
    if (last < 0 || !parameters.get(last).variableArity()) {
      return arguments;
    }
    if (arguments.size() == parameters.size() && isArray(arguments.get(last), state)) {
      return arguments;
    }
    List<Val> items = new ArrayList<>();
    for (int i = last; i < arguments.size(); i++) {
      items.add(arguments.get(i) == null ? Val.NULL : arguments.get(i));
    }
    List<Val> passed = new ArrayList<>(arguments.subList(0, Math.min(last, arguments.size())));
    Id id = Id.made(number, 1_000_003L);
    state.put(id, Obj.sequence(JavaType.UNKNOWN, items.size() > Obj.MAX_ITEMS ? null : items));
    Val.Atom array = new Val.Atom(id, JavaType.UNKNOWN, List.of());
    if (items.size() > Obj.MAX_ITEMS) {
      items.forEach(item -> reader.store(array, Obj.ELEMENT, item, state));
    }
    passed.add(array);
    return passed;
  }

  private static boolean isArray(Val value, State state) {
    if (!(value instanceof Val.Atom atom)) {
      return Val.NULL.equals(value);
    }
    Obj object = state.object(atom.id());
    return atom.type().isArray()
        || object != null && object.type() != null && object.type().isArray();
  }

  /** What a caller knows of the inputs that decide. */
  private Map<Id, Binding> bindings(Summary generic, Instantiation inputs, State state) {
    Map<Id, Binding> known = new HashMap<>();
    for (Id id : generic.decisive()) {
      Val value = inputs.resolve(id);
      if (value instanceof Val.Const constant) {
        known.put(id, new Binding(constant, null, null));
      } else if (value instanceof Val.Atom atom) {
        Obj object = state.object(atom.id());
        Binding outer = analysis.bindings.get(atom.id());
        if (object != null && object.function() != null && !object.many()) {
          known.put(id, new Binding(null, null, object.function()));
        } else if (object != null
            && object.fresh()
            && object.type() != null
            && object.type().isClass()
            && context.program().hasType(object.type().name())) {
          known.put(id, new Binding(null, JavaType.of(object.type().name()), null));
        } else if (object == null && outer != null && outer.constant() == null) {
          known.put(id, outer);
        }
        if (object == null && outer == null && atom.id().isInput()) {
          // It decides here what it decides there.
          analysis.decides(atom.id());
        }
      }
    }
    return known;
  }

  /** Code that was given up: as a library that is not known. */
  private Outcome unknownCode(
      CodeBody callee, Val receiver, List<Val> arguments, int number, State state) {
    List<Taint> taints = receiver == null ? List.of() : reader.deepTaints(receiver, state);
    for (Val argument : arguments) {
      taints = Join.taints(taints, reader.deepTaints(argument, state));
    }
    JavaType type = context.resultType(callee);
    return new Outcome(transfer.unknown(number, type, Transfer.inexact(taints)));
  }

  // ---- functions

  /** A call of a function value whose code is known; {@code null} when it is none. */
  private Outcome function(
      Instruction call,
      int number,
      CallTarget target,
      Val receiver,
      List<Val> arguments,
      State state) {
    if (receiver == null || NO_FUNCTION.contains(target.name())) {
      return null;
    }
    List<Val> options =
        receiver instanceof Val.Choice choice ? choice.options() : List.of(receiver);
    for (Val option : options) {
      if (codeOf(option, state) == null) {
        if (option instanceof Val.Atom atom
            && atom.id().isInput()
            && target.method().filter(Members.Method::isAbstract).isPresent()) {
          analysis.decides(atom.id());
        }
        return null;
      }
    }
    State before = state.copy();
    State joined = null;
    Val result = null;
    for (Val option : options) {
      State here = options.size() > 1 ? before.copy() : state;
      Outcome outcome = applyFunction((Val.Atom) option, arguments, call, number, here);
      if (outcome == null) {
        continue;
      }
      result = Join.of(result, outcome.value() == null ? Val.NULL : outcome.value());
      if (here != state) {
        joined = merge(joined, here);
      }
    }
    if (joined != null) {
      take(joined, state);
    }
    return new Outcome(result == null ? NEVER : result);
  }

  /** The code of a function value, or {@code null}. */
  FunctionCode codeOf(Val value, State state) {
    if (!(value instanceof Val.Atom atom)) {
      return null;
    }
    Obj object = state.object(atom.id());
    if (object != null && object.function() != null) {
      return object.function();
    }
    Binding binding = analysis.bindings.get(atom.id());
    return binding == null ? null : binding.function();
  }

  /** Calls a function value; {@code null} when it never returns. */
  Outcome applyFunction(
      Val.Atom function, List<Val> arguments, Instruction call, int number, State state) {
    FunctionCode code = codeOf(function, state);
    if (code.lambda() != null) {
      return apply(code.lambda(), null, arguments, function, call, number, state);
    }
    return applyReference(function, code, inTypes(code, arguments), call, number, state);
  }

  /**
   * What elements of a list of numbers are, that a reference gets: the list's own type may not say.
   */
  private List<Val> inTypes(FunctionCode code, List<Val> arguments) {
    List<JavaType> types = context.program().inference().parameters(code.maker(), code.reference());
    if (types.size() != arguments.size()) {
      return arguments;
    }
    List<Val> typed = new ArrayList<>(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      typed.add(transfer.typed(arguments.get(i), types.get(i)));
    }
    return typed;
  }

  private Outcome applyReference(
      Val.Atom function,
      FunctionCode code,
      List<Val> arguments,
      Instruction call,
      int number,
      State state) {
    CallTarget target = code.target();
    List<Val> passed = arguments;
    Val receiver = null;
    boolean creates = code.reference().name().equals(MethodDecl.CONSTRUCTOR);
    if (!creates && !isStatic(target)) {
      Val bound = reader.load(function, "^receiver", JavaType.UNKNOWN, state);
      Obj object = state.object(function.id());
      boolean hasReceiver =
          object == null ? bound instanceof Val.Atom && false : object.slot("^receiver") != null;
      if (code.reference().isSuper()) {
        receiver = reader.load(function, "^this", JavaType.UNKNOWN, state);
      } else if (hasReceiver) {
        receiver = bound;
      } else if (!arguments.isEmpty()) {
        receiver = arguments.get(0);
        passed = arguments.subList(1, arguments.size());
      }
    }
    if (creates) {
      return new Outcome(
          created(call, number + 500_000, target, target.receiver(), passed, Operands.NONE, state));
    }
    Optional<Members.Method> method = target.method();
    if (method.isPresent() && method.get().declared().isPresent()) {
      CodeBody exact = receiver == null ? null : exact(receiver, method.get(), state);
      CodeBody callee = exact != null ? exact : method.get().declared().get().body().orElse(null);
      if (callee != null) {
        return apply(callee, receiver, passed, null, call, number, state);
      }
    }
    return library.call(call, number, target, receiver, passed, Operands.NONE, state);
  }

  private static boolean isStatic(CallTarget target) {
    return target.method().map(Members.Method::isStatic).orElse(false);
  }

  /**
   * The bodies of an object that library code may call back, with what to run them on.
   *
   * @return calls to make, empty when the value is no function of the workspace
   */
  List<CodeBody> callbacks(Val value, Instruction call, State state) {
    JavaType type = exactType(value, state);
    CallSite site = analysis.site(call);
    if (type == null || site == null) {
      return List.of();
    }
    List<CodeBody> bodies = new ArrayList<>();
    for (CallEdge edge : site.edges()) {
      if (edge.kind() == EdgeKind.LIBRARY_CALLBACK
          && edge.callee().enclosing().isEmpty()
          && (edge.callee().owner().name().equals(type.name())
              || reader.hierarchy().isSubtype(type, edge.callee().owner().name()))) {
        bodies.add(edge.callee());
      }
    }
    return bodies;
  }

  // ---- creations

  boolean create(Instruction.New creation, int number, State state) {
    CallTarget target = context.program().inference().target(body, creation);
    JavaType type = analysis.typeOf(creation.target());
    Val made =
        created(
            creation,
            number,
            target,
            type,
            values(creation.arguments(), state),
            creation.arguments(),
            state);
    if (made == null) {
      return false;
    }
    state.set(creation.target(), made);
    return true;
  }

  private Val created(
      Instruction creation,
      int number,
      CallTarget target,
      JavaType type,
      List<Val> arguments,
      Operands registers,
      State state) {
    TypeInfo info = workspace(creation, type);
    if (info == null) {
      return library.create(creation, number, target, type, arguments, registers, state);
    }
    Val.Atom object = transfer.allocate(number, Obj.fresh(info.type()), state);
    if (context.workspaceRoles().of(target, arguments.size()) != WorkspaceRoles.Extent.NONE) {
      library.uses(creation, number, target, object, arguments, registers, state);
    }
    if (info.outer().isPresent() && !info.declaration().modifiers().isStatic()
        || info.enclosingBody().isPresent()) {
      reader.store(object, Transfer.OUTER, transfer.self(), state);
    }
    if (creation instanceof Instruction.New written && written.outer() != Body.NONE) {
      reader.store(object, Transfer.OUTER, state.get(written.outer()), state);
    }
    capture(info, object, state);
    CallSite site = analysis.site(creation);
    boolean constructed = false;
    if (site != null) {
      for (CallEdge edge : site.edges()) {
        if (edge.kind() == EdgeKind.LIBRARY_CALLBACK) {
          continue;
        }
        MethodDecl.Kind kind = edge.callee().method().declaration().kind();
        boolean initializer = kind == MethodDecl.Kind.FIELD_INITIALIZER;
        constructed |= !initializer && edge.callee().owner() == info;
        Outcome outcome =
            apply(
                edge.callee(),
                object,
                initializer ? List.of() : arguments,
                null,
                creation,
                number,
                state);
        if (outcome == null) {
          return null;
        }
      }
    }
    if (!constructed) {
      generated(info, object, arguments, state);
      inheritedFromLibrary(info, object, arguments, state);
    }
    return object;
  }

  private TypeInfo workspace(Instruction creation, JavaType type) {
    if (creation instanceof Instruction.New written && written.localType() != Body.NONE) {
      return body.localTypes().get(written.localType());
    }
    return type.isClass() ? context.program().type(type.name(), body.owner()).orElse(null) : null;
  }

  /** Variables around a local or anonymous class that its methods read. */
  private void capture(TypeInfo info, Val.Atom object, State state) {
    if (info.enclosingBody().orElse(null) != body) {
      return;
    }
    for (MethodInfo method : info.methods()) {
      method
          .body()
          .ifPresent(
              code ->
                  code.body()
                      .captures()
                      .forEach(
                          each ->
                              reader.store(
                                  object, "^" + each.outer(), state.get(each.outer()), state)));
    }
  }

  /** Constructors that Lombok writes, and those of records. */
  private void generated(TypeInfo info, Val.Atom object, List<Val> arguments, State state) {
    for (var constructor : context.program().generated().constructors(info)) {
      if (constructor.declared().isEmpty() && constructor.parameters().size() == arguments.size()) {
        for (int i = 0; i < arguments.size(); i++) {
          var parameter = constructor.parameters().get(i);
          Val value = arguments.get(i);
          parameter.field().ifPresent(field -> reader.store(object, field, value, state));
        }
        return;
      }
    }
  }

  /** An anonymous subclass of a library type hands its arguments to that. */
  private void inheritedFromLibrary(
      TypeInfo info, Val.Atom object, List<Val> arguments, State state) {
    if (info.enclosingBody().isPresent() && !arguments.isEmpty()) {
      List<Taint> taints = List.of();
      for (Val argument : arguments) {
        taints = Join.taints(taints, reader.deepTaints(argument, state));
      }
      if (!taints.isEmpty()) {
        reader.store(
            object,
            Obj.TAINT,
            new Val.Atom(object.id().field("#"), JavaType.UNKNOWN, taints),
            state);
      }
    }
  }

  // ---- sinks

  /** Tells of a value at a sink. */
  void report(Sink sink, Val value, Val.Atom object, State state) {
    TreeMap<String, Val> settings = new TreeMap<>();
    boolean settled = false;
    if (object != null) {
      Obj held = state.object(object.id());
      if (held != null) {
        settled = held.fresh();
        held.slots()
            .forEach(
                (name, each) -> {
                  if (name.startsWith("!")) {
                    settings.put(name.substring(1), reader.flat(each, state));
                  }
                });
      }
      if (sink.kind() == null) {
        Val of =
            object.id().isInput()
                ? new Val.Atom(object.id(), object.type(), List.of())
                : held == null ? null : held.slot(SettingsBehind.OF);
        settled |= SettingsBehind.collect(of, settings, reader, state);
        String field =
            settings.get(SettingsBehind.OF) instanceof Val.Atom behind
                ? FieldSettings.name(context, analysis.body, behind.id(), "")
                : null;
        if (field != null) {
          settings.put(SettingsBehind.FIELD, new Val.Const(field));
        }
      }
    }
    Val flat = reader.flat(value, state);
    if (flat != null) {
      analysis.hit(new Hit(sink, flat, settings, settled, 0));
    }
  }

  /** Tells of what is written to a writer that may be one of a response. */
  void reportWritten(Sink sink, Val value, Val.Atom writer, Val html, Val response, State state) {
    TreeMap<String, Val> settings = new TreeMap<>();
    if (response instanceof Val.Atom atom && state.object(atom.id()) != null) {
      state
          .object(atom.id())
          .slots()
          .forEach(
              (name, each) -> {
                if (name.startsWith("!")) {
                  settings.put(name.substring(1), reader.flat(each, state));
                }
              });
    }
    settings.put(
        "html",
        html != null ? html : reader.load(writer, MarkupWriters.HTML, JavaType.BOOLEAN, state));
    Val flat = reader.flat(value, state);
    if (flat != null) {
      analysis.hit(new Hit(sink, flat, settings, false, 0));
    }
  }

  /** An array whose length somebody may choose. */
  void allocation(Instruction.NewArray creation, int number, Val length, State state) {
    library.sinks().allocation(creation, number, length, state);
  }
}
