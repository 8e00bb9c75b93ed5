package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;

/**
 * A named variable of a body.
 *
 * @param register that holds it as long as it is in scope; no other variable shares it
 * @param type as declared; {@link TypeRef.Kind#INFERRED} for {@code var} and untyped lambda
 *     parameters
 */
public record Variable(
    String name,
    int register,
    TypeRef type,
    Kind kind,
    boolean isFinal,
    List<AnnotationUse> annotations,
    Span nameSpan) {

  /** Where the variable comes from. */
  public enum Kind {
    PARAMETER,
    LOCAL,
    /** The variable of an enhanced for statement. */
    FOR_EACH,
    /**
     * A resource of a try statement, closed at its end. An existing variable or field as resource
     * is copied into a variable that is named as it is written and that nobody else reads.
     */
    RESOURCE,
    CATCH,
    PATTERN,
    /** A variable of an enclosing body that this body reads; see {@link Body#captures()}. */
    CAPTURED
  }

  public Variable {
    annotations = List.copyOf(annotations);
  }
}
