package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Classes whose properties are bound to a prefix: {@code @ConfigurationProperties} on classes with
 * setters (also generated ones), on records and classes with one constructor, on bean methods, and
 * the interfaces of {@code @ConfigMapping}. Nested classes are followed; of maps, and of types that
 * are not here, everything below their key is read.
 */
final class BindingReads {

  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.List",
          "java.util.Set",
          "java.util.Collection",
          "java.util.SortedSet",
          "java.util.ArrayList",
          "java.util.LinkedHashSet",
          "java.util.HashSet");

  private final Program program;
  private final KnownAnnotations known;
  private final ReadCollector collector;

  /** Types that are being bound: one that holds itself is followed once. */
  private final Set<TypeInfo> open = new HashSet<>();

  BindingReads(Program program, KnownAnnotations known, ReadCollector collector) {
    this.program = program;
    this.known = known;
    this.collector = collector;
  }

  /**
   * A property where it is declared.
   *
   * @param part of the key; empty when the property has the key of its class
   */
  private record Property(
      String name,
      String part,
      JavaType type,
      Optional<String> defaultText,
      TypeInfo owner,
      Location location) {
    Property(
        String name,
        JavaType type,
        Optional<String> defaultText,
        TypeInfo owner,
        Location location) {
      this(name, RelaxedName.dashed(name), type, defaultText, owner, location);
    }
  }

  void collect(TypeInfo type) {
    for (AnnotationUse use : type.annotations()) {
      KnownAnnotations.Form form = known.form(use, type);
      if (form == KnownAnnotations.Form.PREFIX || form == KnownAnnotations.Form.MAPPING) {
        prefix(use, type).ifPresent(prefix -> bind(type, properties(type), prefix));
      }
    }
    for (MethodInfo method : type.methods()) {
      for (AnnotationUse use : method.declaration().annotations()) {
        if (known.form(use, type) == KnownAnnotations.Form.PREFIX) {
          prefix(use, type).ifPresent(prefix -> beanMethod(method, prefix));
        }
      }
    }
  }

  private Optional<String> prefix(AnnotationUse use, TypeInfo scope) {
    boolean written = use.element("prefix").isPresent() || use.element("value").isPresent();
    Optional<String> prefix =
        use.element("prefix")
            .or(() -> use.element("value"))
            .flatMap(value -> program.constants().of(value, scope).text());
    if (prefix.isEmpty() && written) {
      collector.unknown(ConfigRead.Kind.BINDING, scope, scope.location(use.span()));
    }
    return written ? prefix : Optional.of("");
  }

  private void beanMethod(MethodInfo method, String prefix) {
    JavaType made = program.names().resolve(method.declaration().returnType(), method);
    TypeInfo bean = bean(made, method.owner());
    Location location = method.location(method.declaration().nameSpan());
    if (bean == null) {
      collector.whole(prefix, method.owner(), method.name(), location);
    } else {
      // The method has called the constructor already: setters are what is left.
      List<Property> found = new ArrayList<>();
      settable(bean, found);
      bind(bean, found, prefix);
    }
  }

  private void bind(TypeInfo type, List<Property> properties, String prefix) {
    if (!open.add(type)) {
      return;
    }
    for (Property property : properties) {
      boolean joined = prefix.isEmpty() || property.part().isEmpty();
      String key = prefix + (joined ? "" : ".") + property.part();
      bind(property, property.type(), key);
    }
    open.remove(type);
  }

  private void bind(Property property, JavaType type, String key) {
    if (type.isArray() || COLLECTIONS.contains(type.name())) {
      JavaType element = type.isArray() ? type.component() : type.argument(0);
      TypeInfo bean = bean(element, property.owner());
      if (bean == null) {
        collector.whole(key, property.owner(), property.name(), property.location());
      } else {
        bind(bean, properties(bean), key + "[*]");
      }
    } else if (type.is("java.util.Optional")) {
      bind(property, type.argument(0), key);
    } else if (type.is("java.util.Map") || type.is("java.util.Properties")) {
      collector.whole(key, property.owner(), property.name(), property.location());
    } else {
      TypeInfo bean = bean(type, property.owner());
      if (bean != null) {
        bind(bean, properties(bean), key);
      } else {
        collector.key(
            ConfigRead.Kind.BINDING,
            key,
            property.defaultText(),
            property.owner(),
            property.name(),
            property.location());
      }
    }
  }

  /** The type of the workspace whose properties are meant, or {@code null} for a value. */
  private TypeInfo bean(JavaType type, TypeInfo near) {
    if (!type.isClass()) {
      return null;
    }
    TypeInfo info = program.type(type.name(), near).orElse(null);
    if (info == null
        || info.declaration().kind() == TypeDecl.Kind.ENUM
        || info.declaration().kind() == TypeDecl.Kind.ANNOTATION) {
      return null;
    }
    return properties(info).isEmpty() ? null : info;
  }

  // Properties

  private List<Property> properties(TypeInfo type) {
    TypeDecl declaration = type.declaration();
    List<Property> found = new ArrayList<>();
    if (declaration.kind() == TypeDecl.Kind.RECORD) {
      parameters(declaration.recordComponents(), type, found);
    } else if (declaration.kind() == TypeDecl.Kind.INTERFACE) {
      mapped(type, found);
    } else {
      MethodInfo constructor = boundConstructor(type);
      if (constructor != null) {
        parameters(constructor.declaration().parameters(), type, found);
      } else {
        settable(type, found);
      }
    }
    return found;
  }

  private void parameters(List<Parameter> parameters, TypeInfo owner, List<Property> found) {
    for (Parameter parameter : parameters) {
      found.add(
          new Property(
              parameter.name(),
              program.names().resolve(parameter.type(), owner, null),
              annotated(parameter.annotations(), "DefaultValue", owner),
              owner,
              owner.location(parameter.nameSpan())));
    }
  }

  private Optional<String> annotated(
      List<AnnotationUse> annotations, String simpleName, TypeInfo scope) {
    return annotations.stream()
        .filter(use -> use.simpleName().equals(simpleName))
        .findFirst()
        .flatMap(use -> use.element("value"))
        .map(value -> program.constants().of(value, scope))
        .flatMap(ConstantValue::texts)
        .map(texts -> String.join(",", texts));
  }

  /** Spring Boot: the only constructor, when it has parameters, or the one that is marked. */
  private static MethodInfo boundConstructor(TypeInfo type) {
    List<MethodInfo> constructors =
        type.methods().stream()
            .filter(each -> each.declaration().kind() == MethodDecl.Kind.CONSTRUCTOR)
            .toList();
    for (MethodInfo each : constructors) {
      if (has(each.declaration().annotations(), "ConstructorBinding")) {
        return each;
      }
    }
    boolean only =
        constructors.size() == 1
            && !constructors.get(0).declaration().parameters().isEmpty()
            && !has(constructors.get(0).declaration().annotations(), "Autowired")
            && !has(constructors.get(0).declaration().annotations(), "Inject");
    return only ? constructors.get(0) : null;
  }

  private static boolean has(List<AnnotationUse> annotations, String simpleName) {
    return annotations.stream().anyMatch(use -> use.simpleName().equals(simpleName));
  }

  private void settable(TypeInfo type, List<Property> found) {
    boolean wholeConstructor =
        has(type.annotations(), "ConstructorBinding") || has(type.annotations(), "Value");
    Set<String> names = new HashSet<>();
    for (TypeInfo each = type; each != null; each = superclass(each)) {
      for (FieldDecl field : each.declaration().fields()) {
        if (!field.modifiers().isStatic()
            && (wholeConstructor || isSettable(type, each, field))
            && names.add(field.name())) {
          found.add(
              new Property(
                  field.name(),
                  program.names().resolve(field.type(), each, null),
                  initial(each, field),
                  each,
                  each.location(field.nameSpan())));
        }
      }
      setters(each, names, found);
    }
  }

  private TypeInfo superclass(TypeInfo type) {
    JavaType parent = program.hierarchy().superclass(type);
    TypeInfo info = program.type(parent.name(), type).orElse(null);
    return info == type || info != null && info.declaration().isInterface() ? null : info;
  }

  /** With a setter of its own or generated; objects and collections that are there need none. */
  private boolean isSettable(TypeInfo type, TypeInfo owner, FieldDecl field) {
    String capital = Character.toUpperCase(field.name().charAt(0)) + field.name().substring(1);
    if (!program.members().methods(type.type(), "set" + capital, 1, type).isEmpty()) {
      return true;
    }
    JavaType fieldType = program.names().resolve(field.type(), owner, null);
    boolean container =
        COLLECTIONS.contains(fieldType.name())
            || fieldType.is("java.util.Map")
            || fieldType.isClass() && program.hasType(fieldType.name());
    return container
        && field.initializer() != Body.NONE
        && !program.members().methods(type.type(), "get" + capital, 0, type).isEmpty();
  }

  /** Setters whose field has another name. */
  private void setters(TypeInfo type, Set<String> names, List<Property> found) {
    for (MethodInfo method : type.methods()) {
      MethodDecl declaration = method.declaration();
      boolean setter =
          declaration.kind() == MethodDecl.Kind.METHOD
              && !declaration.modifiers().isStatic()
              && !declaration.modifiers().isPrivate()
              && declaration.name().startsWith("set")
              && declaration.name().length() > 3
              && declaration.parameters().size() == 1;
      if (!setter) {
        continue;
      }
      String name =
          Character.toLowerCase(declaration.name().charAt(3)) + declaration.name().substring(4);
      if (names.add(name)) {
        found.add(
            new Property(
                name,
                program.names().resolve(declaration.parameters().get(0).type(), method),
                Optional.empty(),
                type,
                type.location(declaration.nameSpan())));
      }
    }
  }

  private Optional<String> initial(TypeInfo owner, FieldDecl field) {
    if (field.initializer() == Body.NONE) {
      return Optional.empty();
    }
    return owner
        .method(MethodDecl.FIELD_INITIALIZER)
        .flatMap(MethodInfo::body)
        .map(body -> program.fixedValues().of(body, field.initializer()))
        .flatMap(BindingReads::shown);
  }

  private static Optional<String> shown(ConstantValue value) {
    if (value instanceof ConstantValue.Scalar scalar) {
      return Optional.of(String.valueOf(scalar.value()));
    }
    return value instanceof ConstantValue.EnumName name
        ? Optional.of(name.name())
        : Optional.empty();
  }

  /** Methods of a mapping interface of SmallRye Config. */
  private void mapped(TypeInfo type, List<Property> found) {
    for (MethodInfo method : type.methods()) {
      MethodDecl declaration = method.declaration();
      if (declaration.kind() != MethodDecl.Kind.METHOD
          || declaration.modifiers().isStatic()
          || !declaration.parameters().isEmpty()
          || declaration.returnType().kind() == TypeRef.Kind.VOID) {
        continue;
      }
      String part = RelaxedName.dashed(method.name());
      if (has(declaration.annotations(), "WithParentName")) {
        part = "";
      }
      found.add(
          new Property(
              method.name(),
              annotated(declaration.annotations(), "WithName", type).orElse(part),
              program.names().resolve(declaration.returnType(), method),
              annotated(declaration.annotations(), "WithDefault", type),
              type,
              type.location(declaration.nameSpan())));
    }
  }
}
