package dev.plumbline.rules.binding;

import dev.plumbline.analyzer.program.JavaType;
import java.util.Map;
import java.util.Optional;

/** The methods of {@code PreparedStatement} that bind a value of a type. */
final class Setters {

  private static final Map<String, String> PRIMITIVES =
      Map.of(
          "byte", "setByte",
          "short", "setShort",
          "int", "setInt",
          "long", "setLong",
          "float", "setFloat",
          "double", "setDouble");

  /** May be null, as primitives may not. */
  private static final Map<String, String> CLASSES =
      Map.of(
          "java.lang.String", "setString",
          "java.lang.Byte", "setObject",
          "java.lang.Short", "setObject",
          "java.lang.Integer", "setObject",
          "java.lang.Long", "setObject",
          "java.lang.Float", "setObject",
          "java.lang.Double", "setObject",
          "java.math.BigDecimal", "setBigDecimal");

  private Setters() {}

  static Optional<String> of(JavaType type) {
    if (type.isArray()) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        (type.kind() == JavaType.Kind.PRIMITIVE ? PRIMITIVES : CLASSES).get(type.name()));
  }

  static boolean isNumber(JavaType type) {
    return !type.isString() && of(type).isPresent()
        // No number, but nobody writes SQL with two words.
        || type.equals(JavaType.BOOLEAN)
        || type.is("java.lang.Boolean");
  }
}
