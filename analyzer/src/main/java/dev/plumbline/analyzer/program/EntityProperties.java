package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The persistent classes of the workspace, and what of each is stored. */
final class EntityProperties {

  private static final Set<String> IDS = Set.of("Id", "EmbeddedId");

  private final Program program;
  private final Map<TypeInfo, String> persistent = new HashMap<>();

  /** A stored attribute, by the name that queries use. */
  record Property(String name, JavaType type, List<AnnotationUse> annotations) {

    boolean has(Set<String> simpleNames) {
      return annotations.stream().anyMatch(each -> simpleNames.contains(each.simpleName()));
    }
  }

  EntityProperties(Program program) {
    this.program = program;
  }

  /**
   * @param annotation the full name of what makes it persistent
   */
  void add(TypeInfo type, String annotation) {
    persistent.put(type, annotation);
  }

  /** The full name of the annotation that makes a type persistent. */
  Optional<String> annotation(TypeInfo type) {
    return Optional.ofNullable(persistent.get(type));
  }

  /** The persistent class of that type. */
  Optional<TypeInfo> persistent(JavaType type, TypeInfo near) {
    return type.isClass()
        ? program.type(type.name(), near).filter(persistent::containsKey)
        : Optional.empty();
  }

  /** The persistent superclass, as it is extended. */
  Optional<TypeInfo> superclass(TypeInfo type) {
    return persistent(program.hierarchy().superclass(type), type);
  }

  /** What the class itself declares, in source order. */
  List<Property> of(TypeInfo type) {
    boolean byGetter =
        type.declaration().methods().stream().anyMatch(method -> has(method.annotations(), IDS));
    return byGetter ? getters(type) : fields(type);
  }

  private List<Property> fields(TypeInfo type) {
    List<Property> properties = new ArrayList<>();
    for (FieldDecl field : type.declaration().fields()) {
      boolean stored =
          !field.modifiers().isStatic()
              && !field.modifiers().has(Modifiers.Keyword.TRANSIENT)
              && !has(field.annotations(), Set.of("Transient"));
      if (stored) {
        JavaType fieldType = program.names().resolve(field.type(), type, null);
        properties.add(new Property(field.name(), fieldType, field.annotations()));
      }
    }
    return properties;
  }

  private List<Property> getters(TypeInfo type) {
    List<Property> properties = new ArrayList<>();
    for (MethodInfo method : type.methods()) {
      MethodDecl declaration = method.declaration();
      String name = property(declaration);
      boolean stored =
          name != null
              && declaration.parameters().isEmpty()
              && !declaration.modifiers().isStatic()
              && !has(declaration.annotations(), Set.of("Transient"));
      if (stored) {
        JavaType result = program.names().resolve(declaration.returnType(), method);
        properties.add(new Property(name, result, declaration.annotations()));
      }
    }
    return properties;
  }

  private static String property(MethodDecl method) {
    String name = method.name();
    int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
    return prefix == 0 || name.length() == prefix || !Character.isUpperCase(name.charAt(prefix))
        ? null
        : Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1);
  }

  private static boolean has(List<AnnotationUse> annotations, Set<String> simpleNames) {
    return annotations.stream().anyMatch(each -> simpleNames.contains(each.simpleName()));
  }
}
