package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the type variables of a called method, or behind a diamond, stand for (JLS 18.5). */
final class CallInference {

  private final Program program;
  private final MethodTypes types;

  CallInference(Program program, MethodTypes types) {
    this.program = program;
    this.types = types;
  }

  /** The type that argument {@code index} is asked to have. */
  JavaType parameter(CodeBody body, Invocation invocation, Signature signature, int index) {
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

  /** What the call gives, with the arguments of the receiver and what its arguments tell. */
  JavaType result(CodeBody body, Invocation invocation, Members.Method method) {
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
  JavaType created(CodeBody body, Invocation invocation, Members.Method method) {
    if (!invocation.isDiamond()) {
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

  /** The type's own variables, each with what marks it as one to be inferred. */
  Map<String, JavaType> marks(JavaType type) {
    Map<String, JavaType> marks = new HashMap<>();
    openType(type, marks);
    return marks;
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
    if (!invocation.isDiamond()) {
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

  private JavaType resultType(Invocation invocation, Signature signature) {
    return invocation.isDiamond()
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
}
