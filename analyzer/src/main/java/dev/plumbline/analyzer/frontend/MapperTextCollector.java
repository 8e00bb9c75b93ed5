package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.MapperXml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects what is put into one statement or fragment as it is, while its elements are read one
 * after the other.
 */
final class MapperTextCollector {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)\\}");

  /** Enough of the text around to tell what a part is in a statement. */
  private static final int CONTEXT = 200;

  /** An element that is open. */
  private record Open(String element, int tests, Map<String, String> locals) {}

  private final PlaceholderPlaces places;
  private final List<MapperXml.Placeholder> placeholders = new ArrayList<>();
  private final List<MapperXml.Include> includes = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<String> tests = new ArrayList<>();
  private Map<String, String> locals = new HashMap<>();
  private String refid;
  private Map<String, String> properties = new LinkedHashMap<>();
  private MapperXml.Scope around;

  MapperTextCollector(PlaceholderPlaces places) {
    this.places = places;
  }

  /** Of an element within the statement. */
  void start(String element, UnaryOperator<String> attribute) {
    open.push(new Open(element, tests.size(), new HashMap<>(locals)));
    switch (element) {
      case "if", "when" -> tests.add(orEmpty(attribute.apply("test")));
      case "foreach" -> {
        String item = attribute.apply("item");
        String collection = attribute.apply("collection");
        if (item != null && collection != null) {
          locals.put(item, collection.strip() + "[]");
        }
        String index = attribute.apply("index");
        if (index != null) {
          locals.put(index, "");
        }
        text.append(orEmpty(attribute.apply("open")));
      }
      case "bind" -> {
        String name = attribute.apply("name");
        if (name != null) {
          // Names hold from here to the end of the statement.
          locals.put(name, orEmpty(attribute.apply("value")));
          open.peek().locals().put(name, orEmpty(attribute.apply("value")));
        }
      }
      case "where" -> text.append(" where ");
      case "set" -> text.append(" set ");
      case "trim" -> text.append(orEmpty(attribute.apply("prefix"))).append(' ');
      case "include" -> {
        refid = attribute.apply("refid");
        properties = new LinkedHashMap<>();
        around = scope();
      }
      case "property" -> {
        String name = attribute.apply("name");
        if (refid != null && name != null) {
          properties.put(name, orEmpty(attribute.apply("value")));
        }
      }
      default -> {
        // Others change nothing about what stands where.
      }
    }
  }

  void end(String element) {
    if (element.equals("include") && refid != null) {
      includes.add(new MapperXml.Include(refid, properties, around));
      refid = null;
    }
    if (!open.isEmpty()) {
      Open closed = open.pop();
      while (tests.size() > closed.tests()) {
        tests.remove(tests.size() - 1);
      }
      locals = closed.locals();
    }
  }

  void text(String more) {
    Matcher matcher = PLACEHOLDER.matcher(more);
    int at = 0;
    while (matcher.find()) {
      text.append(more, at, matcher.start());
      Span span = places.next(matcher.group().length());
      String after =
          more.substring(matcher.end(), Math.min(more.length(), matcher.end() + CONTEXT));
      placeholders.add(
          new MapperXml.Placeholder(
              matcher.group(1).strip(),
              span,
              text.substring(Math.max(0, text.length() - CONTEXT)),
              after,
              scope()));
      text.append(matcher.group());
      at = matcher.end();
    }
    text.append(more, at, more.length());
  }

  private MapperXml.Scope scope() {
    return new MapperXml.Scope(tests, locals);
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }

  MapperXml.Text collected() {
    return new MapperXml.Text(placeholders, includes);
  }
}
