package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.Hierarchy;
import dev.plumbline.analyzer.program.JavaType;
import java.util.List;
import java.util.Set;

/**
 * Types whose text nobody can choose freely: numbers, booleans, dates, UUIDs, enums, class names.
 * Their values end text taint, whatever they were made from.
 */
final class HarmlessTypes {

  private static final Set<String> NAMES =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.lang.Character",
          "java.lang.Class",
          "java.math.BigInteger",
          "java.math.BigDecimal",
          "java.util.UUID",
          "java.util.Date",
          "java.util.Calendar",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.sql.Date",
          "java.sql.Time",
          "java.sql.Timestamp",
          "java.util.concurrent.atomic.AtomicInteger",
          "java.util.concurrent.atomic.AtomicLong");

  /** Types whose methods make text of dates and numbers only. */
  private static final Set<String> FORMATS =
      Set.of("java.text.DateFormat", "java.text.NumberFormat");

  /** Things in which text is kept. */
  private static final List<String> HOLDERS =
      List.of(
          "java.lang.CharSequence",
          "java.util.Collection",
          "java.util.Map",
          "java.util.Iterator",
          "java.util.Enumeration",
          "java.util.Optional",
          "java.util.stream.BaseStream");

  private HarmlessTypes() {}

  /** Whether what an object of the type formats is harmless, such as dates. */
  static boolean formats(JavaType type, Hierarchy hierarchy) {
    return FORMATS.stream().anyMatch(format -> hierarchy.isSubtype(type, format));
  }

  /**
   * Whether objects of the type are text or keep some that can be got at without asking for more.
   * Unknown types are.
   */
  static boolean holdsText(JavaType type, Hierarchy hierarchy) {
    if (!type.isClass()) {
      return type.kind() != JavaType.Kind.PRIMITIVE && !contains(type, hierarchy);
    }
    return type.is("java.lang.Object")
        || HOLDERS.stream().anyMatch(holder -> hierarchy.isSubtype(type, holder));
  }

  /** Whether no value of the type can carry chosen text. Unknown types can. */
  static boolean contains(JavaType type, Hierarchy hierarchy) {
    if (type.isArray()) {
      return contains(type.component(), hierarchy);
    }
    if (type.kind() == JavaType.Kind.PRIMITIVE) {
      return true;
    }
    if (!type.isClass()) {
      return false;
    }
    String name = type.name();
    return NAMES.contains(name)
        || name.startsWith("java.time.")
        || hierarchy.isSubtype(type, "java.lang.Enum")
        || hierarchy.isSubtype(type, "java.lang.Number");
  }
}
