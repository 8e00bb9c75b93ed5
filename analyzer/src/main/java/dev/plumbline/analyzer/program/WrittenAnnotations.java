package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ImportDecl;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Tells which annotation a name means by imports and declared types alone, as an annotation
 * processor must that runs before its own types exist. So an inherited member type that hides an
 * import is not seen; and nothing here can ask back what is generated.
 */
final class WrittenAnnotations {

  private final Program program;

  WrittenAnnotations(Program program) {
    this.program = program;
  }

  /** The first of {@code uses} that is one of {@code fullNames}. */
  Optional<AnnotationUse> find(
      List<AnnotationUse> uses, TypeInfo scope, Collection<String> fullNames) {
    for (AnnotationUse each : uses) {
      if (fullName(each, scope, fullNames).isPresent()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /**
   * Which of {@code candidates} the annotation is.
   *
   * @param scope the type whose declaration or member it stands on
   * @param candidates full names, those of member annotations with dots
   */
  Optional<String> fullName(AnnotationUse use, TypeInfo scope, Collection<String> candidates) {
    if (candidates.contains(use.name())) {
      return Optional.of(use.name());
    }
    // Value.Immutable is found by what Value is.
    int dot = use.name().indexOf('.');
    String first = dot < 0 ? use.name() : use.name().substring(0, dot);
    String rest = dot < 0 ? "" : use.name().substring(dot);
    for (ImportDecl each : scope.file().unit().imports()) {
      if (!each.onDemand() && isLastPart(each.name(), first)) {
        return Optional.of(each.name() + rest).filter(candidates::contains);
      }
    }
    if (isDeclaredNearby(first, scope)) {
      return Optional.empty();
    }
    for (ImportDecl each : scope.file().unit().imports()) {
      String name = each.name() + "." + first + rest;
      if (each.onDemand() && candidates.contains(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private boolean isDeclaredNearby(String name, TypeInfo scope) {
    for (TypeInfo type = scope; type != null; type = type.outer().orElse(null)) {
      for (TypeInfo member : type.memberTypes()) {
        if (member.declaration().simpleName().equals(name)) {
          return true;
        }
      }
    }
    String packageName = scope.file().unit().packageName();
    return program.hasType(packageName.isEmpty() ? name : packageName + "." + name);
  }

  private static boolean isLastPart(String dotted, String part) {
    int start = dotted.length() - part.length();
    return dotted.endsWith(part) && (start == 0 || dotted.charAt(start - 1) == '.');
  }
}
