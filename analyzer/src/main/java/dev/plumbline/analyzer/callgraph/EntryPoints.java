package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.library.AnnotationModel;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where control enters the code of the workspace: by annotations of methods and of what they
 * override, composed ones too, by library types above their class, by overriding a library's
 * method, and by the container that makes a component. Which annotations and types those are stands
 * in the library data.
 *
 * <p>One entry for each method and kind; {@link EntryPoint.Kind#LIBRARY} only where nothing says
 * more. Static initialisers are none. Not found: methods that expressions in annotations or pages
 * name, beans that only XML defines.
 */
public final class EntryPoints {

  private static final Map<Role, EntryPoint.Kind> BY_ROLE =
      Map.of(
          Role.MAPPING, EntryPoint.Kind.REQUEST,
          Role.MESSAGES, EntryPoint.Kind.REQUEST,
          Role.EXCEPTION_HANDLER, EntryPoint.Kind.AROUND,
          Role.SCHEDULED, EntryPoint.Kind.SCHEDULE,
          Role.LIFECYCLE, EntryPoint.Kind.LIFECYCLE,
          Role.BEAN_METHOD, EntryPoint.Kind.BEAN,
          Role.INJECT, EntryPoint.Kind.BEAN,
          Role.TEST, EntryPoint.Kind.TEST);

  private static final Map<String, EntryPoint.Kind> BY_WORD =
      Map.ofEntries(
          Map.entry("request", EntryPoint.Kind.REQUEST),
          Map.entry("graphql", EntryPoint.Kind.REQUEST),
          Map.entry("soap", EntryPoint.Kind.REQUEST),
          Map.entry("grpc", EntryPoint.Kind.REQUEST),
          Map.entry("health", EntryPoint.Kind.REQUEST),
          Map.entry("websocket", EntryPoint.Kind.REQUEST),
          Map.entry("filter", EntryPoint.Kind.AROUND),
          Map.entry("aspect", EntryPoint.Kind.AROUND),
          Map.entry("around", EntryPoint.Kind.AROUND),
          Map.entry("message", EntryPoint.Kind.MESSAGE),
          Map.entry("event", EntryPoint.Kind.EVENT),
          Map.entry("transactional-event", EntryPoint.Kind.EVENT),
          Map.entry("schedule", EntryPoint.Kind.SCHEDULE),
          Map.entry("startup", EntryPoint.Kind.LIFECYCLE),
          Map.entry("shutdown", EntryPoint.Kind.LIFECYCLE),
          Map.entry("command", EntryPoint.Kind.BATCH),
          Map.entry("batch", EntryPoint.Kind.BATCH),
          Map.entry("thread", EntryPoint.Kind.THREAD),
          Map.entry("test", EntryPoint.Kind.TEST));

  private static final Set<String> OF_OBJECT =
      Set.of("equals", "hashCode", "toString", "clone", "finalize");

  private final Program program;
  private final Library library;
  private final AnnotationRoles roles;
  private final List<EntryPoint> all = new ArrayList<>();
  private final Map<MethodInfo, List<EntryPoint>> byMethod = new HashMap<>();

  public EntryPoints(Program program, Library library, Beans beans) {
    this.program = program;
    this.library = library;
    this.roles = new AnnotationRoles(program, library);
    for (TypeInfo type : program.types()) {
      boolean client = roles.on(type, Role.CLIENT).isPresent();
      boolean component = beans.isComponent(type);
      for (MethodInfo method : type.methods()) {
        if (method.body().isEmpty()) {
          continue;
        }
        if (method.declaration().kind() == MethodDecl.Kind.METHOD && !client) {
          collect(method);
        } else if (component && MADE.contains(method.declaration().kind())) {
          add(method, EntryPoint.Kind.BEAN, type.name(), "");
        }
      }
    }
  }

  /** What a container runs to make an object. */
  private static final Set<MethodDecl.Kind> MADE =
      Set.of(MethodDecl.Kind.CONSTRUCTOR, MethodDecl.Kind.FIELD_INITIALIZER);

  /** In path and source order. */
  public List<EntryPoint> all() {
    return List.copyOf(all);
  }

  /** For what {@code method} is called from outside; empty when only code here calls it. */
  public List<EntryPoint> of(MethodInfo method) {
    return List.copyOf(byMethod.getOrDefault(method, List.of()));
  }

  private void collect(MethodInfo method) {
    if (isMain(method)) {
      add(method, EntryPoint.Kind.MAIN, "main", "");
    }
    annotated(method, method);
    List<Members.Method> overridden = program.overrides().overridden(method);
    for (Members.Method above : overridden) {
      above.declared().ifPresent(declared -> annotated(method, declared));
    }
    byType(method);
    if (byMethod.containsKey(method) || OF_OBJECT.contains(method.name())) {
      return;
    }
    for (Members.Method above : overridden) {
      if (above.external().isPresent() && program.generated().method(above).isEmpty()) {
        add(method, EntryPoint.Kind.LIBRARY, above.owner().name(), "");
        return;
      }
    }
    if (overridden.isEmpty() && isOverride(method)) {
      unknownAbove(method.owner())
          .ifPresent(type -> add(method, EntryPoint.Kind.LIBRARY, type, ""));
    }
  }

  /** A supertype of which nothing is known, which must have what the method says it overrides. */
  private Optional<String> unknownAbove(TypeInfo type) {
    return program.hierarchy().ancestors(type.name()).stream()
        .filter(each -> !program.hasType(each) && program.external().find(each).isEmpty())
        .findFirst();
  }

  private static boolean isOverride(MethodInfo method) {
    return method.declaration().annotations().stream()
        .anyMatch(use -> use.simpleName().equals("Override"));
  }

  private static boolean isMain(MethodInfo method) {
    MethodDecl declaration = method.declaration();
    if (!declaration.name().equals("main")
        || !declaration.modifiers().isStatic()
        || declaration.parameters().size() != 1) {
      return false;
    }
    Parameter only = declaration.parameters().get(0);
    String type = only.type().toString();
    return type.equals("String[]") || type.equals("String") && only.variableArity();
  }

  /**
   * @param declared {@code method} or what it overrides
   */
  private void annotated(MethodInfo method, MethodInfo declared) {
    for (AnnotationUse use : declared.declaration().annotations()) {
      nearest(method, use, declared.owner());
    }
    for (Parameter parameter : declared.declaration().parameters()) {
      // CDI marks the parameter that takes the event.
      roles
          .find(parameter.annotations(), declared.owner(), Role.LISTENER)
          .ifPresent(
              played ->
                  add(
                      method,
                      EntryPoint.Kind.EVENT,
                      played.annotation().name(),
                      played.model().framework()));
    }
  }

  /** Of composed annotations the outermost that is known: a listener's is built on a mapping. */
  private void nearest(MethodInfo method, AnnotationUse use, TypeInfo scope) {
    for (MetaAnnotations.Present each : program.metaAnnotations().of(use, scope)) {
      boolean found = false;
      for (AnnotationModel model : library.annotations(each.name())) {
        EntryPoint.Kind kind = kind(model).orElse(null);
        if (kind != null) {
          add(method, kind, each.name(), model.framework());
          found = true;
        }
      }
      if (found) {
        return;
      }
    }
  }

  private static Optional<EntryPoint.Kind> kind(AnnotationModel model) {
    return switch (model.role()) {
      // What is not an event comes from a broker, whichever it is.
      case LISTENER -> Optional.of(BY_WORD.getOrDefault(model.as(), EntryPoint.Kind.MESSAGE));
      case ENTRY_POINT -> Optional.of(BY_WORD.getOrDefault(model.as(), EntryPoint.Kind.LIBRARY));
      default -> Optional.ofNullable(BY_ROLE.get(model.role()));
    };
  }

  private void byType(MethodInfo method) {
    Set<String> ancestors = program.hierarchy().ancestors(method.owner().name());
    if (ancestors.size() < 2 || method.declaration().modifiers().isPrivate()) {
      return;
    }
    for (TypeRole role : library.typeRoles(TypeRole.Role.ENTRY_POINT)) {
      if (ancestors.contains(role.type())
          && !role.type().equals(method.owner().name())
          && isMeant(role, method)) {
        EntryPoint.Kind kind = BY_WORD.getOrDefault(role.as(), EntryPoint.Kind.LIBRARY);
        add(method, kind, role.type(), role.framework());
      }
    }
  }

  private static boolean isMeant(TypeRole role, MethodInfo method) {
    if (method.declaration().modifiers().isStatic()) {
      return false;
    }
    for (String name : role.methods()) {
      boolean named =
          name.endsWith("*")
              ? method.name().startsWith(name.substring(0, name.length() - 1))
              : method.name().equals(name);
      if (named) {
        return true;
      }
    }
    // With no names all methods are meant that the type's own code could know.
    return role.methods().isEmpty() && isOverride(method);
  }

  private void add(MethodInfo method, EntryPoint.Kind kind, String reason, String framework) {
    List<EntryPoint> known = byMethod.computeIfAbsent(method, key -> new ArrayList<>(1));
    if (known.stream().noneMatch(each -> each.kind() == kind)) {
      EntryPoint entry = new EntryPoint(method, kind, reason, framework);
      known.add(entry);
      all.add(entry);
    }
  }
}
