package dev.plumbline.analyzer.library;

import java.util.Objects;

/**
 * What an annotation of a library means.
 *
 * @param name canonical name
 * @param framework that reads it: {@code spring}, {@code jax-rs}, {@code micronaut}; empty when
 *     several do
 * @param as what it makes of the annotated thing, by role: the HTTP method of a {@link
 *     Role#MAPPING}, the part of the request of a {@link Role#BINDING}; empty when the annotation's
 *     own elements say it
 */
public record AnnotationModel(String name, Role role, String framework, String as) {

  /** The roles that annotations play. */
  public enum Role {
    /** A class whose mapped methods answer requests. */
    CONTROLLER,
    /** An interface that calls another server. */
    CLIENT,
    /** A method that answers requests, or on a class what its mapped methods share. */
    MAPPING,
    /** A part of the path, beside a mapping. */
    PATH,
    /** A method that answers messages. */
    MESSAGES,
    /** A parameter that is filled from a part of the request. */
    BINDING,
    /**
     * Runs the constraints of the annotated parameter's value, or follows a field into its type.
     */
    VALIDATES,
    /** A constraint of Bean Validation. */
    CONSTRAINT,
    /** Makes the annotation that it stands on a constraint. */
    MAKES_CONSTRAINT
  }

  public AnnotationModel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(role);
    Objects.requireNonNull(framework);
    Objects.requireNonNull(as);
  }
}
