package dev.plumbline.analyzer.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads a library data file. Its form is described in docs/library-data.md; an unknown key is an
 * error, because a misspelt one would silently say nothing.
 *
 * <p>A type that begins with {@code j*.} stands for two: {@code javax.} and {@code jakarta.}.
 */
final class LibraryReader {

  private static final String EITHER = "j*.";
  private static final List<String> NAMESPACES = List.of("javax.", "jakarta.");

  private final String file;

  private LibraryReader(String file) {
    this.file = file;
  }

  /**
   * @throws IllegalStateException when the file does not have the form that is described
   */
  static LibraryFile read(String file, InputStream in) throws IOException {
    return new LibraryReader(file).file(new YAMLMapper().readTree(in));
  }

  private LibraryFile file(JsonNode root) {
    expect(
        root,
        "the file",
        Set.of(
            "library",
            "packages",
            "types",
            "repositoryAnnotations",
            "queryAnnotations",
            "annotations",
            "validators",
            "requestAdvice",
            "methods"));
    List<TypeModel> types = new ArrayList<>();
    for (Iterator<Map.Entry<String, JsonNode>> it = root.path("types").fields(); it.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = it.next();
      for (String namespace : namespaces(entry.getKey() + " " + entry.getValue())) {
        types.add(type(entry.getKey(), entry.getValue(), namespace));
      }
    }
    List<MethodModel> methods = new ArrayList<>();
    for (JsonNode method : root.path("methods")) {
      methods(method, methods);
    }
    return new LibraryFile(
        root.path("library").asText(),
        each(strings(root.path("packages"))),
        types,
        each(strings(root.path("repositoryAnnotations"))),
        each(strings(root.path("queryAnnotations"))),
        annotations(root.path("annotations")),
        each(strings(root.path("validators"))),
        each(strings(root.path("requestAdvice"))),
        methods);
  }

  private static List<String> namespaces(String text) {
    return text.contains(EITHER) ? NAMESPACES : List.of("");
  }

  private static List<String> each(List<String> names) {
    List<String> all = new ArrayList<>();
    for (String name : names) {
      namespaces(name).forEach(namespace -> all.add(name.replace(EITHER, namespace)));
    }
    return all;
  }

  private TypeModel type(String written, JsonNode node, String namespace) {
    expect(node, written, Set.of("interface", "parameters", "extends", "returns", "repository"));
    Map<String, String> returns = new LinkedHashMap<>();
    for (Iterator<Map.Entry<String, JsonNode>> it = node.path("returns").fields(); it.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = it.next();
      returns.put(entry.getKey(), entry.getValue().asText().replace(EITHER, namespace));
    }
    return new TypeModel(
        written.replace(EITHER, namespace),
        node.path("interface").asBoolean(false),
        strings(node.path("parameters")),
        strings(node.path("extends")).stream().map(s -> s.replace(EITHER, namespace)).toList(),
        returns,
        node.path("repository").asBoolean(false));
  }

  private List<AnnotationModel> annotations(JsonNode nodes) {
    List<AnnotationModel> annotations = new ArrayList<>();
    for (JsonNode node : nodes) {
      expect(node, "annotations", Set.of("role", "framework", "as", "names"));
      for (String name : each(strings(node.path("names")))) {
        annotations.add(
            new AnnotationModel(
                name,
                constant(AnnotationModel.Role.class, node.path("role")),
                node.path("framework").asText(""),
                node.path("as").asText("")));
      }
    }
    return annotations;
  }

  private void methods(JsonNode node, List<MethodModel> methods) {
    expect(
        node, "methods", Set.of("on", "names", "except", "arity", "sink", "access", "credential"));
    List<MethodModel.Sink> sinks = new ArrayList<>();
    if (node.has("sink")) {
      JsonNode sink = node.path("sink");
      expect(sink, "sink", Set.of("kind", "argument"));
      sinks.add(
          new MethodModel.Sink(
              constant(SinkKind.class, sink.path("kind")),
              sink.path("argument").asText().equals("every")
                  ? MethodModel.Sink.EVERY
                  : sink.path("argument").asInt()));
    }
    Optional<MethodModel.Credential> credential = Optional.empty();
    if (node.has("credential")) {
      JsonNode each = node.path("credential");
      expect(each, "credential", Set.of("argument", "what", "key"));
      credential =
          Optional.of(
              new MethodModel.Credential(
                  each.path("argument").asInt(),
                  each.path("what").asText("password"),
                  each.has("key") ? Optional.of(each.path("key").asText()) : Optional.empty()));
    }
    Optional<Access> access =
        node.has("access")
            ? Optional.of(constant(Access.class, node.path("access")))
            : Optional.empty();
    OptionalInt arity =
        node.has("arity") ? OptionalInt.of(node.path("arity").asInt()) : OptionalInt.empty();
    for (String on : each(strings(node.path("on")))) {
      methods.add(
          new MethodModel(
              on,
              strings(node.path("names")),
              strings(node.path("except")),
              arity,
              sinks,
              access,
              credential));
    }
  }

  private <E extends Enum<E>> E constant(Class<E> type, JsonNode node) {
    try {
      return Enum.valueOf(type, node.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          "library data " + file + ": no " + type.getSimpleName() + " " + node.asText(), e);
    }
  }

  /** A list of strings, or one string. */
  private static List<String> strings(JsonNode node) {
    if (node.isMissingNode()) {
      return List.of();
    }
    if (!node.isArray()) {
      return List.of(node.asText());
    }
    List<String> strings = new ArrayList<>();
    node.forEach(each -> strings.add(each.asText()));
    return List.copyOf(strings);
  }

  private void expect(JsonNode node, String where, Set<String> keys) {
    for (Iterator<String> it = node.fieldNames(); it.hasNext(); ) {
      String key = it.next();
      if (!keys.contains(key)) {
        throw new IllegalStateException(
            "library data " + file + ": " + where + " has the unknown key " + key);
      }
    }
  }
}
