package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Methods that no source shows: the getters of records (JLS 8.10.3), {@code values} and {@code
 * valueOf} of enums (JLS 8.9.3), and the getters that Lombok generates for {@code @Getter},
 * {@code @Data} and {@code @Value}.
 */
final class ImplicitMethods {

  private static final Set<String> ON_TYPE = Set.of("Getter", "Data", "Value");

  private ImplicitMethods() {}

  static Optional<ExternalMethod> find(Program program, TypeInfo type, String name, int arguments) {
    TypeDecl declaration = type.declaration();
    if (declaration.kind() == TypeDecl.Kind.ENUM) {
      Optional<ExternalMethod> implicit = ofEnum(type, name, arguments);
      if (implicit.isPresent()) {
        return implicit;
      }
    }
    if (arguments > 0) {
      return Optional.empty();
    }
    for (Parameter component : declaration.recordComponents()) {
      if (component.name().equals(name)) {
        return Optional.of(getter(name, program.names().resolve(component.type(), type, null)));
      }
    }
    String property = property(name);
    if (property == null) {
      return Optional.empty();
    }
    boolean onType = isAnnotated(program, type, declaration.annotations());
    for (FieldDecl field : declaration.fields()) {
      boolean named =
          field.name().equals(property)
              // boolean isActive gives isActive().
              || field.name().equals(name) && field.type().name().equals("boolean");
      if (named
          && !field.modifiers().isStatic()
          && (onType || isAnnotated(program, type, field.annotations()))) {
        return Optional.of(getter(name, program.names().resolve(field.type(), type, null)));
      }
    }
    return Optional.empty();
  }

  private static Optional<ExternalMethod> ofEnum(TypeInfo type, String name, int arguments) {
    if (name.equals("valueOf") && arguments == 1) {
      return Optional.of(ExternalMethod.of(name, List.of(JavaType.STRING), type.type(), true));
    }
    return name.equals("values") && arguments == 0
        ? Optional.of(ExternalMethod.of(name, List.of(), type.type().withDimensions(1), true))
        : Optional.empty();
  }

  private static boolean isAnnotated(
      Program program, TypeInfo scope, List<AnnotationUse> annotations) {
    for (AnnotationUse annotation : annotations) {
      if (ON_TYPE.contains(annotation.simpleName())
          && program.annotationName(annotation, scope).startsWith("lombok.")) {
        return true;
      }
    }
    return false;
  }

  /** {@code name} for {@code getName} and {@code isName}; null for anything else. */
  private static String property(String getter) {
    int prefix = getter.startsWith("get") ? 3 : getter.startsWith("is") ? 2 : 0;
    if (prefix == 0 || getter.length() == prefix) {
      return null;
    }
    return getter.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT)
        + getter.substring(prefix + 1);
  }

  private static ExternalMethod getter(String name, JavaType type) {
    return ExternalMethod.of(name, List.of(), type, false);
  }
}
