package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What messages, events and the clock call: annotated methods, annotated classes, and classes that
 * implement a library's listener or job, by the roles that the library data give.
 */
public final class Callbacks {

  private static final String[] DESTINATIONS = {
    "topics",
    "topicPattern",
    "topic",
    "queues",
    "queuesToDeclare",
    "bindings",
    "queueNames",
    "queue",
    "destination",
    "channels",
    "channel",
    "name",
    "value"
  };

  private static final Set<String> EVENTS = Set.of("event", "transactional-event");

  private final Program program;
  private final Library library;
  private final AnnotationRoles roles;
  private final AnnotationValues values;
  private final List<Callback> all = new ArrayList<>();

  Callbacks(Program program, Library library) {
    this.program = program;
    this.library = library;
    this.roles = new AnnotationRoles(program, library);
    this.values = new AnnotationValues(program);
    for (TypeInfo type : program.types()) {
      if (type.declaration().kind() != TypeDecl.Kind.ANNOTATION) {
        collect(type);
      }
    }
  }

  /** Tests included, in path and source order. */
  public List<Callback> all() {
    return List.copyOf(all);
  }

  private void collect(TypeInfo type) {
    boolean marked = onType(type);
    for (MethodInfo method : type.methods()) {
      if (method.declaration().kind() == MethodDecl.Kind.METHOD) {
        collect(type, method, marked);
      }
    }
    if (!marked && isInstantiable(type)) {
      library.typeRoles(TypeRole.Role.ENTRY_POINT).stream()
          .filter(role -> kind(role) != null)
          .filter(role -> program.hierarchy().isSubtype(type.type(), role.type()))
          .findFirst()
          .ifPresent(role -> implemented(type, role));
    }
  }

  private static boolean isInstantiable(TypeInfo type) {
    return !type.declaration().isInterface() && !type.declaration().modifiers().isAbstract();
  }

  /** {@code @RocketMQMessageListener}, {@code @MessageDriven}, {@code @JobHandler} on a class. */
  private boolean onType(TypeInfo type) {
    AnnotationRoles.Played listener = roles.on(type, Role.LISTENER).orElse(null);
    if (listener != null) {
      message(type, Optional.empty(), listener);
      return true;
    }
    AnnotationRoles.Played job = roles.on(type, Role.SCHEDULED).orElse(null);
    if (job != null) {
      time(type, Optional.empty(), job.annotation());
      return true;
    }
    return false;
  }

  private void collect(TypeInfo type, MethodInfo method, boolean typeMarked) {
    AnnotationRoles.Played listener =
        typeMarked ? null : roles.on(method, Role.LISTENER).orElse(null);
    if (listener != null && EVENTS.contains(listener.model().as())) {
      event(type, method, listener);
    } else if (listener != null) {
      message(type, Optional.of(method), listener);
    }
    for (AnnotationUse use : method.declaration().annotations()) {
      roles
          .find(use, method.owner(), Role.SCHEDULED)
          .ifPresent(job -> time(type, Optional.of(method), job.annotation()));
    }
    if (roles.on(method, Role.BEAN_METHOD).isPresent()) {
      job(type, method);
    }
    // CDI marks the parameter.
    for (Parameter parameter : method.declaration().parameters()) {
      AnnotationRoles.Played observed =
          roles.find(parameter.annotations(), method.owner(), Role.LISTENER).orElse(null);
      if (observed != null) {
        add(
            Callback.Kind.EVENT,
            type,
            Optional.of(method),
            observed.model().as(),
            List.of(),
            true,
            List.of(program.names().resolve(parameter.type(), method)));
      }
    }
  }

  /** A bean method that makes a job of Spring Batch. */
  private void job(TypeInfo type, MethodInfo method) {
    JavaType made = program.names().resolve(method.declaration().returnType(), method);
    for (TypeRole role : library.typeRoles(TypeRole.Role.JOB)) {
      if (made.isClass() && program.hierarchy().isSubtype(made, role.type())) {
        add(
            Callback.Kind.TIME,
            type,
            Optional.of(method),
            role.as() + " " + simpleName(role.type()),
            List.of(),
            true,
            List.of());
        return;
      }
    }
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private void message(
      TypeInfo type, Optional<MethodInfo> method, AnnotationRoles.Played listener) {
    Optional<List<String>> from = values.texts(listener.annotation(), DESTINATIONS);
    add(
        Callback.Kind.MESSAGE,
        type,
        method,
        listener.model().as(),
        from.orElse(List.of()),
        from.isPresent(),
        List.of());
  }

  private void event(TypeInfo type, MethodInfo method, AnnotationRoles.Played listener) {
    List<JavaType> events = new ArrayList<>();
    for (String element : List.of("value", "classes")) {
      values
          .value(listener.annotation(), element)
          .ifPresent(
              value ->
                  value.elements().stream()
                      .filter(ConstantValue.ClassName.class::isInstance)
                      .forEach(each -> events.add(((ConstantValue.ClassName) each).type())));
    }
    List<Parameter> parameters = method.declaration().parameters();
    if (events.isEmpty() && !parameters.isEmpty()) {
      events.add(program.names().resolve(parameters.get(0).type(), method));
    }
    List<String> addresses = values.texts(listener.annotation(), "value").orElse(List.of());
    add(
        Callback.Kind.EVENT,
        type,
        Optional.of(method),
        listener.model().as(),
        addresses,
        true,
        events);
  }

  private void time(
      TypeInfo type, Optional<MethodInfo> method, MetaAnnotations.Present annotation) {
    // A container: @Schedules({@Scheduled(…), @Scheduled(…)}).
    ConstantValue inside = values.value(annotation, "value").orElse(null);
    List<String> when = new ArrayList<>();
    boolean constant = true;
    if (inside != null && isNested(inside)) {
      for (ConstantValue each : inside.elements()) {
        if (each instanceof ConstantValue.Nested nested) {
          Schedules.when(element -> Optional.ofNullable(nested.values().get(element)))
              .ifPresent(when::add);
          constant &= nested.isKnown();
        }
      }
    } else {
      Schedules.when(element -> values.value(annotation, element)).ifPresent(when::add);
      constant =
          Schedules.ELEMENTS.stream()
              .flatMap(element -> values.value(annotation, element).stream())
              .allMatch(ConstantValue::isKnown);
    }
    add(
        Callback.Kind.TIME,
        type,
        method,
        "@" + simpleName(annotation.name()),
        when,
        constant,
        List.of());
  }

  private static boolean isNested(ConstantValue value) {
    return value.elements().stream().anyMatch(ConstantValue.Nested.class::isInstance);
  }

  private static Callback.Kind kind(TypeRole role) {
    return switch (role.as()) {
      case "message" -> Callback.Kind.MESSAGE;
      case "event" -> Callback.Kind.EVENT;
      case "schedule" -> Callback.Kind.TIME;
      default -> null;
    };
  }

  private void implemented(TypeInfo type, TypeRole role) {
    Optional<MethodInfo> method =
        type.methods().stream()
            .filter(each -> each.body().isPresent() && isMeant(role, each.name()))
            .findFirst();
    JavaType seen = program.hierarchy().asSuper(type.type(), role.type());
    boolean event = kind(role) == Callback.Kind.EVENT;
    add(
        kind(role),
        type,
        method,
        simpleName(role.type()),
        List.of(),
        true,
        event && seen != null && !seen.arguments().isEmpty()
            ? List.of(seen.argument(0))
            : List.of());
  }

  private static boolean isMeant(TypeRole role, String name) {
    return role.methods().stream()
        .anyMatch(
            each ->
                each.endsWith("*")
                    ? name.startsWith(each.substring(0, each.length() - 1))
                    : name.equals(each));
  }

  private void add(
      Callback.Kind kind,
      TypeInfo type,
      Optional<MethodInfo> method,
      String channel,
      List<String> sources,
      boolean constant,
      List<JavaType> events) {
    all.add(new Callback(kind, type, method, channel, sources, constant, events));
  }
}
