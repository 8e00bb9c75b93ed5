package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Code that outsiders reach through the network.
 *
 * @param framework as the library data name it: {@code spring}, {@code jax-rs}, {@code micronaut}
 * @param controller the class whose instance answers; it may inherit {@code handler}
 * @param handler the code that answers
 * @param methods HTTP methods, sorted; empty for every method and for messages
 * @param paths full paths or destinations; empty when one is not constant
 * @param parameters of {@code handler}, in order
 * @param result what {@code handler} returns, with the type arguments of {@code controller}
 */
public record Endpoint(
    Kind kind,
    String framework,
    TypeInfo controller,
    MethodInfo handler,
    List<String> methods,
    List<String> paths,
    List<EndpointParameter> parameters,
    JavaType result) {

  /** What it answers. */
  public enum Kind {
    HTTP,
    MESSAGE
  }

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  public Endpoint {
    Objects.requireNonNull(kind);
    methods = List.copyOf(methods);
    paths = List.copyOf(paths);
    parameters = List.copyOf(parameters);
  }

  /** Whether it answers only HTTP methods that are safe by RFC 9110, section 9.2.1. */
  public boolean isReadOnly() {
    return kind == Kind.HTTP && !methods.isEmpty() && READING.containsAll(methods);
  }

  public Location location() {
    return handler.location(handler.declaration().nameSpan());
  }
}
