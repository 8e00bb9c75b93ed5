package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;

/**
 * A MyBatis mapper file.
 *
 * @param path relative to the repository root
 * @param namespace the full name of the mapper interface that it implements, in most cases
 */
public record MapperXml(String path, String namespace, List<Statement> statements) {

  public MapperXml {
    statements = List.copyOf(statements);
  }

  /**
   * @param id the method of the interface
   * @param kind {@code select}, {@code insert}, {@code update} or {@code delete}
   * @param span where its start tag ends, on one line
   */
  public record Statement(String id, String kind, Span span) {}
}
