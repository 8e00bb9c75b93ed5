package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.frontend.MapperXmlReader;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.taint.Substitution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * What statements of MyBatis mappers put into their SQL as it is ({@code ${}}), and which argument
 * of the mapper's method that is: of XML files with what they include, and of annotations.
 *
 * <p>Left out: what a placeholder takes from constants and from the configuration, what a test
 * around it compares with constants, the conditions of MyBatis-Plus' wrappers and of generated
 * example classes, which their own methods put together.
 */
final class Substitutions {

  private static final int MAX_INCLUDES = 8;

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)\\}");

  /** Pieces of SQL that a wrapper has made of columns, operators and bound values. */
  private static final Set<String> OF_WRAPPERS =
      Set.of(
          "sqlSegment",
          "customSqlSegment",
          "sqlSelect",
          "sqlSet",
          "sqlFirst",
          "sqlComment",
          "normal");

  private final Program program;
  private final Library library;
  private final PlaceholderNames names;
  private final Map<String, MapperXml.Text> fragments = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, List<Substitution>> byMethod = new HashMap<>();

  Substitutions(Program program, Library library, List<MapperXml> mappers) {
    this.program = program;
    this.library = library;
    this.names = new PlaceholderNames(program);
    for (MapperXml mapper : mappers) {
      for (MapperXml.Fragment each : mapper.fragments()) {
        String id = mapper.namespace() + "." + each.id();
        fragments.put(id, each.text());
        paths.put(id, mapper.path());
      }
    }
    mappers.forEach(this::ofFile);
    if (library.queryAnnotations().stream().anyMatch(name -> name.startsWith(ANNOTATIONS))) {
      program.types().forEach(this::ofAnnotations);
    }
  }

  private static final String ANNOTATIONS = "org.apache.ibatis.annotations.";

  /** Of the method of that name, which mappers do not overload. */
  List<Substitution> of(String type, String method) {
    return byMethod.isEmpty() ? List.of() : byMethod.getOrDefault(type + "#" + method, List.of());
  }

  // ---- XML

  private void ofFile(MapperXml mapper) {
    TypeInfo type = program.type(mapper.namespace()).orElse(null);
    if (type == null || type.file().file().role() == SourceRole.TEST) {
      return;
    }
    for (MapperXml.Statement statement : mapper.statements()) {
      if (isPlain(statement.text())) {
        continue;
      }
      for (MethodInfo method : withParents(type, statement.id())) {
        Collector collector = new Collector(method, mapper, type.name() + "#" + statement.id());
        collector.collect(statement.text(), Map.of(), mapper.path(), new HashSet<>(), 0);
      }
    }
  }

  private static boolean isPlain(MapperXml.Text text) {
    return text.placeholders().isEmpty() && text.includes().isEmpty();
  }

  /** The abstract methods of that name, those of interfaces above too. */
  private List<MethodInfo> withParents(TypeInfo type, String name) {
    List<MethodInfo> found = new ArrayList<>(named(type, name));
    if (found.isEmpty()) {
      for (String above : program.hierarchy().ancestors(type.name())) {
        program.type(above).ifPresent(each -> found.addAll(named(each, name)));
      }
    }
    return found;
  }

  private static List<MethodInfo> named(TypeInfo type, String name) {
    return type.methods().stream()
        .filter(method -> method.name().equals(name) && method.body().isEmpty())
        .toList();
  }

  /** Collects what one statement substitutes. */
  private final class Collector {
    private final MethodInfo method;
    private final MapperXml mapper;
    private final String key;

    Collector(MethodInfo method, MapperXml mapper, String key) {
      this.method = method;
      this.mapper = mapper;
      this.key = key;
    }

    void collect(
        MapperXml.Text text,
        Map<String, String> properties,
        String path,
        Set<String> entered,
        int depth) {
      for (MapperXml.Placeholder each : text.placeholders()) {
        String given = properties.get(each.expression());
        if (given == null) {
          add(each, each.expression(), new Location(path, each.span()));
        } else {
          // What the include hands to the fragment: a constant, or another placeholder.
          Matcher matcher = PLACEHOLDER.matcher(given);
          while (matcher.find()) {
            add(each, matcher.group(1).strip(), new Location(path, each.span()));
          }
        }
      }
      for (MapperXml.Include include : text.includes()) {
        String id =
            include.refid() != null && include.refid().contains(".")
                ? include.refid()
                : mapper.namespace() + "." + include.refid();
        MapperXml.Text fragment = fragments.get(id);
        if (fragment != null && depth < MAX_INCLUDES && entered.add(id)) {
          collect(fragment, handed(include, properties), paths.get(id), entered, depth + 1);
          entered.remove(id);
        }
      }
    }

    /** What an include hands on, with what it got itself in place of its own placeholders. */
    private static Map<String, String> handed(
        MapperXml.Include include, Map<String, String> properties) {
      Map<String, String> handed = new HashMap<>(properties);
      include
          .properties()
          .forEach(
              (name, value) ->
                  handed.put(
                      name,
                      PLACEHOLDER
                          .matcher(value)
                          .replaceAll(
                              found ->
                                  Matcher.quoteReplacement(
                                      properties.getOrDefault(
                                          found.group(1).strip(), found.group())))));
      return handed;
    }

    private void add(MapperXml.Placeholder placeholder, String expression, Location place) {
      if (isChecked(expression, placeholder.scope().tests())) {
        return;
      }
      for (String each : names.expressions(expression, placeholder.scope().locals())) {
        PlaceholderNames.Part part = names.part(each, method);
        if (part == null || OF_WRAPPERS.contains(last(each))) {
          continue;
        }
        Substitution substitution =
            new Substitution(
                part.argument(),
                part.way(),
                part.type(),
                place,
                "${" + placeholder.expression() + "}",
                placeholder.before(),
                placeholder.after());
        List<Substitution> all = byMethod.computeIfAbsent(key, name -> new ArrayList<>());
        if (!all.contains(substitution)) {
          all.add(substitution);
        }
      }
    }

    private static String last(String expression) {
      return expression.substring(expression.lastIndexOf('.') + 1);
    }
  }

  /**
   * Whether a test around the placeholder lets only constants pass: {@code sort == 'name'}, {@code
   * 'asc'.equals(order) or 'desc'.equals(order)}.
   */
  static boolean isChecked(String expression, List<String> tests) {
    String quoted = Pattern.quote(expression);
    String constant = "(?:'[^']*'|\"[^\"]*\")(?:\\.toString\\(\\))?";
    Pattern equality =
        Pattern.compile(
            "(?<![\\w.])(?:"
                + quoted
                + "\\s*(?:==|\\beq\\b)\\s*"
                + constant
                + "|"
                + quoted
                + "\\.equals(?:IgnoreCase)?\\(\\s*"
                + constant
                + "\\s*\\)|"
                + constant
                + "\\s*(?:==|\\beq\\b)\\s*"
                + quoted
                + "(?![\\w.])|"
                + constant
                + "\\.equals(?:IgnoreCase)?\\(\\s*"
                + quoted
                + "\\s*\\)|"
                + quoted
                + "\\s+in\\s+\\{)");
    for (String test : tests) {
      boolean all = true;
      for (String alternative : test.split("\\s+or\\s+|\\|\\|")) {
        Matcher matcher = equality.matcher(alternative);
        all &=
            matcher.find()
                && !alternative
                    .substring(0, matcher.start())
                    .matches("(?s).*(!|\\bnot\\b)\\s*\\(?\\s*");
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  // ---- annotations

  private void ofAnnotations(TypeInfo type) {
    if (!type.declaration().isInterface() || type.file().file().role() == SourceRole.TEST) {
      return;
    }
    for (MethodInfo method : type.methods()) {
      for (var use : method.declaration().annotations()) {
        String name = program.annotationName(use, type);
        if (!name.startsWith(ANNOTATIONS) || name.endsWith("Provider")) {
          continue;
        }
        if (!library.queryAnnotations().contains(name)) {
          continue;
        }
        String sql =
            use.element("value")
                .map(value -> program.constants().of(value, type))
                .map(
                    value ->
                        String.join(
                            " ",
                            value.elements().stream().map(each -> each.text().orElse("")).toList()))
                .orElse("");
        if (sql.contains("${")) {
          ofText(sql, method, method.owner().location(use.span()));
        }
      }
    }
  }

  private void ofText(String sql, MethodInfo method, Location place) {
    MapperXml.Text text = textOf(sql, place.span());
    MapperXml mapper =
        new MapperXml(
            place.path(), method.owner().name(), List.of(), List.of(), List.of(), Set.of());
    Collector collector =
        new Collector(method, mapper, method.owner().name() + "#" + method.name());
    List<MapperXml.Placeholder> here = new ArrayList<>();
    for (MapperXml.Placeholder each : text.placeholders()) {
      here.add(
          new MapperXml.Placeholder(
              each.expression(), place.span(), each.before(), each.after(), each.scope()));
    }
    collector.collect(
        new MapperXml.Text(here, text.includes()), Map.of(), place.path(), new HashSet<>(), 0);
  }

  private static MapperXml.Text textOf(String sql, Span span) {
    if (sql.strip().startsWith("<script>")) {
      try {
        return new MapperXmlReader().readScript(sql);
      } catch (XMLStreamException e) {
        // MyBatis would fail on it as well; as plain text it still says what it substitutes.
        return plain(sql, span);
      }
    }
    return plain(sql, span);
  }

  private static MapperXml.Text plain(String sql, Span span) {
    List<MapperXml.Placeholder> found = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(sql);
    while (matcher.find()) {
      found.add(
          new MapperXml.Placeholder(
              matcher.group(1).strip(),
              span,
              sql.substring(0, matcher.start()),
              sql.substring(matcher.end()),
              new MapperXml.Scope(List.of(), Map.of())));
    }
    return new MapperXml.Text(found, List.of());
  }
}
