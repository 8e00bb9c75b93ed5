package dev.plumbline.analyzer.rule;

import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.source.LineIndex;
import dev.plumbline.analyzer.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One Java file as a {@link SyntaxFixer} sees it: its tree, its text, and the types of what it
 * says. Offsets count from 0 in UTF-16 units of the text; ends are exclusive.
 */
public final class SyntaxSource {

  private final CompilationUnit tree;
  private final SourceText source;
  private final LineIndex lines;
  private final CodeTypes types;

  private SyntaxSource(CompilationUnit tree, SourceText source, CodeTypes types) {
    this.tree = tree;
    this.source = source;
    this.lines = source.lines();
    this.types = types;
  }

  /** What takes the syntax tree of {@code source} and gives the rest of it to {@code use}. */
  public static Consumer<CompilationUnit> of(
      SourceText source, CodeTypes types, Consumer<SyntaxSource> use) {
    return tree -> use.accept(new SyntaxSource(tree, source, types));
  }

  public CompilationUnit tree() {
    return tree;
  }

  public CodeTypes types() {
    return types;
  }

  public String text() {
    return source.text();
  }

  /** The text from {@code from} to {@code to}. */
  public String text(int from, int to) {
    return source.text().substring(from, to);
  }

  public String text(Node node) {
    return text(start(node), end(node));
  }

  /** The offset of the first character. */
  public int start(Node node) {
    Position begin = node.getRange().orElseThrow().begin;
    return lines.offset(begin.line, begin.column);
  }

  /** The offset behind the last character. */
  public int end(Node node) {
    Position end = node.getRange().orElseThrow().end;
    return lines.offset(end.line, end.column + 1);
  }

  public int offsetOfStart(Span span) {
    return lines.offset(span.startLine(), span.startColumn());
  }

  public int offsetOfEnd(Span span) {
    return lines.offset(span.endLine(), span.endColumn());
  }

  /** The line of an offset, from 1. */
  public int line(int offset) {
    return lines.lineOf(offset);
  }

  public Span span(Node node) {
    var range = node.getRange().orElseThrow();
    return new Span(range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
  }

  /** The blanks that the line of {@code offset} begins with. */
  public String indentation(int offset) {
    int start = lines.lineStart(lines.lineOf(offset));
    int end = start;
    while (end < text().length() && (text().charAt(end) == ' ' || text().charAt(end) == '\t')) {
      end++;
    }
    return text(start, Math.min(end, Math.max(start, offset)));
  }

  /** Whether nothing but blanks stands before {@code offset} on its line. */
  public boolean beginsLine(int offset) {
    return text(lines.lineStart(lines.lineOf(offset)), offset).isBlank();
  }

  /** Text in the place of what stands from {@code from} to {@code to}. */
  public Fix.Replacement replace(int from, int to, String inserted) {
    Span span =
        new Span(lines.lineOf(from), lines.columnOf(from), lines.lineOf(to), lines.columnOf(to));
    return new Fix.Replacement(new Location(source.file().path(), span), inserted);
  }

  public Fix.Replacement insert(int at, String inserted) {
    return replace(at, at, inserted);
  }

  /** The call that {@code finding} is told at: it marks the call or, of a long one, the name. */
  public Optional<MethodCallExpr> call(Finding finding) {
    return node(MethodCallExpr.class, finding.location().span());
  }

  /** The creation of an object that {@code finding} is told at. */
  public Optional<ObjectCreationExpr> creation(Finding finding) {
    Span span = finding.location().span();
    return find(
        ObjectCreationExpr.class,
        node -> span(node).equals(span) || span(node.getType()).equals(span));
  }

  private <T extends Node & NodeWithSimpleName<?>> Optional<T> node(Class<T> kind, Span span) {
    return find(kind, node -> span(node).equals(span) || span(node.getName()).equals(span));
  }

  /** With a stack of its own: trees can be deep. */
  private <T extends Node> Optional<T> find(Class<T> kind, Predicate<T> asked) {
    List<Node> work = new ArrayList<>(List.of(tree));
    while (!work.isEmpty()) {
      Node node = work.remove(work.size() - 1);
      if (kind.isInstance(node) && node.getRange().isPresent() && asked.test(kind.cast(node))) {
        return Optional.of(kind.cast(node));
      }
      List<Node> children = node.getChildNodes();
      for (int i = children.size() - 1; i >= 0; i--) {
        work.add(children.get(i));
      }
    }
    return Optional.empty();
  }
}
