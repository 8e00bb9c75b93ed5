package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.backend.Entity.Association;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entities of a program: JPA's, Spring Data's and MyBatis-Plus', by the roles of their
 * annotations, with what they inherit from classes of the workspace, and the classes whose objects
 * MyBatis mappers read and insert. XML mappings of JPA are not read.
 */
public final class Entities {

  /** Where stores other than JPA take a property of this name for the identifier. */
  private static final String USUAL_ID = "id";

  private static final String JPA = "jpa";

  private final Program program;
  private final AnnotationRoles roles;
  private final AnnotationValues values;
  private final List<Entity> all = new ArrayList<>();

  Entities(Program program, Library library, List<MapperXml> mappers) {
    this.program = program;
    this.roles = new AnnotationRoles(program, library);
    this.values = new AnnotationValues(program);
    Map<String, List<String>> mapped = new HashMap<>();
    for (MapperXml mapper : mappers) {
      for (MapperXml.ResultMap map : mapper.resultMaps()) {
        if (writes(mapper, map.type())) {
          mapped.putIfAbsent(map.type(), map.ids());
        }
      }
    }
    for (TypeInfo type : program.types()) {
      entity(type).or(() -> mapped(type, mapped.get(type.name()))).ifPresent(all::add);
    }
  }

  /** Many result maps make rows of joins; what is inserted as well is kept in a table. */
  private boolean writes(MapperXml mapper, String type) {
    TypeInfo namespace = program.type(mapper.namespace()).orElse(null);
    for (MapperXml.Statement statement : mapper.statements()) {
      if (statement.kind().equals("insert")
          && (statement.parameterType().equals(type)
              || namespace != null && takes(namespace, statement.id(), type))) {
        return true;
      }
    }
    return false;
  }

  private boolean takes(TypeInfo mapper, String method, String type) {
    return mapper
        .method(method)
        .filter(found -> found.declaration().parameters().size() == 1)
        .map(
            found -> program.names().resolve(found.declaration().parameters().get(0).type(), found))
        .filter(parameter -> parameter.is(type))
        .isPresent();
  }

  private static Optional<Entity> mapped(TypeInfo type, List<String> ids) {
    return ids == null
        ? Optional.empty()
        : Optional.of(
            new Entity(
                type,
                Entity.Kind.ENTITY,
                "mybatis",
                Optional.empty(),
                true,
                ids.stream().distinct().toList(),
                List.of(),
                Optional.empty()));
  }

  /** Tests included, in path and source order. */
  public List<Entity> all() {
    return List.copyOf(all);
  }

  private Optional<Entity> entity(TypeInfo type) {
    if (type.annotations().isEmpty()) {
      return Optional.empty();
    }
    AnnotationRoles.Played entity = roles.on(type, Role.ENTITY).orElse(null);
    Entity.Kind kind;
    if (entity != null) {
      kind = Entity.Kind.ENTITY;
    } else if (roles.on(type, Role.MAPPED_SUPERCLASS).isPresent()) {
      kind = Entity.Kind.MAPPED_SUPERCLASS;
    } else if (roles.on(type, Role.EMBEDDABLE).isPresent()) {
      kind = Entity.Kind.EMBEDDABLE;
    } else {
      return Optional.empty();
    }
    String store = entity == null ? JPA : entity.model().as();
    Optional<MetaAnnotations.Present> naming =
        roles
            .on(type, Role.TABLE)
            .map(AnnotationRoles.Played::annotation)
            .or(
                () ->
                    Optional.ofNullable(entity)
                        .filter(e -> !store.equals(JPA))
                        .map(e -> e.annotation()));
    Optional<ConstantValue> name = naming.flatMap(this::tableName);
    Optional<String> table =
        name.flatMap(value -> value.elements().stream().findFirst())
            .flatMap(ConstantValue::text)
            .filter(text -> !text.isBlank());
    Gathered gathered = new Gathered(store);
    gathered.add(type);
    return Optional.of(
        new Entity(
            type,
            kind,
            store,
            table,
            name.isEmpty() || name.get().texts().isPresent(),
            List.copyOf(gathered.ids),
            gathered.associations,
            Optional.ofNullable(gathered.unknownAncestor)));
  }

  private Optional<ConstantValue> tableName(MetaAnnotations.Present annotation) {
    return values.value(
        annotation, "name", "value", "collection", "indexName", "table", "primaryLabel", "labels");
  }

  /** What an entity has of its own and from its superclasses. */
  private final class Gathered {
    private final String store;
    private final Set<String> ids = new LinkedHashSet<>();
    private final List<Association> associations = new ArrayList<>();
    private String unknownAncestor;

    Gathered(String store) {
      this.store = store;
    }

    void add(TypeInfo type) {
      Set<String> properties = new LinkedHashSet<>();
      for (JavaType each : new MethodHierarchy(program).ancestors(type)) {
        TypeInfo owner = program.type(each.name(), type).orElse(null);
        if (owner != null) {
          properties(owner, each, properties);
        } else {
          external(each);
        }
      }
      if (ids.isEmpty() && !store.equals(JPA) && properties.contains(USUAL_ID)) {
        ids.add(USUAL_ID);
      }
    }

    /** Superclasses of libraries bring an identifier where they have one by the usual name. */
    private void external(JavaType ancestor) {
      ExternalType known = program.external().find(ancestor.name()).orElse(null);
      if (known == null) {
        unknownAncestor = unknownAncestor == null ? ancestor.name() : unknownAncestor;
      } else if (ids.isEmpty()
          && !known.isInterface()
          && (known.fields().containsKey(USUAL_ID) || known.methods().containsKey("getId"))) {
        ids.add(USUAL_ID);
      }
    }

    private void properties(TypeInfo owner, JavaType seen, Set<String> properties) {
      for (FieldDecl field : owner.declaration().fields()) {
        if (!field.modifiers().isStatic()) {
          properties.add(field.name());
          property(owner, seen, field.name(), field.type(), field.annotations(), field.nameSpan());
        }
      }
      for (Parameter each : owner.declaration().recordComponents()) {
        properties.add(each.name());
        property(owner, seen, each.name(), each.type(), each.annotations(), each.nameSpan());
      }
      // JPA takes the annotations of getters as well (property access).
      for (MethodInfo method : owner.methods()) {
        var declaration = method.declaration();
        String name = getterProperty(method.name());
        if (name != null && declaration.parameters().isEmpty()) {
          property(
              owner,
              seen,
              name,
              declaration.returnType(),
              declaration.annotations(),
              declaration.nameSpan());
        }
      }
    }

    private void property(
        TypeInfo owner,
        JavaType seen,
        String name,
        TypeRef written,
        List<AnnotationUse> annotations,
        Span span) {
      if (annotations.isEmpty()) {
        return;
      }
      if (roles.find(annotations, owner, Role.ID).isPresent()) {
        ids.add(name);
      }
      AnnotationRoles.Played association =
          roles.find(annotations, owner, Role.ASSOCIATION).orElse(null);
      if (association != null) {
        JavaType type = program.names().resolve(written, owner, null);
        associations.add(
            new Association(
                owner,
                name,
                association.model().as(),
                target(association, inTermsOf(type, owner, seen)),
                isEager(association),
                values.text(association.annotation(), "mappedBy"),
                owner.location(span)));
      }
    }
  }

  private static JavaType inTermsOf(JavaType type, TypeInfo owner, JavaType seen) {
    List<String> parameters =
        owner.declaration().typeParameters().stream().map(each -> each.name()).toList();
    java.util.Map<String, JavaType> bindings = new java.util.HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      bindings.put(parameters.get(i), seen.argument(i));
    }
    return type.substitute(bindings);
  }

  /** {@code List<Item>} leads to Item, {@code Map<Key, Item>} too. */
  private JavaType target(AnnotationRoles.Played association, JavaType type) {
    ConstantValue named =
        values.value(association.annotation(), "targetEntity", "targetClass").orElse(null);
    if (named instanceof ConstantValue.ClassName literal && !literal.type().name().equals("void")) {
      return literal.type();
    }
    if (type.isArray()) {
      return type.component();
    }
    boolean many =
        program.hierarchy().isSubtype(type, "java.util.Collection")
            || program.hierarchy().isSubtype(type, "java.util.Map")
            || program.hierarchy().isSubtype(type, "java.util.Optional");
    return many && !type.arguments().isEmpty() ? type.argument(type.arguments().size() - 1) : type;
  }

  /** JPA fetches what is one with its owner, and what is many when it is asked for. */
  private boolean isEager(AnnotationRoles.Played association) {
    Optional<ConstantValue> fetch = values.value(association.annotation(), "fetch");
    if (fetch.isPresent()) {
      return fetch.get().toString().endsWith("EAGER");
    }
    Optional<ConstantValue> lazy = values.value(association.annotation(), "lazy");
    if (lazy.isPresent()) {
      return lazy.get().toString().equals("false");
    }
    return association.model().as().endsWith("to-one");
  }

  private static String getterProperty(String name) {
    int prefix = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
    return prefix == 0 || name.length() == prefix
        ? null
        : Character.toLowerCase(name.charAt(prefix)) + name.substring(prefix + 1);
  }
}
