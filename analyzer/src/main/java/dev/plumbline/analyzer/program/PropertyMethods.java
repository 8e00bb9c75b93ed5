package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import java.util.List;
import java.util.Set;

/** The methods of a builder for one property: one, or three for a {@code @Singular} collection. */
final class PropertyMethods {

  private static final Set<String> MAPS =
      Set.of(
          "java.util.Map",
          "java.util.SortedMap",
          "java.util.NavigableMap",
          "com.google.common.collect.ImmutableMap",
          "com.google.common.collect.ImmutableBiMap",
          "com.google.common.collect.ImmutableSortedMap");

  private static final String TABLE = "com.google.common.collect.ImmutableTable";

  private final LombokClass lombok;
  private final String setterPrefix;
  private final JavaType builder;
  private final List<GeneratedMethod> methods;

  PropertyMethods(
      LombokClass lombok, AnnotationUse use, JavaType builder, List<GeneratedMethod> methods) {
    this.lombok = lombok;
    this.setterPrefix = LombokAnnotations.text(use, "setterPrefix");
    this.builder = builder;
    this.methods = methods;
  }

  void add(String name, String field, JavaType type, List<AnnotationUse> annotations) {
    AnnotationUse singular = lombok.on(annotations, "Singular").orElse(null);
    if (singular == null) {
      methods.add(
          GeneratedSignatures.method(
              Role.BUILDER_SETTER, field, prefixed(setterPrefix, name), builder, type));
      return;
    }
    String given = LombokAnnotations.text(singular, "value");
    one(singular(given, name), field, type);
    many(name, field, type);
    methods.add(
        GeneratedSignatures.method(Role.BUILDER_SETTER, field, prefixed("clear", name), builder));
  }

  /** Without a singular the annotation is in error, and Lombok goes on with the plural. */
  private String singular(String given, String plural) {
    if (!given.isEmpty()) {
      return given;
    }
    return lombok.settings().flag("lombok.singular.auto", true)
        ? Singulars.of(plural).orElse(plural)
        : plural;
  }

  private void one(String name, String field, JavaType type) {
    JavaType[] parameters;
    if (MAPS.contains(type.name())) {
      parameters = new JavaType[] {argument(type, 0), argument(type, 1)};
    } else if (type.name().equals(TABLE)) {
      parameters = new JavaType[] {argument(type, 0), argument(type, 1), argument(type, 2)};
    } else {
      parameters = new JavaType[] {argument(type, 0)};
    }
    methods.add(
        GeneratedSignatures.method(
            Role.BUILDER_ADDER, field, prefixed(setterPrefix, name), builder, parameters));
  }

  private void many(String name, String field, JavaType type) {
    JavaType parameter;
    if (MAPS.contains(type.name())) {
      parameter = JavaType.of("java.util.Map", argument(type, 0), argument(type, 1));
    } else if (type.name().equals(TABLE)) {
      parameter =
          JavaType.of(
              "com.google.common.collect.Table",
              argument(type, 0),
              argument(type, 1),
              argument(type, 2));
    } else {
      boolean guava =
          type.name().startsWith("com.google.")
              || lombok.settings().flag("lombok.singular.useGuava", false);
      parameter =
          JavaType.of(
              guava || type.is("java.lang.Iterable")
                  ? "java.lang.Iterable"
                  : "java.util.Collection",
              argument(type, 0));
    }
    methods.add(
        GeneratedSignatures.method(
            Role.BUILDER_ADDER, field, prefixed(setterPrefix, name), builder, parameter));
  }

  private static JavaType argument(JavaType type, int index) {
    return type.arguments().isEmpty() ? JavaType.OBJECT : type.argument(index);
  }

  private String prefixed(String prefix, String name) {
    return LombokNames.prefixed(prefix, name, lombok.settings());
  }
}
