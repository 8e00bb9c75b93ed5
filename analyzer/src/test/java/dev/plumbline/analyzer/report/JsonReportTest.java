package dev.plumbline.analyzer.report;

import static dev.plumbline.analyzer.report.ReportSamples.ODD_PATH;
import static dev.plumbline.analyzer.report.ReportSamples.bytes;
import static dev.plumbline.analyzer.report.ReportSamples.everything;
import static dev.plumbline.analyzer.report.ReportSamples.nothing;
import static dev.plumbline.analyzer.report.ReportSamples.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  private static JsonNode json() throws IOException {
    return new ObjectMapper().readTree(bytes(new JsonReport(), everything()));
  }

  @Test
  void theTopLevelIsInDocumentedOrder() throws IOException {
    List<String> names = new ArrayList<>();
    json().fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "schemaVersion", "tool", "rules", "findings", "notifications", "complete", "counts");
    assertThat(json().path("schemaVersion").asInt()).isEqualTo(1);
  }

  @Test
  void everyFieldIsDocumented() throws IOException {
    String doc = Files.readString(Path.of("../docs/json-report.md"));
    Set<String> names = new TreeSet<>();
    collect(json(), names);
    names.removeAll(List.of("java", "xml", "sql", "yaml", "properties"));
    assertThat(names).allSatisfy(name -> assertThat(doc).contains("`" + name + "`"));
  }

  private static void collect(JsonNode node, Set<String> names) {
    node.fieldNames().forEachRemaining(names::add);
    node.forEach(child -> collect(child, names));
  }

  @Test
  void aFindingHasAllItsParts() throws IOException {
    JsonNode finding = json().at("/findings/0");
    assertThat(finding.path("rule").asText()).isEqualTo("sql-injection");
    assertThat(finding.path("checklist").asText()).isEqualTo("C3");
    assertThat(finding.path("severity").asText()).isEqualTo("critical");
    assertThat(finding.path("level").asText()).isEqualTo("error");
    assertThat(finding.path("confidence").asText()).isEqualTo("high");
    assertThat(finding.path("path").asText()).isEqualTo(ODD_PATH);
    assertThat(finding.path("span").toString())
        .isEqualTo("{\"startLine\":7,\"startColumn\":5,\"endLine\":8,\"endColumn\":17}");
    assertThat(finding.path("flow")).hasSize(3);
    assertThat(finding.path("related")).hasSize(2);
    assertThat(finding.at("/fix/replacements")).hasSize(3);
    assertThat(finding.at("/fingerprints/primaryLocationLineHash").asText())
        .isEqualTo("aaaaaaaaaaaaaaa1:1");
    assertThat(json().at("/findings/1/fingerprints").has("primaryLocationLineHash")).isFalse();
    assertThat(json().at("/findings/1").has("fix")).isFalse();
    assertThat(json().at("/findings/2/message").asText()).isEqualTo("`\uFFFD` is never read");
  }

  @Test
  void notificationsAndCountsTellWhatWasNotSeen() throws IOException {
    assertThat(json().path("complete").asBoolean(true)).isFalse();
    assertThat(json().path("notifications"))
        .extracting(n -> n.path("kind").asText())
        .containsExactly("notice", "input", "budget", "internal");
    assertThat(json().at("/counts/byLevel").toString())
        .isEqualTo("{\"error\":1,\"warning\":0,\"note\":2}");
    assertThat(json().at("/counts/bySeverity").toString())
        .isEqualTo("{\"critical\":1,\"high\":0,\"medium\":0,\"low\":1,\"info\":1}");
    assertThat(json().at("/counts/files").toString())
        .isEqualTo("{\"java\":3,\"properties\":5,\"sql\":2,\"xml\":1,\"yaml\":4}");
    JsonNode clean = new ObjectMapper().readTree(bytes(new JsonReport(), nothing()));
    assertThat(clean.path("complete").asBoolean()).isTrue();
    assertThat(clean.path("findings").isArray()).isTrue();
  }

  @Test
  void equalReportsGiveEqualBytesWithoutTimesAndPlaces() throws IOException {
    String first = text(new JsonReport(), everything());
    assertThat(text(new JsonReport(), everything())).isEqualTo(first);
    assertThat(first).doesNotContain("77777", "88888", "/home/", "\r").endsWith("}\n");
  }
}
