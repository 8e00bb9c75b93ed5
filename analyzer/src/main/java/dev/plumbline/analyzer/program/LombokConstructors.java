package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The constructors and static factories of {@code @NoArgsConstructor},
 * {@code @RequiredArgsConstructor}, {@code @AllArgsConstructor}, and those that {@code @Data},
 * {@code @Value}, {@code @Builder}, {@code @SuperBuilder}, {@code @UtilityClass} and
 * {@code @StandardException} bring along.
 */
final class LombokConstructors {

  private final LombokClass lombok;
  private final List<Made> made = new ArrayList<>();

  /**
   * @param factory the static method that calls it, when there is one
   * @param factoryAccess of that method
   */
  record Made(ConstructorInfo constructor, Optional<String> factory, Access factoryAccess) {}

  private LombokConstructors(LombokClass lombok) {
    this.lombok = lombok;
  }

  /** In the order in which Lombok makes them. */
  static List<Made> of(LombokClass lombok) {
    if (!lombok.isClassOrEnum()) {
      return List.of();
    }
    LombokConstructors constructors = new LombokConstructors(lombok);
    constructors.collect();
    constructors.extraPrivate();
    return constructors.made;
  }

  private void collect() {
    boolean explicit = false;
    for (String name :
        List.of("NoArgsConstructor", "RequiredArgsConstructor", "AllArgsConstructor")) {
      AnnotationUse use = lombok.on(name).orElse(null);
      if (use != null) {
        explicit = true;
        byAnnotation(use, fields(name));
      }
    }
    if (lombok.has("UtilityClass")) {
      make(List.of(), Access.PRIVATE, "", List.of());
      return;
    }
    if (lombok.has("StandardException")) {
      ofException(lombok.on("StandardException").get());
    }
    boolean declared = lombok.declaresConstructor();
    if (lombok.has("SuperBuilder")) {
      ofSuperBuilder();
      return;
    }
    if (lombok.has("Builder") && !explicit && !declared) {
      make(allFields(), Access.PACKAGE, "", List.of());
      return;
    }
    if (explicit || lombok.has("Builder")) {
      return;
    }
    AnnotationUse value = lombok.on("Value").orElse(null);
    AnnotationUse data = lombok.on("Data").orElse(null);
    if (value != null) {
      ofDataClass(value, allFields(), declared);
    } else if (data != null) {
      ofDataClass(data, requiredFields(), declared);
    }
  }

  /** A setting asks for one without arguments, for the sake of what creates objects by it. */
  private void extraPrivate() {
    boolean wanted =
        lombok.settings().flag("lombok.noArgsConstructor.extraPrivate", false)
            && (lombok.has("Data") || lombok.has("Value"))
            && lombok.type().declaration().superclass().isEmpty();
    boolean exists =
        made.stream().anyMatch(each -> each.constructor().parameters().isEmpty())
            || declaresConstructor(List.of());
    if (wanted && !exists) {
      make(List.of(), Access.PRIVATE, "", List.of());
    }
  }

  private List<LombokClass.Field> fields(String annotation) {
    return switch (annotation) {
      case "NoArgsConstructor" -> List.of();
      case "RequiredArgsConstructor" -> requiredFields();
      default -> allFields();
    };
  }

  /** An explicit annotation: made whatever else there is. */
  private void byAnnotation(AnnotationUse use, List<LombokClass.Field> fields) {
    Access access = LombokAnnotations.access(use, "access").orElse(null);
    if (access != null) {
      make(
          fields,
          access,
          LombokAnnotations.text(use, "staticName"),
          LombokAnnotations.annotations(use, "onConstructor"));
    }
  }

  private void ofDataClass(
      AnnotationUse use, List<LombokClass.Field> fields, boolean constructorDeclared) {
    String factory = LombokAnnotations.text(use, "staticConstructor");
    if (!constructorDeclared) {
      make(fields, Access.PUBLIC, factory, List.of());
    } else if (!factory.isEmpty()) {
      // The factory comes even then; it calls the constructor of the source.
      made.add(
          new Made(
              constructor(fields, Access.PRIVATE, List.of()), Optional.of(factory), Access.PUBLIC));
    }
  }

  private void make(
      List<LombokClass.Field> fields,
      Access access,
      String factory,
      List<AnnotationUse> annotations) {
    Access level = lombok.isEnum() || !factory.isEmpty() ? Access.PRIVATE : access;
    made.add(
        new Made(
            constructor(fields, level, annotations),
            factory.isEmpty() ? Optional.empty() : Optional.of(factory),
            access));
  }

  private ConstructorInfo constructor(
      List<LombokClass.Field> fields, Access access, List<AnnotationUse> annotations) {
    List<ConstructorInfo.Parameter> parameters = new ArrayList<>();
    for (LombokClass.Field field : fields) {
      String name = LombokNames.of(lombok, field).baseName().orElse(field.name());
      parameters.add(
          new ConstructorInfo.Parameter(
              name,
              lombok.resolve(field),
              false,
              lombok.copyable(field),
              Optional.of(field.name())));
    }
    return info(parameters, access, annotations);
  }

  private ConstructorInfo info(
      List<ConstructorInfo.Parameter> parameters, Access access, List<AnnotationUse> annotations) {
    return new ConstructorInfo(
        lombok.type(),
        Optional.empty(),
        ConstructorInfo.Origin.LOMBOK,
        access,
        parameters,
        annotations);
  }

  private void ofException(AnnotationUse use) {
    Access access = LombokAnnotations.access(use, "access").orElse(null);
    if (access == null) {
      return;
    }
    var message = parameter("message", JavaType.STRING);
    var cause = parameter("cause", JavaType.of("java.lang.Throwable"));
    for (List<ConstructorInfo.Parameter> parameters :
        List.of(
            List.<ConstructorInfo.Parameter>of(),
            List.of(message),
            List.of(cause),
            List.of(message, cause))) {
      if (!declaresConstructor(parameters)) {
        made.add(new Made(info(parameters, access, List.of()), Optional.empty(), access));
      }
    }
  }

  private boolean declaresConstructor(List<ConstructorInfo.Parameter> parameters) {
    List<JavaType> types = parameters.stream().map(ConstructorInfo.Parameter::type).toList();
    return lombok.type().methods().stream()
        .filter(method -> method.name().equals("<init>"))
        .anyMatch(
            method ->
                method.declaration().parameters().stream()
                    .map(each -> lombok.program().names().resolve(each.type(), method))
                    .toList()
                    .equals(types));
  }

  private void ofSuperBuilder() {
    String builder =
        LombokNames.builderClass(
            lombok.on("SuperBuilder").orElseThrow(),
            lombok.type().declaration().simpleName(),
            lombok.settings());
    var parameter = parameter("b", JavaType.of(lombok.type().name() + "." + builder));
    made.add(
        new Made(
            info(List.of(parameter), Access.PROTECTED, List.of()),
            Optional.empty(),
            Access.PROTECTED));
  }

  private static ConstructorInfo.Parameter parameter(String name, JavaType type) {
    return new ConstructorInfo.Parameter(name, type, false, List.of(), Optional.empty());
  }

  private List<LombokClass.Field> requiredFields() {
    return select(field -> (field.isFinal() || lombok.isNonNull(field)) && !field.isInitialized());
  }

  /** All but constants of the object. */
  private List<LombokClass.Field> allFields() {
    return select(field -> !field.isFinal() || !field.isInitialized());
  }

  private List<LombokClass.Field> select(Predicate<LombokClass.Field> wanted) {
    return lombok.fields().stream()
        .filter(field -> !field.isStatic() && !field.name().startsWith("$"))
        .filter(wanted)
        .toList();
  }
}
