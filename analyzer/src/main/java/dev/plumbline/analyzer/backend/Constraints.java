package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which types carry Bean Validation constraints: on fields, getters, record components, type
 * arguments and the type itself, its own and inherited, and those of other types that it cascades
 * into with {@code @Valid}. What is listed is what runs when a value of the type is validated
 * (Jakarta Validation 3.1, chapter 5), groups aside.
 *
 * <p>Given up: constraints in XML, and those of supertypes that are not in the workspace.
 */
public final class Constraints {

  /** Cascades of cascades; deeper ones add nothing that a reader would look at. */
  private static final int MAX_CASCADES = 4;

  private final Program program;
  private final Annotations annotations;
  private final Map<Key, List<ConstrainedProperty>> known = new ConcurrentHashMap<>();

  /** The same name may mean another type in another module. */
  private record Key(JavaType type, String module) {}

  Constraints(Program program, Annotations annotations) {
    this.program = program;
    this.annotations = annotations;
  }

  /**
   * The constraints that run when a value of {@code type} is validated, own ones first.
   *
   * @param near the type in whose code {@code type} is named
   */
  public List<ConstrainedProperty> of(JavaType type, TypeInfo near) {
    Key key = new Key(type, near.file().file().module());
    List<ConstrainedProperty> found = known.get(key);
    if (found == null) {
      Map<String, ConstrainedProperty> properties = new LinkedHashMap<>();
      collect(type, near, "", 0, new HashSet<>(), properties);
      found = List.copyOf(properties.values());
      known.put(key, found);
    }
    return found;
  }

  private void collect(
      JavaType type,
      TypeInfo near,
      String prefix,
      int cascades,
      Set<JavaType> above,
      Map<String, ConstrainedProperty> found) {
    TypeInfo info = type.isClass() ? program.type(type.name(), near).orElse(null) : null;
    if (info == null || !above.add(type)) {
      return;
    }
    add(prefix + info.displayName(), type, own(info.annotations(), info), info, span(info), found);
    List<Cascade> followed = new ArrayList<>();
    for (Parameter component : info.declaration().recordComponents()) {
      Property property = new Property(component.name(), component.type(), component.annotations());
      property(property, type, info, component.nameSpan(), prefix, followed, found);
    }
    for (FieldDecl field : info.declaration().fields()) {
      if (!field.modifiers().isStatic()) {
        Property property = new Property(field.name(), field.type(), field.annotations());
        property(property, type, info, field.nameSpan(), prefix, followed, found);
      }
    }
    for (MethodInfo method : info.methods()) {
      String name = propertyOf(method.declaration());
      if (name != null) {
        MethodDecl getter = method.declaration();
        Property property = new Property(name, getter.returnType(), getter.annotations());
        property(property, type, info, getter.nameSpan(), prefix, followed, found);
      }
    }
    for (JavaType supertype : program.hierarchy().supertypes(type, info)) {
      collect(supertype, info, prefix, cascades, above, found);
    }
    if (cascades < MAX_CASCADES) {
      for (Cascade cascade : followed) {
        String path = prefix + cascade.name() + ".";
        collect(cascade.type(), info, path, cascades + 1, new HashSet<>(above), found);
      }
    }
  }

  private record Property(String name, TypeRef type, List<AnnotationUse> annotations) {}

  private record Cascade(String name, JavaType type) {}

  private void property(
      Property property,
      JavaType owner,
      TypeInfo info,
      Span nameSpan,
      String prefix,
      List<Cascade> followed,
      Map<String, ConstrainedProperty> found) {
    JavaType type = typeOf(property, owner, info);
    List<ConstrainedProperty.Constraint> constraints = own(property.annotations(), info);
    inArguments(property.type(), type, property.name(), info, constraints, followed);
    add(prefix + property.name(), type, constraints, info, nameSpan, found);
    if (isValid(property.annotations(), info)) {
      JavaType element = element(type, info);
      if (followed.stream().noneMatch(each -> each.type().equals(element))) {
        followed.add(new Cascade(property.name(), element));
      }
    }
  }

  /** Constraints and cascades inside the brackets: {@code Map<@NotBlank String, @Valid Item>}. */
  private void inArguments(
      TypeRef written,
      JavaType type,
      String property,
      TypeInfo info,
      List<ConstrainedProperty.Constraint> constraints,
      List<Cascade> followed) {
    for (int i = 0; i < written.arguments().size(); i++) {
      TypeRef argument = written.arguments().get(i);
      constraints.addAll(own(argument.annotations(), info));
      if (isValid(argument.annotations(), info)) {
        followed.add(new Cascade(property, type.argument(i)));
      }
      inArguments(argument, type.argument(i), property, info, constraints, followed);
    }
  }

  private JavaType typeOf(Property property, JavaType owner, TypeInfo info) {
    Optional<Members.Field> field = program.members().field(owner, property.name(), info);
    return field.isPresent() && field.get().info().filter(info::equals).isPresent()
        ? field.get().type()
        : program.names().resolve(property.type(), info, null);
  }

  /** What {@code @Valid} before a property leads to: the value, or the elements of a container. */
  private JavaType element(JavaType type, TypeInfo near) {
    if (type.isArray()) {
      return type.component();
    }
    if (type.isClass() && program.type(type.name(), near).isEmpty()) {
      JavaType map = program.hierarchy().asSuper(type, "java.util.Map");
      if (map != null) {
        return map.argument(1);
      }
      JavaType iterable = program.hierarchy().asSuper(type, "java.lang.Iterable");
      if (iterable != null) {
        return iterable.argument(0);
      }
      if (type.is("java.util.Optional")) {
        return type.argument(0);
      }
    }
    return type;
  }

  private List<ConstrainedProperty.Constraint> own(List<AnnotationUse> uses, TypeInfo scope) {
    List<ConstrainedProperty.Constraint> constraints = new ArrayList<>();
    for (AnnotationUse use : uses) {
      ScopedAnnotation annotation = new ScopedAnnotation(use, scope);
      if (annotations.isConstraint(annotation)) {
        constraints.add(
            new ConstrainedProperty.Constraint(
                annotations.name(annotation), use.element("groups").isPresent()));
      }
    }
    return constraints;
  }

  private boolean isValid(List<AnnotationUse> uses, TypeInfo scope) {
    return annotations.meaning(Annotations.scoped(uses, scope), Role.VALIDATES).isPresent();
  }

  private static void add(
      String path,
      JavaType type,
      List<ConstrainedProperty.Constraint> constraints,
      TypeInfo info,
      Span nameSpan,
      Map<String, ConstrainedProperty> found) {
    if (!constraints.isEmpty()) {
      found.putIfAbsent(
          path, new ConstrainedProperty(path, type, constraints, info.location(nameSpan)));
    }
  }

  private static Span span(TypeInfo info) {
    return info.declaration().nameSpan();
  }

  /** The property that a getter stands for, else {@code null}. */
  private static String propertyOf(MethodDecl method) {
    if (method.kind() != MethodDecl.Kind.METHOD
        || !method.parameters().isEmpty()
        || method.modifiers().isStatic()
        || method.annotations().isEmpty()) {
      return null;
    }
    String name = method.name();
    int start = name.startsWith("get") ? 3 : name.startsWith("is") ? 2 : 0;
    if (start == 0 || name.length() == start || !Character.isUpperCase(name.charAt(start))) {
      return null;
    }
    return Character.toLowerCase(name.charAt(start)) + name.substring(start + 1);
  }
}
