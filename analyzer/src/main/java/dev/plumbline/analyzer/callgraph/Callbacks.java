package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.callgraph.Dispatch.Targets;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What code that is not here may call back: the lambdas, method references and objects that a call
 * hands to it. An object is called by the abstract methods of the type that the library asks for.
 */
final class Callbacks {

  private final Program program;
  private final Receivers receivers;
  private final Origins origins;
  private final FunctionalInterfaces functional;

  Callbacks(
      Program program, Receivers receivers, Origins origins, FunctionalInterfaces functional) {
    this.program = program;
    this.receivers = receivers;
    this.origins = origins;
    this.functional = functional;
  }

  /** {@code targets} with what the arguments bring. */
  Targets add(CodeBody body, Operands arguments, CallTarget target, Targets targets) {
    if (arguments.isEmpty() || !leavesTheWorkspace(targets)) {
      return targets;
    }
    List<CallEdge> back = new ArrayList<>();
    Optional<Unknown> unknown = targets.unknown();
    List<JavaType> parameters = null;
    for (int i = 0; i < arguments.size(); i++) {
      int argument = arguments.get(i);
      if (isFunction(body, argument)) {
        if (!mayCall(target, i)) {
          continue;
        }
        Targets values = receivers.values(origins.local(body, argument));
        back.addAll(values.edges());
        unknown = unknown.or(values::unknown);
        continue;
      }
      JavaType type = program.inference().typeOf(body, argument);
      if (type.isClass() && program.hasType(type.name()) && target.method().isPresent()) {
        parameters = parameters == null ? parameters(target.method().get()) : parameters;
        object(body, type, parameters, i, back);
      }
    }
    return back.isEmpty() ? targets : joined(targets, back, unknown);
  }

  /** Where the method is not known, it may do anything. */
  static boolean mayCall(CallTarget target, int argument) {
    return target.method().map(method -> Handing.mayCall(method, argument)).orElse(true);
  }

  private List<JavaType> parameters(Members.Method method) {
    return program.members().parameterTypes(method);
  }

  private void object(
      CodeBody body, JavaType type, List<JavaType> parameters, int index, List<CallEdge> back) {
    if (parameters.isEmpty()) {
      return;
    }
    JavaType parameter = parameters.get(Math.min(index, parameters.size() - 1));
    if (parameter.isClass()
        && !program.hasType(parameter.name())
        && !parameter.is("java.lang.Object")
        && program.hierarchy().isSubtype(type, parameter.name())) {
      back.addAll(receivers.handedOver(type, parameter.name(), body));
    }
  }

  static Targets joined(Targets targets, List<CallEdge> back, Optional<Unknown> unknown) {
    List<CallEdge> edges = new ArrayList<>(targets.edges());
    back.stream().filter(edge -> !edges.contains(edge)).forEach(edges::add);
    return new Targets(edges, targets.outside(), unknown);
  }

  static boolean leavesTheWorkspace(Targets targets) {
    return targets.outside().filter(each -> each != Outside.GENERATED).isPresent()
        || targets.unknown().isPresent();
  }

  /** Whether the value is a lambda or reference, or has the type of one. */
  boolean isFunction(CodeBody body, int register) {
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.MakeLambda
          || definition instanceof Instruction.MethodReference) {
        return true;
      }
    }
    JavaType type = program.inference().typeOf(body, register);
    return functional.isFunctional(type);
  }

  /** The edges of a functional argument, followed through callers. */
  List<CallEdge> followed(CodeBody body, int register, Origins.KnownCalls calls) {
    if (register == Body.NONE || !isFunction(body, register)) {
      return List.of();
    }
    Set<Origin> near = origins.local(body, register);
    boolean open = near.stream().anyMatch(origin -> origin instanceof Origin.Open);
    return open ? receivers.values(origins.throughCalls(body, register, calls)).edges() : List.of();
  }

  Set<Origin> follow(CodeBody body, int register, Origins.KnownCalls calls) {
    return origins.throughCalls(body, register, calls);
  }
}
