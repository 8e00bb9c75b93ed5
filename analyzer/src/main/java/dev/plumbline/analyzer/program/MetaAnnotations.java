package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Annotations that a declaration bears directly or through composed annotations: a class with the
 * workspace's own {@code @Api}, which is annotated with {@code @RestController}, is a
 * {@code @RestController} and, as the library has it, a {@code @Component}.
 *
 * <p>Attributes are read as Spring does it: {@code @AliasFor} of a composed annotation first, then
 * an attribute of the same name, then what the composition fixes.
 */
public final class MetaAnnotations {

  /** Annotations on annotations that say nothing of what is annotated with them. */
  private static final String OF_THE_LANGUAGE = "java.lang.annotation.";

  private static final String ALIAS = "org.springframework.core.annotation.AliasFor";

  private final Program program;
  private final Map<Object, List<Composed>> known = new ConcurrentHashMap<>();

  MetaAnnotations(Program program) {
    this.program = program;
  }

  /**
   * A value with the type in whose code it stands, which decides what its names mean.
   *
   * @param scope for a value that a library's annotation fixes, whose names are full: the type
   *     whose declaration is annotated
   */
  public record Element(ElementValue value, TypeInfo scope) {}

  /** One annotation as it bears on a declaration. */
  public final class Present {
    private final String name;
    private final AnnotationUse use;
    private final TypeInfo scope;
    private final Present composed;

    private Present(String name, AnnotationUse use, TypeInfo scope, Present composed) {
      this.name = name;
      this.use = use;
      this.scope = scope;
      this.composed = composed;
    }

    /** Canonical name, or the name as written when nothing is known of it. */
    public String name() {
      return name;
    }

    /** Where it stands: on the declaration, or on a composed annotation. */
    public AnnotationUse use() {
      return use;
    }

    /** The type in whose code {@link #use} stands. */
    public TypeInfo scope() {
      return scope;
    }

    /** The annotation on the declaration itself through which this one is there. */
    public Present used() {
      Present each = this;
      while (each.composed != null) {
        each = each.composed;
      }
      return each;
    }

    /** The attribute of the first of {@code attributes} that has a value. */
    public Optional<Element> element(String... attributes) {
      for (String attribute : attributes) {
        Optional<Element> found = value(this, attribute);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "@" + name;
    }
  }

  private record Composed(String name, AnnotationUse use, TypeInfo scope) {}

  /** All of {@code uses}, each followed by those that it is composed of, nearest first. */
  public List<Present> of(List<AnnotationUse> uses, TypeInfo scope) {
    List<Present> found = new ArrayList<>();
    for (AnnotationUse use : uses) {
      of(use, scope, found);
    }
    return found;
  }

  /** {@code use} itself, followed by those that it is composed of, nearest first. */
  public List<Present> of(AnnotationUse use, TypeInfo scope) {
    List<Present> found = new ArrayList<>(2);
    of(use, scope, found);
    return found;
  }

  private void of(AnnotationUse use, TypeInfo scope, List<Present> found) {
    int next = found.size();
    found.add(new Present(program.annotationName(use, scope), use, scope, null));
    Set<String> seen = new HashSet<>();
    seen.add(found.get(next).name);
    for (; next < found.size(); next++) {
      Present each = found.get(next);
      for (Composed part : parts(each)) {
        if (seen.add(part.name)) {
          TypeInfo at = part.scope == null ? each.scope : part.scope;
          found.add(new Present(part.name, part.use, at, each));
        }
      }
    }
  }

  /** Whether {@code uses} have the annotation of that canonical name, directly or composed. */
  public Optional<Present> find(List<AnnotationUse> uses, TypeInfo scope, String canonicalName) {
    return of(uses, scope).stream().filter(each -> each.name.equals(canonicalName)).findFirst();
  }

  private List<Composed> parts(Present annotation) {
    if (annotation.name.startsWith(OF_THE_LANGUAGE)) {
      return List.of();
    }
    TypeInfo type = declaration(annotation).orElse(null);
    return known.computeIfAbsent(
        type == null ? annotation.name : type, key -> parts(type, annotation.name));
  }

  private List<Composed> parts(TypeInfo type, String name) {
    List<Composed> parts = new ArrayList<>(2);
    if (type != null) {
      for (AnnotationUse use : type.annotations()) {
        parts.add(new Composed(program.annotationName(use, type), use, type));
      }
    } else {
      program
          .external()
          .find(name)
          .filter(external -> external.kind() == ExternalType.Kind.ANNOTATION)
          .ifPresent(
              external ->
                  external
                      .annotations()
                      .forEach(use -> parts.add(new Composed(use.name(), use, null))));
    }
    parts.removeIf(part -> part.name.startsWith(OF_THE_LANGUAGE));
    return List.copyOf(parts);
  }

  private Optional<TypeInfo> declaration(Present annotation) {
    return program
        .type(annotation.name, annotation.scope)
        .filter(type -> type.declaration().kind() == TypeDecl.Kind.ANNOTATION);
  }

  private Optional<Element> value(Present annotation, String attribute) {
    Optional<Element> aliased = aliased(annotation, attribute, false);
    if (aliased.isPresent()) {
      return aliased;
    }
    for (Present each = annotation.used(); each != annotation; each = above(annotation, each)) {
      ElementValue value = each.use.element(attribute).orElse(null);
      if (value != null && !isAlias(each, attribute)) {
        return Optional.of(new Element(value, each.scope));
      }
    }
    ElementValue own = annotation.use.element(attribute).orElse(null);
    if (own != null) {
      return Optional.of(new Element(own, annotation.scope));
    }
    return aliased(annotation, attribute, true);
  }

  /** The next of the chain from {@code outer} to {@code annotation}. */
  private static Present above(Present annotation, Present outer) {
    Present each = annotation;
    while (each.composed != outer) {
      each = each.composed;
    }
    return each;
  }

  /** What the composed annotations on the way say by {@code @AliasFor}, the outermost first. */
  private Optional<Element> aliased(Present annotation, String attribute, boolean defaults) {
    List<Present> chain = new ArrayList<>(2);
    for (Present each = annotation.composed; each != null; each = each.composed) {
      chain.add(0, each);
    }
    for (Present each : chain) {
      TypeInfo type = declaration(each).orElse(null);
      if (type == null) {
        continue;
      }
      for (MethodInfo method : type.methods()) {
        if (aliases(method, annotation.name, attribute)) {
          Optional<Element> found =
              defaults
                  ? method.declaration().defaultValue().map(value -> new Element(value, type))
                  : value(each, method.name());
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private boolean isAlias(Present annotation, String attribute) {
    return declaration(annotation)
        .flatMap(type -> type.method(attribute))
        .filter(method -> alias(method).isPresent())
        .isPresent();
  }

  private Optional<AnnotationUse> alias(MethodInfo method) {
    if (method.declaration().kind() != MethodDecl.Kind.ANNOTATION_ELEMENT) {
      return Optional.empty();
    }
    return method.declaration().annotations().stream()
        .filter(use -> program.annotationName(use, method.owner()).equals(ALIAS))
        .findFirst();
  }

  private boolean aliases(MethodInfo method, String annotation, String attribute) {
    AnnotationUse alias = alias(method).orElse(null);
    if (alias == null) {
      return false;
    }
    String named =
        alias
            .element("attribute")
            .or(() -> alias.element("value"))
            .flatMap(MetaAnnotations::text)
            .orElse(method.name());
    return named.equals(attribute)
        && alias
            .element("annotation")
            .map(value -> type(value, method))
            .orElse("")
            .equals(annotation);
  }

  private static Optional<String> text(ElementValue value) {
    return value instanceof ElementValue.LiteralValue literal
            && literal.literal().kind() == Literal.Kind.STRING
        ? Optional.of((String) literal.literal().value())
        : Optional.empty();
  }

  private String type(ElementValue value, MethodInfo method) {
    return value instanceof ElementValue.LiteralValue literal
            && literal.literal().kind() == Literal.Kind.CLASS
        ? program.names().resolve((TypeRef) literal.literal().value(), method.owner(), null).name()
        : "";
  }
}
