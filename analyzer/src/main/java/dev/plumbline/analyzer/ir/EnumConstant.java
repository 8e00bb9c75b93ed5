package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;
import java.util.Optional;

/**
 * An enum constant. Its arguments stand in the {@code <clinit>} of the enum, where a {@link
 * Instruction.New} creates it and a {@link Instruction.StoreName} keeps it.
 *
 * @param initializer the register of {@code <clinit>} that holds the created object
 * @param body its class body, when it has one
 */
public record EnumConstant(
    String name,
    List<AnnotationUse> annotations,
    int initializer,
    Optional<TypeDecl> body,
    Span span,
    Span nameSpan) {
  public EnumConstant {
    annotations = List.copyOf(annotations);
  }
}
