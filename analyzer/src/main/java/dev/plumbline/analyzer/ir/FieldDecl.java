package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;
import java.util.Optional;

/**
 * A field; {@code int a, b;} gives two.
 *
 * @param initializer the register that holds the initial value, in {@code <clinit>} for a static
 *     field and in {@code <init-fields>} for another; {@link Body#NONE} without initialiser
 * @param constant the initialiser of a final field of primitive or String type, as far as it has
 *     the form of a constant expression (JLS 15.29); its names decide whether it is one
 * @param span of the whole declaration
 */
public record FieldDecl(
    String name,
    TypeRef type,
    Modifiers modifiers,
    List<AnnotationUse> annotations,
    int initializer,
    Optional<ElementValue> constant,
    Span span,
    Span nameSpan,
    Optional<Span> javadoc) {
  public FieldDecl {
    annotations = List.copyOf(annotations);
  }
}
