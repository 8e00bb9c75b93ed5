package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls and creations of one method: which declaration they mean (JLS 15.9.3, 15.12), what the type
 * variables stand for (JLS 18.5), what their arguments are asked to be.
 */
final class Invocations {

  private final Program program;
  private final MethodTypes types;

  Invocations(Program program, MethodTypes types) {
    this.program = program;
    this.types = types;
  }

  CallTarget resolve(CodeBody body, Instruction.Call call) {
    return resolve(body, describe(body, call));
  }

  CallTarget resolve(CodeBody body, Instruction.New creation) {
    return resolve(body, describe(body, creation));
  }

  private CallTarget resolve(CodeBody body, Invocation invocation) {
    Members.Method method = choose(body, invocation, Body.NONE);
    if (method == null) {
      boolean creates = invocation.name().equals(MethodDecl.CONSTRUCTOR);
      JavaType result = creates ? created(body, invocation, null) : JavaType.UNKNOWN;
      return CallTarget.undeclared(
          invocation.receiver(), invocation.isStatic(), invocation.name(), result);
    }
    return CallTarget.found(
        invocation.receiver(),
        invocation.isStatic(),
        invocation.name(),
        method,
        result(body, invocation, method));
  }

  /** The type that argument {@code index} is asked to have; unknown where nothing tells. */
  JavaType parameter(CodeBody body, Instruction step, int index) {
    if (index == Body.NONE) {
      return JavaType.UNKNOWN;
    }
    Invocation invocation =
        step instanceof Instruction.Call call
            ? describe(body, call)
            : describe(body, (Instruction.New) step);
    CallTarget known = types.knownTarget(step);
    Members.Method method =
        known != null ? known.method().orElse(null) : choose(body, invocation, index);
    if (method == null) {
      return JavaType.UNKNOWN;
    }
    Signature signature = method.signature();
    JavaType parameter = signature.parameter(index, isSpread(body, invocation, signature, index));
    List<TypeVariable> variables = variables(invocation, signature);
    if (variables.isEmpty() || !mentionsInferred(parameter)) {
      return parameter;
    }
    Bindings bindings = infer(body, invocation, signature, index);
    JavaType bound = bindings.apply(parameter);
    if (mentionsInferred(bound)) {
      bindings.unify(
          resultType(invocation, signature), types.expected().of(body, invocation.target()));
      bindings.useBounds(variables);
    }
    return bindings.resolve(parameter, variables);
  }

  private static boolean mentionsInferred(JavaType type) {
    if (Signature.isInferred(type)) {
      return true;
    }
    for (JavaType argument : type.arguments()) {
      if (mentionsInferred(argument)) {
        return true;
      }
    }
    return false;
  }

  private JavaType result(CodeBody body, Invocation invocation, Members.Method method) {
    if (invocation.name().equals(MethodDecl.CONSTRUCTOR)) {
      return created(body, invocation, method);
    }
    if (invocation.name().equals("getClass") && invocation.arguments().isEmpty()) {
      return JavaType.of("java.lang.Class", invocation.receiver());
    }
    Signature signature = method.signature();
    if (signature.variables().isEmpty() || !mentionsInferred(signature.result())) {
      return signature.result();
    }
    return inferred(body, invocation, signature, signature.result());
  }

  private JavaType inferred(
      CodeBody body, Invocation invocation, Signature signature, JavaType result) {
    List<TypeVariable> variables = variables(invocation, signature);
    Bindings bindings = infer(body, invocation, signature, Body.NONE);
    bindings.useBounds(variables);
    if (mentionsInferred(bindings.apply(result))) {
      JavaType expected = types.expected().of(body, invocation.target());
      if (!Boxing.isPrimitive(expected)) {
        bindings.unify(result, expected);
        bindings.useBounds(variables);
        if (mentionsInferred(bindings.apply(result))) {
          // toMap(Map.Entry::getKey, …): what the references give back hangs on what they are
          // given.
          Argument[] arguments =
              types.expected().arguments(body, invocation.arguments(), Body.NONE);
          boolean spread = isSpread(body, invocation, signature, Body.NONE);
          functions(body, arguments, arguments.length, signature, spread, bindings);
        }
      }
    }
    return bindings.resolve(result, variables);
  }

  /** The created type; behind a diamond with the arguments that the context tells. */
  private JavaType created(CodeBody body, Invocation invocation, Members.Method method) {
    if (!isDiamond(invocation)) {
      return invocation.receiver();
    }
    Map<String, JavaType> marks = new HashMap<>();
    JavaType open = openType(invocation.receiver(), marks);
    if (marks.isEmpty()) {
      return invocation.receiver();
    }
    Signature signature =
        method == null
            ? new Signature(List.of(), List.of(), false, false, open)
            : method.signature();
    return inferred(body, invocation, signature, open);
  }

  /** {@code ArrayList<*E>}: the type's own variables, to be inferred (JLS 15.9.3). */
  private JavaType openType(JavaType raw, Map<String, JavaType> marks) {
    List<JavaType> arguments = new ArrayList<>();
    for (TypeVariable variable : typeVariables(raw)) {
      JavaType mark = JavaType.variable("*" + variable.name());
      marks.put(variable.name(), mark);
      arguments.add(mark);
    }
    return new JavaType(raw.kind(), raw.name(), arguments, raw.dimensions());
  }

  private List<TypeVariable> typeVariables(JavaType type) {
    TypeInfo info = program.type(type.name()).orElse(null);
    if (info != null) {
      return info.typeVariables(program.names());
    }
    return program.external().find(type.name()).map(ExternalType::typeVariables).orElse(List.of());
  }

  /** What has to be inferred: the method's own variables, behind a diamond the type's too. */
  private List<TypeVariable> variables(Invocation invocation, Signature signature) {
    if (!isDiamond(invocation)) {
      return signature.variables();
    }
    Map<String, JavaType> marks = new HashMap<>();
    openType(invocation.receiver(), marks);
    List<TypeVariable> all = new ArrayList<>(signature.variables());
    for (TypeVariable variable : typeVariables(invocation.receiver())) {
      all.add(
          new TypeVariable(
              "*" + variable.name(),
              variable.bounds().stream().map(each -> each.substitute(marks)).toList()));
    }
    return all;
  }

  private static boolean isDiamond(Invocation invocation) {
    return invocation.step() instanceof Instruction.New creation
        && creation.type().kind() == TypeRef.Kind.DIAMOND
        && creation.localType() == Body.NONE;
  }

  private JavaType resultType(Invocation invocation, Signature signature) {
    return isDiamond(invocation)
        ? openType(invocation.receiver(), new HashMap<>())
        : signature.result();
  }

  /**
   * What the arguments tell of the variables: those with a type first, then lambdas and method
   * references from left to right.
   *
   * @param except the argument that asks and so cannot tell, or {@link Body#NONE}; functional ones
   *     behind it are left out too
   */
  private Bindings infer(CodeBody body, Invocation invocation, Signature signature, int except) {
    Bindings bindings = new Bindings(program.hierarchy());
    List<TypeRef> written = invocation.typeArguments();
    if (!written.isEmpty()) {
      for (int i = 0; i < Math.min(written.size(), signature.variables().size()); i++) {
        bindings.unify(
            JavaType.variable(signature.variables().get(i).name()),
            program.names().resolve(written.get(i), body.owner(), body));
      }
      return bindings;
    }
    Argument[] arguments = types.expected().arguments(body, invocation.arguments(), except);
    boolean spread = isSpread(body, invocation, signature, except);
    for (int i = 0; i < arguments.length; i++) {
      if (i != except && !arguments[i].isFunctional()) {
        bindings.unify(signature.parameter(i, spread), arguments[i].type());
      }
    }
    int end = except == Body.NONE ? arguments.length : Math.min(except, arguments.length);
    functions(body, arguments, end, signature, spread, bindings);
    return bindings;
  }

  /** What the lambdas and references before {@code end} tell, from left to right. */
  private void functions(
      CodeBody body,
      Argument[] arguments,
      int end,
      Signature signature,
      boolean spread,
      Bindings bindings) {
    for (int i = 0; i < end; i++) {
      if (arguments[i].isFunctional()) {
        function(body, arguments[i], signature.parameter(i, spread), bindings);
      }
    }
  }

  private void function(CodeBody body, Argument argument, JavaType parameter, Bindings bindings) {
    Function function =
        types.functional().function(bindings.apply(parameter), body.owner()).orElse(null);
    if (function == null) {
      return;
    }
    if (argument.lambda() != null) {
      List<JavaType> written = types.functional().written(argument.lambda());
      for (int i = 0; i < Math.min(written.size(), function.parameters().size()); i++) {
        bindings.unify(function.parameters().get(i), written.get(i));
      }
    } else {
      List<JavaType> accepted = types.references().exactParameters(body, argument.reference());
      for (int i = 0; accepted.size() == function.parameters().size() && i < accepted.size(); i++) {
        JavaType asked = function.parameters().get(i);
        if (mentionsInferred(bindings.apply(asked))) {
          bindings.unify(asked, accepted.get(i));
        }
      }
    }
    if (function.isVoid() || !mentionsInferred(bindings.apply(function.result()))) {
      return;
    }
    Function used =
        new Function(
            function.parameters().stream().map(bindings::apply).toList(),
            bindings.apply(function.result()));
    JavaType returned = types.functional().returned(body, argument, used.withoutInferred());
    bindings.unify(function.result(), returned);
  }

  /** Whether the arguments at the end are gathered into an array (JLS 15.12.4.2). */
  private boolean isSpread(CodeBody body, Invocation invocation, Signature signature, int except) {
    if (!signature.variableArity()) {
      return false;
    }
    Operands arguments = invocation.arguments();
    int last = signature.parameters().size() - 1;
    if (arguments.size() != signature.parameters().size()) {
      return true;
    }
    if (last == except) {
      return true;
    }
    JavaType type = types.typeOf(body, arguments.get(last));
    JavaType parameter = signature.parameters().get(last);
    return type.dimensions() < parameter.dimensions()
        || Boxing.isPrimitive(type.component())
            && parameter.component().kind() == JavaType.Kind.VARIABLE;
  }

  /**
   * @param except the argument whose type must not be asked for, or {@link Body#NONE}
   * @return {@code null} when there is no such method
   */
  private Members.Method choose(CodeBody body, Invocation invocation, int except) {
    List<Members.Method> fitting = null;
    Members.Method only = null;
    int arity = invocation.arguments().size();
    for (Members.Method candidate : invocation.candidates()) {
      if (candidate.signature().accepts(arity)) {
        if (only == null) {
          only = candidate;
        } else {
          if (fitting == null) {
            fitting = new ArrayList<>(4);
            fitting.add(only);
          }
          fitting.add(candidate);
        }
      }
    }
    if (only == null) {
      return null;
    }
    Map<String, JavaType> bindings = ownerBindings(body, invocation);
    if (fitting == null) {
      return only.at(bindings);
    }
    List<Members.Method> seen = new ArrayList<>(fitting.size());
    for (Members.Method each : fitting) {
      seen.add(each.at(bindings));
    }
    Argument[] arguments = types.expected().arguments(body, invocation.arguments(), except);
    return types.overloads().choose(body, seen, arguments);
  }

  private Map<String, JavaType> ownerBindings(CodeBody body, Invocation invocation) {
    if (isDiamond(invocation)) {
      Map<String, JavaType> marks = new HashMap<>();
      openType(invocation.receiver(), marks);
      return marks;
    }
    JavaType from = program.names().upperBound(invocation.receiver(), body);
    return from.isClass() ? program.hierarchy().bindings(from, body.owner()) : Map.of();
  }

  private Invocation describe(CodeBody body, Instruction.New creation) {
    JavaType type = types.created(body, creation);
    JavaType constructed = type;
    if (creation.localType() != Body.NONE) {
      // An anonymous class passes its arguments on to its superclass.
      constructed = program.hierarchy().superclass(body.localTypes().get(creation.localType()));
    }
    return new Invocation(
        creation,
        type,
        true,
        MethodDecl.CONSTRUCTOR,
        program.members().methods(constructed, MethodDecl.CONSTRUCTOR, body.owner()),
        creation.arguments(),
        List.of(),
        creation.target());
  }

  private Invocation describe(CodeBody body, Instruction.Call call) {
    TypeInfo scope = body.owner();
    switch (call.dispatch()) {
      case EXPRESSION:
        return on(
            body,
            call,
            types.typeOf(body, call.receiver()),
            types.isTypeName(body, call.receiver()),
            call.name());
      case SUPER:
        JavaType from =
            call.qualifier().isPresent()
                ? superOf(program.names().resolve(call.qualifier().get(), scope, body), scope)
                : program.hierarchy().superclass(scope);
        return on(body, call, from, false, call.name());
      case THIS_CONSTRUCTOR:
        return on(body, call, scope.type(), false, MethodDecl.CONSTRUCTOR);
      case SUPER_CONSTRUCTOR:
        return on(body, call, program.hierarchy().superclass(scope), false, MethodDecl.CONSTRUCTOR);
      case UNQUALIFIED:
      default:
        return unqualified(body, call);
    }
  }

  /** {@code Outer.super.m()} means Outer's superclass, {@code Interface.super.m()} that. */
  private JavaType superOf(JavaType qualifier, TypeInfo scope) {
    TypeInfo type = program.type(qualifier.name(), scope).orElse(null);
    return type == null || type.declaration().isInterface()
        ? qualifier
        : program.hierarchy().superclass(type);
  }

  private Invocation on(
      CodeBody body, Instruction.Call call, JavaType receiver, boolean isStatic, String name) {
    JavaType from = program.names().upperBound(receiver, body);
    if (receiver.kind() == JavaType.Kind.UNKNOWN && isResultOfKnownMethod(body, call)) {
      // raw.get(key).toString(), path.get("id").toString(): nothing tells the variable (JLS 18.4).
      from = JavaType.OBJECT;
    }
    List<Members.Method> candidates =
        from.isKnown() || from.isArray()
            ? program.members().methods(from, name, body.owner())
            : List.of();
    JavaType seen = receiver;
    if (receiver.kind() == JavaType.Kind.VARIABLE && !receiver.isArray()) {
      // <T extends Named & Owned>: a member of any of the bounds (JLS 4.9).
      for (JavaType bound : program.names().furtherBounds(receiver, body)) {
        if (accepts(candidates, call.arguments().size())) {
          break;
        }
        candidates = program.members().methods(bound, name, body.owner());
        seen = bound;
      }
    }
    return new Invocation(
        call,
        seen,
        isStatic,
        name,
        candidates,
        call.arguments(),
        call.typeArguments(),
        call.target());
  }

  private boolean isResultOfKnownMethod(CodeBody body, Instruction.Call call) {
    if (call.dispatch() != Instruction.Call.Dispatch.EXPRESSION) {
      return false;
    }
    List<Instruction> definitions = body.definitions(call.receiver());
    return definitions.size() == 1
        && definitions.get(0) instanceof Instruction.Call inner
        && types.target(body, inner).method().isPresent();
  }

  /** JLS 15.12.1: the innermost type that has a member of that name, then static imports. */
  private Invocation unqualified(CodeBody body, Instruction.Call call) {
    int arity = call.arguments().size();
    for (TypeInfo type = body.owner(); type != null; type = type.outer().orElse(null)) {
      if (accepts(program.members().methods(type.type(), call.name(), type), arity)) {
        return on(body, call, type.type(), false, call.name());
      }
    }
    for (ImportDecl each : body.owner().staticImports()) {
      String owner = each.name();
      if (!each.onDemand()) {
        int dot = owner.length() - call.name().length() - 1;
        if (!owner.endsWith(call.name()) || dot < 0 || owner.charAt(dot) != '.') {
          continue;
        }
        owner = owner.substring(0, dot);
      }
      JavaType from = JavaType.of(owner);
      boolean has = accepts(program.members().methods(from, call.name(), body.owner()), arity);
      if (has || !each.onDemand() && !moreImports(body, call.name(), each)) {
        return on(body, call, from, true, call.name());
      }
    }
    return new Invocation(
        call,
        body.owner().type(),
        false,
        call.name(),
        List.of(),
        call.arguments(),
        call.typeArguments(),
        call.target());
  }

  /** Whether another import, behind {@code from}, gives the same name: overloads of two types. */
  private static boolean moreImports(CodeBody body, String name, ImportDecl from) {
    boolean behind = false;
    for (ImportDecl each : body.owner().staticImports()) {
      if (behind && (each.onDemand() || each.name().endsWith("." + name))) {
        return true;
      }
      behind |= each == from;
    }
    return false;
  }

  private static boolean accepts(List<Members.Method> methods, int arity) {
    for (Members.Method method : methods) {
      if (method.signature().accepts(arity)) {
        return true;
      }
    }
    return false;
  }
}
