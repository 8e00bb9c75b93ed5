package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.backend.Annotations.Meaning;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MetaAnnotations.Element;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What frameworks make of a handler's result: a body that a browser may show, a view's name. */
final class ResponseUses {

  private static final Set<SinkKind> NOTHING = Set.of();
  private static final Set<SinkKind> BODY = Set.of(SinkKind.HTML);
  private static final Set<SinkKind> VIEW =
      Set.of(SinkKind.TEMPLATE, SinkKind.REDIRECT, SinkKind.FORWARD);

  /** Those of them that hold a body, whatever annotations say. */
  private static final Set<String> ENVELOPES =
      Set.of(
          "org.springframework.http.HttpEntity",
          "org.springframework.http.ResponseEntity",
          "io.micronaut.http.HttpResponse",
          "io.micronaut.http.MutableHttpResponse",
          "org.jboss.resteasy.reactive.RestResponse");

  private static final Set<String> LATER =
      Set.of(
          "java.util.concurrent.Callable",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.Future",
          "org.springframework.web.context.request.async.DeferredResult",
          "org.springframework.web.context.request.async.WebAsyncTask",
          "org.springframework.util.concurrent.ListenableFuture",
          "reactor.core.publisher.Mono",
          "io.smallrye.mutiny.Uni",
          "io.reactivex.Single",
          "io.reactivex.rxjava3.core.Single");

  private static final Set<String> TEXTS =
      Set.of(
          "java.lang.String",
          "java.lang.CharSequence",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer");

  private static final String[] PRODUCES = {"javax.ws.rs.Produces", "jakarta.ws.rs.Produces"};

  private static final String MICRONAUT_PRODUCES = "io.micronaut.http.annotation.Produces";

  private final Program program;
  private final Annotations annotations;
  private final MethodHierarchy hierarchy;

  /** Whether Jakarta REST is Quarkus', which says {@code text/plain} where nothing is said. */
  private Boolean plainByDefault;

  ResponseUses(Program program, Annotations annotations) {
    this.program = program;
    this.annotations = annotations;
    this.hierarchy = new MethodHierarchy(program);
  }

  /** A result that may be text. */
  private record Text(boolean bytes, boolean enveloped) {}

  Set<SinkKind> of(Endpoint endpoint) {
    return endpoint.kind() == Endpoint.Kind.MESSAGE
        ? NOTHING
        : of(endpoint.framework(), endpoint.controller(), endpoint.handler(), endpoint.result());
  }

  /**
   * @param controller whose annotations hold for the handler; it may inherit it
   */
  Set<SinkKind> of(String framework, TypeInfo controller, MethodInfo handler, JavaType result) {
    Text text = text(result).orElse(null);
    if (text == null) {
      return NOTHING;
    }
    List<MethodInfo> declarations = declarations(handler);
    List<TypeInfo> lineage = lineage(controller);
    return switch (framework) {
      case "jax-rs" -> jakarta(declarations, lineage);
      case "micronaut" -> micronaut(declarations, lineage);
      default -> spring(text, declarations, lineage);
    };
  }

  private static Optional<Text> text(JavaType result) {
    boolean enveloped = false;
    JavaType inner = result;
    // Mono<ResponseEntity<String>> is as deep as it gets.
    for (int depth = 0; depth < 3; depth++) {
      if (HandlerEntries.isBytes(inner)) {
        return Optional.of(new Text(true, enveloped));
      }
      if (inner.isArray() || !inner.isClass()) {
        return Optional.empty();
      }
      if (TEXTS.contains(inner.name())) {
        return Optional.of(new Text(false, enveloped));
      }
      boolean envelope = ENVELOPES.contains(inner.name());
      if (!envelope && !LATER.contains(inner.name())) {
        return Optional.empty();
      }
      enveloped |= envelope;
      inner = inner.argument(0);
    }
    return Optional.empty();
  }

  private List<MethodInfo> declarations(MethodInfo handler) {
    List<MethodInfo> found = new ArrayList<>(1);
    found.add(handler);
    for (Members.Method above : program.overrides().overridden(handler)) {
      above.declared().ifPresent(found::add);
    }
    return found;
  }

  private List<TypeInfo> lineage(TypeInfo type) {
    List<TypeInfo> found = new ArrayList<>();
    for (JavaType each : hierarchy.ancestors(type)) {
      program.type(each.name(), type).ifPresent(found::add);
    }
    return found;
  }

  // Spring

  private Set<SinkKind> spring(Text text, List<MethodInfo> declarations, List<TypeInfo> lineage) {
    boolean body =
        text.enveloped()
            || declarations.stream().anyMatch(each -> meaning(each, Role.RESPONSE_BODY).isPresent())
            || lineage.stream()
                .anyMatch(each -> annotations.onType(each, Role.RESPONSE_BODY).isPresent());
    if (!body) {
      return text.bytes() ? NOTHING : VIEW;
    }
    Optional<List<String>> produces = Optional.empty();
    for (MethodInfo each : declarations) {
      produces = produces.or(() -> meaning(each, Role.MAPPING).flatMap(this::produces));
    }
    for (TypeInfo each : lineage) {
      produces = produces.or(() -> annotations.onType(each, Role.MAPPING).flatMap(this::produces));
    }
    // The converter for text writes whatever the client accepts.
    return produces.map(ResponseUses::mayBeHtml).orElse(true) ? BODY : NOTHING;
  }

  private Optional<Meaning> meaning(MethodInfo method, Role role) {
    return annotations.meaning(
        Annotations.scoped(method.declaration().annotations(), method.owner()), role);
  }

  private Optional<List<String>> produces(Meaning mapping) {
    return mapping.element("produces").map(this::texts).filter(each -> !each.isEmpty());
  }

  // Jakarta REST and Micronaut

  private Set<SinkKind> jakarta(List<MethodInfo> declarations, List<TypeInfo> lineage) {
    return produces(declarations, lineage, PRODUCES)
            .map(ResponseUses::mayBeHtml)
            .orElseGet(() -> !isPlainByDefault())
        ? BODY
        : NOTHING;
  }

  private Set<SinkKind> micronaut(List<MethodInfo> declarations, List<TypeInfo> lineage) {
    Optional<List<String>> produces = Optional.empty();
    for (MethodInfo each : declarations) {
      produces = produces.or(() -> meaning(each, Role.MAPPING).flatMap(this::produces));
    }
    // What says nothing is JSON.
    return produces
            .or(() -> produces(declarations, lineage, MICRONAUT_PRODUCES))
            .map(ResponseUses::mayBeHtml)
            .orElse(false)
        ? BODY
        : NOTHING;
  }

  private Optional<List<String>> produces(
      List<MethodInfo> declarations, List<TypeInfo> lineage, String... names) {
    for (MethodInfo each : declarations) {
      Optional<List<String>> found =
          produces(each.declaration().annotations(), each.owner(), names);
      if (found.isPresent()) {
        return found;
      }
    }
    for (TypeInfo each : lineage) {
      Optional<List<String>> found = produces(each.annotations(), each, names);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<List<String>> produces(
      List<AnnotationUse> uses, TypeInfo scope, String... names) {
    for (String name : names) {
      Optional<List<String>> found =
          program
              .metaAnnotations()
              .find(uses, scope, name)
              .flatMap(annotation -> annotation.element("value"))
              .map(this::texts)
              .filter(each -> !each.isEmpty());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private boolean isPlainByDefault() {
    if (plainByDefault == null) {
      plainByDefault =
          program.files().stream()
              .flatMap(file -> file.unit().imports().stream())
              .anyMatch(each -> each.name().startsWith("io.quarkus."));
    }
    return plainByDefault;
  }

  /** The media types; of a constant that nobody knows its name, which is made of the type's. */
  private List<String> texts(Element element) {
    List<ElementValue> written =
        element.value() instanceof ElementValue.ArrayValue array
            ? array.elements()
            : List.of(element.value());
    List<String> texts = new ArrayList<>();
    for (ElementValue each : written) {
      program
          .constants()
          .of(each, element.scope())
          .text()
          .or(() -> lastName(each))
          .ifPresent(texts::add);
    }
    return texts;
  }

  private static Optional<String> lastName(ElementValue value) {
    return value instanceof ElementValue.NameValue name
        ? Optional.of(name.path().get(name.path().size() - 1))
        : Optional.empty();
  }

  private static boolean mayBeHtml(List<String> mediaTypes) {
    for (String each : mediaTypes) {
      String type = each.toLowerCase(Locale.ROOT).trim();
      if (type.contains("html")
          || type.contains("svg")
          || type.startsWith("*/*")
          || type.startsWith("text/*")
          || type.equals("all")
          || type.equals("all_value")
          || type.equals("wildcard")) {
        return true;
      }
    }
    return false;
  }
}
