package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Calls and creations of one method: which declaration they mean (JLS 15.9.3, 15.12), what they
 * give, what their arguments are asked to be.
 */
final class Invocations {

  private final Program program;
  private final MethodTypes types;
  private final TypeToSearch search;
  private final CallInference inference;

  Invocations(Program program, MethodTypes types) {
    this.program = program;
    this.types = types;
    this.search = new TypeToSearch(program, types);
    this.inference = new CallInference(program, types);
  }

  CallTarget resolve(CodeBody body, Instruction.Call call) {
    return resolve(body, search.describe(body, call));
  }

  CallTarget resolve(CodeBody body, Instruction.New creation) {
    return resolve(body, search.describe(body, creation));
  }

  private CallTarget resolve(CodeBody body, Invocation invocation) {
    Members.Method method = choose(body, invocation, Body.NONE);
    if (method == null) {
      boolean creates = invocation.name().equals(MethodDecl.CONSTRUCTOR);
      JavaType result = creates ? inference.created(body, invocation, null) : JavaType.UNKNOWN;
      return CallTarget.undeclared(
          invocation.receiver(), invocation.isStatic(), invocation.name(), result);
    }
    return CallTarget.found(
        invocation.receiver(),
        invocation.isStatic(),
        invocation.name(),
        method,
        inference.result(body, invocation, method));
  }

  /** The type that argument {@code index} is asked to have; unknown where nothing tells. */
  JavaType parameter(CodeBody body, Instruction step, int index) {
    if (index == Body.NONE) {
      return JavaType.UNKNOWN;
    }
    Invocation invocation =
        step instanceof Instruction.Call call
            ? search.describe(body, call)
            : search.describe(body, (Instruction.New) step);
    CallTarget known = types.knownTarget(step);
    Members.Method method =
        known != null ? known.method().orElse(null) : choose(body, invocation, index);
    if (method == null) {
      return JavaType.UNKNOWN;
    }
    return inference.parameter(body, invocation, method.signature(), index);
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
    if (invocation.isDiamond()) {
      return inference.marks(invocation.receiver());
    }
    JavaType from = program.names().upperBound(invocation.receiver(), body);
    return from.isClass() ? program.hierarchy().bindings(from, body.owner()) : Map.of();
  }
}
