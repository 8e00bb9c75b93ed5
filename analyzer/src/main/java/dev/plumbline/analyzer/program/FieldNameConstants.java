package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.program.ExternalType.ExternalField;
import java.util.LinkedHashMap;
import java.util.Map;

/** The inner type of {@code @FieldNameConstants}: a constant for each field, its name. */
final class FieldNameConstants {

  private final LombokClass lombok;
  private final AnnotationUse use;

  FieldNameConstants(LombokClass lombok, AnnotationUse use) {
    this.lombok = lombok;
    this.use = use;
  }

  String simpleName() {
    String given = LombokAnnotations.text(use, "innerTypeName");
    return given.isEmpty()
        ? lombok.settings().text("lombok.fieldNameConstants.innerTypeName", "Fields")
        : given;
  }

  String name() {
    return lombok.type().name() + "." + simpleName();
  }

  boolean isEnum() {
    return LombokAnnotations.flag(use, "asEnum", false);
  }

  /** By name, with their values: the names of the fields. */
  Map<String, ExternalField> constants() {
    boolean explicit = LombokAnnotations.flag(use, "onlyExplicitlyIncluded", false);
    boolean uppercase = lombok.settings().flag("lombok.fieldNameConstants.uppercase", false);
    Map<String, ExternalField> constants = new LinkedHashMap<>();
    for (LombokClass.Field field : lombok.fields()) {
      boolean included =
          lombok.has(field.annotations(), "Include")
              || !explicit && !field.isStatic() && !field.name().startsWith("$");
      if (included && !lombok.has(field.annotations(), "Exclude")) {
        constants.put(
            uppercase ? constantCase(field.name()) : field.name(),
            isEnum()
                ? GeneratedSignatures.constant(JavaType.of(name()), null)
                : GeneratedSignatures.constant(JavaType.STRING, field.name()));
      }
    }
    return constants;
  }

  /** {@code userName} as {@code USER_NAME}. */
  static String constantCase(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (i > 0 && Character.isUpperCase(c)) {
        text.append('_');
      }
      text.append(Character.toUpperCase(c));
    }
    return text.toString();
  }
}
