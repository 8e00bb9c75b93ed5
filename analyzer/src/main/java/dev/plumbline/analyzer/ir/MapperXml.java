package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A MyBatis mapper file.
 *
 * @param path relative to the repository root
 * @param namespace the full name of the mapper interface that it implements, in most cases
 * @param fragments pieces of text that statements include, in source order
 * @param resultMaps in source order
 * @param nested ids of the statements that a result runs by itself ({@code <collection
 *     select="…">})
 */
public record MapperXml(
    String path,
    String namespace,
    List<Statement> statements,
    List<Fragment> fragments,
    List<ResultMap> resultMaps,
    Set<String> nested) {

  public MapperXml {
    statements = List.copyOf(statements);
    fragments = List.copyOf(fragments);
    resultMaps = List.copyOf(resultMaps);
    nested = Set.copyOf(nested);
  }

  /**
   * How rows become objects.
   *
   * @param type full name, or an alias that the configuration gives
   * @param ids the properties that are marked as identifying
   */
  public record ResultMap(String type, List<String> ids) {
    public ResultMap {
      ids = List.copyOf(ids);
    }
  }

  /**
   * @param id the method of the interface
   * @param parameterType full name or alias of what it is given; empty when it does not say
   * @param kind {@code select}, {@code insert}, {@code update} or {@code delete}
   * @param span where its start tag ends, on one line
   * @param text what of it is put together
   */
  public record Statement(String id, String kind, String parameterType, Span span, Text text) {}

  /** A {@code <sql>} element. */
  public record Fragment(String id, Text text) {}

  /** What is put into a piece of SQL as it is, by itself and by what it includes. */
  public record Text(List<Placeholder> placeholders, List<Include> includes) {
    public static final Text NONE = new Text(List.of(), List.of());

    public Text {
      placeholders = List.copyOf(placeholders);
      includes = List.copyOf(includes);
    }
  }

  /**
   * A {@code ${expression}}: its value becomes part of the SQL as it is.
   *
   * @param before the text that stands before it in the statement, the last of it
   * @param after the text directly behind it, the first of it
   */
  public record Placeholder(
      String expression, Span span, String before, String after, Scope scope) {}

  /**
   * An {@code <include>}.
   *
   * @param refid of a fragment, with or without its namespace
   * @param properties names that the fragment's placeholders may use, and what they stand for
   */
  public record Include(String refid, Map<String, String> properties, Scope scope) {
    public Include {
      properties = Map.copyOf(properties);
    }
  }

  /**
   * What surrounds a part of a statement.
   *
   * @param tests of the {@code <if>} and {@code <when>} elements around it, outermost first
   * @param locals names that {@code <foreach>} and {@code <bind>} give, each with the expression it
   *     stands for; {@code []} behind a collection means its elements
   */
  public record Scope(List<String> tests, Map<String, String> locals) {
    public Scope {
      tests = List.copyOf(tests);
      locals = Map.copyOf(locals);
    }
  }
}
