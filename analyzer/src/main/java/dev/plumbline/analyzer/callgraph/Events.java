package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.callgraph.Dispatch.Targets;
import dev.plumbline.analyzer.callgraph.Unknown.Reason;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.AnnotationRoles.Played;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.Place;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which code listens to the events that a call publishes: by the static type of the event, for
 * listeners of that type, of a type above it, and of a type below it, because the object may be
 * more than its type says.
 */
final class Events {

  private final Program program;
  private final Library library;
  private final AnnotationRoles roles;

  /** The types that listen by a method, by its name: few methods have one of the names. */
  private final Map<String, List<TypeRole>> byName = new HashMap<>();

  private final List<Listener> listeners = new ArrayList<>();

  /**
   * @param bus what it is registered with: the beginning of the package of its annotation or type
   */
  private record Listener(CodeBody code, JavaType event, String bus) {}

  Events(Program program, Library library) {
    this.program = program;
    this.library = library;
    this.roles = new AnnotationRoles(program, library);
    for (TypeRole role : library.typeRoles(TypeRole.Role.ENTRY_POINT)) {
      if (role.as().equals("event")) {
        role.methods()
            .forEach(name -> byName.computeIfAbsent(name, key -> new ArrayList<>(1)).add(role));
      }
    }
    for (TypeInfo type : program.types()) {
      for (MethodInfo method : type.methods()) {
        if (method.body().isPresent()) {
          annotated(method);
          byType(method);
        }
      }
    }
  }

  private void annotated(MethodInfo method) {
    roles.on(method, Role.LISTENER).ifPresent(played -> annotated(method, played));
    List<Parameter> parameters = method.declaration().parameters();
    for (Parameter parameter : parameters) {
      roles
          .find(parameter.annotations(), method.owner(), Role.LISTENER)
          .ifPresent(
              played -> add(method, program.names().resolve(parameter.type(), method), played));
    }
  }

  private void annotated(MethodInfo method, Played played) {
    List<JavaType> named = new ArrayList<>();
    played
        .annotation()
        .element("classes", "value")
        .map(element -> program.constants().of(element.value(), element.scope()))
        .ifPresent(value -> classes(value, named));
    List<Parameter> parameters = method.declaration().parameters();
    if (named.isEmpty() && !parameters.isEmpty()) {
      named.add(program.names().resolve(parameters.get(0).type(), method));
    }
    named.forEach(type -> add(method, type, played));
  }

  private static void classes(ConstantValue value, List<JavaType> found) {
    if (value instanceof ConstantValue.ClassName named) {
      found.add(named.type());
    } else if (value instanceof ConstantValue.Several several) {
      several.elements().forEach(each -> classes(each, found));
    }
  }

  private void add(MethodInfo method, JavaType event, Played played) {
    boolean isEvent = played.model().as().endsWith("event");
    if (isEvent && event.isClass()) {
      listeners.add(new Listener(method.body().orElseThrow(), event, bus(played.model().name())));
    }
  }

  private void byType(MethodInfo method) {
    for (TypeRole role : byName.getOrDefault(method.name(), List.of())) {
      if (program.hierarchy().isSubtype(method.owner().type(), role.type())) {
        JavaType seen = program.hierarchy().asSuper(method.owner().type(), role.type());
        JavaType event = seen == null ? JavaType.UNKNOWN : seen.argument(0);
        if (event.isClass()) {
          listeners.add(new Listener(method.body().orElseThrow(), event, bus(role.type())));
        }
      }
    }
  }

  /** {@code org.springframework}, {@code com.google}, and one word for both names of Jakarta EE. */
  private static String bus(String name) {
    String[] parts = name.split("\\.", 3);
    return parts[0].startsWith("ja") ? "ee" : parts[0] + "." + parts[1];
  }

  /** {@code targets} with the listeners that {@code call} may reach. */
  Targets add(CodeBody body, Instruction.Call call, CallTarget target, Targets targets) {
    if (targets.outside().isEmpty() || !library.mayModel(call.name(), MethodRole.Sends.class)) {
      return targets;
    }
    for (MethodModel model :
        library.models(
            target.receiver(), call.name(), call.arguments().size(), program.hierarchy())) {
      for (MethodRole.Sends sends : model.roles(MethodRole.Sends.class)) {
        if (sends.what() == MethodRole.Sends.What.EVENT
            && sends.at().base() == Place.Base.ARGUMENT
            && sends.at().index() < call.arguments().size()) {
          int event = call.arguments().get(sends.at().index());
          return published(body, program.inference().typeOf(body, event), model.on(), targets);
        }
      }
    }
    return targets;
  }

  private Targets published(CodeBody body, JavaType event, String on, Targets targets) {
    if (!event.isClass() || event.is("java.lang.Object")) {
      return new Targets(
          targets.edges(),
          targets.outside(),
          Optional.of(new Unknown(Reason.EVENT_TYPE, event.toString())));
    }
    List<CallEdge> edges = new ArrayList<>();
    for (Listener listener : listeners) {
      boolean visible =
          CallGraphBuilder.isTest(body)
              || listener.code.owner().file().file().role() != SourceRole.TEST;
      if (visible
          && listener.bus.equals(bus(on))
          && (program.hierarchy().isSubtype(event, listener.event.name())
              || program.hierarchy().isSubtype(listener.event, event.name()))) {
        edges.add(new CallEdge(listener.code, EdgeKind.EVENT));
      }
    }
    return edges.isEmpty() ? targets : Callbacks.joined(targets, edges, targets.unknown());
  }
}
