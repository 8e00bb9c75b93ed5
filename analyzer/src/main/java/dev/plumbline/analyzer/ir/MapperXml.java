package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;
import java.util.Set;

/**
 * A MyBatis mapper file.
 *
 * @param path relative to the repository root
 * @param namespace the full name of the mapper interface that it implements, in most cases
 * @param resultMaps in source order
 * @param nested ids of the statements that a result runs by itself ({@code <collection
 *     select="…">})
 */
public record MapperXml(
    String path,
    String namespace,
    List<Statement> statements,
    List<ResultMap> resultMaps,
    Set<String> nested) {

  public MapperXml {
    statements = List.copyOf(statements);
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
   */
  public record Statement(String id, String kind, String parameterType, Span span) {}
}
