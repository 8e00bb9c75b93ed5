package dev.plumbline.analyzer.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.analyzer.finding.Resolution;
import dev.plumbline.analyzer.finding.Resolution.Group;
import dev.plumbline.analyzer.finding.Resolution.Outcome;
import dev.plumbline.analyzer.finding.Resolution.Sites;
import dev.plumbline.analyzer.finding.Resolution.Unresolved;
import java.io.IOException;

/** The field {@code resolution} of JSON reports, described in {@code docs/json-report.md}. */
final class ResolutionJson {

  private ResolutionJson() {}

  static void write(JsonGenerator json, Resolution resolution) throws IOException {
    json.writeObjectFieldStart("resolution");
    write(json, "typeNames", resolution.typeNames());
    write(json, "calls", resolution.calls());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Group group) throws IOException {
    json.writeObjectFieldStart(name);
    write(json, "main", group.main());
    write(json, "tests", group.tests());
    json.writeArrayFieldStart("unresolved");
    for (Unresolved each : group.unresolved()) {
      json.writeStartObject();
      json.writeStringField("name", WellFormedText.of(each.name()));
      json.writeStringField("why", each.why().id());
      json.writeNumberField("direct", each.direct());
      json.writeNumberField("following", each.following());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, Sites sites) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("all", sites.all());
    json.writeNumberField("inTable", sites.inTable());
    json.writeNumberField("resolved", sites.resolved());
    json.writeObjectFieldStart("outcomes");
    for (Outcome outcome : Outcome.values()) {
      json.writeNumberField(outcome.id(), sites.of(outcome));
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
