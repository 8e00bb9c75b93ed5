package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The methods of {@code @Getter}, {@code @Setter}, {@code @With} and {@code @WithBy}, whether they
 * stand on a field, on the class, or come with {@code @Data} and {@code @Value}. What stands on the
 * field wins; a method of the source wins over all.
 */
final class LombokAccessors {

  private final LombokClass lombok;
  private final List<GeneratedMethod> methods = new ArrayList<>();

  private LombokAccessors(LombokClass lombok) {
    this.lombok = lombok;
  }

  static List<GeneratedMethod> of(LombokClass lombok) {
    LombokAccessors accessors = new LombokAccessors(lombok);
    accessors.collect();
    return accessors.methods;
  }

  private void collect() {
    boolean isRecord = lombok.isRecord();
    if (!lombok.isClassOrEnum() && !isRecord) {
      return;
    }
    boolean data = lombok.has("Data");
    boolean getters = data || lombok.has("Value");
    // A record has accessors of its own kind.
    Optional<Access> getter = isRecord ? Optional.empty() : onType("Getter", getters);
    Optional<Access> setter = isRecord ? Optional.empty() : onType("Setter", data);
    Optional<Access> wither = onType(List.of("With", "Wither"), false);
    Optional<Access> withBy = onType("WithBy", false);
    for (LombokClass.Field field : lombok.fields()) {
      boolean plain = !field.isStatic() && !field.name().startsWith("$");
      onField(field, List.of("Getter"), plain ? getter : Optional.empty())
          .ifPresent(access -> getter(field, access));
      onField(field, List.of("Setter"), plain && !field.isFinal() ? setter : Optional.empty())
          .filter(access -> !field.isFinal())
          .ifPresent(access -> setter(field, access));
      boolean copied = plain && !(field.isFinal() && field.isInitialized());
      if (copied) {
        onField(field, List.of("With", "Wither"), wither)
            .ifPresent(access -> wither(field, access));
        onField(field, List.of("WithBy"), withBy).ifPresent(access -> withBy(field, access));
      }
    }
  }

  private Optional<Access> onType(String annotation, boolean implied) {
    return onType(List.of(annotation), implied);
  }

  private Optional<Access> onType(List<String> annotations, boolean implied) {
    for (String annotation : annotations) {
      AnnotationUse use = lombok.on(annotation).orElse(null);
      if (use != null) {
        return LombokAnnotations.access(use, "value");
      }
    }
    return implied ? Optional.of(Access.PUBLIC) : Optional.empty();
  }

  private Optional<Access> onField(
      LombokClass.Field field, List<String> annotations, Optional<Access> onType) {
    for (String annotation : annotations) {
      AnnotationUse use = lombok.on(field.annotations(), annotation).orElse(null);
      if (use != null) {
        return LombokAnnotations.access(use, "value");
      }
    }
    return onType;
  }

  private void getter(LombokClass.Field field, Access access) {
    LombokNames names = LombokNames.of(lombok, field);
    if (names.gettersInTheWay().stream().anyMatch(name -> lombok.declaresMethod(name, 0))) {
      return;
    }
    names
        .getter()
        .ifPresent(
            name ->
                add(
                    Role.GETTER,
                    field,
                    access,
                    name,
                    field.isStatic(),
                    lombok.resolve(field),
                    List.of()));
  }

  private void setter(LombokClass.Field field, Access access) {
    LombokNames names = LombokNames.of(lombok, field);
    if (names.settersInTheWay().stream().anyMatch(name -> lombok.declaresMethod(name, 1))) {
      return;
    }
    JavaType result = names.isChained() && !field.isStatic() ? lombok.type().type() : JavaType.VOID;
    names
        .setter()
        .ifPresent(
            name ->
                add(
                    Role.SETTER,
                    field,
                    access,
                    name,
                    field.isStatic(),
                    result,
                    List.of(lombok.resolve(field))));
  }

  private void wither(LombokClass.Field field, Access access) {
    LombokNames names = LombokNames.of(lombok, field);
    String name = names.wither().orElse(null);
    boolean free =
        names.withersInTheWay().stream().noneMatch(each -> lombok.declaresMethod(each, 1));
    if (name != null && free) {
      add(
          Role.WITHER,
          field,
          access,
          name,
          false,
          lombok.type().type(),
          List.of(lombok.resolve(field)));
    }
  }

  private void withBy(LombokClass.Field field, Access access) {
    String name = LombokNames.of(lombok, field).wither().orElse(null);
    if (name != null && !lombok.declaresMethod(name + "By", 1)) {
      add(
          Role.WITHER,
          field,
          access,
          name + "By",
          false,
          lombok.type().type(),
          List.of(transformer(lombok.resolve(field))));
    }
  }

  private static JavaType transformer(JavaType type) {
    if (type.kind() != JavaType.Kind.PRIMITIVE || type.isArray()) {
      return JavaType.of("java.util.function.Function", type, type);
    }
    return switch (type.name()) {
      case "long" -> JavaType.of("java.util.function.LongUnaryOperator");
      case "float", "double" -> JavaType.of("java.util.function.DoubleUnaryOperator");
      case "boolean" ->
          JavaType.of("java.util.function.UnaryOperator", JavaType.of("java.lang.Boolean"));
      default -> JavaType.of("java.util.function.IntUnaryOperator");
    };
  }

  private void add(
      Role role,
      LombokClass.Field field,
      Access access,
      String name,
      boolean isStatic,
      JavaType result,
      List<JavaType> parameters) {
    methods.add(
        new GeneratedMethod(
            GeneratedSignatures.signature(name, parameters, result, isStatic),
            role,
            access,
            Optional.of(field.name())));
  }
}
