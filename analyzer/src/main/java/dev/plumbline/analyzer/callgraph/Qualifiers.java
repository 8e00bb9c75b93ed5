package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What tells beans of one type apart, as annotations say it. */
final class Qualifiers {

  private final Program program;
  private final Library library;

  Qualifiers(Program program, Library library) {
    this.program = program;
    this.library = library;
  }

  /**
   * The text of {@code @Qualifier("text")} and {@code @Named("text")}; for a qualifier annotation
   * of the workspace its own name behind an at sign, with its value.
   */
  Set<String> of(List<AnnotationUse> uses, TypeInfo scope) {
    if (uses.isEmpty()) {
      return Set.of();
    }
    Set<String> found = new LinkedHashSet<>();
    for (AnnotationUse use : uses) {
      for (MetaAnnotations.Present each : program.metaAnnotations().of(use, scope)) {
        if (library.annotation(each.name(), Role.QUALIFIER).isPresent()) {
          qualifier(each).ifPresent(found::add);
          break;
        }
      }
    }
    return found;
  }

  private Optional<String> qualifier(MetaAnnotations.Present qualifier) {
    MetaAnnotations.Present used = qualifier.used();
    Optional<String> value = text(used, "value");
    return used == qualifier
        ? value.filter(text -> !text.isEmpty())
        : Optional.of("@" + used.name() + value.map(text -> "=" + text).orElse(""));
  }

  /** The constant text of the first of {@code attributes} that has one; of a list its first. */
  Optional<String> text(MetaAnnotations.Present annotation, String... attributes) {
    return annotation
        .element(attributes)
        .map(element -> program.constants().of(element.value(), element.scope()))
        .map(
            value ->
                value instanceof ConstantValue.Several several && !several.elements().isEmpty()
                    ? several.elements().get(0)
                    : value)
        .flatMap(
            value ->
                value instanceof ConstantValue.Scalar scalar
                        && scalar.value() instanceof String text
                    ? Optional.of(text)
                    : Optional.empty());
  }
}
