package dev.plumbline.analyzer.program;

import java.util.List;
import java.util.Map;

/** Primitive types: boxing (JLS 5.1.7), widening (5.1.2) and numeric promotion (5.6). */
final class Boxing {

  private static final Map<String, JavaType> BOXED =
      Map.of(
          "boolean", JavaType.of("java.lang.Boolean"),
          "byte", JavaType.of("java.lang.Byte"),
          "short", JavaType.of("java.lang.Short"),
          "char", JavaType.of("java.lang.Character"),
          "int", JavaType.of("java.lang.Integer"),
          "long", JavaType.of("java.lang.Long"),
          "float", JavaType.of("java.lang.Float"),
          "double", JavaType.of("java.lang.Double"),
          "void", JavaType.UNKNOWN);

  private static final Map<String, JavaType> UNBOXED =
      Map.of(
          "java.lang.Boolean", JavaType.BOOLEAN,
          "java.lang.Byte", JavaType.primitive("byte"),
          "java.lang.Short", JavaType.primitive("short"),
          "java.lang.Character", JavaType.primitive("char"),
          "java.lang.Integer", JavaType.INT,
          "java.lang.Long", JavaType.primitive("long"),
          "java.lang.Float", JavaType.primitive("float"),
          "java.lang.Double", JavaType.primitive("double"));

  private static final List<String> WIDTH =
      List.of("byte", "short", "char", "int", "long", "float", "double");

  private Boxing() {}

  static boolean isPrimitive(JavaType type) {
    return type.kind() == JavaType.Kind.PRIMITIVE && !type.isArray();
  }

  static JavaType boxed(JavaType type) {
    return isPrimitive(type) ? BOXED.getOrDefault(type.name(), type) : type;
  }

  static JavaType unboxed(JavaType type) {
    return type.isClass() ? UNBOXED.getOrDefault(type.name(), type) : type;
  }

  /** Whether a value of the primitive {@code from} is one of the primitive {@code to} unasked. */
  static boolean widens(JavaType from, JavaType to) {
    if (from.name().equals(to.name())) {
      return true;
    }
    int source = WIDTH.indexOf(from.name());
    int target = WIDTH.indexOf(to.name());
    // A char is no short, a byte no char.
    return source >= 0 && target > source && !to.name().equals("char");
  }

  /** Binary numeric promotion; unknown where neither side is a primitive. */
  static JavaType promoted(JavaType left, JavaType right) {
    JavaType a = unboxed(left);
    JavaType b = unboxed(right);
    if (!isPrimitive(a)) {
      return isPrimitive(b) ? atLeastInt(b) : JavaType.UNKNOWN;
    }
    if (!isPrimitive(b)) {
      return atLeastInt(a);
    }
    if (a.name().equals("boolean") || b.name().equals("boolean")) {
      return JavaType.BOOLEAN;
    }
    return atLeastInt(WIDTH.indexOf(a.name()) >= WIDTH.indexOf(b.name()) ? a : b);
  }

  static JavaType atLeastInt(JavaType type) {
    int width = WIDTH.indexOf(type.name());
    return width >= 0 && width < WIDTH.indexOf("int") ? JavaType.INT : type;
  }
}
