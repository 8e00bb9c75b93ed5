package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out what one workspace type gains from the language and from Lombok. */
final class GainedMembers {

  private final Program program;
  private final TypeInfo type;
  private final List<GeneratedMethod> methods = new ArrayList<>();

  private GainedMembers(Program program, TypeInfo type) {
    this.program = program;
    this.type = type;
  }

  /**
   * @param lombok the type as Lombok sees it, or {@code null} when it has no part in it
   * @param builders that the type's own annotations ask for
   * @param rest of a builder class that the source has begun; {@code null} for other types
   * @param constants of a {@code Fields} type that the source has begun, or {@code null}
   */
  static GeneratedMembers of(
      Program program,
      TypeInfo type,
      LombokClass lombok,
      List<LombokBuilder> builders,
      LombokBuilder rest,
      FieldNameConstants constants) {
    GainedMembers gained = new GainedMembers(program, type);
    gained.ofLanguage();
    List<LombokDelegate> delegates = List.of();
    Map<String, GeneratedMembers.Field> fields = new LinkedHashMap<>();
    if (lombok != null) {
      gained.ofLombok(lombok, builders);
      LombokLoggers.of(lombok).ifPresent(logger -> fields.put(logger.name(), logger));
      delegates = LombokDelegate.of(lombok);
    }
    if (rest != null) {
      gained.methods.addAll(rest.onBuilder(type));
    }
    if (constants != null) {
      constants
          .constants()
          .forEach(
              (name, each) ->
                  fields.put(name, new GeneratedMembers.Field(name, each.type(), true)));
    }
    return new GeneratedMembers(gained.methods, fields, delegates);
  }

  /** JLS 8.9.3 and 8.10.3. */
  private void ofLanguage() {
    TypeDecl declaration = type.declaration();
    if (declaration.kind() == TypeDecl.Kind.ENUM) {
      methods.addAll(ofEnum(type.type()));
    }
    for (Parameter component : declaration.recordComponents()) {
      if (!declaresGetter(component.name())) {
        JavaType result = program.names().resolve(component.type(), type, null);
        methods.add(
            GeneratedSignatures.method(Role.GETTER, component.name(), component.name(), result));
      }
    }
    for (ConstructorInfo each : program.generated().constructors(type)) {
      if (each.declared().isEmpty()) {
        methods.add(constructor(each));
      }
    }
  }

  static List<GeneratedMethod> ofEnum(JavaType type) {
    return List.of(
        GeneratedSignatures.staticMethod(Role.OTHER, "values", type.withDimensions(1), List.of()),
        GeneratedSignatures.staticMethod(Role.OTHER, "valueOf", type, List.of(JavaType.STRING)));
  }

  private boolean declaresGetter(String name) {
    return type.declaration().methods().stream()
        .anyMatch(method -> method.name().equals(name) && method.parameters().isEmpty());
  }

  private static GeneratedMethod constructor(ConstructorInfo info) {
    return new GeneratedMethod(
        GeneratedSignatures.signature(
            "<init>",
            info.parameters().stream().map(ConstructorInfo.Parameter::type).toList(),
            JavaType.VOID,
            false),
        Role.CONSTRUCTOR,
        info.access(),
        Optional.empty());
  }

  private void ofLombok(LombokClass lombok, List<LombokBuilder> builders) {
    methods.addAll(LombokAccessors.of(lombok));
    for (LombokConstructors.Made each : LombokConstructors.of(lombok)) {
      each.factory().ifPresent(name -> methods.add(factory(name, each)));
    }
    for (LombokBuilder each : builders) {
      methods.addAll(each.onParent());
    }
    boolean compared = lombok.has("Data") || lombok.has("Value") || lombok.has("EqualsAndHashCode");
    if (compared && !lombok.declaresMethod("canEqual", 1)) {
      methods.add(
          GeneratedSignatures.method(
              Role.OTHER, null, "canEqual", JavaType.BOOLEAN, JavaType.OBJECT));
    }
  }

  private GeneratedMethod factory(String name, LombokConstructors.Made made) {
    return new GeneratedMethod(
        GeneratedSignatures.signature(
            name,
            made.constructor().parameters().stream().map(ConstructorInfo.Parameter::type).toList(),
            type.type(),
            true),
        Role.FACTORY,
        made.factoryAccess(),
        Optional.empty());
  }
}
