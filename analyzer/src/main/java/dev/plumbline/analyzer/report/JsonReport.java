package dev.plumbline.analyzer.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.Level;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.finding.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Our own JSON, described in {@code docs/json-report.md}: everything that a scan found, complete
 * and in a stable order, for scripts. It has no times and no absolute paths.
 */
public final class JsonReport implements ReportFormat {

  /** Grows when a reader of the old schema would misread the new one. */
  private static final int SCHEMA_VERSION = 1;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false)
          .configure(StreamWriteFeature.AUTO_CLOSE_CONTENT, false)
          .configure(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8, true)
          .build();

  @Override
  public String id() {
    return "json";
  }

  @Override
  public void write(ScanReport report, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(printer());
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeObjectFieldStart("tool");
      text(json, "name", "Plumbline");
      text(json, "version", report.toolVersion());
      json.writeEndObject();
      json.writeArrayFieldStart("rules");
      for (RuleInfo rule : report.rules()) {
        write(json, rule);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("findings");
      for (ReportedFinding reported : report.findings()) {
        write(json, reported);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("notifications");
      for (Notification notification : report.notifications()) {
        write(json, notification);
      }
      json.writeEndArray();
      json.writeBooleanField("complete", report.isComplete());
      writeCounts(json, report);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  /** Two spaces and {@code \n} on every system. */
  static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
  }

  private static void write(JsonGenerator json, RuleInfo rule) throws IOException {
    json.writeStartObject();
    text(json, "id", rule.id());
    text(json, "title", rule.title());
    text(json, "checklist", rule.home().id());
    texts(json, "alsoServes", rule.alsoServes().stream().sorted().map(Checklist::id).toList());
    texts(json, "cwes", rule.cwes().stream().map(Cwe::id).toList());
    text(json, "severity", word(rule.severity()));
    text(json, "level", rule.severity().level().sarif());
    text(json, "confidence", word(rule.confidence()));
    text(json, "stage", word(rule.stage()));
    json.writeBooleanField("security", rule.isSecurity());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, ReportedFinding reported) throws IOException {
    Finding finding = reported.finding();
    json.writeStartObject();
    text(json, "rule", finding.rule().id());
    text(json, "checklist", finding.rule().home().id());
    text(json, "severity", word(finding.severity()));
    text(json, "level", finding.severity().level().sarif());
    text(json, "confidence", word(finding.confidence()));
    text(json, "message", finding.message());
    place(json, finding.location());
    steps(json, "flow", finding.flow());
    steps(json, "related", finding.related());
    if (finding.fix().isPresent()) {
      write(json, finding.fix().get());
    }
    json.writeObjectFieldStart("fingerprints");
    text(json, "contextHash/v1", reported.contextHash());
    if (!reported.lineHash().isEmpty()) {
      text(json, "primaryLocationLineHash", reported.lineHash());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Fix fix) throws IOException {
    json.writeObjectFieldStart("fix");
    text(json, "description", fix.description());
    json.writeArrayFieldStart("replacements");
    for (Fix.Replacement replacement : fix.replacements()) {
      json.writeStartObject();
      place(json, replacement.deleted());
      text(json, "inserted", replacement.inserted());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  static void write(JsonGenerator json, Notification notification) throws IOException {
    json.writeStartObject();
    text(json, "kind", notification.kind().id());
    text(json, "level", notification.kind().level().sarif());
    text(json, "message", notification.message());
    if (notification.path().isPresent()) {
      text(json, "path", notification.path().get());
    }
    if (notification.span().isPresent()) {
      span(json, notification.span().get());
    }
    if (notification.ruleId().isPresent()) {
      text(json, "rule", notification.ruleId().get());
    }
    json.writeEndObject();
  }

  private static void writeCounts(JsonGenerator json, ScanReport report) throws IOException {
    ScanReport.Statistics statistics = report.statistics();
    json.writeObjectFieldStart("counts");
    json.writeNumberField("findings", report.findings().size());
    count(json, "byLevel", Level.values(), f -> f.severity().level().ordinal(), report);
    count(json, "bySeverity", Severity.values(), f -> f.severity().ordinal(), report);
    json.writeObjectFieldStart("files");
    for (Map.Entry<String, Integer> kind : new TreeMap<>(statistics.files()).entrySet()) {
      json.writeNumberField(kind.getKey(), kind.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("javaFilesFailed", statistics.javaFilesFailed());
    json.writeNumberField("javaLines", statistics.javaLines());
    json.writeNumberField("resolvedNames", statistics.resolvedNames());
    json.writeNumberField("unresolvedNames", statistics.unresolvedNames());
    if (!statistics.spentLimits().isEmpty()) {
      json.writeObjectFieldStart("limits");
      for (Map.Entry<String, List<String>> limit : statistics.spentLimits().entrySet()) {
        json.writeArrayFieldStart("methods " + limit.getKey());
        for (String method : limit.getValue()) {
          json.writeString(method);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    if (statistics.resolution().isPresent()) {
      ResolutionJson.write(json, statistics.resolution().get());
    }
    json.writeEndObject();
  }

  private static void count(
      JsonGenerator json,
      String name,
      Enum<?>[] constants,
      ToIntFunction<Finding> ordinal,
      ScanReport report)
      throws IOException {
    int[] counts = new int[constants.length];
    report.findings().forEach(reported -> counts[ordinal.applyAsInt(reported.finding())]++);
    json.writeObjectFieldStart(name);
    for (Enum<?> constant : constants) {
      json.writeNumberField(word(constant), counts[constant.ordinal()]);
    }
    json.writeEndObject();
  }

  private static void steps(JsonGenerator json, String name, List<FlowStep> steps)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (FlowStep step : steps) {
      json.writeStartObject();
      place(json, step.location());
      text(json, "message", step.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void place(JsonGenerator json, Location location) throws IOException {
    text(json, "path", location.path());
    span(json, location.span());
  }

  private static void span(JsonGenerator json, Span span) throws IOException {
    json.writeObjectFieldStart("span");
    json.writeNumberField("startLine", span.startLine());
    json.writeNumberField("startColumn", span.startColumn());
    json.writeNumberField("endLine", span.endLine());
    json.writeNumberField("endColumn", span.endColumn());
    json.writeEndObject();
  }

  private static void texts(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(WellFormedText.of(value));
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    json.writeStringField(name, WellFormedText.of(value));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
