package dev.plumbline.analyzer.frontend;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import dev.plumbline.analyzer.finding.Span;

/**
 * Positions of nodes as spans. JavaParser's end columns are inclusive, a span's is exclusive.
 *
 * <p>Equal positions mostly share one object: an expression statement, its call and whoever uses it
 * ask at about the same time, so a small table of recent spans is enough.
 */
final class SourceSpans {

  private static final int RECENT = 64;

  private final Span[] recent = new Span[RECENT];

  /** Of the node or, when the parser invented it, of the nearest node around it. */
  Span of(Node node) {
    Node at = node;
    while (true) {
      Range range = at.getRange().orElse(null);
      if (range != null) {
        return of(range);
      }
      Node parent = at.getParentNode().orElse(null);
      if (parent == null) {
        return share(1, 1, 1, 1);
      }
      at = parent;
    }
  }

  Span of(Range range) {
    return of(range.begin, range.end);
  }

  Span of(Position begin, Position end) {
    return share(begin.line, begin.column, end.line, end.column + 1);
  }

  Span ofToken(JavaToken token) {
    return token.getRange().map(this::of).orElseGet(() -> share(1, 1, 1, 1));
  }

  /** Of the first token: the identifier of {@code a[]}, the keyword of a statement. */
  Span firstToken(Node node) {
    TokenRange tokens = node.getTokenRange().orElse(null);
    return tokens == null ? of(node) : ofToken(tokens.getBegin());
  }

  /** Of the last character: where a body ends. */
  Span lastCharacter(Span span) {
    int column = Math.max(1, span.endColumn() - 1);
    if (span.endLine() == span.startLine()) {
      column = Math.max(column, span.startColumn());
    }
    return share(span.endLine(), column, span.endLine(), span.endColumn());
  }

  /** From the start of a statement to the closing parenthesis before its body. */
  Span head(Node statement, Node body) {
    TokenRange tokens = body.getTokenRange().orElse(null);
    JavaToken token = tokens == null ? null : tokens.getBegin();
    while (token != null && !token.getText().equals(")")) {
      token = token.getPreviousToken().orElse(null);
    }
    Range start = statement.getRange().orElse(null);
    Range end = token == null ? null : token.getRange().orElse(null);
    if (start == null || end == null || end.end.isBefore(start.begin)) {
      return of(statement);
    }
    return of(start.begin, end.end);
  }

  private Span share(int startLine, int startColumn, int endLine, int endColumn) {
    int hash = ((startLine * 31 + startColumn) * 31 + endLine) * 31 + endColumn;
    int slot = (hash ^ hash >>> 6) & RECENT - 1;
    Span known = recent[slot];
    if (known != null
        && known.startLine() == startLine
        && known.startColumn() == startColumn
        && known.endLine() == endLine
        && known.endColumn() == endColumn) {
      return known;
    }
    Span span = new Span(startLine, startColumn, endLine, endColumn);
    recent[slot] = span;
    return span;
  }
}
