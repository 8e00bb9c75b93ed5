package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.program.ExternalType.ExternalField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The static metamodel of a persistent class (Jakarta Persistence 6.2.1): {@code User_} with a
 * field for each attribute and, as Hibernate's processor adds, a text constant with its name.
 */
final class JpaMetamodel {

  private static final Set<String> PLURAL =
      Set.of("OneToMany", "ManyToMany", "ElementCollection", "ManyToAny");

  private final EntityProperties entities;
  private final TypeInfo type;
  private final String library;

  private JpaMetamodel(EntityProperties entities, TypeInfo type, String library) {
    this.entities = entities;
    this.type = type;
    this.library = library;
  }

  /**
   * @param annotation the full name of what makes the class persistent
   */
  static GeneratedType of(EntityProperties entities, TypeInfo type, String annotation) {
    String library = annotation.substring(0, annotation.lastIndexOf('.') + 1) + "metamodel.";
    JpaMetamodel metamodel = new JpaMetamodel(entities, type, library);
    return new GeneratedType(
        type.name() + "_",
        ExternalType.Kind.CLASS,
        List.of(),
        () ->
            entities
                .superclass(type)
                .map(parent -> List.of(JavaType.of(parent.name() + "_")))
                .orElse(List.of()),
        List::of,
        metamodel::fields);
  }

  private Map<String, ExternalField> fields() {
    JavaType self = JavaType.of(type.name());
    Map<String, ExternalField> fields = new LinkedHashMap<>();
    fields.put(
        "class_", GeneratedSignatures.constant(JavaType.of(library + "EntityType", self), null));
    for (EntityProperties.Property each : entities.of(type)) {
      fields.put(each.name(), GeneratedSignatures.constant(attribute(self, each), null));
      fields.put(
          FieldNameConstants.constantCase(each.name()),
          GeneratedSignatures.constant(JavaType.STRING, each.name()));
    }
    return fields;
  }

  private JavaType attribute(JavaType self, EntityProperties.Property property) {
    JavaType type = property.type();
    if (type.isClass() && property.has(PLURAL)) {
      switch (type.name()) {
        case "java.util.List":
          return JavaType.of(library + "ListAttribute", self, type.argument(0));
        case "java.util.Set":
          return JavaType.of(library + "SetAttribute", self, type.argument(0));
        case "java.util.Collection":
          return JavaType.of(library + "CollectionAttribute", self, type.argument(0));
        case "java.util.Map":
          return JavaType.of(library + "MapAttribute", self, type.argument(0), type.argument(1));
        default:
          break;
      }
    }
    return JavaType.of(library + "SingularAttribute", self, GeneratedSignatures.boxed(type));
  }
}
