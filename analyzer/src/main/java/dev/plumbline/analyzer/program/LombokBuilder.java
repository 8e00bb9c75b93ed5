package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeParameter;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one {@code @Builder} or {@code @SuperBuilder} makes: the builder class, or the rest of one
 * that the source has begun, and the methods of the built class that give a builder.
 *
 * <p>A {@code @SuperBuilder}'s {@code builder()} is typed here as the hidden implementation of the
 * builder, where Lombok writes {@code XBuilder<?, ?>}: that says what the wildcards are captured
 * as, so that a chain through the methods of parents ends at the concrete class.
 */
final class LombokBuilder {

  private final LombokClass lombok;
  private final AnnotationUse use;
  private final boolean isSuper;
  private final MethodInfo executable;
  private final String simpleName;

  /**
   * What the builder asks for.
   *
   * @param name as the builder's methods have it
   * @param annotations where {@code @Singular} may stand
   */
  private record Property(
      String name, String field, JavaType type, List<AnnotationUse> annotations) {}

  private LombokBuilder(
      LombokClass lombok, AnnotationUse use, boolean isSuper, MethodInfo executable) {
    this.lombok = lombok;
    this.use = use;
    this.isSuper = isSuper;
    this.executable = executable;
    this.simpleName = LombokNames.builderClass(use, built(), lombok.settings());
  }

  /** Those of the class, of its constructors and of its methods; names alone are looked at. */
  static List<LombokBuilder> of(LombokClass lombok) {
    List<LombokBuilder> found = new ArrayList<>(1);
    if (!lombok.type().declaration().isInterface()) {
      lombok
          .on("SuperBuilder")
          .ifPresent(use -> found.add(new LombokBuilder(lombok, use, true, null)));
      lombok.on("Builder").ifPresent(use -> found.add(new LombokBuilder(lombok, use, false, null)));
    }
    for (MethodInfo method : lombok.type().methods()) {
      List<AnnotationUse> annotations = method.declaration().annotations();
      if (!annotations.isEmpty()) {
        lombok
            .on(annotations, "Builder")
            .ifPresent(use -> found.add(new LombokBuilder(lombok, use, false, method)));
      }
    }
    return found;
  }

  private String built() {
    if (executable == null || isConstructor()) {
      return lombok.type().declaration().simpleName();
    }
    String name = executable.declaration().returnType().simpleName();
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private boolean isConstructor() {
    return executable != null && executable.name().equals("<init>");
  }

  String simpleName() {
    return simpleName;
  }

  String name() {
    return lombok.type().name() + "." + simpleName;
  }

  /** The class behind the builder of a {@code @SuperBuilder}; absent for abstract classes. */
  Optional<String> implementation() {
    return isSuper && !lombok.type().declaration().modifiers().isAbstract()
        ? Optional.of(name() + "Impl")
        : Optional.empty();
  }

  private List<TypeParameter> typeParameters() {
    return executable != null && !isConstructor()
        ? executable.declaration().typeParameters()
        : lombok.type().declaration().typeParameters();
  }

  /** The variables of the builder class, as it declares them. */
  List<TypeVariable> declaredVariables() {
    List<String> names = variables();
    List<TypeVariable> declared = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      List<JavaType> bounds = List.of();
      if (isSuper && i == names.size() - 2) {
        bounds = List.of(lombok.type().type());
      } else if (isSuper && i == names.size() - 1) {
        List<JavaType> arguments = names.stream().map(JavaType::variable).toList();
        bounds = List.of(new JavaType(JavaType.Kind.CLASS, name(), arguments, 0));
      }
      declared.add(new TypeVariable(names.get(i), bounds));
    }
    return declared;
  }

  /** Of the builder class: for a {@code @SuperBuilder}, what is built and the builder follow. */
  private List<String> variables() {
    List<String> names = new ArrayList<>(typeParameters().stream().map(p -> p.name()).toList());
    if (isSuper) {
      names.add(unused("C", names));
      names.add(unused("B", names));
    }
    return names;
  }

  private static String unused(String name, List<String> used) {
    String free = name;
    for (int i = 2; used.contains(free); i++) {
      free = name + i;
    }
    return free;
  }

  /** The builder class as its parent's members name it. */
  private JavaType builder() {
    String name = isSuper ? implementation().orElse(name()) : name();
    return new JavaType(JavaType.Kind.CLASS, name, plainArguments(), 0);
  }

  private List<JavaType> plainArguments() {
    return typeParameters().stream().map(each -> JavaType.variable(each.name())).toList();
  }

  private JavaType result() {
    return executable == null || isConstructor()
        ? lombok.type().type()
        : lombok.program().names().resolve(executable.declaration().returnType(), executable);
  }

  /** {@code builder()} and {@code toBuilder()}, as far as the source has no such methods. */
  List<GeneratedMethod> onParent() {
    if (isSuper && implementation().isEmpty()) {
      return List.of();
    }
    List<GeneratedMethod> methods = new ArrayList<>();
    Access access = LombokAnnotations.access(use, "access").orElse(Access.PUBLIC);
    String name =
        use.element("builderMethodName").isPresent()
            ? LombokAnnotations.text(use, "builderMethodName")
            : "builder";
    boolean isStatic =
        executable == null || isConstructor() || executable.declaration().modifiers().isStatic();
    if (!name.isEmpty() && !lombok.declaresMethod(name)) {
      methods.add(method(Role.BUILDER, name, isStatic, access));
    }
    if (LombokAnnotations.flag(use, "toBuilder", false) && !lombok.declaresMethod("toBuilder", 0)) {
      methods.add(method(Role.TO_BUILDER, "toBuilder", false, access));
    }
    return methods;
  }

  private GeneratedMethod method(Role role, String name, boolean isStatic, Access access) {
    return new GeneratedMethod(
        GeneratedSignatures.signature(name, List.of(), builder(), isStatic),
        role,
        access,
        Optional.empty());
  }

  /**
   * The methods of the builder class.
   *
   * @param written the part of it that the source has, or {@code null}
   */
  List<GeneratedMethod> onBuilder(TypeInfo written) {
    List<GeneratedMethod> methods = new ArrayList<>();
    List<String> variables =
        written == null
            ? variables()
            : written.declaration().typeParameters().stream().map(p -> p.name()).toList();
    JavaType self;
    JavaType result = result();
    if (isSuper && variables.size() >= 2) {
      result = JavaType.variable(variables.get(variables.size() - 2));
      self = JavaType.variable(variables.get(variables.size() - 1));
      methods.add(GeneratedSignatures.method(Role.OTHER, null, "self", self));
    } else {
      self =
          new JavaType(
              JavaType.Kind.CLASS, name(), variables.stream().map(JavaType::variable).toList(), 0);
      if (written == null) {
        methods.add(constructor());
      }
    }
    for (Property property : properties()) {
      new PropertyMethods(lombok, use, self, methods)
          .add(property.name, property.field, property.type, property.annotations);
    }
    String build = LombokAnnotations.text(use, "buildMethodName");
    methods.add(
        GeneratedSignatures.method(Role.BUILD, null, build.isEmpty() ? "build" : build, result));
    if (written != null) {
      methods.removeIf(each -> declares(written, each.name()));
    }
    return methods;
  }

  private static GeneratedMethod constructor() {
    return new GeneratedMethod(
        GeneratedSignatures.signature("<init>", List.of(), JavaType.VOID, false),
        Role.CONSTRUCTOR,
        Access.PACKAGE,
        Optional.empty());
  }

  private boolean declares(TypeInfo written, String name) {
    return written.methods().stream()
        .anyMatch(method -> method.name().equals(name) && !lombok.isTolerated(method));
  }

  private List<Property> properties() {
    List<Property> properties = new ArrayList<>();
    if (executable != null) {
      for (Parameter each : executable.declaration().parameters()) {
        JavaType type = lombok.program().names().resolve(each.type(), executable);
        properties.add(new Property(each.name(), each.name(), type, each.annotations()));
      }
      return properties;
    }
    for (LombokClass.Field field : lombok.fields()) {
      boolean fixed = field.isFinal() && field.isInitialized();
      if (!field.isStatic() && !field.name().startsWith("$") && !fixed) {
        String name = LombokNames.of(lombok, field).baseName().orElse(field.name());
        properties.add(
            new Property(name, field.name(), lombok.resolve(field), field.annotations()));
      }
    }
    return properties;
  }

  /** What the builder class extends: the builder of the superclass. */
  List<JavaType> supertypes() {
    if (!isSuper || lombok.type().declaration().superclass().isEmpty()) {
      return List.of();
    }
    Program program = lombok.program();
    List<JavaType> known = program.hierarchy().known(lombok.type());
    if (known.isEmpty() || !known.get(0).isClass()) {
      return List.of();
    }
    JavaType parent = known.get(0);
    String name = parent.name() + "." + parentBuilder(parent);
    if (!program.hasType(name) && program.external().find(name).isEmpty()) {
      return List.of();
    }
    List<JavaType> arguments = new ArrayList<>(parent.arguments());
    List<String> variables = variables();
    variables
        .subList(variables.size() - 2, variables.size())
        .forEach(each -> arguments.add(JavaType.variable(each)));
    return List.of(new JavaType(JavaType.Kind.CLASS, name, arguments, 0));
  }

  /** Lombok does not look at the parent's annotation either: it takes the name by the pattern. */
  private String parentBuilder(JavaType parent) {
    return lombok
        .settings()
        .text("lombok.builder.className", "*Builder")
        .replace("*", parent.simpleName());
  }

  /** What the implementation extends: the builder, of the class and of itself. */
  JavaType implemented() {
    List<JavaType> arguments = new ArrayList<>(plainArguments());
    arguments.add(lombok.type().type());
    arguments.add(builder());
    return new JavaType(JavaType.Kind.CLASS, name(), arguments, 0);
  }

  List<TypeVariable> implementationVariables() {
    return typeParameters().stream().map(each -> TypeVariable.unbounded(each.name())).toList();
  }
}
