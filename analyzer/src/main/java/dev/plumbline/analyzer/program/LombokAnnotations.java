package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells Lombok's annotations from others of the same name, and reads their elements. */
final class LombokAnnotations {

  /** By simple name; those that moved between packages stand under all their names. */
  private static final Map<String, List<String>> NAMES = new HashMap<>();

  static {
    names(
        "lombok",
        "AllArgsConstructor Builder Builder.Default Builder.ObtainVia CustomLog Data Delegate"
            + " EqualsAndHashCode"
            + " Generated Getter NoArgsConstructor NonNull RequiredArgsConstructor Setter Singular"
            + " Value With");
    names(
        "lombok.experimental",
        "Accessors Builder Delegate FieldDefaults FieldNameConstants FieldNameConstants.Exclude"
            + " FieldNameConstants.Include NonFinal PackagePrivate StandardException SuperBuilder"
            + " Tolerate UtilityClass Value Wither WithBy");
    names("lombok.extern.apachecommons", "CommonsLog");
    names("lombok.extern.flogger", "Flogger");
    names("lombok.extern.jackson", "Jacksonized");
    names("lombok.extern.java", "Log");
    names("lombok.extern.jbosslog", "JBossLog");
    names("lombok.extern.log4j", "Log4j Log4j2");
    names("lombok.extern.slf4j", "Slf4j XSlf4j");
  }

  private final WrittenAnnotations written;

  LombokAnnotations(WrittenAnnotations written) {
    this.written = written;
  }

  /** Tells annotations of others, by the same means. */
  WrittenAnnotations written() {
    return written;
  }

  private static void names(String packageName, String simpleNames) {
    for (String name : simpleNames.split(" ")) {
      String simple = name.substring(name.lastIndexOf('.') + 1);
      NAMES.computeIfAbsent(simple, key -> new ArrayList<>(2)).add(packageName + "." + name);
    }
  }

  /** Whether any annotation could be Lombok's, by its simple name alone. */
  static boolean mayHave(List<AnnotationUse> annotations) {
    for (AnnotationUse each : annotations) {
      if (NAMES.containsKey(each.simpleName())) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of {@code annotations} is Lombok's {@code simpleName}. */
  boolean has(List<AnnotationUse> annotations, TypeInfo scope, String simpleName) {
    return find(annotations, scope, simpleName).isPresent();
  }

  /**
   * Lombok's annotation of that name.
   *
   * @param simpleName for a member annotation its last part: {@code Default}
   * @param scope the type whose declaration or member the annotations stand on
   */
  Optional<AnnotationUse> find(List<AnnotationUse> annotations, TypeInfo scope, String simpleName) {
    for (AnnotationUse each : annotations) {
      if (each.simpleName().equals(simpleName)
          && written.fullName(each, scope, NAMES.get(simpleName)).isPresent()) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** A boolean element, or {@code fallback} when it is not given. */
  static boolean flag(AnnotationUse use, String element, boolean fallback) {
    return use.element(element)
        .map(value -> literal(value) instanceof Boolean given ? given : fallback)
        .orElse(fallback);
  }

  /** A text element; empty when it is not given, or empty. */
  static String text(AnnotationUse use, String element) {
    return use.element(element)
        .map(value -> literal(value) instanceof String given ? given : "")
        .orElse("");
  }

  /** A text element that may be one text or several; absent when it is not given. */
  static Optional<List<String>> texts(AnnotationUse use, String element) {
    return use.element(element)
        .map(
            value -> {
              List<String> texts = new ArrayList<>();
              for (ElementValue each : elements(value)) {
                if (literal(each) instanceof String text) {
                  texts.add(text);
                }
              }
              return texts;
            });
  }

  /** An {@code AccessLevel}; absent for {@code NONE}, {@code PUBLIC} when it is not given. */
  static Optional<Access> access(AnnotationUse use, String element) {
    return access(use, element, Access.PUBLIC);
  }

  /** An {@code AccessLevel}; absent for {@code NONE}. */
  static Optional<Access> access(AnnotationUse use, String element, Access fallback) {
    ElementValue value = use.element(element).orElse(null);
    if (!(value instanceof ElementValue.NameValue name)) {
      return Optional.of(fallback);
    }
    return switch (name.path().get(name.path().size() - 1)) {
      case "NONE" -> Optional.empty();
      case "PRIVATE" -> Optional.of(Access.PRIVATE);
      case "PROTECTED" -> Optional.of(Access.PROTECTED);
      case "PACKAGE", "MODULE" -> Optional.of(Access.PACKAGE);
      default -> Optional.of(Access.PUBLIC);
    };
  }

  /**
   * The annotations that a text like {@code onConstructor_ = @Autowired} or {@code onConstructor
   * = @__({@Autowired, @Lazy})} asks for.
   */
  static List<AnnotationUse> annotations(AnnotationUse use, String element) {
    List<AnnotationUse> found = new ArrayList<>();
    for (String name : List.of(element, element + "_", element + "__")) {
      use.element(name).ifPresent(value -> collect(value, found));
    }
    return found;
  }

  private static void collect(ElementValue value, List<AnnotationUse> found) {
    for (ElementValue each : elements(value)) {
      if (each instanceof ElementValue.AnnotationValue nested) {
        AnnotationUse annotation = nested.annotation();
        if (annotation.name().startsWith("_") && annotation.name().replace("_", "").isEmpty()) {
          annotation.element("value").ifPresent(inner -> collect(inner, found));
        } else {
          found.add(annotation);
        }
      }
    }
  }

  static List<ElementValue> elements(ElementValue value) {
    return value instanceof ElementValue.ArrayValue array ? array.elements() : List.of(value);
  }

  private static Object literal(ElementValue value) {
    return value instanceof ElementValue.LiteralValue literal
            && literal.literal().kind() != Literal.Kind.NULL
        ? literal.literal().value()
        : null;
  }
}
