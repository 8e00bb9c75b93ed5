package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;

/**
 * A parameter of a method or lambda, or a component of a record.
 *
 * @param type of a variable-arity parameter: the array type
 * @param span with annotations and modifiers
 */
public record Parameter(
    String name,
    TypeRef type,
    boolean variableArity,
    List<AnnotationUse> annotations,
    Span span,
    Span nameSpan) {
  public Parameter {
    annotations = List.copyOf(annotations);
  }
}
