package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.ir.ProtoFile;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which Java class a name of the proto language becomes: the laws of the Java generated code guide.
 */
final class ProtoNames {

  private static final Map<String, JavaType> SCALARS =
      Map.ofEntries(
          Map.entry("double", JavaType.primitive("double")),
          Map.entry("float", JavaType.primitive("float")),
          Map.entry("int32", JavaType.INT),
          Map.entry("uint32", JavaType.INT),
          Map.entry("sint32", JavaType.INT),
          Map.entry("fixed32", JavaType.INT),
          Map.entry("sfixed32", JavaType.INT),
          Map.entry("int64", JavaType.primitive("long")),
          Map.entry("uint64", JavaType.primitive("long")),
          Map.entry("sint64", JavaType.primitive("long")),
          Map.entry("fixed64", JavaType.primitive("long")),
          Map.entry("sfixed64", JavaType.primitive("long")),
          Map.entry("bool", JavaType.BOOLEAN),
          Map.entry("string", JavaType.STRING),
          Map.entry("bytes", JavaType.of("com.google.protobuf.ByteString")));

  /** Names that the base class has already, so that a field of that name gets a tail. */
  private static final Set<String> TAKEN =
      Set.of(
          "InitializationErrorString",
          "SerializedSize",
          "UnknownFields",
          "AllFields",
          "DescriptorForType",
          "DefaultInstanceForType",
          "ParserForType",
          "CachedSize",
          "Class");

  private final Map<String, Type> all = new HashMap<>();
  // By identity: the hash of a file is that of all that stands in it.
  private final Map<ProtoFile, Map<String, Type>> byFile = new IdentityHashMap<>();

  /** A message or an enum. */
  record Type(String javaName, boolean isEnum) {}

  /**
   * @param inputs in path order; of two files that declare a name the first counts, except within
   *     the other
   */
  ProtoNames(List<GeneratorInput> inputs) {
    for (GeneratorInput input : inputs) {
      if (input instanceof ProtoFile file) {
        Map<String, Type> own = new HashMap<>();
        String prefix = file.packageName().isEmpty() ? "" : file.packageName() + ".";
        declare(file.messages(), file.enums(), prefix, container(file), own);
        byFile.put(file, own);
        own.forEach(all::putIfAbsent);
      }
    }
  }

  private static void declare(
      List<ProtoFile.Message> messages,
      List<ProtoFile.EnumType> enums,
      String prefix,
      String container,
      Map<String, Type> own) {
    for (ProtoFile.EnumType each : enums) {
      own.put(prefix + each.name(), new Type(container + each.name(), true));
    }
    for (ProtoFile.Message each : messages) {
      String javaName = container + each.name();
      own.put(prefix + each.name(), new Type(javaName, false));
      declare(each.messages(), each.enums(), prefix + each.name() + ".", javaName + ".", own);
    }
  }

  /** The package of the Java classes, with a dot behind it unless it is empty. */
  static String javaPackage(ProtoFile file) {
    String name = file.option("java_package").orElse(file.packageName());
    return name.isEmpty() ? "" : name + ".";
  }

  /** The class around all others, or beside them when there are several files. */
  static String outerClass(ProtoFile file) {
    String given = file.option("java_outer_classname").orElse("");
    if (!given.isEmpty()) {
      return given;
    }
    String base = file.path().substring(file.path().lastIndexOf('/') + 1);
    String name = camelCase(base.substring(0, base.lastIndexOf('.')), true);
    return isDeclared(name, file) ? name + "OuterClass" : name;
  }

  private static boolean isDeclared(String name, ProtoFile file) {
    return file.enums().stream().anyMatch(each -> each.name().equals(name))
        || file.services().stream().anyMatch(each -> each.name().equals(name))
        || isDeclared(name, file.messages());
  }

  private static boolean isDeclared(String name, List<ProtoFile.Message> messages) {
    return messages.stream()
        .anyMatch(
            each ->
                each.name().equals(name)
                    || each.enums().stream().anyMatch(nested -> nested.name().equals(name))
                    || isDeclared(name, each.messages()));
  }

  /** What stands before the name of a top-level message's class. */
  static String container(ProtoFile file) {
    boolean several = file.option("java_multiple_files").orElse("").equals("true");
    return several ? javaPackage(file) : javaPackage(file) + outerClass(file) + ".";
  }

  static Optional<JavaType> scalar(String type) {
    return Optional.ofNullable(SCALARS.get(type));
  }

  /**
   * The message or enum that {@code written} means, searched from the inside out.
   *
   * @param scope full proto name of the message that it stands in, or the package
   */
  Optional<Type> resolve(String written, String scope, ProtoFile file) {
    if (written.startsWith(".")) {
      return find(written.substring(1), file);
    }
    String each = scope;
    while (true) {
      Optional<Type> found = find(each.isEmpty() ? written : each + "." + written, file);
      if (found.isPresent() || each.isEmpty()) {
        return found;
      }
      int dot = each.lastIndexOf('.');
      each = dot < 0 ? "" : each.substring(0, dot);
    }
  }

  private Optional<Type> find(String fullName, ProtoFile file) {
    Type own = byFile.getOrDefault(file, Map.of()).get(fullName);
    Type found = own != null ? own : all.get(fullName);
    if (found == null && fullName.startsWith("google.")) {
      // The well-known types keep their package under com; of their enums one is ever a field.
      boolean isEnum = fullName.equals("google.protobuf.NullValue");
      return Optional.of(new Type("com." + fullName, isEnum));
    }
    return Optional.ofNullable(found);
  }

  /** The part of accessors' names that a field gives: {@code user_id} gives {@code UserId}. */
  static String accessor(String field) {
    String name = camelCase(field, true);
    return TAKEN.contains(name) ? name + "_" : name;
  }

  /** Underscores and digits begin a new word; any other letter stays as it is. */
  static String camelCase(String name, boolean upperFirst) {
    StringBuilder text = new StringBuilder(name.length());
    boolean upper = upperFirst;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'a' && c <= 'z') {
        text.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      } else if (c >= 'A' && c <= 'Z') {
        text.append(i == 0 && !upper ? Character.toLowerCase(c) : c);
        upper = false;
      } else if (c >= '0' && c <= '9') {
        text.append(c);
        upper = true;
      } else {
        upper = true;
      }
    }
    return text.toString();
  }

  static String constant(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
