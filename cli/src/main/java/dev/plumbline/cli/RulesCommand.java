package dev.plumbline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.rule.Rule;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline rules}: what can be found. */
@Command(
    name = "rules",
    header = "Lists the rules.",
    description = {"", "Examples:", "  plumbline rules", "  plumbline rules --format json", ""},
    abbreviateSynopsis = true,
    sortOptions = false)
final class RulesCommand implements Callable<Integer> {

  /** How the list is written. */
  enum Format {
    TABLE,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}. Default: table.")
  private Format format;

  @Mixin private HelpOption help;

  private final Host host;
  private final List<Rule> rules;

  RulesCommand(Host host, List<Rule> rules) {
    this.host = host;
    this.rules = rules;
  }

  @Override
  public Integer call() throws UsageFailure {
    List<RuleInfo> infos = rules.stream().map(Rule::info).toList();
    new Printout(host).print(format == Format.JSON ? json(infos) : table(infos));
    return ExitCode.CLEAN.number();
  }

  private static String table(List<RuleInfo> infos) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("RULE", "ITEM", "SEVERITY", "DEFAULT", "TITLE"));
    for (RuleInfo info : infos) {
      rows.add(
          List.of(
              info.id(),
              info.home().id(),
              lower(info.severity()),
              info.onByDefault() ? "on" : "off",
              info.title()));
    }
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < columns - 1; i++) {
        text.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      text.append(row.get(columns - 1)).append('\n');
    }
    return text.toString();
  }

  private static String json(List<RuleInfo> infos) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartArray();
      for (RuleInfo info : infos) {
        write(info, json);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return text + "\n";
  }

  private static void write(RuleInfo info, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", info.id());
    json.writeStringField("title", info.title());
    json.writeStringField("item", info.home().id());
    json.writeArrayFieldStart("alsoServes");
    for (String id : info.alsoServes().stream().sorted().map(item -> item.id()).toList()) {
      json.writeString(id);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("cwes");
    for (Cwe cwe : info.cwes()) {
      json.writeString(cwe.id());
    }
    json.writeEndArray();
    json.writeStringField("severity", lower(info.severity()));
    json.writeStringField("level", info.severity().level().sarif());
    json.writeStringField("confidence", lower(info.confidence()));
    json.writeStringField("stage", lower(info.stage()));
    json.writeBooleanField("onByDefault", info.onByDefault());
    json.writeEndObject();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
