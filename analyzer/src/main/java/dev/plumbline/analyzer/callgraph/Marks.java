package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.callgraph.Dispatch.Targets;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.library.AnnotationModel;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Marks edges to methods that proxies act on: on another thread, or past the proxy. */
final class Marks {

  private static final Set<Role> BY_PROXY =
      EnumSet.of(
          Role.ASYNC,
          Role.TRANSACTIONAL,
          Role.CACHE,
          Role.RETRY,
          Role.RESILIENCE,
          Role.LOCK,
          Role.SECURED);

  private final Program program;
  private final Library library;
  private final Map<Object, Set<Role>> known = Collections.synchronizedMap(new IdentityHashMap<>());

  Marks(Program program, Library library) {
    this.program = program;
    this.library = library;
  }

  Targets add(CodeBody body, Instruction.Call call, Targets targets) {
    boolean any = false;
    for (CallEdge edge : targets.edges()) {
      any |= isCall(edge) && !proxied(edge.callee().method()).isEmpty();
    }
    if (!any) {
      return targets;
    }
    EdgeMark own = onThis(body, call) ? EdgeMark.PAST_PROXY : null;
    List<CallEdge> edges = new ArrayList<>();
    for (CallEdge edge : targets.edges()) {
      Set<Role> proxied = isCall(edge) ? proxied(edge.callee().method()) : Set.of();
      EdgeMark mark =
          proxied.isEmpty()
              ? null
              : own != null ? own : proxied.contains(Role.ASYNC) ? EdgeMark.ASYNC : null;
      edges.add(mark == null ? edge : edge.with(mark));
    }
    return new Targets(edges, targets.outside(), targets.unknown());
  }

  private static boolean isCall(CallEdge edge) {
    return edge.kind() != EdgeKind.LIBRARY_CALLBACK && edge.callee().enclosing().isEmpty();
  }

  private static boolean onThis(CodeBody body, Instruction.Call call) {
    if (call.dispatch() != Instruction.Call.Dispatch.EXPRESSION) {
      return true;
    }
    for (Instruction each : body.definitions(call.receiver())) {
      if (each instanceof Instruction.LoadName load && load.path().equals(List.of("this"))) {
        return true;
      }
    }
    return false;
  }

  private Set<Role> proxied(MethodInfo method) {
    Set<Role> found = known.get(method);
    if (found == null) {
      found = EnumSet.noneOf(Role.class);
      if (!method.declaration().modifiers().isStatic()
          && method.declaration().kind() == MethodDecl.Kind.METHOD) {
        found.addAll(roles(method.declaration().annotations(), method.owner()));
        found.addAll(roles(method.owner().annotations(), method.owner()));
      }
      known.put(method, found);
    }
    return found;
  }

  private Set<Role> roles(List<AnnotationUse> uses, TypeInfo scope) {
    Set<Role> found = EnumSet.noneOf(Role.class);
    if (uses.isEmpty() || isOnlyOverride(uses)) {
      return found;
    }
    for (MetaAnnotations.Present each : program.metaAnnotations().of(uses, scope)) {
      for (AnnotationModel model : library.annotations(each.name())) {
        if (BY_PROXY.contains(model.role())) {
          found.add(model.role());
        }
      }
    }
    return found;
  }

  private static boolean isOnlyOverride(List<AnnotationUse> uses) {
    return uses.size() == 1 && uses.get(0).name().equals("Override");
  }
}
