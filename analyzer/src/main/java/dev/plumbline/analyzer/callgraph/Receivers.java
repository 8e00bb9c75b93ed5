package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.callgraph.Dispatch.Targets;
import dev.plumbline.analyzer.callgraph.Unknown.Reason;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Chooses how a call is dispatched, by what is known of its receiver. */
final class Receivers {

  private final Program program;
  private final Dispatch dispatch;
  private final Creations creations;
  private final Origins origins;
  private final FunctionalInterfaces functional;
  private final Injected injected;
  private final Alternatives alternatives;

  Receivers(
      Program program,
      Dispatch dispatch,
      Creations creations,
      Origins origins,
      FunctionalInterfaces functional,
      Injected injected) {
    this.injected = injected;
    this.alternatives = new Alternatives(program);
    this.program = program;
    this.dispatch = dispatch;
    this.creations = creations;
    this.origins = origins;
    this.functional = functional;
  }

  Targets targets(CodeBody body, Instruction.Call call, CallTarget target) {
    if (target.method().isEmpty()) {
      return undeclared(target);
    }
    List<Members.Method> meant = alternatives.of(body, call, target);
    if (meant.size() == 1) {
      return targets(body, call, target, meant.get(0));
    }
    Set<CodeBody> callees = new TreeSet<>(Comparator.comparingInt(CodeBody::index));
    Optional<Outside> outside = Optional.empty();
    Optional<Unknown> unknown = Optional.empty();
    for (Members.Method each : meant) {
      Targets targets = targets(body, call, target, each);
      targets.edges().forEach(edge -> callees.add(edge.callee()));
      outside = outside.or(targets::outside);
      unknown = unknown.or(targets::unknown);
    }
    return new Targets(
        callees.stream().map(each -> new CallEdge(each, EdgeKind.HIERARCHY)).toList(),
        outside,
        unknown);
  }

  private Targets targets(
      CodeBody body, Instruction.Call call, CallTarget target, Members.Method method) {
    if (target.isStatic()
        || method.isStatic()
        || call.dispatch() == Instruction.Call.Dispatch.SUPER) {
      return dispatch.direct(method);
    }
    JavaType receiver = receiver(target, method);
    Targets targets = dispatch.virtual(receiver, method, CallGraphBuilder.isTest(body));
    if (call.dispatch() == Instruction.Call.Dispatch.UNQUALIFIED || call.receiver() == Body.NONE) {
      return targets;
    }
    boolean isFunction = functional.isFunction(receiver, method);
    if (!isFunction && isDecided(targets)) {
      return targets;
    }
    Set<Origin> from = origins.local(body, call.receiver());
    Targets beans = injected.targets(from, receiver, method, targets).orElse(null);
    if (beans != null) {
      return beans;
    }
    return isFunction ? function(targets, from, method) : refine(targets, from, method);
  }

  /** A type variable has the members of its bound. */
  private static JavaType receiver(CallTarget target, Members.Method method) {
    return target.receiver().isClass() || target.receiver().isArray()
        ? target.receiver()
        : method.owner();
  }

  /** Nothing that is known of the receiver could change it. */
  private static boolean isDecided(Targets targets) {
    return targets.unknown().isEmpty()
        && (targets.edges().isEmpty()
            || targets.edges().size() == 1 && targets.edges().get(0).kind() == EdgeKind.EXACT);
  }

  private Targets refine(Targets targets, Set<Origin> from, Members.Method method) {
    List<TypeInfo> classes = createdOnly(from);
    return classes.isEmpty() ? targets : dispatch.on(classes, method, EdgeKind.EXACT);
  }

  /** The classes of all objects that the value may be; empty when it may be something else. */
  private List<TypeInfo> createdOnly(Set<Origin> from) {
    List<TypeInfo> classes = new ArrayList<>();
    for (Origin origin : from) {
      if (!(origin instanceof Origin.Created created)) {
        return List.of();
      }
      TypeInfo type = program.type(created.type().name()).orElse(null);
      if (type == null) {
        return List.of();
      }
      classes.add(type);
    }
    return classes;
  }

  /**
   * What a call of a functional interface's method runs.
   *
   * @param hierarchy the classes that implement it
   */
  Targets function(Targets hierarchy, Set<Origin> from, Members.Method method) {
    List<CallEdge> edges = new ArrayList<>();
    Outside outside = null;
    String open = null;
    for (Origin origin : from) {
      if (origin instanceof Origin.Lambda lambda) {
        edges.add(new CallEdge(lambda.code(), EdgeKind.LAMBDA));
      } else if (origin instanceof Origin.Reference made) {
        Targets referred = reference(made.body(), made.reference());
        referred.edges().forEach(each -> edges.add(new CallEdge(each.callee(), EdgeKind.LAMBDA)));
        outside = referred.outside().orElse(outside);
        open = referred.unknown().map(Unknown::detail).orElse(open);
      } else if (origin instanceof Origin.Created created
          && program.type(created.type().name()).isPresent()) {
        TypeInfo type = program.type(created.type().name()).get();
        edges.addAll(dispatch.on(List.of(type), method, EdgeKind.EXACT).edges());
      } else if (origin instanceof Origin.Open unknown) {
        open = unknown.where();
      } else {
        open = method.owner().simpleName();
      }
    }
    if (open == null && !(edges.isEmpty() && outside == null)) {
      return new Targets(distinct(edges), Optional.ofNullable(outside), Optional.empty());
    }
    edges.addAll(hierarchy.edges());
    String detail =
        method.owner().simpleName() + "." + method.name() + (open == null ? "" : ": " + open);
    return new Targets(
        distinct(edges),
        outside == null ? hierarchy.outside() : Optional.of(outside),
        Optional.of(new Unknown(Reason.FUNCTION_VALUE, detail)));
  }

  private static List<CallEdge> distinct(Collection<CallEdge> edges) {
    return edges.size() < 2 ? List.copyOf(edges) : edges.stream().distinct().toList();
  }

  /** What runs when the reference is called. */
  Targets reference(CodeBody body, Instruction.MethodReference reference) {
    CallTarget target = program.inference().target(body, reference);
    if (reference.name().equals(MethodDecl.CONSTRUCTOR)) {
      return target.receiver().isKnown()
          ? creations.of(body, target)
          : Targets.unknown(Reason.RECEIVER, target.receiver() + "::new");
    }
    if (target.method().isEmpty()) {
      return undeclared(target);
    }
    Members.Method method = target.method().get();
    return method.isStatic() || reference.isSuper()
        ? dispatch.direct(method)
        : dispatch.virtual(receiver(target, method), method, CallGraphBuilder.isTest(body));
  }

  private Targets undeclared(CallTarget target) {
    JavaType receiver = target.receiver();
    String name = target.displayName();
    if (!receiver.isKnown()) {
      return Targets.unknown(Reason.RECEIVER, name);
    }
    if (!receiver.isClass()) {
      return receiver.isArray()
          ? Targets.outside(Outside.LIBRARY)
          : Targets.unknown(Reason.METHOD, name);
    }
    if (program.hasType(receiver.name())) {
      // What no source declares may come from a superclass that is not here.
      for (String ancestor : program.hierarchy().ancestors(receiver.name())) {
        if (!program.hasType(ancestor) && program.external().find(ancestor).isEmpty()) {
          return new Targets(
              List.of(),
              Optional.of(Outside.LIBRARY),
              Optional.of(new Unknown(Reason.METHOD, name)));
        }
      }
      return Targets.unknown(Reason.METHOD, name);
    }
    // Only a class of the workspace below it could bring the call back.
    return new Targets(
        List.of(),
        Optional.of(Outside.LIBRARY),
        dispatch.hasWorkspaceSubtypes(receiver)
            ? Optional.of(new Unknown(Reason.METHOD, name))
            : Optional.empty());
  }

  /** What runs when the functional value in {@code register} is called by somebody. */
  Targets values(Set<Origin> from) {
    List<CallEdge> edges = new ArrayList<>();
    Optional<Unknown> unknown = Optional.empty();
    for (Origin origin : from) {
      if (origin instanceof Origin.Lambda lambda) {
        edges.add(new CallEdge(lambda.code(), EdgeKind.LIBRARY_CALLBACK));
      } else if (origin instanceof Origin.Reference made) {
        Targets referred = reference(made.body(), made.reference());
        referred
            .edges()
            .forEach(each -> edges.add(new CallEdge(each.callee(), EdgeKind.LIBRARY_CALLBACK)));
        unknown = unknown.or(referred::unknown);
      }
    }
    return new Targets(distinct(edges), Optional.empty(), unknown);
  }

  /** The methods of {@code implemented} that a library may call on an object of {@code type}. */
  List<CallEdge> handedOver(JavaType type, String implemented, CodeBody body) {
    List<CallEdge> edges = new ArrayList<>();
    for (Members.Method method : functional.abstractMethods(implemented)) {
      for (CallEdge edge : dispatch.virtual(type, method, CallGraphBuilder.isTest(body)).edges()) {
        edges.add(new CallEdge(edge.callee(), EdgeKind.LIBRARY_CALLBACK));
      }
    }
    return edges;
  }
}
