package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.callgraph.Dispatch.Targets;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What runs when a method is called on an injected object: what the possible beans have. */
final class Injected {

  private final Program program;
  private final Beans beans;
  private final Dispatch dispatch;
  private final Origins origins;
  private final Map<Question, List<Bean>> candidates = new ConcurrentHashMap<>();
  private final Map<Bean, Set<TypeInfo>> classes = new ConcurrentHashMap<>();

  Injected(Program program, Beans beans, Dispatch dispatch, Origins origins) {
    this.program = program;
    this.beans = beans;
    this.dispatch = dispatch;
    this.origins = origins;
  }

  private record Question(InjectionPoint point, boolean every) {}

  /**
   * @param hierarchy what the class hierarchy says
   * @return empty when the receiver is not injected alone, or when no bean is known for it
   */
  Optional<Targets> targets(
      Set<Origin> from, JavaType receiver, Members.Method method, Targets hierarchy) {
    List<Bean> found = new ArrayList<>();
    for (Origin origin : from) {
      if (!(origin instanceof Origin.Injected injected)) {
        return Optional.empty();
      }
      List<Bean> possible = candidates(injected, receiver);
      if (possible.isEmpty()) {
        return Optional.empty();
      }
      found.addAll(possible);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(on(found, receiver, method, hierarchy));
  }

  private List<Bean> candidates(Origin.Injected injected, JavaType receiver) {
    InjectionPoint point = injected.point();
    boolean every = false;
    if (injected.element()) {
      Beans.Holder holder = beans.holder(point.type()).orElse(null);
      if (holder == null) {
        return List.of();
      }
      point = point.of(holder.type());
      every = holder.every();
    }
    if (!point.type().isClass() || point.type().is("java.lang.Object")) {
      // A bean that is asked for by name has the type that it is cast to.
      point = point.of(receiver);
    } else if (!program.hierarchy().isSubtype(receiver, point.type().name())
        && !program.hierarchy().isSubtype(point.type(), receiver.name())) {
      return List.of();
    }
    boolean all = every;
    return candidates.computeIfAbsent(
        new Question(point, every), key -> beans.candidates(key.point, all));
  }

  private Targets on(
      List<Bean> found, JavaType receiver, Members.Method method, Targets hierarchy) {
    Set<TypeInfo> concrete = new LinkedHashSet<>();
    Set<CallEdge> edges = new LinkedHashSet<>();
    Outside outside = program.hasType(receiver.name()) ? null : Outside.LIBRARY;
    for (Bean bean : found) {
      Set<TypeInfo> possible = classes.computeIfAbsent(bean, this::classes);
      if (!possible.isEmpty()) {
        concrete.addAll(possible);
      } else {
        // A repository, or a bean of a library's class: whatever the hierarchy makes of it.
        Targets proxied =
            program.hasType(bean.provided().name())
                ? dispatch.virtual(bean.provided(), method, false)
                : Targets.outside(Outside.LIBRARY);
        edges.addAll(proxied.edges());
        outside = proxied.outside().orElse(outside);
      }
    }
    if (!concrete.isEmpty()) {
      Targets targets = dispatch.on(concrete, method, EdgeKind.INJECTED);
      edges.addAll(targets.edges());
      outside = targets.outside().orElse(outside);
    }
    return edges.isEmpty() && outside == null
        ? hierarchy
        : new Targets(List.copyOf(edges), Optional.ofNullable(outside), Optional.empty());
  }

  /** The classes that a bean's object may have; empty when no class of the workspace is meant. */
  private Set<TypeInfo> classes(Bean bean) {
    if (bean.factory().isEmpty()) {
      return bean.type().declaration().isInterface() ? Set.of() : Set.of(bean.type());
    }
    Set<TypeInfo> made = new LinkedHashSet<>();
    CodeBody body = bean.factory().get().body().orElseThrow();
    for (Block block : body.body().blocks()) {
      if (block.terminator() instanceof Instruction.Return exit && exit.value() != Body.NONE) {
        for (Origin origin : origins.local(body, exit.value())) {
          TypeInfo type =
              origin instanceof Origin.Created created
                  ? program.type(created.type().name(), bean.type()).orElse(null)
                  : null;
          if (type == null) {
            return concrete(bean);
          }
          made.add(type);
        }
      }
    }
    return made.isEmpty() ? concrete(bean) : made;
  }

  private Set<TypeInfo> concrete(Bean bean) {
    TypeInfo type = program.type(bean.provided().name(), bean.type()).orElse(null);
    if (type == null) {
      return Set.of();
    }
    boolean tests = bean.type().file().file().role() == SourceRole.TEST;
    return new LinkedHashSet<>(dispatch.concrete(type.name(), type, tests));
  }
}
