package dev.plumbline.analyzer.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.inventory.Entry;
import dev.plumbline.analyzer.inventory.Entry.Value;
import dev.plumbline.analyzer.inventory.Inventory;
import dev.plumbline.analyzer.inventory.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * An inventory as JSON, described in {@code docs/inventory.md}: complete and in a stable order. It
 * has no times and no absolute paths.
 */
public final class InventoryJson {

  /** Grows when a reader of the old schema would misread the new one. */
  private static final int SCHEMA_VERSION = 1;

  /** Flushes {@code out} and leaves it open. */
  public void write(Inventory inventory, OutputStream out) throws IOException {
    try (JsonGenerator json = JsonReport.FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(JsonReport.printer());
      json.writeStartObject();
      json.writeNumberField("schemaVersion", SCHEMA_VERSION);
      json.writeObjectFieldStart("tool");
      json.writeStringField("name", "Plumbline");
      json.writeStringField("version", inventory.toolVersion());
      json.writeEndObject();
      for (Section section : inventory.sections()) {
        write(json, section);
      }
      json.writeArrayFieldStart("notifications");
      for (Notification notification : inventory.notifications()) {
        JsonReport.write(json, notification);
      }
      json.writeEndArray();
      json.writeBooleanField("complete", inventory.isComplete());
      counts(json, inventory);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  private static void write(JsonGenerator json, Section section) throws IOException {
    json.writeObjectFieldStart(section.kind().id());
    json.writeNumberField("count", section.entries().size());
    json.writeArrayFieldStart("entries");
    for (Entry entry : section.entries()) {
      write(json, entry);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notUnderstood");
    for (Section.Gap gap : section.gaps()) {
      json.writeStartObject();
      text(json, "what", gap.what());
      text(json, "why", gap.why());
      place(json, gap.location());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Entry entry) throws IOException {
    json.writeStartObject();
    for (Entry.Field field : entry.fields()) {
      json.writeFieldName(field.name());
      write(json, field.value());
    }
    if (entry.location().isPresent()) {
      place(json, entry.location().get());
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Value value) throws IOException {
    if (value instanceof Entry.Text text) {
      json.writeString(WellFormedText.of(text.text()));
    } else if (value instanceof Entry.Count count) {
      json.writeNumber(count.number());
    } else if (value instanceof Entry.Flag flag) {
      json.writeBoolean(flag.set());
    } else if (value instanceof Entry.Texts texts) {
      json.writeStartArray();
      for (String each : texts.texts()) {
        json.writeString(WellFormedText.of(each));
      }
      json.writeEndArray();
    } else if (value instanceof Entry.Entries parts) {
      json.writeStartArray();
      for (Entry each : parts.entries()) {
        write(json, each);
      }
      json.writeEndArray();
    }
  }

  private static void place(JsonGenerator json, Location location) throws IOException {
    text(json, "path", location.path());
    json.writeNumberField("line", location.span().startLine());
  }

  private static void counts(JsonGenerator json, Inventory inventory) throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeObjectFieldStart("files");
    for (Map.Entry<String, Integer> kind :
        new TreeMap<>(inventory.statistics().files()).entrySet()) {
      json.writeNumberField(kind.getKey(), kind.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("javaFilesFailed", inventory.statistics().javaFilesFailed());
    json.writeNumberField("javaLines", inventory.statistics().javaLines());
    if (inventory.statistics().resolution().isPresent()) {
      ResolutionJson.write(json, inventory.statistics().resolution().get());
    }
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    json.writeStringField(name, WellFormedText.of(value));
  }
}
