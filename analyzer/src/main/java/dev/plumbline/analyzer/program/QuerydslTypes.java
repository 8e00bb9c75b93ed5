package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.program.ExternalType.ExternalField;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The query type of a persistent class as Querydsl generates it: {@code QUser} with a path for each
 * property, inherited ones too, and an instance named for the class.
 */
final class QuerydslTypes {

  private static final String DSL = "com.querydsl.core.types.dsl.";

  private static final Set<String> NUMBERS =
      Set.of(
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.math.BigDecimal",
          "java.math.BigInteger");

  private static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("java.lang.String", "StringPath"),
          Map.entry("java.lang.Boolean", "BooleanPath"),
          Map.entry("java.util.Date", "DateTimePath"),
          Map.entry("java.util.Calendar", "DateTimePath"),
          Map.entry("java.sql.Timestamp", "DateTimePath"),
          Map.entry("java.time.Instant", "DateTimePath"),
          Map.entry("java.time.LocalDateTime", "DateTimePath"),
          Map.entry("java.time.OffsetDateTime", "DateTimePath"),
          Map.entry("java.time.ZonedDateTime", "DateTimePath"),
          Map.entry("java.sql.Date", "DatePath"),
          Map.entry("java.time.LocalDate", "DatePath"),
          Map.entry("java.sql.Time", "TimePath"),
          Map.entry("java.time.LocalTime", "TimePath"));

  /** More than any hierarchy of entities; a bound because a broken one may be cyclic. */
  private static final int MAX_DEPTH = 40;

  private final Program program;
  private final EntityProperties entities;
  private final TypeInfo type;

  private QuerydslTypes(Program program, EntityProperties entities, TypeInfo type) {
    this.program = program;
    this.entities = entities;
    this.type = type;
  }

  static GeneratedType of(
      Program program, EntityProperties entities, TypeInfo type, boolean isEmbeddable) {
    QuerydslTypes query = new QuerydslTypes(program, entities, type);
    JavaType base =
        JavaType.of(DSL + (isEmbeddable ? "BeanPath" : "EntityPathBase"), JavaType.of(type.name()));
    return GeneratedType.plainClass(
        queryName(type), List.of(base), query::constructors, query::fields);
  }

  /** A member class is named with its outer classes: {@code QOrder_Line}. */
  private static String queryName(TypeInfo type) {
    String packageName = type.file().unit().packageName();
    String nested =
        packageName.isEmpty() ? type.name() : type.name().substring(packageName.length() + 1);
    return (packageName.isEmpty() ? "" : packageName + ".") + "Q" + nested.replace('.', '_');
  }

  private List<GeneratedMethod> constructors() {
    JavaType path = JavaType.of("com.querydsl.core.types.Path", JavaType.of(type.name()));
    JavaType metadata = JavaType.of("com.querydsl.core.types.PathMetadata");
    return List.of(
        GeneratedSignatures.method(
            Role.CONSTRUCTOR, null, "<init>", JavaType.VOID, JavaType.STRING),
        GeneratedSignatures.method(Role.CONSTRUCTOR, null, "<init>", JavaType.VOID, path),
        GeneratedSignatures.method(Role.CONSTRUCTOR, null, "<init>", JavaType.VOID, metadata));
  }

  private Map<String, ExternalField> fields() {
    Map<String, ExternalField> fields = new LinkedHashMap<>();
    JavaType self = JavaType.of(queryName(type));
    String simple = type.declaration().simpleName();
    String instance = Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    fields.put(instance, GeneratedSignatures.constant(self, null));
    // A keyword of the query language gets a number: order1, member1.
    fields.put(instance + "1", GeneratedSignatures.constant(self, null));
    TypeInfo each = type;
    for (int depth = 0; each != null && depth < MAX_DEPTH; depth++) {
      for (EntityProperties.Property property : entities.of(each)) {
        fields.putIfAbsent(property.name(), ExternalField.of(path(property.type())));
      }
      TypeInfo parent = entities.superclass(each).orElse(null);
      if (depth == 0 && parent != null) {
        fields.put("_super", ExternalField.of(JavaType.of(queryName(parent))));
      }
      each = parent;
    }
    return fields;
  }

  private JavaType path(JavaType written) {
    JavaType of = GeneratedSignatures.boxed(written);
    if (of.isArray()) {
      return JavaType.of(DSL + "ArrayPath", of, GeneratedSignatures.boxed(written.component()));
    }
    TypeInfo entity = entities.persistent(of, type).orElse(null);
    if (entity != null) {
      return JavaType.of(queryName(entity));
    }
    if (NUMBERS.contains(of.name())) {
      return JavaType.of(DSL + "NumberPath", of);
    }
    String known = PATHS.get(of.name());
    if (known != null) {
      boolean plain = known.equals("StringPath") || known.equals("BooleanPath");
      return plain ? JavaType.of(DSL + known) : JavaType.of(DSL + known, of);
    }
    switch (of.name()) {
      case "java.util.List":
        return collection("ListPath", of);
      case "java.util.Set":
        return collection("SetPath", of);
      case "java.util.Collection":
        return collection("CollectionPath", of);
      case "java.util.Map":
        JavaType value = path(of.argument(1));
        return JavaType.of(DSL + "MapPath", of.argument(0), of.argument(1), value);
      default:
        break;
    }
    if (program.hierarchy().isSubtype(of, "java.lang.Enum")) {
      return JavaType.of(DSL + "EnumPath", of);
    }
    boolean comparable = program.hierarchy().isSubtype(of, "java.lang.Comparable");
    return JavaType.of(DSL + (comparable ? "ComparablePath" : "SimplePath"), of);
  }

  private JavaType collection(String kind, JavaType of) {
    JavaType element = of.argument(0);
    return JavaType.of(DSL + kind, element, element.isClass() ? path(element) : JavaType.UNKNOWN);
  }
}
