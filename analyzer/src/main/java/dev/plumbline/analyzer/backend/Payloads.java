package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.program.Hierarchy;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.Map;
import java.util.Set;

/** What the value of a parameter carries inside what frameworks wrap around it. */
final class Payloads {

  private static final Map<String, EndpointParameter.Shape> WRAPPERS =
      Map.ofEntries(
          Map.entry("org.springframework.http.HttpEntity", EndpointParameter.Shape.ENVELOPE),
          Map.entry("org.springframework.http.RequestEntity", EndpointParameter.Shape.ENVELOPE),
          Map.entry("org.springframework.messaging.Message", EndpointParameter.Shape.ENVELOPE),
          Map.entry("io.micronaut.http.HttpRequest", EndpointParameter.Shape.ENVELOPE),
          Map.entry("reactor.core.publisher.Mono", EndpointParameter.Shape.ASYNC),
          Map.entry("io.smallrye.mutiny.Uni", EndpointParameter.Shape.ASYNC),
          Map.entry("io.reactivex.Single", EndpointParameter.Shape.ASYNC),
          Map.entry("io.reactivex.Maybe", EndpointParameter.Shape.ASYNC),
          Map.entry("io.reactivex.rxjava3.core.Single", EndpointParameter.Shape.ASYNC),
          Map.entry("io.reactivex.rxjava3.core.Maybe", EndpointParameter.Shape.ASYNC),
          Map.entry("java.util.concurrent.CompletionStage", EndpointParameter.Shape.ASYNC),
          Map.entry("java.util.concurrent.CompletableFuture", EndpointParameter.Shape.ASYNC),
          Map.entry("reactor.core.publisher.Flux", EndpointParameter.Shape.STREAM),
          Map.entry("org.reactivestreams.Publisher", EndpointParameter.Shape.STREAM),
          Map.entry("io.smallrye.mutiny.Multi", EndpointParameter.Shape.STREAM),
          Map.entry("io.reactivex.Flowable", EndpointParameter.Shape.STREAM),
          Map.entry("io.reactivex.rxjava3.core.Flowable", EndpointParameter.Shape.STREAM),
          Map.entry("java.util.Optional", EndpointParameter.Shape.COLLECTION));

  /** {@code Mono<ResponseEntity<List<T>>>} and the like; nobody nests deeper. */
  private static final int MAX_DEPTH = 4;

  private final Program program;

  Payloads(Program program) {
    this.program = program;
  }

  /**
   * @param shape of the outermost wrapper that is no {@code PLAIN}
   */
  record Payload(JavaType type, EndpointParameter.Shape shape) {}

  Payload of(JavaType type, TypeInfo near) {
    JavaType inner = type;
    EndpointParameter.Shape shape = EndpointParameter.Shape.PLAIN;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      EndpointParameter.Shape here = EndpointParameter.Shape.COLLECTION;
      JavaType next;
      if (inner.isArray()) {
        next = inner.component();
      } else if (!inner.isClass() || program.type(inner.name(), near).isPresent()) {
        break;
      } else if (WRAPPERS.containsKey(inner.name())) {
        here = WRAPPERS.get(inner.name());
        next = inner.argument(0);
      } else {
        JavaType iterable = program.hierarchy().asSuper(inner, "java.lang.Iterable");
        if (iterable == null) {
          break;
        }
        next = iterable.argument(0);
      }
      // The shape that makes validation harder wins: a list inside of a Mono is a list.
      shape = shape == EndpointParameter.Shape.PLAIN || here.compareTo(shape) > 0 ? here : shape;
      inner = next;
    }
    return new Payload(inner, shape);
  }

  private static final Set<String> SIMPLE =
      Set.of(
          "java.lang.CharSequence",
          "java.lang.Number",
          "java.lang.Boolean",
          "java.lang.Character",
          "java.lang.Enum",
          "java.util.Date",
          "java.time.temporal.Temporal",
          "java.time.ZoneId",
          "java.util.UUID",
          "java.util.Locale",
          "java.util.TimeZone",
          "java.util.Currency",
          "java.net.URI",
          "java.net.URL",
          "java.nio.charset.Charset");

  /** Whether one text of a request becomes the whole value. */
  static boolean isSimple(JavaType type, Hierarchy hierarchy) {
    return type.kind() == JavaType.Kind.PRIMITIVE
        || SIMPLE.stream().anyMatch(simple -> hierarchy.isSubtype(type, simple));
  }
}
