package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.library.AnnotationModel;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.MetaAnnotations.Element;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Optional;

/**
 * What annotations mean: by the library data, and for the workspace's own annotations by what they
 * are annotated with, as Spring and Jakarta read them.
 */
final class Annotations {

  private final Program program;
  private final Library library;
  private final AnnotationRoles roles;

  Annotations(Program program, Library library) {
    this.program = program;
    this.library = library;
    this.roles = new AnnotationRoles(program, library);
  }

  /**
   * What an annotation stands for.
   *
   * @param annotation the one that has the role: itself used, or part of a composed one
   */
  record Meaning(AnnotationModel model, MetaAnnotations.Present annotation) {

    /** An element as the user wrote it, else as the composed annotation fixes it. */
    Optional<Element> element(String... names) {
      return annotation.element(names);
    }
  }

  String name(ScopedAnnotation annotation) {
    return program.annotationName(annotation.use(), annotation.scope());
  }

  Optional<Meaning> meaning(ScopedAnnotation annotation, Role role) {
    return roles
        .find(annotation.use(), annotation.scope(), role)
        .map(played -> new Meaning(played.model(), played.annotation()));
  }

  /** The first of several that has the role. */
  Optional<Meaning> meaning(List<ScopedAnnotation> annotations, Role role) {
    for (ScopedAnnotation annotation : annotations) {
      Optional<Meaning> found = meaning(annotation, role);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  Optional<Meaning> onType(TypeInfo type, Role role) {
    return meaning(scoped(type.annotations(), type), role);
  }

  /**
   * Whether it is a constraint of Bean Validation. Unlike other roles this one is not inherited
   * through composition: an annotation is a constraint only if it says so itself.
   */
  boolean isConstraint(ScopedAnnotation annotation) {
    String name = name(annotation);
    if (!library.annotations(name).isEmpty()) {
      return library.annotation(name, Role.CONSTRAINT).isPresent();
    }
    TypeInfo type = declaration(annotation).orElse(null);
    // @Ticket.List({@Ticket(…), @Ticket(…)}) carries constraints of the annotation around it.
    return type != null
        && (makesConstraint(type)
            || type.outer().filter(outer -> makesConstraint(outer)).isPresent());
  }

  private boolean makesConstraint(TypeInfo type) {
    return type.declaration().kind() == TypeDecl.Kind.ANNOTATION
        && type.annotations().stream()
            .map(meta -> program.annotationName(meta, type))
            .anyMatch(name -> library.annotation(name, Role.MAKES_CONSTRAINT).isPresent());
  }

  private Optional<TypeInfo> declaration(ScopedAnnotation annotation) {
    return program
        .type(name(annotation), annotation.scope())
        .filter(type -> type.declaration().kind() == TypeDecl.Kind.ANNOTATION);
  }

  static List<ScopedAnnotation> scoped(List<AnnotationUse> uses, TypeInfo scope) {
    return uses.stream().map(use -> new ScopedAnnotation(use, scope)).toList();
  }
}
