package dev.plumbline.analyzer.library;

import java.util.ArrayList;
import java.util.List;

/**
 * The mappings that library data consist of, with the keys that each may have. The JSON schema
 * beside the data has a definition of the same name for each; a test holds the two together.
 */
enum Shape {
  FILE("library", "packages", "annotations", "typeRoles", "methods"),
  ANNOTATION("role", "framework", "as", "names"),
  TYPE_ROLE("role", "framework", "as", "names", "methods"),
  METHOD(
      "on",
      "names",
      "except",
      "arity",
      "parameters",
      "when",
      "key",
      "override",
      "sink",
      "source",
      "sanitizer",
      "decoder",
      "guard",
      "requires",
      "refuses",
      "flow",
      "returns",
      "fresh",
      "nullness",
      "access",
      "remote",
      "blocking",
      "opens",
      "closes",
      "owns",
      "transaction",
      "runs",
      "credential",
      "crypto",
      "random",
      "logs",
      "creates",
      "configures",
      "sends",
      "test",
      "neverReturns"),
  SINK(Words.all(SinkKind.class), "weak"),
  SOURCE(Words.all(SourceKind.class), "weak"),
  SANITIZER("clears", "at", "alphabet"),
  GUARD("at", "when", "clears", "alphabet"),
  REMOTE("protocol", "access"),
  RUNS("at", "thread"),
  CREDENTIAL("at", "what", "key"),
  CRYPTO("use", "at", "algorithm"),
  CONFIGURES(Words.all(MethodRole.Configures.Setting.class)),
  SENDS(Words.all(MethodRole.Sends.What.class));

  private final List<String> keys;

  Shape(String... keys) {
    this.keys = List.of(keys);
  }

  Shape(List<String> words, String... more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    this.keys = List.copyOf(all);
  }

  List<String> keys() {
    return keys;
  }
}
