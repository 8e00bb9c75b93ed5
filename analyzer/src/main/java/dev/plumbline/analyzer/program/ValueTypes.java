package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The implementation of an abstract value type: {@code ImmutableOrder} of the Immutables library
 * with its builder, {@code AutoValue_Order} of AutoValue.
 *
 * <p>Of Immutables' styles, {@code typeImmutable} on the type itself is read; all others are given
 * up.
 */
final class ValueTypes {

  private static final Set<String> LISTS =
      Set.of(
          "java.util.List",
          "java.util.Set",
          "java.util.SortedSet",
          "java.util.Collection",
          "com.google.common.collect.ImmutableList",
          "com.google.common.collect.ImmutableSet");

  private static final Set<String> MAPS =
      Set.of("java.util.Map", "com.google.common.collect.ImmutableMap");

  private final Program program;
  private final TypeInfo type;
  private final String name;

  /** An abstract method without parameters. */
  private record Attribute(String name, JavaType type, List<AnnotationUse> annotations) {}

  private ValueTypes(Program program, TypeInfo type, String name) {
    this.program = program;
    this.type = type;
    this.name = name;
  }

  /**
   * @param pattern with an asterisk for the name of the type, as in {@code Immutable*}
   */
  static String declareImmutable(
      Program program, TypeInfo type, String pattern, Consumer<GeneratedType> types) {
    String name = inPackage(type, pattern.replace("*", type.declaration().simpleName()));
    ValueTypes value = new ValueTypes(program, type, name);
    types.accept(
        GeneratedType.plainClass(
            name, List.of(JavaType.of(type.name())), value::ofImmutable, Map::of));
    types.accept(
        GeneratedType.plainClass(name + ".Builder", List.of(), value::ofImmutableBuilder, Map::of));
    return name;
  }

  static String declareAutoValue(Program program, TypeInfo type, Consumer<GeneratedType> types) {
    String packageName = type.file().unit().packageName();
    String nested =
        packageName.isEmpty() ? type.name() : type.name().substring(packageName.length() + 1);
    String name = inPackage(type, "AutoValue_" + nested.replace('.', '_'));
    ValueTypes value = new ValueTypes(program, type, name);
    types.accept(
        GeneratedType.plainClass(
            name, List.of(JavaType.of(type.name())), value::ofAutoValue, Map::of));
    for (TypeInfo member : type.memberTypes()) {
      if (member.annotations().stream().anyMatch(each -> each.name().endsWith(".Builder"))) {
        types.accept(
            GeneratedType.plainClass(
                name + ".Builder",
                List.of(JavaType.of(member.name())),
                () -> List.of(constructor(List.of())),
                Map::of));
      }
    }
    return name;
  }

  private static String inPackage(TypeInfo type, String simpleName) {
    String packageName = type.file().unit().packageName();
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }

  private List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    for (MethodInfo method : type.methods()) {
      MethodDecl declaration = method.declaration();
      if (method.body().isEmpty()
          && declaration.parameters().isEmpty()
          && declaration.kind() == MethodDecl.Kind.METHOD) {
        attributes.add(
            new Attribute(
                method.name(),
                program.names().resolve(declaration.returnType(), method),
                declaration.annotations()));
      }
    }
    return attributes;
  }

  private List<GeneratedMethod> ofAutoValue() {
    return List.of(constructor(attributes().stream().map(Attribute::type).toList()));
  }

  private static GeneratedMethod constructor(List<JavaType> parameters) {
    return GeneratedSignatures.method(
        Role.CONSTRUCTOR, null, "<init>", JavaType.VOID, parameters.toArray(JavaType[]::new));
  }

  private List<GeneratedMethod> ofImmutable() {
    JavaType self = JavaType.of(name);
    List<GeneratedMethod> methods = new ArrayList<>();
    List<JavaType> parameters = new ArrayList<>();
    for (Attribute each : attributes()) {
      String with = "with" + Character.toUpperCase(each.name.charAt(0)) + each.name.substring(1);
      methods.add(GeneratedSignatures.method(Role.WITHER, each.name, with, self, each.type));
      if (each.annotations.stream().anyMatch(use -> use.simpleName().equals("Parameter"))) {
        parameters.add(each.type);
      }
    }
    methods.add(
        GeneratedSignatures.staticMethod(
            Role.BUILDER, "builder", JavaType.of(name + ".Builder"), List.of()));
    methods.add(
        GeneratedSignatures.staticMethod(
            Role.OTHER, "copyOf", self, List.of(JavaType.of(type.name()))));
    if (!parameters.isEmpty()) {
      methods.add(GeneratedSignatures.staticMethod(Role.FACTORY, "of", self, parameters));
    }
    return methods;
  }

  private List<GeneratedMethod> ofImmutableBuilder() {
    JavaType builder = JavaType.of(name + ".Builder");
    List<GeneratedMethod> methods = new ArrayList<>();
    for (Attribute each : attributes()) {
      setters(each, builder, methods);
    }
    methods.add(
        GeneratedSignatures.method(
            Role.BUILDER_SETTER, null, "from", builder, JavaType.of(type.name())));
    methods.add(GeneratedSignatures.method(Role.BUILD, null, "build", JavaType.of(name)));
    return methods;
  }

  private static void setters(
      Attribute attribute, JavaType builder, List<GeneratedMethod> methods) {
    String property = attribute.name;
    JavaType type = attribute.type;
    String tail = Character.toUpperCase(property.charAt(0)) + property.substring(1);
    if (LISTS.contains(type.name())) {
      JavaType element = type.argument(0);
      JavaType all = JavaType.of("java.lang.Iterable", element);
      methods.add(adder(property, "add" + tail, builder, element));
      methods.add(
          new GeneratedMethod(
              GeneratedSignatures.variable("add" + tail, element.withDimensions(1), builder),
              Role.BUILDER_ADDER,
              Access.PUBLIC,
              java.util.Optional.of(property)));
      methods.add(adder(property, "addAll" + tail, builder, all));
      methods.add(adder(property, property, builder, all));
    } else if (MAPS.contains(type.name())) {
      methods.add(adder(property, "put" + tail, builder, type.argument(0), type.argument(1)));
      methods.add(adder(property, "putAll" + tail, builder, type));
      methods.add(adder(property, property, builder, type));
    } else {
      if (type.is("java.util.Optional")) {
        methods.add(
            GeneratedSignatures.method(
                Role.BUILDER_SETTER, property, property, builder, type.argument(0)));
      }
      methods.add(
          GeneratedSignatures.method(Role.BUILDER_SETTER, property, property, builder, type));
    }
  }

  private static GeneratedMethod adder(
      String property, String name, JavaType builder, JavaType... parameters) {
    return GeneratedSignatures.method(Role.BUILDER_ADDER, property, name, builder, parameters);
  }
}
