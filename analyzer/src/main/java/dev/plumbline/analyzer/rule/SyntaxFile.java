package dev.plumbline.analyzer.rule;

import com.github.javaparser.ast.Node;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.source.SourceFile;

/** The Java file that a syntax rule looks at. */
public record SyntaxFile(SourceFile file) {

  /**
   * Where {@code node} stands.
   *
   * @throws java.util.NoSuchElementException for a node without a place in the source; the parser
   *     makes none
   */
  public Location location(Node node) {
    var range = node.getRange().orElseThrow();
    return new Location(
        file.path(),
        // JavaParser's end column is inclusive.
        new Span(range.begin.line, range.begin.column, range.end.line, range.end.column + 1));
  }
}
