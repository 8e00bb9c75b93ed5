package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import java.util.List;
import java.util.Objects;

/**
 * A parameter of an endpoint's handler.
 *
 * @param index from 0
 * @param handler the method that declares it
 * @param type with the type arguments of the controller
 * @param payload {@code type} without what the framework wraps around it: the element of {@code
 *     Mono<T>}, {@code List<T>}, {@code HttpEntity<T>} …
 * @param shape what is wrapped around the payload
 * @param validated whether an annotation makes the framework run the constraints of its value
 * @param supplied whether a method of the controller makes the object that the request's fields are
 *     put into (a {@code @ModelAttribute} method)
 * @param annotations its own, then those of the declarations that the handler implements
 * @param boundBy the declaration whose parameter carries the binding annotation; {@code handler}
 *     for a binding without annotation
 */
public record EndpointParameter(
    int index,
    MethodInfo handler,
    Binding binding,
    JavaType type,
    JavaType payload,
    Shape shape,
    boolean validated,
    boolean supplied,
    List<ScopedAnnotation> annotations,
    MethodInfo boundBy) {

  /** The part of the request that fills it. */
  public enum Binding {
    BODY,
    /** Form or query fields gathered in an object: Spring's model attribute. */
    FORM,
    PART,
    PATH,
    QUERY,
    HEADER,
    COOKIE,
    MESSAGE,
    BEAN_PARAM,
    /** What the framework supplies of itself. */
    FRAMEWORK,
    UNKNOWN
  }

  /** What stands around the payload. */
  public enum Shape {
    PLAIN,
    /** Mono, Uni, CompletionStage … */
    ASYNC,
    /** Flux, Publisher, Multi … */
    STREAM,
    COLLECTION,
    /** HttpEntity, RequestEntity, Message */
    ENVELOPE
  }

  public EndpointParameter {
    Objects.requireNonNull(handler);
    Objects.requireNonNull(binding);
    annotations = List.copyOf(annotations);
  }

  public Parameter declaration() {
    return handler.declaration().parameters().get(index);
  }

  public String name() {
    return declaration().name();
  }

  public Location location() {
    return handler.location(declaration().span());
  }
}
