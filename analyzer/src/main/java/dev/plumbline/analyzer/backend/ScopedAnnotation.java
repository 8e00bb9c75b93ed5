package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.Objects;

/**
 * An annotation and the type in whose code it stands, which decides what its names mean.
 *
 * @param scope for example the interface whose method declares the parameter
 */
public record ScopedAnnotation(AnnotationUse use, TypeInfo scope) {

  public ScopedAnnotation {
    Objects.requireNonNull(use);
    Objects.requireNonNull(scope);
  }
}
