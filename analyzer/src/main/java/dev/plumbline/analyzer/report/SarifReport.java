package dev.plumbline.analyzer.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import de.jcup.sarif_2_1_0.model.ReportingConfiguration;
import de.jcup.sarif_2_1_0.model.Result;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.finding.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * SARIF 2.1.0 as GitHub code scanning and the editors read it: one run, compact, equal bytes for
 * equal reports. Results are built and written one at a time, so that memory does not grow with
 * their number.
 */
public final class SarifReport implements ReportFormat {

  /** GitHub refuses a file with more results. */
  static final int MAX_RESULTS = 25_000;

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final ObjectMapper mapper = mapper();
  private final int maxResults;

  public SarifReport() {
    this(MAX_RESULTS);
  }

  /**
   * @param maxResults beyond which the least severe findings are left out
   */
  SarifReport(int maxResults) {
    this.maxResults = maxResults;
  }

  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public void write(ScanReport report, OutputStream out) throws IOException {
    SarifRules rules = new SarifRules(report);
    SarifResults results = new SarifResults(rules);
    try (JsonGenerator json = mapper.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      // GitHub refuses several runs of one tool in a file.
      json.writeStartObject();
      json.writeObjectFieldStart("tool");
      json.writePOJOField("driver", rules.driver());
      json.writeEndObject();
      writeInvocation(json, report, results);
      json.writeObjectFieldStart("originalUriBaseIds");
      json.writeObjectFieldStart(SarifPlaces.ROOT);
      json.writeStringField("uri", report.rootUri());
      json.writeEndObject();
      json.writeEndObject();
      json.writeStringField("columnKind", "utf16CodeUnits");
      if (rules.hasTaxonomy()) {
        json.writeArrayFieldStart("taxonomies");
        json.writePOJO(rules.taxonomy());
        json.writeEndArray();
      }
      writeResults(json, report, results);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private void writeInvocation(JsonGenerator json, ScanReport report, SarifResults results)
      throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField(
        "executionSuccessful",
        report.notifications().stream().noneMatch(n -> n.kind() == Notification.Kind.INTERNAL));
    json.writeArrayFieldStart("toolExecutionNotifications");
    int cut = report.findings().size() - maxResults;
    if (cut > 0) {
      json.writePOJO(results.notification(cutNotice(cut, report.findings().size())));
    }
    for (Notification notification : report.notifications()) {
      json.writePOJO(results.notification(notification));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private Notification cutNotice(int cut, int all) {
    return new Notification(
        Notification.Kind.BUDGET,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        cut
            + " of "
            + all
            + " findings, the least severe ones, are left out of this file, because GitHub takes"
            + " at most "
            + maxResults
            + ". The JSON report has all of them.");
  }

  /** The array stands even without results: GitHub closes alerts only when it sees one. */
  private void writeResults(JsonGenerator json, ScanReport report, SarifResults results)
      throws IOException {
    Map<Severity, Integer> quota = quota(report);
    json.writeArrayFieldStart("results");
    for (ReportedFinding reported : report.findings()) {
      Severity severity = reported.finding().severity();
      if (quota.merge(severity, -1, Integer::sum) >= 0) {
        json.writePOJO(results.result(reported));
      }
    }
    json.writeEndArray();
  }

  /** How many findings of each severity have room, the gravest served first. */
  private Map<Severity, Integer> quota(ScanReport report) {
    Map<Severity, Integer> quota = new EnumMap<>(Severity.class);
    for (ReportedFinding reported : report.findings()) {
      quota.merge(reported.finding().severity(), 1, Integer::sum);
    }
    int room = maxResults;
    for (Map.Entry<Severity, Integer> entry : quota.entrySet()) {
      entry.setValue(Math.min(entry.getValue(), room));
      room -= entry.getValue();
    }
    return quota;
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.registerModule(
        new SimpleModule("well-formed").addSerializer(String.class, new WellFormedText()));
    // sarif-java leaves out what equals the default, but a reader without defaults needs a level.
    mapper.addMixIn(Result.class, WithLevel.class);
    mapper.addMixIn(ReportingConfiguration.class, WithLevel.class);
    mapper.addMixIn(de.jcup.sarif_2_1_0.model.Notification.class, WithLevel.class);
    mapper.configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    mapper.configure(SerializationFeature.FLUSH_AFTER_WRITE_VALUE, false);
    mapper
        .getFactory()
        .configure(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8.mappedFeature(), true);
    mapper.getFactory().configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);
    // A report that broke off must not look whole.
    mapper.getFactory().configure(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT, false);
    return mapper;
  }

  /** Mix-in: the level is written even where it is the default. */
  private interface WithLevel {
    @JsonInclude(JsonInclude.Include.ALWAYS)
    Object getLevel();
  }
}
