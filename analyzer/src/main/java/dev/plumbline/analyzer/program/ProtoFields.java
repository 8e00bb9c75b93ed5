package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.ProtoFile;
import dev.plumbline.analyzer.ir.ProtoFile.Label;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The methods of one field: readers for message and builder, writers for the builder. */
final class ProtoFields {

  private static final JavaType BYTES = JavaType.of("com.google.protobuf.ByteString");

  private final ProtoFile file;
  private final ProtoFile.Field field;
  private final String name;
  private final JavaType type;
  private final boolean isMessage;
  private final boolean isOpenEnum;
  private final JavaType keyType;
  private final List<GeneratedMethod> methods = new ArrayList<>();

  ProtoFields(ProtoNames names, ProtoFile file, String scope, ProtoFile.Field field) {
    this.file = file;
    this.field = field;
    this.name = ProtoNames.accessor(field.name());
    Optional<JavaType> scalar = ProtoNames.scalar(field.type());
    Optional<ProtoNames.Type> named =
        scalar.isPresent() ? Optional.empty() : names.resolve(field.type(), scope, file);
    this.type =
        scalar.orElseGet(
            () -> named.map(each -> JavaType.of(each.javaName())).orElse(JavaType.UNKNOWN));
    boolean isEnum = named.map(ProtoNames.Type::isEnum).orElse(false);
    this.isMessage = scalar.isEmpty() && !isEnum;
    this.isOpenEnum = isEnum && file.hasOpenEnums();
    this.keyType = ProtoNames.scalar(field.keyType()).orElse(JavaType.UNKNOWN);
  }

  /** What the message, its builder and their common interface can read. */
  List<GeneratedMethod> readers() {
    methods.clear();
    switch (field.label()) {
      case MAP -> mapReaders();
      case REPEATED -> listReaders();
      default -> singleReaders();
    }
    return List.copyOf(methods);
  }

  private void singleReaders() {
    boolean tells =
        isMessage
            || field.oneof().isPresent()
            || field.label() != Label.PLAIN
            || file.tellsPresence();
    if (tells) {
      read("has" + name, JavaType.BOOLEAN);
    }
    read("get" + name, type);
    if (type.isString()) {
      read("get" + name + "Bytes", BYTES);
    } else if (isMessage) {
      read("get" + name + "OrBuilder", orBuilder());
    } else if (isOpenEnum) {
      read("get" + name + "Value", JavaType.INT);
    }
  }

  private void listReaders() {
    read("get" + name + "List", listOf(type));
    read("get" + name + "Count", JavaType.INT);
    read("get" + name, type, JavaType.INT);
    if (type.isString()) {
      read("get" + name + "Bytes", BYTES, JavaType.INT);
    } else if (isMessage) {
      read("get" + name + "OrBuilderList", listOf(orBuilder()));
      read("get" + name + "OrBuilder", orBuilder(), JavaType.INT);
    } else if (isOpenEnum) {
      read("get" + name + "ValueList", listOf(JavaType.INT));
      read("get" + name + "Value", JavaType.INT, JavaType.INT);
    }
  }

  private void mapReaders() {
    JavaType map = mapOf(type);
    read("get" + name + "Count", JavaType.INT);
    read("contains" + name, JavaType.BOOLEAN, keyType);
    read("get" + name, map);
    read("get" + name + "Map", map);
    read("get" + name + "OrDefault", type, keyType, type);
    read("get" + name + "OrThrow", type, keyType);
    if (isOpenEnum) {
      read("get" + name + "ValueMap", mapOf(JavaType.INT));
      read("get" + name + "ValueOrDefault", JavaType.INT, keyType, JavaType.INT);
      read("get" + name + "ValueOrThrow", JavaType.INT, keyType);
    }
  }

  /**
   * What the builder can do beyond reading.
   *
   * @param builder its type, which the writers give back
   */
  List<GeneratedMethod> writers(JavaType builder) {
    methods.clear();
    switch (field.label()) {
      case MAP -> mapWriters(builder);
      case REPEATED -> listWriters(builder);
      default -> singleWriters(builder);
    }
    write(Role.BUILDER_SETTER, "clear" + name, builder);
    return List.copyOf(methods);
  }

  private void singleWriters(JavaType builder) {
    write(Role.BUILDER_SETTER, "set" + name, builder, type);
    if (type.isString()) {
      write(Role.BUILDER_SETTER, "set" + name + "Bytes", builder, BYTES);
    } else if (isMessage) {
      write(Role.BUILDER_SETTER, "set" + name, builder, builderOf());
      write(Role.BUILDER_SETTER, "merge" + name, builder, type);
      write(Role.OTHER, "get" + name + "Builder", builderOf());
    } else if (isOpenEnum) {
      write(Role.BUILDER_SETTER, "set" + name + "Value", builder, JavaType.INT);
    }
  }

  private void listWriters(JavaType builder) {
    write(Role.BUILDER_ADDER, "set" + name, builder, JavaType.INT, type);
    write(Role.BUILDER_ADDER, "add" + name, builder, type);
    write(Role.BUILDER_ADDER, "addAll" + name, builder, iterableOf(type));
    if (type.isString()) {
      write(Role.BUILDER_ADDER, "add" + name + "Bytes", builder, BYTES);
    } else if (isMessage) {
      JavaType element = builderOf();
      write(Role.BUILDER_ADDER, "set" + name, builder, JavaType.INT, element);
      write(Role.BUILDER_ADDER, "add" + name, builder, element);
      write(Role.BUILDER_ADDER, "add" + name, builder, JavaType.INT, type);
      write(Role.BUILDER_ADDER, "add" + name, builder, JavaType.INT, element);
      write(Role.BUILDER_ADDER, "remove" + name, builder, JavaType.INT);
      write(Role.OTHER, "get" + name + "Builder", element, JavaType.INT);
      write(Role.OTHER, "add" + name + "Builder", element);
      write(Role.OTHER, "add" + name + "Builder", element, JavaType.INT);
      write(Role.OTHER, "get" + name + "BuilderList", listOf(element));
    } else if (isOpenEnum) {
      write(Role.BUILDER_ADDER, "set" + name + "Value", builder, JavaType.INT, JavaType.INT);
      write(Role.BUILDER_ADDER, "add" + name + "Value", builder, JavaType.INT);
      write(Role.BUILDER_ADDER, "addAll" + name + "Value", builder, iterableOf(JavaType.INT));
    }
  }

  private void mapWriters(JavaType builder) {
    write(Role.BUILDER_ADDER, "put" + name, builder, keyType, type);
    write(Role.BUILDER_ADDER, "putAll" + name, builder, mapOf(type));
    write(Role.BUILDER_ADDER, "remove" + name, builder, keyType);
    write(Role.OTHER, "getMutable" + name, mapOf(type));
    if (isMessage) {
      write(Role.OTHER, "put" + name + "BuilderIfAbsent", builderOf(), keyType);
    } else if (isOpenEnum) {
      write(Role.BUILDER_ADDER, "put" + name + "Value", builder, keyType, JavaType.INT);
      write(Role.BUILDER_ADDER, "putAll" + name + "Value", builder, mapOf(JavaType.INT));
    }
  }

  private void read(String method, JavaType result, JavaType... parameters) {
    methods.add(GeneratedSignatures.method(Role.GETTER, field.name(), method, result, parameters));
  }

  private void write(Role role, String method, JavaType result, JavaType... parameters) {
    methods.add(GeneratedSignatures.method(role, field.name(), method, result, parameters));
  }

  private JavaType builderOf() {
    return type.isKnown() ? JavaType.of(type.name() + ".Builder") : JavaType.UNKNOWN;
  }

  private JavaType orBuilder() {
    return type.isKnown() ? JavaType.of(type.name() + "OrBuilder") : JavaType.UNKNOWN;
  }

  private static JavaType listOf(JavaType element) {
    return JavaType.of("java.util.List", GeneratedSignatures.boxed(element));
  }

  private static JavaType iterableOf(JavaType element) {
    return JavaType.of("java.lang.Iterable", GeneratedSignatures.boxed(element));
  }

  private JavaType mapOf(JavaType value) {
    return JavaType.of(
        "java.util.Map", GeneratedSignatures.boxed(keyType), GeneratedSignatures.boxed(value));
  }
}
