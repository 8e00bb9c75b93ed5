package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.inventory.Entry;
import dev.plumbline.analyzer.inventory.Entry.Value;
import dev.plumbline.analyzer.inventory.Section;
import dev.plumbline.analyzer.report.TextTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Which values of an entry a table shows; the JSON has them all. */
final class InventoryColumns {

  private final List<Column> columns = new ArrayList<>();
  private final List<Function<Entry, String>> texts = new ArrayList<>();

  private InventoryColumns() {}

  static InventoryColumns of(Section.Kind kind) {
    InventoryColumns all = new InventoryColumns();
    switch (kind) {
      case MODULES ->
          all.add("MODULE", "name")
              .flexible("DIRECTORY", "directory")
              .number("FILES", "javaFiles")
              .number("LINES", "javaLines")
              .number("TESTS", "testLines")
              .flexible("LIBRARIES", e -> names(e, "libraries", "name"));
      case ENDPOINTS ->
          all.add("METHOD", e -> or(text(e, "methods"), "ANY"))
              .essential("PATH", e -> or(text(e, "paths"), "?"))
              .flexible("HANDLER", InventoryColumns::handler)
              .place();
      case ENTITIES ->
          all.flexible("ENTITY", "name")
              .add("KIND", InventoryColumns::entityKind)
              .flexible("TABLE", e -> or(text(e, "table"), "-"))
              .flexible("ID", e -> or(text(e, "id"), isWhole(e) ? "?" : "-"))
              .flexible("ASSOCIATIONS", e -> names(e, "associations", "field"))
              .place();
      case REPOSITORIES ->
          all.flexible("REPOSITORY", "name")
              .add("KIND", "kind")
              .flexible("ENTITY", e -> or(text(e, "entity"), "-"))
              .number("READS", "reads")
              .number("WRITES", "writes")
              .place();
      case CLIENTS ->
          all.flexible("CLIENT", "name")
              .add("PROTOCOL", "protocol")
              .add("BY", "by")
              .flexible("TARGET", e -> or(text(e, "targets"), "-"))
              .number("CALLS", "calls")
              .place();
      case CONSUMERS ->
          all.add("CHANNEL", "channel")
              .essential("FROM", e -> or(text(e, "destinations"), "?"))
              .flexible("HANDLER", InventoryColumns::handler)
              .place();
      case JOBS ->
          all.flexible("JOB", InventoryColumns::handler)
              .add("BY", "scheduler")
              .flexible("WHEN", e -> or(text(e, "when"), "?"))
              .place();
      case LISTENERS ->
          all.essential("EVENT", e -> or(text(e, "events"), "?"))
              .add("KIND", "kind")
              .flexible("HANDLER", InventoryColumns::handler)
              .place();
      case CONFIGURATION ->
          all.essential("KEY", e -> text(e, "key"))
              .flexible("VALUE", InventoryColumns::values)
              .flexible("READ BY", e -> or(text(e, "readBy"), "-"))
              .place();
    }
    return all;
  }

  List<Column> columns() {
    return List.copyOf(columns);
  }

  List<String> row(Entry entry) {
    return texts.stream().map(text -> text.apply(entry)).toList();
  }

  private InventoryColumns add(
      String header, Column.Align align, Column.Yields yields, Function<Entry, String> text) {
    columns.add(new Column(header, align, yields));
    texts.add(text);
    return this;
  }

  private InventoryColumns add(String header, String field) {
    return add(header, entry -> text(entry, field));
  }

  private InventoryColumns add(String header, Function<Entry, String> text) {
    return add(header, Column.Align.LEFT, Column.Yields.NEVER, text);
  }

  private InventoryColumns flexible(String header, String field) {
    return flexible(header, entry -> text(entry, field));
  }

  private InventoryColumns flexible(String header, Function<Entry, String> text) {
    return add(header, Column.Align.LEFT, Column.Yields.FIRST, text);
  }

  /** What a reader looks for: it gives way when nothing else is left. */
  private InventoryColumns essential(String header, Function<Entry, String> text) {
    return add(header, Column.Align.LEFT, Column.Yields.LAST, text);
  }

  private InventoryColumns number(String header, String field) {
    return add(header, Column.Align.RIGHT, Column.Yields.NEVER, entry -> text(entry, field));
  }

  /** The name of the file is enough to find it; whole paths would leave no room for the rest. */
  private InventoryColumns place() {
    return add("WHERE", entry -> entry.location().map(at -> shortPlace(entry, at)).orElse(""));
  }

  /** The line alone where the row names the class and the file is called like it. */
  private static String shortPlace(Entry entry, Location location) {
    String path = location.path();
    String file = path.substring(path.lastIndexOf('/') + 1);
    String line = ":" + location.span().startLine();
    return file.equals(text(entry, "name") + ".java") ? line : file + line;
  }

  /** Those for no profile, and the names of profiles that have others. */
  private static String values(Entry entry) {
    String profiles = text(entry, "profiles");
    String values = text(entry, "values");
    return or((values + (profiles.isEmpty() ? "" : " [" + profiles + "]")).strip(), "-");
  }

  private static String entityKind(Entry entry) {
    return isWhole(entry) ? text(entry, "store") : text(entry, "kind");
  }

  /** Not a part of an entity, which has no identifier of its own. */
  private static boolean isWhole(Entry entry) {
    return text(entry, "kind").equals("entity");
  }

  /** Without its class where the name of the file tells it. */
  private static String handler(Entry entry) {
    String handler = text(entry, "handler");
    int dot = handler.lastIndexOf('.');
    boolean told =
        dot > 0
            && entry
                .location()
                .filter(at -> ("/" + at.path()).endsWith("/" + handler.substring(0, dot) + ".java"))
                .isPresent();
    return told ? handler.substring(dot + 1) : handler;
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static String names(Entry entry, String parts, String field) {
    Value value = entry.value(parts).orElse(null);
    return value instanceof Entry.Entries entries
        ? String.join(", ", entries.entries().stream().map(each -> text(each, field)).toList())
        : "";
  }

  private static String text(Entry entry, String field) {
    Value value = entry.value(field).orElse(null);
    if (value instanceof Entry.Text text) {
      return text.text();
    } else if (value instanceof Entry.Texts texts) {
      return String.join(", ", texts.texts());
    } else if (value instanceof Entry.Count count) {
      return String.format(Locale.ROOT, "%,d", count.number());
    } else if (value instanceof Entry.Flag flag) {
      return flag.set() ? "yes" : "no";
    }
    return "";
  }
}
