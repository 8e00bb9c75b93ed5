package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Whole types that annotation processors write for an annotated one, where a law gives their names:
 * the static metamodel of JPA, Querydsl's query types, MapStruct's mappers, Immutables and
 * AutoValue. Nobody knows whether a build runs the processor; a type that it would not write is
 * never named, so it does no harm here.
 */
final class AnnotationProcessors {

  private static final Set<String> PERSISTENT =
      Set.of(
          "javax.persistence.Entity",
          "javax.persistence.Embeddable",
          "javax.persistence.MappedSuperclass",
          "jakarta.persistence.Entity",
          "jakarta.persistence.Embeddable",
          "jakarta.persistence.MappedSuperclass");

  /** Persistent for Querydsl, but not by JPA. */
  private static final Set<String> QUERY_ENTITIES =
      Set.of(
          "com.querydsl.core.annotations.QueryEntity",
          "com.querydsl.core.annotations.QueryEmbeddable",
          "com.querydsl.core.annotations.QuerySupertype",
          "org.springframework.data.mongodb.core.mapping.Document");

  private static final Set<String> MAPPERS = Set.of("org.mapstruct.Mapper");
  private static final Set<String> IMMUTABLES = Set.of("org.immutables.value.Value.Immutable");
  private static final Set<String> STYLES = Set.of("org.immutables.value.Value.Style");
  private static final Set<String> AUTO_VALUES = Set.of("com.google.auto.value.AutoValue");

  private final Program program;
  private final WrittenAnnotations written;
  private final Consumer<GeneratedType> types;
  private final EntityProperties entities;
  private final boolean hasQueries;
  private final Map<TypeInfo, String> implementations = new HashMap<>();

  AnnotationProcessors(Program program, WrittenAnnotations written, Consumer<GeneratedType> types) {
    this.program = program;
    this.written = written;
    this.types = types;
    this.entities = new EntityProperties(program);
    this.hasQueries =
        program.files().stream()
            .flatMap(file -> file.unit().imports().stream())
            .anyMatch(each -> isOfQuerydsl(each.name()));
  }

  /** An entity {@code Name} must not hide {@code QName} where nobody has heard of Querydsl. */
  private static boolean isOfQuerydsl(String imported) {
    return imported.startsWith("com.querydsl.")
        || imported.startsWith("org.springframework.data.querydsl");
  }

  /** Declares what is written for {@code type}; looks at names alone. */
  void declare(TypeInfo type) {
    for (AnnotationUse use : type.annotations()) {
      switch (use.simpleName()) {
        case "Entity", "Embeddable", "MappedSuperclass" ->
            written.fullName(use, type, PERSISTENT).ifPresent(name -> entity(type, name));
        case "QueryEntity", "QueryEmbeddable", "QuerySupertype", "Document" ->
            written.fullName(use, type, QUERY_ENTITIES).ifPresent(name -> query(type, name));
        case "Mapper" -> written.fullName(use, type, MAPPERS).ifPresent(name -> mapper(type, use));
        case "Immutable" ->
            written.fullName(use, type, IMMUTABLES).ifPresent(name -> immutable(type));
        case "AutoValue" ->
            written
                .fullName(use, type, AUTO_VALUES)
                .ifPresent(
                    name ->
                        implementations.put(
                            type, ValueTypes.declareAutoValue(program, type, types)));
        default -> {}
      }
    }
  }

  private void entity(TypeInfo type, String annotation) {
    if (type.outer().isEmpty()) {
      types.accept(JpaMetamodel.of(entities, type, annotation));
    }
    query(type, annotation);
  }

  private void query(TypeInfo type, String annotation) {
    entities.add(type, annotation);
    if (hasQueries) {
      types.accept(QuerydslTypes.of(program, entities, type, annotation.endsWith("Embeddable")));
    }
  }

  /** {@code UserMapperImpl}, unless the annotation names it otherwise. */
  private void mapper(TypeInfo type, AnnotationUse use) {
    String pattern = LombokAnnotations.text(use, "implementationName");
    String simpleName =
        (pattern.isEmpty() ? "<CLASS_NAME>Impl" : pattern)
            .replace("<CLASS_NAME>", type.declaration().simpleName());
    String packageName = type.file().unit().packageName();
    String given =
        LombokAnnotations.text(use, "implementationPackage").replace("<PACKAGE_NAME>", packageName);
    String target = given.isEmpty() ? packageName : given;
    String name = target.isEmpty() ? simpleName : target + "." + simpleName;
    implementations.put(type, name);
    types.accept(
        GeneratedType.plainClass(
            name,
            List.of(JavaType.of(type.name())),
            GeneratedSignatures::defaultConstructor,
            Map::of));
  }

  private void immutable(TypeInfo type) {
    String pattern =
        written
            .find(type.annotations(), type, STYLES)
            .map(style -> LombokAnnotations.text(style, "typeImmutable"))
            .filter(text -> text.contains("*"))
            .orElse("Immutable*");
    implementations.put(type, ValueTypes.declareImmutable(program, type, pattern, types));
  }

  /** The canonical name of the class that implements {@code type}. */
  Optional<String> implementation(TypeInfo type) {
    return Optional.ofNullable(implementations.get(type));
  }
}
