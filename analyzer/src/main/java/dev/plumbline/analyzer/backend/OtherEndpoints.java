package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Servlets, GraphQL fields, gRPC and SOAP operations, and routes of functional controllers. */
public final class OtherEndpoints {

  /** Overridden by most servlets and no way in. */
  private static final Set<String> NO_VERB = Set.of("doFilter");

  private final Program program;
  private final Library library;
  private final AnnotationRoles roles;
  private final AnnotationValues values;
  private final List<OtherEndpoint> all = new ArrayList<>();

  OtherEndpoints(Program program, Library library) {
    this.program = program;
    this.library = library;
    this.roles = new AnnotationRoles(program, library);
    this.values = new AnnotationValues(program);
    FunctionalRoutes routes = new FunctionalRoutes(program);
    for (TypeInfo type : program.types()) {
      boolean instantiable =
          !type.declaration().isInterface() && !type.declaration().modifiers().isAbstract();
      if (instantiable && isOf(type, "servlet")) {
        servlet(type);
      } else if (instantiable && isOf(type, "grpc")) {
        type.methods().stream().filter(this::isGrpc).forEach(this::grpc);
      }
      for (MethodInfo method : type.methods()) {
        if (method.declaration().kind() == MethodDecl.Kind.METHOD) {
          roles.on(method, Role.ENTRY_POINT).ifPresent(role -> annotated(method, role));
          all.addAll(routes.of(method));
        }
      }
    }
  }

  /** Tests included, in path and source order. */
  public List<OtherEndpoint> all() {
    return List.copyOf(all);
  }

  private boolean isOf(TypeInfo type, String framework) {
    return library.typeRoles(TypeRole.Role.ENTRY_POINT).stream()
        .filter(role -> role.as().equals("request") && role.framework().equals(framework))
        .anyMatch(role -> program.hierarchy().isSubtype(type.type(), role.type()));
  }

  private void servlet(TypeInfo type) {
    Set<String> verbs = new TreeSet<>();
    MethodInfo first = null;
    for (MethodInfo method : type.methods()) {
      boolean answers =
          method.name().equals("service")
              || method.name().startsWith("do") && !NO_VERB.contains(method.name());
      if (answers && method.body().isPresent() && method.declaration().parameters().size() == 2) {
        first = first == null ? method : first;
        if (method.name().startsWith("do")) {
          verbs.add(method.name().substring(2).toUpperCase(Locale.ROOT));
        }
      }
    }
    if (first == null) {
      return;
    }
    Optional<MetaAnnotations.Present> mark =
        roles
            .on(type, Role.WEB_COMPONENT)
            .filter(role -> role.model().as().equals("servlet"))
            .map(AnnotationRoles.Played::annotation);
    Optional<List<String>> paths = mark.flatMap(each -> values.texts(each, "value", "urlPatterns"));
    add(
        "servlet",
        first,
        List.copyOf(verbs),
        paths.orElse(List.of()),
        mark.isEmpty() || paths.isPresent());
  }

  /** Methods of a service take the request and who observes the answer, or only the observer. */
  private boolean isGrpc(MethodInfo method) {
    List<Parameter> parameters = method.declaration().parameters();
    return method.body().isPresent()
        && !parameters.isEmpty()
        && program
            .names()
            .resolve(parameters.get(parameters.size() - 1).type(), method)
            .is("io.grpc.stub.StreamObserver");
  }

  private void grpc(MethodInfo method) {
    add("grpc", method, List.of("CALL"), List.of(method.name()), true);
  }

  private void annotated(MethodInfo method, AnnotationRoles.Played role) {
    String kind = role.model().as();
    if (!kind.equals("graphql") && !kind.equals("soap")) {
      return;
    }
    Optional<List<String>> names =
        values.texts(role.annotation(), "field", "name", "value", "operationName", "localPart");
    List<String> paths =
        names.filter(each -> !each.isEmpty()).orElseGet(() -> List.of(method.name()));
    add(kind, method, List.of(verb(role.annotation().name())), paths, names.isPresent());
  }

  /** {@code @QueryMapping} and {@code @DgsQuery} are both a QUERY. */
  private static String verb(String annotation) {
    String name = annotation.substring(annotation.lastIndexOf('.') + 1);
    name = name.startsWith("Dgs") ? name.substring("Dgs".length()) : name;
    name = name.endsWith("Mapping") ? name.substring(0, name.length() - "Mapping".length()) : name;
    return name.equals("WebMethod") || name.equals("PayloadRoot")
        ? "CALL"
        : name.toUpperCase(Locale.ROOT);
  }

  private void add(
      String framework,
      MethodInfo method,
      List<String> methods,
      List<String> paths,
      boolean constant) {
    all.add(
        new OtherEndpoint(
            framework,
            method.owner(),
            method,
            methods,
            paths,
            constant,
            method.location(method.declaration().nameSpan())));
  }
}
