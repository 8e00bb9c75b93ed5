package dev.plumbline.analyzer.ir;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A Protocol Buffers file: the messages, enums and services from which Java classes are generated.
 * Names of types stay as they are written.
 *
 * @param packageName of the proto language, empty without one
 * @param syntax {@code proto2}, {@code proto3}, or the year of an edition
 * @param options of the file, such as {@code java_package}
 */
public record ProtoFile(
    String path,
    String packageName,
    String syntax,
    Map<String, String> options,
    List<Message> messages,
    List<EnumType> enums,
    List<Service> services)
    implements GeneratorInput {

  /** How many values a field has. */
  public enum Label {
    /** Without a keyword: one value, which proto3 does not tell from none. */
    PLAIN,
    OPTIONAL,
    REQUIRED,
    REPEATED,
    MAP
  }

  /**
   * @param type as written; of the values of a map
   * @param keyType of a map, else empty
   * @param oneof the group of which one field at most is set
   */
  public record Field(
      String name, Label label, String type, String keyType, Optional<String> oneof) {
    public Field {
      Objects.requireNonNull(label);
    }
  }

  public record Message(
      String name, List<Field> fields, List<Message> messages, List<EnumType> enums) {
    public Message {
      fields = List.copyOf(fields);
      messages = List.copyOf(messages);
      enums = List.copyOf(enums);
    }
  }

  public record EnumType(String name, List<String> constants) {
    public EnumType {
      constants = List.copyOf(constants);
    }
  }

  public record Service(String name, List<Rpc> methods) {
    public Service {
      methods = List.copyOf(methods);
    }
  }

  /** A remote procedure; either side may send a stream of messages instead of one. */
  public record Rpc(
      String name, String request, boolean requests, String response, boolean responses) {}

  public ProtoFile {
    Objects.requireNonNull(path);
    options = Map.copyOf(options);
    messages = List.copyOf(messages);
    enums = List.copyOf(enums);
    services = List.copyOf(services);
  }

  /** Whether a plain field can tell that it is set. */
  public boolean tellsPresence() {
    return !syntax.equals("proto3");
  }

  /** Whether a field of an enum type may hold a number that the enum does not name. */
  public boolean hasOpenEnums() {
    return !syntax.equals("proto2");
  }

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }
}
