package dev.plumbline.analyzer.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON schema, which editors use, and the reader, which decides, are of one mind. */
class LibrarySchemaTest {

  private static final JsonNode TEXT = text();
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(TEXT);

  private static JsonNode text() {
    try (InputStream in = LibrarySchemaTest.class.getResourceAsStream("/library/schema.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<Path> shippedFiles() throws IOException {
    return LibraryFiles.paths().stream();
  }

  @ParameterizedTest
  @MethodSource("shippedFiles")
  void everyShippedFileIsValidAndNamesItsLibrary(Path file) throws IOException {
    JsonNode data = new YAMLMapper().readTree(Files.readString(file));
    assertThat(SCHEMA.validate(data)).isEmpty();
    assertThat(data.path("library").asText()).isNotBlank();
    assertThat(data.path("packages")).isNotEmpty();
  }

  @Test
  void everyShapeHasTheKeysThatTheReaderKnows() {
    for (Shape shape : Shape.values()) {
      List<String> keys = new ArrayList<>();
      TEXT.path("$defs")
          .path(shape.name())
          .path("properties")
          .fieldNames()
          .forEachRemaining(keys::add);
      assertThat(keys).as(shape.name()).containsExactlyInAnyOrderElementsOf(shape.keys());
    }
  }

  @Test
  void rolesAndTheirKindsAreTheSame() {
    JsonNode annotations = TEXT.at("/$defs/ANNOTATION/allOf");
    for (AnnotationModel.Role role : AnnotationModel.Role.values()) {
      assertThat(kinds(annotations, Words.of(role))).isEqualTo(role.kinds());
    }
    JsonNode types = TEXT.at("/$defs/TYPE_ROLE/allOf");
    for (TypeRole.Role role : TypeRole.Role.values()) {
      assertThat(kinds(types, Words.of(role))).isEqualTo(role.kinds());
    }
    assertThat(words(TEXT.at("/$defs/ANNOTATION/properties/framework/enum")))
        .isEqualTo(Frameworks.ALL);
  }

  private static List<String> kinds(JsonNode conditions, String role) {
    for (JsonNode condition : conditions) {
      if (condition.at("/if/properties/role/const").asText().equals(role)) {
        return words(condition.at("/then/properties/as/enum"));
      }
    }
    throw new AssertionError("the schema lacks the role " + role);
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "methods: [{on: x.Y, names: [a], sink: {sql: 0}}]",
        "methods: [{on: [x.Y, j*.Z], names: a, arity: 2+, source: {web-header: result.element, weak: true}}]",
        "methods: [{on: x.Y, names: [\"get*\"], except: [getX], flow: [0 -> result, receiver.value -> 0/1]}]",
        "methods: [{on: x.Y, names: [a], parameters: [\"*\", int], sanitizer: all, random: secure}]",
        "methods: [{on: x.Y, names: [a], guard: {clears: [sql], when: false}, when: {0: [a, b]}}]",
        "methods: [{on: x.Y, names: [a], configures: {read-timeout: 0}, remote: {protocol: cache, access: read}}]",
        "annotations: [{role: mapping, as: GET, framework: spring, names: x.Get}]",
        "typeRoles: [{role: entry-point, as: message, names: [x.A, x.B], methods: [\"on*\"]}]"
      })
  void bothAccept(String yaml) throws IOException {
    assertThat(SCHEMA.validate(new YAMLMapper().readTree(yaml))).isEmpty();
    assertThat(problems(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "method: []",
        "methods: [{on: x.Y, sink: {sql: 0}}]",
        "methods: [{names: [a], sink: {sql: 0}}]",
        "methods: [{on: x.Y, names: [a], sink: {sqll: 0}}]",
        "methods: [{on: x.Y, names: [a], sink: {sql: third}}]",
        "methods: [{on: x.Y, names: [a], sink: {sql: result.elements}}]",
        "methods: [{on: x.Y, names: [a], arity: many, access: read}]",
        "methods: [{on: x.Y, names: [a], access: reed}]",
        "methods: [{on: x.Y, names: [a], flow: 0 to result}]",
        "methods: [{on: x.Y, names: [a], remote: {access: read}}]",
        "methods: [{on: x.Y, names: [a], neverReturns: maybe}]",
        "methods: [{on: x.Y, names: [a], when: {first: a}, access: read}]",
        "annotations: [{role: mapping, as: FETCH, names: x.Get}]",
        "annotations: [{role: primary, as: GET, names: x.Get}]",
        "annotations: [{role: mapper, names: x.Get}]",
        "annotations: [{role: mapping}]",
        "annotations: [{role: mapping, framework: sprig, names: x.Get}]",
        "typeRoles: [{role: entry-point, as: mail, names: x.A}]"
      })
  void bothRefuse(String yaml) throws IOException {
    assertThat(SCHEMA.validate(new YAMLMapper().readTree(yaml))).isNotEmpty();
    assertThat(problems(yaml)).isNotEmpty();
  }

  private static List<String> problems(String yaml) throws IOException {
    try {
      LibraryReader.read("x.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
      return List.of();
    } catch (LibraryDataException e) {
      return e.problems();
    }
  }
}
