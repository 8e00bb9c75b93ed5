package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.ir.ProtoFile;
import dev.plumbline.analyzer.program.ExternalType.ExternalField;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The Java classes of Protocol Buffers files, as the Java generated code guide describes them:
 * messages with their builders and the interface of both, enums, oneof cases, and gRPC stubs. What
 * the base classes of protobuf-java have comes from the library's signatures, but for the methods
 * of every day, which stand here too.
 */
final class ProtoTypes {

  private static final String LIBRARY = "com.google.protobuf.";
  private static final JavaType BYTES = JavaType.primitive("byte").withDimensions(1);

  /** What a message can be read from. */
  private static final List<JavaType> SOURCES =
      List.of(
          BYTES,
          JavaType.of(LIBRARY + "ByteString"),
          JavaType.of("java.nio.ByteBuffer"),
          JavaType.of("java.io.InputStream"),
          JavaType.of(LIBRARY + "CodedInputStream"));

  private final ProtoNames names;
  private final Consumer<GeneratedType> types;

  private ProtoTypes(ProtoNames names, Consumer<GeneratedType> types) {
    this.names = names;
    this.types = types;
  }

  /**
   * Declares the types of all Protocol Buffers files among {@code inputs}.
   *
   * @param inputs in path order
   */
  static void declare(List<GeneratorInput> inputs, Consumer<GeneratedType> types) {
    ProtoTypes proto = new ProtoTypes(new ProtoNames(inputs), types);
    for (GeneratorInput input : inputs) {
      if (input instanceof ProtoFile file) {
        proto.file(file);
      }
    }
  }

  private void file(ProtoFile file) {
    String outer = ProtoNames.javaPackage(file) + ProtoNames.outerClass(file);
    types.accept(
        GeneratedType.plainClass(
            outer, List.of(), () -> List.of(descriptor("FileDescriptor")), Map::of));
    String container = ProtoNames.container(file);
    for (ProtoFile.EnumType each : file.enums()) {
      enumType(container + each.name(), each.constants(), file.hasOpenEnums());
    }
    for (ProtoFile.Message each : file.messages()) {
      message(file, file.packageName(), container, each);
    }
    for (ProtoFile.Service each : file.services()) {
      ProtoServices.declare(names, file, each, types);
    }
  }

  private static GeneratedMethod descriptor(String kind) {
    return GeneratedSignatures.staticMethod(
        Role.OTHER, "getDescriptor", JavaType.of(LIBRARY + "Descriptors." + kind), List.of());
  }

  private void message(
      ProtoFile file, String outerScope, String container, ProtoFile.Message message) {
    String scope = outerScope.isEmpty() ? message.name() : outerScope + "." + message.name();
    String name = container + message.name();
    JavaType self = JavaType.of(name);
    JavaType builder = JavaType.of(name + ".Builder");
    JavaType common = JavaType.of(name + "OrBuilder");
    types.accept(
        new GeneratedType(
            name + "OrBuilder",
            ExternalType.Kind.INTERFACE,
            List.of(),
            () -> List.of(JavaType.of(LIBRARY + "MessageOrBuilder")),
            () -> readers(file, scope, name, message),
            Map::of));
    types.accept(
        GeneratedType.plainClass(
            name,
            List.of(JavaType.of(LIBRARY + "AbstractMessage"), common),
            () -> ofMessage(self, builder),
            () -> fieldNumbers(message)));
    types.accept(
        GeneratedType.plainClass(
            name + ".Builder",
            List.of(JavaType.of(LIBRARY + "AbstractMessage.Builder", builder), common),
            () -> ofBuilder(file, scope, message, self, builder),
            Map::of));
    for (Map.Entry<String, Set<String>> each : oneofs(message).entrySet()) {
      List<String> constants = new ArrayList<>(each.getValue());
      constants.add(ProtoNames.constant(ProtoNames.camelCase(each.getKey(), false)) + "_NOT_SET");
      enumType(caseName(name, each.getKey()), constants, false);
    }
    for (ProtoFile.EnumType each : message.enums()) {
      enumType(name + "." + each.name(), each.constants(), file.hasOpenEnums());
    }
    for (ProtoFile.Message each : message.messages()) {
      message(file, scope, name + ".", each);
    }
  }

  private static String caseName(String message, String oneof) {
    return message + "." + ProtoNames.camelCase(oneof, true) + "Case";
  }

  /** The constants of each oneof's case, by the name of the oneof. */
  private static Map<String, Set<String>> oneofs(ProtoFile.Message message) {
    Map<String, Set<String>> oneofs = new LinkedHashMap<>();
    for (ProtoFile.Field field : message.fields()) {
      field
          .oneof()
          .ifPresent(
              name ->
                  oneofs
                      .computeIfAbsent(name, key -> new LinkedHashSet<>())
                      .add(ProtoNames.constant(field.name())));
    }
    return oneofs;
  }

  private List<GeneratedMethod> readers(
      ProtoFile file, String scope, String name, ProtoFile.Message message) {
    List<GeneratedMethod> methods = new ArrayList<>();
    for (ProtoFile.Field field : message.fields()) {
      methods.addAll(new ProtoFields(names, file, scope, field).readers());
    }
    for (String oneof : oneofs(message).keySet()) {
      String accessor = ProtoNames.camelCase(oneof, true);
      methods.add(
          GeneratedSignatures.method(
              Role.OTHER, oneof, "get" + accessor + "Case", JavaType.of(caseName(name, oneof))));
    }
    return methods;
  }

  private static List<GeneratedMethod> ofMessage(JavaType self, JavaType builder) {
    List<GeneratedMethod> methods = new ArrayList<>();
    methods.add(
        GeneratedSignatures.staticMethod(Role.OTHER, "getDefaultInstance", self, List.of()));
    methods.add(GeneratedSignatures.staticMethod(Role.BUILDER, "newBuilder", builder, List.of()));
    methods.add(
        GeneratedSignatures.staticMethod(Role.TO_BUILDER, "newBuilder", builder, List.of(self)));
    methods.add(GeneratedSignatures.method(Role.TO_BUILDER, null, "toBuilder", builder));
    methods.add(GeneratedSignatures.method(Role.OTHER, null, "newBuilderForType", builder));
    methods.add(GeneratedSignatures.method(Role.OTHER, null, "getDefaultInstanceForType", self));
    JavaType registry = JavaType.of(LIBRARY + "ExtensionRegistryLite");
    for (JavaType source : SOURCES) {
      methods.add(GeneratedSignatures.staticMethod(Role.OTHER, "parseFrom", self, List.of(source)));
      methods.add(
          GeneratedSignatures.staticMethod(
              Role.OTHER, "parseFrom", self, List.of(source, registry)));
    }
    JavaType stream = JavaType.of("java.io.InputStream");
    methods.add(
        GeneratedSignatures.staticMethod(Role.OTHER, "parseDelimitedFrom", self, List.of(stream)));
    JavaType parser = JavaType.of(LIBRARY + "Parser", self);
    methods.add(GeneratedSignatures.staticMethod(Role.OTHER, "parser", parser, List.of()));
    methods.add(GeneratedSignatures.method(Role.OTHER, null, "getParserForType", parser));
    methods.add(descriptor("Descriptor"));
    methods.add(GeneratedSignatures.method(Role.OTHER, null, "toByteArray", BYTES));
    methods.add(
        GeneratedSignatures.method(
            Role.OTHER, null, "toByteString", JavaType.of(LIBRARY + "ByteString")));
    methods.add(GeneratedSignatures.method(Role.OTHER, null, "getSerializedSize", JavaType.INT));
    methods.add(GeneratedSignatures.method(Role.OTHER, null, "isInitialized", JavaType.BOOLEAN));
    JavaType output = JavaType.of("java.io.OutputStream");
    methods.add(GeneratedSignatures.method(Role.OTHER, null, "writeTo", JavaType.VOID, output));
    methods.add(
        GeneratedSignatures.method(Role.OTHER, null, "writeDelimitedTo", JavaType.VOID, output));
    return methods;
  }

  private List<GeneratedMethod> ofBuilder(
      ProtoFile file, String scope, ProtoFile.Message message, JavaType self, JavaType builder) {
    List<GeneratedMethod> methods = new ArrayList<>();
    for (ProtoFile.Field field : message.fields()) {
      methods.addAll(new ProtoFields(names, file, scope, field).writers(builder));
    }
    for (String oneof : oneofs(message).keySet()) {
      methods.add(
          GeneratedSignatures.method(
              Role.BUILDER_SETTER, oneof, "clear" + ProtoNames.camelCase(oneof, true), builder));
    }
    methods.add(GeneratedSignatures.method(Role.BUILD, null, "build", self));
    methods.add(GeneratedSignatures.method(Role.BUILD, null, "buildPartial", self));
    methods.add(GeneratedSignatures.method(Role.OTHER, null, "getDefaultInstanceForType", self));
    methods.add(GeneratedSignatures.method(Role.BUILDER_SETTER, null, "clear", builder));
    methods.add(GeneratedSignatures.method(Role.BUILDER_SETTER, null, "mergeFrom", builder, self));
    for (JavaType source : SOURCES) {
      methods.add(
          GeneratedSignatures.method(Role.BUILDER_SETTER, null, "mergeFrom", builder, source));
    }
    methods.add(GeneratedSignatures.method(Role.OTHER, null, "isInitialized", JavaType.BOOLEAN));
    methods.add(descriptor("Descriptor"));
    return methods;
  }

  private static Map<String, ExternalField> fieldNumbers(ProtoFile.Message message) {
    Map<String, ExternalField> constants = new LinkedHashMap<>();
    for (ProtoFile.Field field : message.fields()) {
      constants.put(
          ProtoNames.constant(field.name()) + "_FIELD_NUMBER",
          GeneratedSignatures.constant(JavaType.INT, null));
    }
    return constants;
  }

  private void enumType(String name, List<String> constants, boolean isOpen) {
    JavaType self = JavaType.of(name);
    types.accept(
        new GeneratedType(
            name,
            ExternalType.Kind.ENUM,
            List.of(),
            () ->
                List.of(
                    JavaType.of("java.lang.Enum", self),
                    JavaType.of(LIBRARY + "ProtocolMessageEnum")),
            () -> ofEnum(self),
            () -> constants(self, constants, isOpen)));
  }

  private static Map<String, ExternalField> constants(
      JavaType self, List<String> names, boolean isOpen) {
    Map<String, ExternalField> constants = new LinkedHashMap<>();
    for (String each : names) {
      constants.put(each, GeneratedSignatures.constant(self, null));
      constants.put(each + "_VALUE", GeneratedSignatures.constant(JavaType.INT, null));
    }
    if (isOpen) {
      constants.put("UNRECOGNIZED", GeneratedSignatures.constant(self, null));
    }
    return constants;
  }

  private static List<GeneratedMethod> ofEnum(JavaType self) {
    List<GeneratedMethod> methods = new ArrayList<>(GainedMembers.ofEnum(self));
    methods.add(GeneratedSignatures.method(Role.OTHER, null, "getNumber", JavaType.INT));
    methods.add(
        GeneratedSignatures.staticMethod(Role.OTHER, "forNumber", self, List.of(JavaType.INT)));
    methods.add(
        GeneratedSignatures.staticMethod(Role.OTHER, "valueOf", self, List.of(JavaType.INT)));
    methods.add(descriptor("EnumDescriptor"));
    return methods;
  }
}
