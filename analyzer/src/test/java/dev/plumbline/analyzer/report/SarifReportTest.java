package dev.plumbline.analyzer.report;

import static dev.plumbline.analyzer.report.ReportSamples.INJECTION;
import static dev.plumbline.analyzer.report.ReportSamples.LOOP;
import static dev.plumbline.analyzer.report.ReportSamples.ODD_PATH;
import static dev.plumbline.analyzer.report.ReportSamples.at;
import static dev.plumbline.analyzer.report.ReportSamples.bytes;
import static dev.plumbline.analyzer.report.ReportSamples.everything;
import static dev.plumbline.analyzer.report.ReportSamples.nothing;
import static dev.plumbline.analyzer.report.ReportSamples.report;
import static dev.plumbline.analyzer.report.ReportSamples.reported;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.finding.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SarifReportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode sarif(ScanReport report) throws IOException {
    return JSON.readTree(bytes(new SarifReport(), report));
  }

  private static JsonNode run(ScanReport report) throws IOException {
    return sarif(report).at("/runs/0");
  }

  private static Set<ValidationMessage> violations(JsonNode sarif) throws IOException {
    try (InputStream schema =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchema validator =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
      return validator.validate(
          sarif, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }
  }

  @Test
  void everyReportKeepsToTheSchema() throws IOException {
    assertThat(violations(sarif(everything()))).isEmpty();
    assertThat(violations(sarif(nothing()))).isEmpty();
    assertThat(violations(sarif(report(List.of(), List.of(), List.of())))).isEmpty();
    assertThat(violations(sarif(report(List.of(), everything().findings(), List.of())))).isEmpty();
  }

  @Test
  void theSchemaFindsFaults() throws IOException {
    JsonNode badLevel = sarif(everything());
    ((ObjectNode) badLevel.at("/runs/0/results/0")).put("level", "fatal");
    assertThat(violations(badLevel)).isNotEmpty();
    JsonNode badColumn = sarif(everything());
    ((ObjectNode) badColumn.at("/runs/0/results/0/locations/0/physicalLocation/region"))
        .put("startColumn", 0);
    assertThat(violations(badColumn)).isNotEmpty();
    JsonNode noTool = sarif(everything());
    ((ObjectNode) noTool.at("/runs/0")).remove("tool");
    assertThat(violations(noTool)).isNotEmpty();
    JsonNode badUri = sarif(everything());
    ((ObjectNode) badUri.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation"))
        .put("uri", "a b");
    assertThat(violations(badUri)).isNotEmpty();
  }

  @Test
  void equalReportsGiveEqualBytes() throws IOException {
    SarifReport format = new SarifReport();
    byte[] first = bytes(format, everything());
    assertThat(bytes(format, everything())).isEqualTo(first);
    assertThat(bytes(new SarifReport(), everything())).isEqualTo(first);
    assertThat(new String(first, StandardCharsets.UTF_8))
        .doesNotContain("77777", "88888", "\n ")
        .endsWith("}\n");
  }

  @Test
  void theBytesAreThoseOfTheGoldenFile() throws IOException {
    Path golden = Path.of("src/test/resources/report/everything.sarif");
    byte[] actual = bytes(new SarifReport(), everything());
    if (Boolean.getBoolean("plumbline.updateGolden")) {
      Files.createDirectories(golden.getParent());
      Files.write(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readAllBytes(golden));
  }

  @Test
  void resultsStandEvenWhenThereAreNone() throws IOException {
    assertThat(run(nothing()).path("results").isArray()).isTrue();
    assertThat(run(nothing()).path("results")).isEmpty();
    assertThat(run(nothing()).has("taxonomies")).isFalse();
    assertThat(run(nothing()).at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    assertThat(sarif(nothing()).path("runs")).hasSize(1);
  }

  @Test
  void theRulesStandEvenWhenNoneRan() throws IOException {
    JsonNode run = run(report(List.of(), List.of(), List.of()));
    assertThat(run.at("/tool/driver/rules").isArray()).isTrue();
    assertThat(run(everything()).at("/taxonomies/0").has("rules")).isFalse();
  }

  @Test
  void aResultNamesTheWeaknessesOfItsRule() throws IOException {
    JsonNode run = run(everything());
    JsonNode taxa = run.at("/results/0/taxa");
    assertThat(taxa).hasSize(2);
    for (JsonNode taxon : taxa) {
      JsonNode component = run.path("taxonomies").path(taxon.at("/toolComponent/index").asInt());
      assertThat(component.path("taxa").path(taxon.path("index").asInt()).path("id"))
          .isEqualTo(taxon.path("id"));
    }
    assertThat(run.at("/results/1").has("taxa")).isFalse();
  }

  @Test
  void theToolIsNamedWithItsVersion() throws IOException {
    JsonNode driver = run(everything()).at("/tool/driver");
    assertThat(driver.path("name").asText()).isEqualTo("Plumbline");
    assertThat(driver.path("version").asText()).isEqualTo("1.2.3");
    assertThat(driver.path("semanticVersion").asText()).isEqualTo("1.2.3");
    assertThat(driver.path("informationUri").asText()).isNotEmpty();
    assertThat(run(everything()).at("/originalUriBaseIds/%SRCROOT%/uri").asText())
        .isEqualTo("file:///home/me/my%20app/");
    assertThat(run(everything()).path("columnKind").asText()).isEqualTo("utf16CodeUnits");
    assertThat(run(everything()).has("automationDetails")).isFalse();
  }

  @Test
  void aSecurityRuleHasItsSeverityAsText() throws IOException {
    JsonNode rule = run(everything()).at("/tool/driver/rules/0");
    assertThat(rule.path("id").asText()).isEqualTo("sql-injection");
    assertThat(rule.path("name").asText()).isEqualTo("SqlInjection");
    assertThat(rule.at("/shortDescription/text").asText()).isEqualTo(INJECTION.title());
    assertThat(rule.at("/fullDescription/text").asText()).isEqualTo("Text of *What it reports*.");
    assertThat(rule.at("/help/markdown").asText()).startsWith("# Request text becomes SQL");
    assertThat(rule.at("/help/text").asText()).isNotEmpty();
    assertThat(rule.path("helpUri").asText()).endsWith("/sql-injection");
    JsonNode properties = rule.path("properties");
    assertThat(properties.path("security-severity").isTextual()).isTrue();
    assertThat(properties.path("security-severity").asText()).isEqualTo("9.3");
    assertThat(properties.path("precision").asText()).isEqualTo("high");
    assertThat(properties.path("problem.severity").asText()).isEqualTo("error");
    assertThat(properties.path("tags"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "C3", "security", "external/cwe/cwe-089", "external/cwe/cwe-564", "C2", "C4", "C5");
    assertThat(rule.at("/relationships/1/target/id").asText()).isEqualTo("CWE-564");
    int index = rule.at("/relationships/1/target/index").asInt();
    assertThat(run(everything()).at("/taxonomies/0/taxa/" + index + "/id").asText())
        .isEqualTo("CWE-564");
    assertThat(run(everything()).at("/tool/driver/supportedTaxonomies/0/name").asText())
        .isEqualTo("CWE");
  }

  @Test
  void otherRulesHaveNoSecuritySeverityButAlwaysALevel() throws IOException {
    JsonNode loop = run(everything()).at("/tool/driver/rules/1");
    assertThat(loop.at("/defaultConfiguration/level").asText()).isEqualTo("warning");
    assertThat(loop.path("properties").has("security-severity")).isFalse();
    assertThat(loop.path("properties").path("problem.severity").asText()).isEqualTo("warning");
    JsonNode unused = run(everything()).at("/tool/driver/rules/2");
    assertThat(unused.path("properties").has("security-severity")).isFalse();
    assertThat(unused.at("/properties/tags"))
        .extracting(JsonNode::asText)
        .doesNotContain("security");
    assertThat(unused.path("properties").path("problem.severity").asText())
        .isEqualTo("recommendation");
  }

  @Test
  void aRuleOfOneWordHasNoName() throws IOException {
    RuleInfo rule =
        new RuleInfo("deadlock", "t", Checklist.ERRORS, List.of(), Severity.HIGH, Confidence.HIGH);
    assertThat(
            run(report(List.of(rule), List.of(), List.of())).at("/tool/driver/rules/0").has("name"))
        .isFalse();
  }

  @Test
  void gitHubsLimitsOnRulesHold() throws IOException {
    RuleInfo rule =
        new RuleInfo(
                "many-weaknesses",
                "t".repeat(1023) + "\ud83d\ude80",
                Checklist.SECURITY,
                Cwe.of(1, 2, 3, 4, 5, 6, 7, 8, 9),
                Severity.HIGH,
                Confidence.HIGH)
            .alsoServing(Checklist.values());
    JsonNode written = run(report(List.of(rule), List.of(), List.of())).at("/tool/driver/rules/0");
    assertThat(written.at("/properties/tags")).hasSize(10);
    assertThat(written.at("/shortDescription/text").asText()).isEqualTo("t".repeat(1023));
    assertThat(written.at("/help/text").asText()).isNotEmpty();
  }

  @Test
  void aResultTellsWhatWhereAndWhy() throws IOException {
    JsonNode result = run(everything()).at("/results/0");
    assertThat(result.path("ruleId").asText()).isEqualTo("sql-injection");
    assertThat(result.path("ruleIndex").asInt(-1)).isZero();
    assertThat(result.path("level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText())
        .isEqualTo(
            "`name` reaches `executeQuery`. See [the \\[unchecked\\] parameter](1),"
                + " [the table](2).");
    assertThat(result.path("locations")).hasSize(1);
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText())
        .isEqualTo("src/my%20app/100%25/C%23/Gr%C3%B6%C3%9Fe%20%E5%8D%95%3F.java");
    assertThat(URI.create(place.at("/artifactLocation/uri").asText()).getPath())
        .isEqualTo(ODD_PATH);
    assertThat(place.at("/artifactLocation/uriBaseId").asText()).isEqualTo("%SRCROOT%");
    assertThat(place.path("region").toString())
        .isEqualTo(
            "{\"startLine\":7,\"startColumn\":5,\"endLine\":8,\"endColumn\":17,\"snippet\":"
                + "{\"text\":\"st.executeQuery(\\n        \\\"单🚀\\\" + \"}}");
    assertThat(result.path("partialFingerprints").toString())
        .isEqualTo(
            "{\"contextHash/v1\":\"0123456789abcdef0123:1\","
                + "\"primaryLocationLineHash\":\"aaaaaaaaaaaaaaa1:1\"}");
    assertThat(result.at("/codeFlows/0/threadFlows/0/locations"))
        .extracting(step -> step.at("/location/message/text").asText())
        .containsExactly("request parameter `name`", "is joined in `sql`", "becomes SQL text");
    assertThat(result.path("relatedLocations"))
        .extracting(related -> related.path("id").asInt())
        .containsExactly(1, 2);
    assertThat(result.path("properties").toString())
        .isEqualTo("{\"checklist\":\"C3\",\"confidence\":\"high\",\"severity\":\"critical\"}");
  }

  @Test
  void aFixGroupsItsReplacementsByFile() throws IOException {
    JsonNode fix = run(everything()).at("/results/0/fixes/0");
    assertThat(fix.at("/description/text").asText()).isEqualTo("Bind the value.");
    assertThat(fix.path("artifactChanges")).hasSize(2);
    assertThat(fix.at("/artifactChanges/0/replacements")).hasSize(2);
    assertThat(fix.at("/artifactChanges/0/replacements/1/insertedContent/text").asText())
        .isEqualTo("  st.setString(1, name);\n");
    assertThat(fix.at("/artifactChanges/1/artifactLocation/uri").asText())
        .isEqualTo("src/Web.java");
  }

  @Test
  void aResultMayDifferFromItsRuleAndLackItsHash() throws IOException {
    JsonNode result = run(everything()).at("/results/1");
    assertThat(result.path("level").asText()).isEqualTo("note");
    assertThat(result.at("/properties/confidence").asText()).isEqualTo("low");
    assertThat(result.path("partialFingerprints").has("primaryLocationLineHash")).isFalse();
    assertThat(result.at("/message/text").asText())
        .as("what looks like a link is none")
        .isEqualTo("`rows\\[i\\](x)` and `{0}` run for each row.");
    JsonNode unused = run(everything()).at("/results/2");
    assertThat(unused.at("/message/text").asText()).isEqualTo("`\uFFFD` is never read.");
    assertThat(unused.at("/locations/0/physicalLocation/region").has("snippet")).isFalse();
  }

  @Test
  void longSnippetsAreCut() throws IOException {
    Finding finding = Finding.of(LOOP, at("A.java", 1, 1, 1, 5_002), "long").build();
    String line = "x" + "\ud83d\ude80".repeat(2_500);
    JsonNode result =
        run(report(List.of(LOOP), List.of(reported(finding, "", 1, line)), List.of()))
            .at("/results/0");
    assertThat(result.at("/locations/0/physicalLocation/region/snippet/text").asText())
        .isEqualTo(line.substring(0, 1_999));
  }

  @Test
  void notificationsReachTheInvocation() throws IOException {
    JsonNode invocation = run(everything()).at("/invocations/0");
    assertThat(invocation.path("executionSuccessful").asBoolean(true)).isFalse();
    JsonNode notifications = invocation.path("toolExecutionNotifications");
    assertThat(notifications)
        .extracting(n -> n.at("/descriptor/id").asText())
        .containsExactly("notice", "input", "budget", "internal");
    assertThat(notifications)
        .extracting(n -> n.path("level").asText())
        .containsExactly("note", "warning", "warning", "error");
    for (JsonNode notification : notifications) {
      JsonNode kind =
          run(everything())
              .at("/tool/driver/notifications/" + notification.at("/descriptor/index").asInt());
      assertThat(kind.path("id")).isEqualTo(notification.at("/descriptor/id"));
    }
    assertThat(notifications.at("/1/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(3);
    assertThat(notifications.at("/2/associatedRule/index").asInt()).isEqualTo(1);
    assertThat(notifications.at("/3/associatedRule/id").asText()).isEqualTo("no-such-rule");
    assertThat(notifications.at("/3/associatedRule").has("index")).isFalse();
  }

  @Test
  void aFileThatCouldNotBeReadIsNoFailureOfTheTool() throws IOException {
    ScanReport report =
        report(
            List.of(),
            List.of(),
            List.of(Notification.of(Notification.Kind.INPUT, "A.java", "Not Java")));
    assertThat(run(report).at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
  }

  @Test
  void theLeastSevereFindingsAreCutFirst() throws IOException {
    List<ReportedFinding> findings = new ArrayList<>();
    List<Severity> severities =
        List.of(Severity.INFO, Severity.LOW, Severity.MEDIUM, Severity.LOW, Severity.CRITICAL);
    for (int i = 0; i < severities.size(); i++) {
      findings.add(
          reported(
              Finding.of(LOOP, at("A.java", i + 1, 1, i + 1, 2), "m" + i)
                  .severity(severities.get(i))
                  .build(),
              "",
              1));
    }
    ScanReport report = report(List.of(LOOP), findings, List.of());
    JsonNode run = JSON.readTree(bytes(new SarifReport(3), report)).at("/runs/0");
    assertThat(run.path("results"))
        .extracting(result -> result.at("/message/text").asText())
        .containsExactly("m1.", "m2.", "m4.");
    assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text").asText())
        .startsWith("2 of 5 findings");
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    assertThat(JSON.readTree(bytes(new SarifReport(5), report)).at("/runs/0/results")).hasSize(5);
  }

  @Test
  void anOverlongPathKeepsItsEnds() throws IOException {
    Finding.Builder finding = Finding.of(LOOP, at("A.java", 1, 1, 1, 2), "far");
    for (int i = 1; i <= 1_203; i++) {
      finding.step(at("A.java", i, 1, i, 2), "step " + i);
    }
    JsonNode flow =
        run(report(List.of(LOOP), List.of(reported(finding.build(), "", 1)), List.of()))
            .at("/results/0/codeFlows/0");
    JsonNode steps = flow.at("/threadFlows/0/locations");
    assertThat(steps).hasSize(1_000);
    assertThat(steps.at("/0/location/message/text").asText()).isEqualTo("step 1");
    assertThat(steps.at("/999/location/message/text").asText()).isEqualTo("step 1203");
    assertThat(flow.at("/message/text").asText()).startsWith("203 steps");
  }

  @Test
  void resultsAreWrittenOneAtATime() throws IOException {
    int count = 2_000;
    ScanReport report =
        report(
            List.of(INJECTION), Collections.nCopies(count, ReportSamples.injection()), List.of());
    // Bytes leave in small pieces while results are still to come.
    long[] written = {0};
    new SarifReport()
        .write(
            report,
            new OutputStream() {
              private int largest;

              @Override
              public void write(int b) {
                written[0]++;
              }

              @Override
              public void write(byte[] bytes, int from, int length) {
                written[0] += length;
                largest = Math.max(largest, length);
                assertThat(largest).as("bytes held back").isLessThan(64 * 1024);
              }
            });
    assertThat(written[0]).isGreaterThan(count * 1_000L);
  }

  @Test
  void theStreamStaysOpen() throws IOException {
    boolean[] closed = {false};
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    new SarifReport().write(everything(), out);
    new JsonReport().write(everything(), out);
    assertThat(closed[0]).isFalse();
  }
}
