package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.backend.Annotations.Meaning;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MetaAnnotations.Element;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What outsiders reach through the network: the handlers of annotated Spring, Jakarta REST and
 * Micronaut controllers, with mappings that are their own, composed by meta-annotations, inherited,
 * or declared on an interface that they implement.
 *
 * <p>An endpoint is listed with the concrete class that answers, so a handler of a generic base
 * class appears once for each class below it, with that class's types. Interfaces of remote clients
 * have no such class and are none.
 */
public final class Endpoints {

  private final Program program;
  private final Annotations annotations;
  private final MethodHierarchy methods;
  private final EndpointBindings bindings;
  private final List<Endpoint> all;

  Endpoints(Program program, Annotations annotations) {
    this.program = program;
    this.annotations = annotations;
    this.methods = new MethodHierarchy(program);
    this.bindings = new EndpointBindings(program, annotations);
    List<Endpoint> found = new ArrayList<>();
    for (TypeInfo type : program.types()) {
      if (isInstantiable(type)) {
        collect(type, found);
      }
    }
    this.all = List.copyOf(found);
  }

  /** Test code included, in the order of {@link Program#types()}. */
  public List<Endpoint> all() {
    return all;
  }

  /** What fills the parameters of handlers; for handlers that are in no endpoint. */
  EndpointBindings bindings() {
    return bindings;
  }

  private static boolean isInstantiable(TypeInfo type) {
    TypeDecl declaration = type.declaration();
    return (declaration.kind() == TypeDecl.Kind.CLASS || declaration.kind() == TypeDecl.Kind.RECORD)
        && !declaration.modifiers().isAbstract();
  }

  private void collect(TypeInfo type, List<Endpoint> found) {
    List<TypeInfo> lineage = new ArrayList<>();
    for (JavaType each : methods.ancestors(type)) {
      program.type(each.name(), type).ifPresent(lineage::add);
    }
    boolean controller = false;
    boolean client = false;
    for (TypeInfo each : lineage) {
      controller |= annotations.onType(each, Role.CONTROLLER).isPresent();
      client |= annotations.onType(each, Role.CLIENT).isPresent();
    }
    // Before Spring 6 a mapping on the class was enough; it is not inherited from a client.
    controller |= !client && annotations.onType(type, Role.MAPPING).isPresent();
    if (!controller && lineage.stream().noneMatch(each -> mayBeResource(each))) {
      return;
    }
    List<MethodHierarchy.Member> members = methods.members(type);
    Controller around = new Controller(type, lineage, controller, bindings.supplied(members));
    for (MethodHierarchy.Member member : members) {
      collect(around, member, found);
    }
  }

  /**
   * A class whose methods may answer.
   *
   * @param lineage the class and its supertypes of the workspace, nearest first
   * @param marked whether it is a controller by annotation
   */
  private record Controller(
      TypeInfo type, List<TypeInfo> lineage, boolean marked, Set<JavaType> supplied) {

    EndpointBindings.Surroundings surroundings(String framework, Endpoint.Kind kind) {
      return new EndpointBindings.Surroundings(type, framework, kind, supplied);
    }
  }

  /** Jakarta REST asks for no mark on a class that a sub-resource locator returns. */
  private static boolean mayBeResource(TypeInfo type) {
    return type.file().unit().imports().stream()
        .anyMatch(
            each ->
                each.name().startsWith("javax.ws.rs") || each.name().startsWith("jakarta.ws.rs"));
  }

  private void collect(Controller controller, MethodHierarchy.Member member, List<Endpoint> found) {
    for (MethodInfo declaration : member.declarations()) {
      List<ScopedAnnotation> own =
          Annotations.scoped(declaration.declaration().annotations(), declaration.owner());
      if (own.isEmpty()) {
        continue;
      }
      Meaning mapping = annotations.meaning(own, Role.MAPPING).orElse(null);
      if (mapping != null
          && (controller.marked() || mapping.model().framework().equals("jax-rs"))) {
        found.add(http(controller, member, own, mapping));
        return;
      }
      Meaning messages = annotations.meaning(own, Role.MESSAGES).orElse(null);
      if (messages != null && controller.marked()) {
        found.add(messages(controller, member, messages));
        return;
      }
    }
  }

  private Endpoint http(
      Controller controller,
      MethodHierarchy.Member member,
      List<ScopedAnnotation> own,
      Meaning mapping) {
    List<TypeInfo> lineage = controller.lineage();
    String framework = mapping.model().framework();
    Set<String> httpMethods = new TreeSet<>(httpMethods(mapping));
    List<String> prefixes = List.of("");
    List<String> paths;
    if (framework.equals("jax-rs")) {
      prefixes = first(lineage, Role.PATH, "value");
      paths =
          annotations.meaning(own, Role.PATH).map(path -> paths(path, "value")).orElse(List.of(""));
    } else if (framework.equals("micronaut")) {
      prefixes = first(lineage, Role.CONTROLLER, "value");
      paths = paths(mapping, "value", "uri", "uris");
    } else {
      prefixes = first(lineage, Role.MAPPING, "value", "path");
      paths = paths(mapping, "value", "path");
      if (httpMethods.isEmpty()) {
        lineage.stream()
            .flatMap(each -> annotations.onType(each, Role.MAPPING).stream())
            .findFirst()
            .ifPresent(shared -> httpMethods.addAll(httpMethods(shared)));
      }
    }
    return new Endpoint(
        Endpoint.Kind.HTTP,
        framework,
        controller.type(),
        member.method(),
        List.copyOf(httpMethods),
        joined(prefixes, paths),
        bindings.parameters(member, controller.surroundings(framework, Endpoint.Kind.HTTP)),
        member.returnType());
  }

  private Endpoint messages(Controller controller, MethodHierarchy.Member member, Meaning mapping) {
    String framework = mapping.model().framework();
    return new Endpoint(
        Endpoint.Kind.MESSAGE,
        framework,
        controller.type(),
        member.method(),
        List.of(),
        joined(first(controller.lineage(), Role.MESSAGES, "value"), paths(mapping, "value")),
        bindings.parameters(member, controller.surroundings(framework, Endpoint.Kind.MESSAGE)),
        member.returnType());
  }

  /** What the nearest type that has the role says. */
  private List<String> first(List<TypeInfo> lineage, Role role, String... elements) {
    for (TypeInfo each : lineage) {
      Meaning meaning = annotations.onType(each, role).orElse(null);
      if (meaning != null) {
        return paths(meaning, elements);
      }
    }
    return List.of("");
  }

  /** Empty when a path is there but not constant; one empty path when there is none. */
  private List<String> paths(Meaning meaning, String... elements) {
    Element element = meaning.element(elements).orElse(null);
    return element == null
        ? List.of("")
        : program.constants().of(element.value(), element.scope()).texts().orElse(List.of());
  }

  private static Collection<String> httpMethods(Meaning mapping) {
    if (!mapping.model().as().isEmpty()) {
      return List.of(mapping.model().as());
    }
    boolean designator = mapping.model().framework().equals("jax-rs");
    Element element = mapping.element(designator ? "value" : "method").orElse(null);
    if (element == null) {
      return List.of();
    }
    List<ElementValue> values =
        element.value() instanceof ElementValue.ArrayValue array
            ? array.elements()
            : List.of(element.value());
    List<String> names = new ArrayList<>();
    for (ElementValue value : values) {
      if (value instanceof ElementValue.NameValue name) {
        names.add(name.path().get(name.path().size() - 1));
      } else if (value instanceof ElementValue.LiteralValue literal) {
        names.add(String.valueOf(literal.literal().value()));
      }
    }
    return names;
  }

  private static List<String> joined(List<String> prefixes, List<String> paths) {
    List<String> joined = new ArrayList<>();
    for (String prefix : prefixes) {
      for (String path : paths) {
        joined.add(join(prefix, path));
      }
    }
    return joined;
  }

  private static String join(String prefix, String path) {
    String left = prefix.isEmpty() || prefix.startsWith("/") ? prefix : "/" + prefix;
    left = left.endsWith("/") ? left.substring(0, left.length() - 1) : left;
    String right = path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    String whole = left + right;
    return whole.isEmpty() ? "/" : whole;
  }
}
