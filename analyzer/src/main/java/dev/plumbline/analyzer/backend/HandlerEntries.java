package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.backend.EndpointParameter.Binding;
import dev.plumbline.analyzer.backend.HandedTypes.Carried;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.taint.Boundary;
import java.util.Set;

/** Which part of a request, as a source, fills the parameters and fields of handlers. */
final class HandlerEntries {

  private static final Set<String> STREAMS = Set.of("java.io.InputStream", "java.io.Reader");

  /** The server chose where the upload lies; what the client says of its name is another part. */
  private static final Set<String> SERVER_FILES = Set.of("java.io.File", "java.nio.file.Path");

  private static final String DISPOSITION =
      "org.glassfish.jersey.media.multipart.ContentDisposition";

  private final Program program;
  private final Annotations annotations;
  private final HandedTypes types;
  private final BoundaryEntries entries;

  HandlerEntries(
      Program program, Annotations annotations, HandedTypes types, BoundaryEntries entries) {
    this.program = program;
    this.annotations = annotations;
    this.types = types;
    this.entries = entries;
  }

  void collect(Endpoint endpoint) {
    for (EndpointParameter parameter : endpoint.parameters()) {
      Boundary.Entry entry = entry(endpoint.kind(), endpoint.framework(), parameter);
      if (entry != null) {
        entries.parameter(parameter.handler(), parameter.index(), entry);
      }
    }
  }

  /** {@code null} when the parameter does not come from outside, or its methods say so. */
  Boundary.Entry entry(Endpoint.Kind kind, String framework, EndpointParameter parameter) {
    Carried carried = types.carried(parameter.type());
    if (carried == Carried.ANYTHING) {
      carried = types.carried(parameter.payload());
    }
    if (carried == Carried.REQUEST) {
      return null;
    }
    boolean annotated = annotations.meaning(parameter.annotations(), Role.BINDING).isPresent();
    if (kind == Endpoint.Kind.MESSAGE) {
      boolean fromMessage =
          annotated
              ? parameter.binding() != Binding.FRAMEWORK
              : carried != Carried.NOTHING && !isInjected(parameter);
      return fromMessage ? new Boundary.Entry(SourceKind.MESSAGE, false) : null;
    }
    if (annotated) {
      return bound(parameter.binding(), framework, parameter.type(), parameter.payload());
    }
    return switch (carried) {
      case BODY -> new Boundary.Entry(SourceKind.WEB_BODY, false);
      case HEADERS -> new Boundary.Entry(SourceKind.WEB_HEADER, false);
      // Most of what is sorted by is looked up among properties before it becomes text.
      case SORT -> new Boundary.Entry(SourceKind.WEB_PARAMETER, true);
      case NOTHING -> null;
      default -> unannotated(framework, parameter);
    };
  }

  /** By an annotation. */
  Boundary.Entry bound(Binding binding, String framework, JavaType type, JavaType payload) {
    if (types.carried(payload) == Carried.REQUEST) {
      return null;
    }
    SourceKind kind =
        switch (binding) {
          case BODY -> SourceKind.WEB_BODY;
          case PART -> part(type, payload);
          case FORM -> framework.equals("spring") ? SourceKind.WEB_PARAMETER : part(type, payload);
          case PATH -> SourceKind.WEB_PATH;
          case QUERY -> SourceKind.WEB_PARAMETER;
          case HEADER -> SourceKind.WEB_HEADER;
          case COOKIE -> SourceKind.WEB_COOKIE;
          case MESSAGE -> SourceKind.MESSAGE;
          // Where its fields are bound one by one, they say more than the whole.
          case BEAN_PARAM -> entries.hasFields(payload.name()) ? null : SourceKind.WEB_PARAMETER;
          case FRAMEWORK, UNKNOWN -> null;
        };
    return kind == null ? null : new Boundary.Entry(kind, false);
  }

  private SourceKind part(JavaType type, JavaType payload) {
    if (isAny(payload, SERVER_FILES)) {
      return null;
    }
    if (isBytes(type) || isAny(payload, STREAMS)) {
      return SourceKind.WEB_FILE;
    }
    if (program.hierarchy().isSubtype(payload, DISPOSITION)) {
      return SourceKind.WEB_FILE_NAME;
    }
    return Payloads.isSimple(payload, program.hierarchy())
        ? SourceKind.WEB_PARAMETER
        : SourceKind.WEB_BODY;
  }

  private Boundary.Entry unannotated(String framework, EndpointParameter parameter) {
    if (isInjected(parameter)) {
      return null;
    }
    return switch (framework) {
      case "jax-rs" -> new Boundary.Entry(SourceKind.WEB_BODY, false);
      case "micronaut" ->
          new Boundary.Entry(
              Payloads.isSimple(parameter.payload(), program.hierarchy())
                  ? SourceKind.WEB_PARAMETER
                  : SourceKind.WEB_BODY,
              false);
      default -> ofSpring(parameter);
    };
  }

  /** What an annotation that nobody knows fills: a current user, a tenant. */
  private static boolean isInjected(EndpointParameter parameter) {
    return parameter.binding() == Binding.UNKNOWN
        && !parameter.annotations().isEmpty()
        && !parameter.validated();
  }

  private Boundary.Entry ofSpring(EndpointParameter parameter) {
    if (isAny(parameter.type(), STREAMS)) {
      return new Boundary.Entry(SourceKind.WEB_BODY, false);
    }
    return switch (parameter.binding()) {
      case QUERY, FORM -> new Boundary.Entry(SourceKind.WEB_PARAMETER, false);
      // A form of another module, most often; sometimes what a library injects.
      case UNKNOWN -> new Boundary.Entry(SourceKind.WEB_PARAMETER, true);
      default ->
          isOfNobody(parameter.payload())
              ? new Boundary.Entry(SourceKind.WEB_PARAMETER, true)
              : null;
    };
  }

  /** A type of which only the import is known, of no package that the signatures have. */
  private boolean isOfNobody(JavaType type) {
    if (!type.isClass() || program.hasType(type.name())) {
      return false;
    }
    int end = type.name().lastIndexOf('.');
    return program.external().find(type.name()).isEmpty()
        && (end < 0 || !program.external().hasPackage(type.name().substring(0, end)));
  }

  private boolean isAny(JavaType type, Set<String> names) {
    return !type.isArray()
        && names.stream().anyMatch(name -> program.hierarchy().isSubtype(type, name));
  }

  static boolean isBytes(JavaType type) {
    return type.isArray()
        && type.dimensions() == 1
        && type.kind() == JavaType.Kind.PRIMITIVE
        && type.name().equals("byte");
  }
}
