package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.backend.HandedTypes.Carried;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.library.AnnotationModel;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What comes in through methods that are called by other means than a mapping: for a message, as a
 * SOAP or gRPC operation, a GraphQL field or a command, and by overriding a library's method whose
 * parameter the library data call a source.
 */
final class CalledEntries {

  private static final String REMOTE = "java.rmi.Remote";

  private static final String OBSERVER = "io.grpc.stub.StreamObserver";

  /** Frameworks whose messages an application mostly sends to itself. */
  private static final Set<String> INSIDE = Set.of("axon", "quarkus");

  private static final Set<String> NAMED = Set.of("dgs", "microprofile");

  private final Program program;
  private final Library library;
  private final AnnotationRoles roles;
  private final AnnotationValues values;
  private final HandedTypes types;
  private final BoundaryEntries entries;

  CalledEntries(Program program, Library library, HandedTypes types, BoundaryEntries entries) {
    this.program = program;
    this.library = library;
    this.roles = new AnnotationRoles(program, library);
    this.values = new AnnotationValues(program);
    this.types = types;
    this.entries = entries;
  }

  void collect(TypeInfo type) {
    Set<String> ancestors = program.hierarchy().ancestors(type.name());
    boolean below = ancestors.size() > 1;
    boolean soap = isSoap(type) || below && isResolver(ancestors);
    boolean remote = ancestors.contains(REMOTE);
    boolean grpc = isGrpc(type, ancestors);
    for (MethodInfo method : type.methods()) {
      MethodDecl declaration = method.declaration();
      if (declaration.kind() != MethodDecl.Kind.METHOD
          || method.body().isEmpty()
          || declaration.parameters().isEmpty()) {
        continue;
      }
      if (isMain(declaration)) {
        entries.parameter(method, 0, SourceKind.COMMAND_LINE, false);
      }
      annotated(method);
      if (declaration.modifiers().isStatic() || declaration.modifiers().isPrivate()) {
        continue;
      }
      if (below) {
        overriding(method);
      }
      if (soap && declaration.modifiers().has(Modifiers.Keyword.PUBLIC)) {
        all(method, SourceKind.WEB_BODY, false);
      }
      if (remote) {
        remote(method);
      }
      if (grpc) {
        grpc(method);
      }
    }
    if (below && type.enclosingBody().isPresent() && ancestors.contains(OBSERVER)) {
      observer(type);
    }
  }

  private static boolean isMain(MethodDecl declaration) {
    if (!declaration.name().equals("main")
        || !declaration.modifiers().isStatic()
        || declaration.parameters().size() != 1) {
      return false;
    }
    Parameter only = declaration.parameters().get(0);
    String type = only.type().toString();
    return type.equals("String[]") || type.equals("String") && only.variableArity();
  }

  // Annotations

  private void annotated(MethodInfo method) {
    if (method.declaration().annotations().isEmpty()) {
      return;
    }
    AnnotationModel listener =
        roles.on(method, Role.LISTENER).map(AnnotationRoles.Played::model).orElse(null);
    if (listener != null && isMessage(listener)) {
      all(method, SourceKind.MESSAGE, INSIDE.contains(listener.framework()));
    }
    AnnotationModel entry =
        roles.on(method, Role.ENTRY_POINT).map(AnnotationRoles.Played::model).orElse(null);
    if (entry == null) {
      return;
    }
    switch (entry.as()) {
      case "soap" -> all(method, SourceKind.WEB_BODY, false);
      // Without an annotation they take the argument of the same name.
      case "graphql" -> {
        if (NAMED.contains(entry.framework())) {
          all(method, SourceKind.WEB_BODY, false);
        }
      }
      // Endpoints of the actuator are open to few.
      case "health" -> all(method, SourceKind.WEB_PARAMETER, true);
      case "command" -> all(method, SourceKind.COMMAND_LINE, false);
      default -> {}
    }
  }

  /** Events of the application come from its own code, which is followed. */
  private static boolean isMessage(AnnotationModel listener) {
    boolean event = listener.as().equals("event") || listener.as().equals("transactional-event");
    return !event || INSIDE.contains(listener.framework());
  }

  /** All parameters but those that the framework makes, and those an annotation fills otherwise. */
  private void all(MethodInfo method, SourceKind kind, boolean weak) {
    List<Parameter> parameters = method.declaration().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      JavaType type = program.names().resolve(parameters.get(i).type(), method);
      Carried carried = types.carried(type);
      boolean framework =
          roles
              .find(parameters.get(i).annotations(), method.owner(), Role.BINDING)
              .filter(played -> played.model().as().equals("framework"))
              .isPresent();
      if (carried != Carried.NOTHING
          && carried != Carried.REQUEST
          && !framework
          && !program.hierarchy().isSubtype(type, "java.lang.Throwable")) {
        entries.parameter(method, i, kind, weak);
      }
    }
  }

  // Supertypes

  /** The library data call a parameter of what is overridden a source. */
  private void overriding(MethodInfo method) {
    if (!library.mayModel(method.name(), MethodRole.Source.class)) {
      return;
    }
    int arity = method.declaration().parameters().size();
    for (MethodModel model : models(method, arity)) {
      for (MethodRole.Source source : model.roles(MethodRole.Source.class)) {
        if (source.at().function().isPresent()) {
          continue;
        }
        for (int i = 0; i < arity; i++) {
          if (source.at().isArgument(i, arity)) {
            handed(method, i, source);
          }
        }
      }
    }
  }

  private List<MethodModel> models(MethodInfo method, int arity) {
    List<JavaType> declared = new ArrayList<>(arity);
    for (Parameter parameter : method.declaration().parameters()) {
      declared.add(program.names().resolve(parameter.type(), method));
    }
    return library.models(method.owner().type(), method.name(), declared, program.hierarchy());
  }

  private void handed(MethodInfo method, int index, MethodRole.Source source) {
    JavaType type =
        program.names().resolve(method.declaration().parameters().get(index).type(), method);
    Carried carried = types.carried(type);
    if (carried != Carried.REQUEST && carried != Carried.NOTHING) {
      entries.parameter(method, index, source.kind(), source.weak());
    }
  }

  /** Without {@code @WebMethod} all public methods of the service are operations. */
  private boolean isSoap(TypeInfo type) {
    return roles
        .on(type, Role.ENTRY_POINT)
        .filter(played -> played.model().as().equals("soap"))
        .filter(played -> isImplementation(type, played))
        .isPresent();
  }

  private boolean isImplementation(TypeInfo type, AnnotationRoles.Played service) {
    return !type.declaration().isInterface()
        && values
            .value(service.annotation(), "exclude")
            .filter(ConstantValue.Scalar.class::isInstance)
            .isEmpty();
  }

  /** Its public methods are fields of GraphQL. */
  private boolean isResolver(Set<String> ancestors) {
    return library.typeRoles(TypeRole.Role.ENTRY_POINT).stream()
        .anyMatch(
            role ->
                role.framework().equals("graphql")
                    && role.methods().isEmpty()
                    && ancestors.contains(role.type()));
  }

  private void remote(MethodInfo method) {
    for (Members.Method above : program.overrides().overridden(method)) {
      if (program.hierarchy().ancestors(above.owner().name()).contains(REMOTE)) {
        all(method, SourceKind.NETWORK, false);
        return;
      }
    }
  }

  // gRPC

  private boolean isGrpc(TypeInfo type, Set<String> ancestors) {
    for (TypeRole role : library.typeRoles(TypeRole.Role.ENTRY_POINT)) {
      if (role.framework().equals("grpc") && ancestors.contains(role.type())) {
        return true;
      }
    }
    // The classes that the protocol's compiler makes are seldom here.
    return type.declaration()
        .superclass()
        .filter(above -> above.simpleName().endsWith("ImplBase"))
        .isPresent();
  }

  /** Of the request and who observes the answer, the request; alone it is answered by a value. */
  private void grpc(MethodInfo method) {
    List<Parameter> parameters = method.declaration().parameters();
    boolean observed =
        parameters.size() == 2
            && parameters.get(1).type().simpleName().equals(simpleName(OBSERVER));
    boolean answered = parameters.size() == 1 && isOverride(method);
    if (observed || answered && !parameters.get(0).type().simpleName().equals("StreamObserver")) {
      entries.parameter(method, 0, SourceKind.WEB_BODY, false);
    }
  }

  private static boolean isOverride(MethodInfo method) {
    return method.declaration().annotations().stream()
        .anyMatch(use -> use.simpleName().equals("Override"));
  }

  private static String simpleName(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** Of a stream of requests when a service's method makes the observer, else of answers. */
  private void observer(TypeInfo type) {
    Optional<TypeInfo> around = type.outer();
    boolean service =
        around
            .filter(outer -> isGrpc(outer, program.hierarchy().ancestors(outer.name())))
            .isPresent();
    for (MethodInfo method : type.methods()) {
      if (method.name().equals("onNext") && method.declaration().parameters().size() == 1) {
        SourceKind kind = service ? SourceKind.WEB_BODY : SourceKind.NETWORK;
        entries.parameter(method, 0, kind, false);
      }
    }
  }
}
