package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Hierarchy;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * What calls do to values: the texts and collections of the JDK by their meaning, methods of the
 * workspace by their code when only one can be meant, everything else unknown.
 */
final class Calls {

  private final ValueAnalysis analysis;
  private final CodeBody body;
  private final int depth;
  private final TextCalls texts;
  private final CollectionCalls collections;

  Calls(ValueAnalysis analysis, CodeBody body, int depth) {
    this.analysis = analysis;
    this.body = body;
    this.depth = depth;
    this.texts = new TextCalls(analysis);
    this.collections = new CollectionCalls(analysis, this);
  }

  Value create(Instruction.New creation, State state) {
    JavaType type = analysis.typeOf(body, creation.target());
    Location at = body.location(creation.span());
    List<Value> arguments = arguments(creation.arguments(), state);
    Value content = TextCalls.initial(type, arguments, at);
    if (content == null) {
      content = CollectionCalls.initial(type, arguments, analysis.program().hierarchy());
    }
    if (content != null) {
      Value.Builder object = new Value.Builder(analysis.site(creation));
      state.write(object.site(), content);
      return object;
    }
    if (type.isString() && arguments.size() == 1) {
      return arguments.get(0) instanceof Value.Elements
          ? unknown(type, "new String", at)
          : arguments.get(0);
    }
    return unknown(type, "new " + type.simpleName(), at);
  }

  Value call(Instruction.Call call, State state) {
    CallTarget target = analysis.program().inference().target(body, call);
    Location at = body.location(call.span());
    Value receiver = present(state.get(call.receiver()));
    List<Value> arguments = arguments(call.arguments(), state);
    if (receiver instanceof Value.Choice choice
        && choice.options().stream().allMatch(o -> o instanceof Value.Builder)) {
      return any(call, target, choice, arguments, state, at);
    }
    Value result = texts.call(call, target, receiver, arguments, state, at);
    if (result == null) {
      result = collections.call(body, call, target, receiver, state, at);
    }
    if (result == null && !Checks.isQuoting(call.name())) {
      result = follow(call, target, state, at);
    }
    if (call.target() == Body.NONE && Checks.isChecking(call.name())) {
      // It throws where it does not like what it is given.
      arguments.forEach(state::markHarmless);
    }
    return result != null ? result : unknownResult(target, at);
  }

  /** One of several builders is meant: each may be changed or not. */
  private Value any(
      Instruction.Call call,
      CallTarget target,
      Value.Choice builders,
      List<Value> arguments,
      State state,
      Location at) {
    Value result = null;
    for (Value option : builders.options()) {
      State changed = state.copy();
      Value each = texts.call(call, target, option, arguments, changed, at);
      result = Values.join(result, each == option ? builders : each, at);
      state.join(changed, false, at);
    }
    return result != null ? result : unknownResult(target, at);
  }

  /** What a receiver is where the call does not throw: not null. */
  private static Value present(Value receiver) {
    if (!(receiver instanceof Value.Choice choice)) {
      return receiver;
    }
    List<Value> options =
        choice.options().stream()
            .filter(
                o ->
                    !(o instanceof Value.Constant constant
                        && constant.literal().kind() == Literal.Kind.NULL))
            .toList();
    return options.size() == 1 ? options.get(0) : new Value.Choice(options);
  }

  private Value unknownResult(CallTarget target, Location at) {
    JavaType receiver = target.receiver();
    Hierarchy hierarchy = analysis.program().hierarchy();
    if (!target.isStatic() && HarmlessTypes.contains(receiver, hierarchy)) {
      // name() of an enum, toString() of a UUID: as harmless as what it was asked of.
      return unknown(receiver, "result of " + target.displayName(), at);
    }
    Value.Unknown result =
        new Value.Unknown(
            target.declared().isPresent() ? Value.Origin.WORKSPACE_CALL : Value.Origin.CALL,
            target.returnType(),
            "result of " + target.displayName(),
            at);
    return !target.isStatic() && HarmlessTypes.formats(receiver, hierarchy)
        ? result.harmless()
        : result;
  }

  static Value unknown(JavaType type, String description, Location at) {
    return new Value.Unknown(Value.Origin.CALL, type, description, at);
  }

  /** The values of the arguments, mutable objects as what they hold. */
  static List<Value> arguments(Operands operands, State state) {
    List<Value> values = new ArrayList<>(operands.size());
    for (int i = 0; i < operands.size(); i++) {
      values.add(state.read(state.get(operands.get(i))));
    }
    return values;
  }

  /** Goes into the workspace methods that the call can mean, if they are few. */
  private Value follow(Instruction.Call call, CallTarget target, State state, Location at) {
    MethodInfo method = target.declared().orElse(null);
    if (method == null) {
      return null;
    }
    if (!mayMatter(call, target, state)) {
      return null;
    }
    List<MethodInfo> callees = callees(method, call, target);
    Value result = null;
    State before = callees.size() > 1 ? state.copy() : state;
    for (MethodInfo callee : callees) {
      State called = callees.size() > 1 ? before.copy() : state;
      Value value = follow(callee, call, called);
      if (value == null) {
        return null;
      }
      result = Values.join(result, value, at);
      if (callees.size() > 1) {
        state.join(called, false, at);
      }
    }
    boolean ofHarmless =
        !target.isStatic()
            && HarmlessTypes.contains(target.receiver(), analysis.program().hierarchy());
    if (ofHarmless && !(result instanceof Value.Constant)) {
      // What an enum keeps in a field is written down with its constants.
      return unknownResult(target, at);
    }
    boolean ofOther = call.dispatch() == Instruction.Call.Dispatch.EXPRESSION;
    if (ofOther
        && result instanceof Value.Unknown unknown
        && unknown.origin() == Value.Origin.FIELD) {
      // What a getter gives, an object was given; other methods are part of how code works.
      return new Value.Unknown(
          isGetter(method) ? Value.Origin.CALL : Value.Origin.WORKSPACE_CALL,
          unknown.type(),
          "result of " + target.displayName(),
          at);
    }
    return result;
  }

  private static boolean isGetter(MethodInfo method) {
    String name = method.name();
    return name.startsWith("get")
        || name.startsWith("is")
        || method.owner().declaration().kind() == TypeDecl.Kind.RECORD;
  }

  /**
   * Whether what the call gives or changes can be text: most calls of a program give numbers and
   * objects of its own, which are unknown here with or without a look at their code.
   */
  private boolean mayMatter(Instruction.Call call, CallTarget target, State state) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (state.get(call.arguments().get(i)) instanceof Value.Builder) {
        return true;
      }
    }
    JavaType type = target.returnType();
    if (type.isArray()) {
      return !HarmlessTypes.contains(type, analysis.program().hierarchy());
    }
    return switch (type.kind()) {
      case PRIMITIVE -> false;
      case CLASS -> type.name().startsWith("java.") && !type.name().startsWith("java.time.");
      case VARIABLE, UNRESOLVED, UNKNOWN -> true;
    };
  }

  private Value follow(MethodInfo method, Instruction.Call call, State state) {
    CodeBody code = method.body().orElse(null);
    if (code == null) {
      return null;
    }
    List<Value> arguments = new ArrayList<>();
    int parameters = code.body().parameterCount();
    boolean variableArity =
        parameters > 0 && method.declaration().parameters().get(parameters - 1).variableArity();
    for (int i = 0; i < call.arguments().size(); i++) {
      arguments.add(argument(call.arguments().get(i), state));
    }
    if (variableArity) {
      gather(arguments, parameters - 1);
    }
    return analysis.callShared(code, arguments, state, depth + 1);
  }

  private Value argument(int register, State state) {
    Value value = state.get(register);
    return value != null
        ? value
        : new Value.Unknown(
            Value.Origin.OTHER,
            analysis.typeOf(body, register),
            "a value",
            body.location(body.body().span()));
  }

  private static void gather(List<Value> arguments, int from) {
    Value element = null;
    while (arguments.size() > from) {
      Value last = arguments.remove(arguments.size() - 1);
      Value content = last instanceof Value.Elements elements ? elements.element() : last;
      element = Values.join(element, content, null);
    }
    arguments.add(new Value.Elements(element));
  }

  /** More implementations than this are not followed: the call is then unknown. */
  private static final int MAX_CALLEES = 5;

  /** What class-hierarchy dispatch gives (Dean, Grove and Chambers, 1995); empty for too many. */
  private List<MethodInfo> callees(MethodInfo method, Instruction.Call call, CallTarget target) {
    var modifiers = method.declaration().modifiers();
    TypeDecl owner = method.owner().declaration();
    boolean exact =
        modifiers.isStatic()
            || modifiers.isPrivate()
            || modifiers.isFinal()
            || owner.modifiers().isFinal()
            || owner.kind() == TypeDecl.Kind.RECORD
            || call.dispatch() == Instruction.Call.Dispatch.SUPER
            || target.isStatic();
    if (exact) {
      return List.of(method);
    }
    List<MethodInfo> callees =
        analysis.program().members().implementations(method, MAX_CALLEES + 1);
    return callees.size() > MAX_CALLEES ? List.of() : callees;
  }

  /** The value that a lambda or method reference gives for one argument, or {@code null}. */
  Value apply(int function, Value argument, State state) {
    for (Instruction definition : body.definitions(function)) {
      if (definition instanceof Instruction.MakeLambda maker) {
        CodeBody lambda = body.lambdas().get(maker.lambda());
        return analysis.call(lambda, argumentsOf(lambda, argument), state, depth + 1);
      }
      if (definition instanceof Instruction.MethodReference reference) {
        CallTarget target = analysis.program().inference().target(body, reference);
        MethodInfo method = target.declared().orElse(null);
        boolean inner =
            target.name().equals("toString")
                || target.name().equals("trim")
                || target.name().equals("strip")
                || target.name().equals("valueOf");
        if (inner && target.receiver().isString()) {
          return argument;
        }
        if (method != null
            && method.declaration().modifiers().isStatic()
            && method.body().isPresent()) {
          return analysis.call(method.body().get(), List.of(argument), state, depth + 1);
        }
        return unknownResult(target, body.location(reference.span()));
      }
    }
    return null;
  }

  private static List<Value> argumentsOf(CodeBody lambda, Value argument) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < lambda.body().parameterCount(); i++) {
      arguments.add(argument);
    }
    return arguments;
  }

  /** Whether a register holds a lambda that reads variables around it. */
  boolean capturesVariables(int register) {
    if (register == Body.NONE) {
      return false;
    }
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.MakeLambda maker
          && !body.lambdas().get(maker.lambda()).body().captures().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
