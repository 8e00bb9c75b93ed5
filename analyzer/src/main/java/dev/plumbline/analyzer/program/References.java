package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import java.util.ArrayList;
import java.util.List;

/**
 * What method references refer to (JLS 15.13.1): the function that they are used as says how many
 * arguments there are and of what types.
 */
final class References {

  /** The functional interfaces of the JDK take two at most, Reactor's and Vavr's eight. */
  private static final int MAX_ARITY = 8;

  private final Program program;
  private final MethodTypes types;

  References(Program program, MethodTypes types) {
    this.program = program;
    this.types = types;
  }

  /** What the reference refers to where it stands. */
  CallTarget resolve(CodeBody body, Instruction.MethodReference reference) {
    JavaType expected = types.expected().of(body, reference.target());
    Function function = types.functional().function(expected, body.owner()).orElse(null);
    return resolve(body, reference, function);
  }

  /**
   * @param function that it is used as, without variables that are still to be inferred; {@code
   *     null} when it is not known
   */
  CallTarget resolve(CodeBody body, Instruction.MethodReference reference, Function function) {
    boolean onType = isOnType(body, reference);
    JavaType receiver = receiver(body, reference);
    String name = reference.name();
    boolean creates = name.equals(MethodDecl.CONSTRUCTOR);
    if (receiver.isArray() && creates) {
      return CallTarget.undeclared(receiver, true, name, receiver);
    }
    JavaType from = program.names().upperBound(receiver, body);
    if (!from.isKnown()) {
      JavaType result = creates ? receiver : JavaType.UNKNOWN;
      return CallTarget.undeclared(receiver, onType, name, result);
    }
    List<Members.Method> candidates = program.members().methods(from, name, body.owner());
    Members.Method method =
        function == null
            ? first(candidates, from, body)
            : choose(body, candidates, from, onType && !creates, function);
    if (method == null) {
      JavaType result = creates ? receiver : JavaType.UNKNOWN;
      return CallTarget.undeclared(receiver, onType, name, result);
    }
    JavaType result = creates ? receiver : result(body, method, onType, function);
    return CallTarget.found(receiver, onType, name, method, result);
  }

  private boolean isOnType(CodeBody body, Instruction.MethodReference reference) {
    return reference.type().isPresent()
        || !reference.isSuper() && types.isTypeName(body, reference.receiver());
  }

  private JavaType receiver(CodeBody body, Instruction.MethodReference reference) {
    if (reference.type().isPresent()) {
      return program.names().resolve(reference.type().get(), body.owner(), body);
    } else if (reference.isSuper()) {
      return program.hierarchy().superclass(body.owner());
    }
    return types.typeOf(body, reference.receiver());
  }

  /** Nothing tells the arity: the fewest parameters. */
  private Members.Method first(List<Members.Method> candidates, JavaType from, CodeBody body) {
    for (int arity = 0; arity <= MAX_ARITY; arity++) {
      for (Members.Method candidate : candidates) {
        if (candidate.signature().accepts(arity)) {
          return program.members().seenFrom(from, candidate, body.owner());
        }
      }
    }
    return null;
  }

  private Members.Method choose(
      CodeBody body,
      List<Members.Method> candidates,
      JavaType from,
      boolean onType,
      Function function) {
    List<JavaType> parameters = function.parameters();
    Members.Method direct = pick(body, candidates, from, parameters, onType ? true : null);
    if (!onType || parameters.isEmpty()) {
      return direct;
    }
    // Type::method: the first argument is the receiver.
    JavaType first = program.names().upperBound(parameters.get(0), body);
    JavaType seen = program.hierarchy().asSuper(first, from.name());
    Members.Method unbound =
        pick(
            body,
            candidates,
            seen == null || !from.arguments().isEmpty() ? from : seen,
            parameters.subList(1, parameters.size()),
            false);
    return direct != null ? direct : unbound;
  }

  /**
   * @param isStatic which methods count; {@code null} for all
   */
  private Members.Method pick(
      CodeBody body,
      List<Members.Method> candidates,
      JavaType from,
      List<JavaType> parameters,
      Boolean isStatic) {
    List<Members.Method> fitting = new ArrayList<>(2);
    for (Members.Method candidate : candidates) {
      if (candidate.signature().accepts(parameters.size())
          && (isStatic == null || candidate.isStatic() == isStatic)) {
        fitting.add(program.members().seenFrom(from, candidate, body.owner()));
      }
    }
    if (fitting.isEmpty()) {
      return null;
    }
    Argument[] arguments = new Argument[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = Argument.of(parameters.get(i));
    }
    return types.overloads().choose(body, fitting, arguments);
  }

  /** Whether the reference could be used as {@code function}, by the number of arguments. */
  boolean mayRefer(CodeBody body, Instruction.MethodReference reference, Function function) {
    JavaType receiver = receiver(body, reference);
    if (receiver.isArray() && reference.name().equals(MethodDecl.CONSTRUCTOR)) {
      return function.parameters().size() == 1;
    }
    JavaType from = program.names().upperBound(receiver, body);
    if (!from.isKnown()) {
      return true;
    }
    List<Members.Method> candidates =
        program.members().methods(from, reference.name(), body.owner());
    if (candidates.isEmpty()) {
      return true;
    }
    boolean onType = isOnType(body, reference);
    boolean creates = reference.name().equals(MethodDecl.CONSTRUCTOR);
    int arity = function.parameters().size();
    for (Members.Method candidate : candidates) {
      Signature signature = candidate.signature();
      boolean gives = function.isVoid() || creates || !signature.result().equals(JavaType.VOID);
      boolean direct = signature.accepts(arity) && (!onType || creates || candidate.isStatic());
      boolean unbound =
          onType && !creates && !candidate.isStatic() && arity > 0 && signature.accepts(arity - 1);
      if (gives && (direct || unbound)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What an exact method reference, one without overloads, takes: the receiver first where that is
   * an argument too (JLS 15.13.1, 18.2.1). Empty for any other, and for one on a raw type.
   */
  List<JavaType> exactParameters(CodeBody body, Instruction.MethodReference reference) {
    JavaType from = program.names().upperBound(receiver(body, reference), body);
    if (!from.isClass() || from.arguments().isEmpty() && isGeneric(from)) {
      return List.of();
    }
    List<Members.Method> candidates =
        program.members().methods(from, reference.name(), body.owner());
    if (candidates.size() != 1
        || candidates.get(0).signature().variableArity()
        || !candidates.get(0).signature().variables().isEmpty()) {
      return List.of();
    }
    Members.Method only = program.members().seenFrom(from, candidates.get(0), body.owner());
    boolean creates = reference.name().equals(MethodDecl.CONSTRUCTOR);
    List<JavaType> parameters = new ArrayList<>();
    if (isOnType(body, reference) && !creates && !only.isStatic()) {
      parameters.add(from);
    }
    parameters.addAll(only.signature().parameters());
    return parameters;
  }

  private boolean isGeneric(JavaType type) {
    return program
        .type(type.name())
        .map(info -> !info.typeParameterNames().isEmpty())
        .or(() -> program.external().find(type.name()).map(e -> !e.typeVariables().isEmpty()))
        .orElse(false);
  }

  private JavaType result(CodeBody body, Members.Method method, boolean onType, Function function) {
    Signature signature = method.signature();
    if (signature.variables().isEmpty() || function == null) {
      return new Bindings(program.hierarchy()).resolve(signature.result(), signature.variables());
    }
    Bindings bindings = new Bindings(program.hierarchy());
    int receivers = onType && !method.isStatic() ? 1 : 0;
    boolean spread =
        signature.variableArity()
            && function.parameters().size() - receivers != signature.parameters().size();
    for (int i = receivers; i < function.parameters().size(); i++) {
      bindings.unify(signature.parameter(i - receivers, spread), function.parameters().get(i));
    }
    if (!function.isVoid()) {
      bindings.unify(signature.result(), function.result());
    }
    return bindings.resolve(signature.result(), signature.variables());
  }
}
