package dev.plumbline.analyzer.library;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Optional;

/**
 * Which roles the annotations of declarations play, by the library data, for annotations that are
 * there directly and for those that composed annotations bring.
 */
public final class AnnotationRoles {

  private final Program program;
  private final Library library;

  public AnnotationRoles(Program program, Library library) {
    this.program = program;
    this.library = library;
  }

  /** An annotation in a role. */
  public record Played(AnnotationModel model, MetaAnnotations.Present annotation) {}

  /** The first, nearest annotation that plays the role. */
  public Optional<Played> find(List<AnnotationUse> uses, TypeInfo scope, Role role) {
    if (uses.isEmpty()) {
      return Optional.empty();
    }
    for (AnnotationUse use : uses) {
      Optional<Played> found = find(use, scope, role);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What of {@code use}, itself first, plays the role. */
  public Optional<Played> find(AnnotationUse use, TypeInfo scope, Role role) {
    for (MetaAnnotations.Present each : program.metaAnnotations().of(use, scope)) {
      AnnotationModel model = library.annotation(each.name(), role).orElse(null);
      if (model != null) {
        return Optional.of(new Played(model, each));
      }
    }
    return Optional.empty();
  }

  public Optional<Played> on(TypeInfo type, Role role) {
    return find(type.annotations(), type, role);
  }

  public Optional<Played> on(MethodInfo method, Role role) {
    return find(method.declaration().annotations(), method.owner(), role);
  }
}
