package dev.plumbline.rules.binding;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.rule.SyntaxSource;
import dev.plumbline.rules.binding.BoundQuery.Manner;
import dev.plumbline.rules.binding.BoundQuery.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A call that runs or prepares a query, with what is asked of it again and again.
 *
 * @param method that the call stands in
 */
record QuerySite(Finding finding, SyntaxSource source, MethodCallExpr call, Node method) {

  /** JPQL knows the types of what it compares; numbers stay as they are. */
  static final Manner JPQL = new Manner(Style.NAMED, false);

  static final Manner NATIVE = new Manner(Style.NUMBERED, false);

  private static final Manner SQL = new Manner(Style.QUESTION_MARK, true);

  /** What gives a client's text as it came. */
  private static final Set<String> SOURCES =
      Set.of("getParameter", "getHeader", "queryParam", "pathVariable");

  Manner sql() {
    return SQL;
  }

  /**
   * The query of the call.
   *
   * @param variable the local variable that holds it, if one does
   */
  record Found(BoundQuery query, Optional<VariableDeclarator> variable) {}

  /**
   * The first argument with placeholders, or the text of the local variable that is given and else
   * logged at most. Empty where the values could be others by the time they are bound.
   */
  Optional<Found> query(Manner manner) {
    Expression argument = call.getArgument(0);
    if (!(argument instanceof NameExpr name)) {
      return bound(argument, manner).map(query -> new Found(query, Optional.empty()));
    }
    VariableDeclarator declared = Shapes.variable(method, name.getNameAsString()).orElse(null);
    Expression text = declared == null ? null : declared.getInitializer().orElse(null);
    if (text == null
        || !Shapes.uses(method, name.getNameAsString()).stream()
            .allMatch(use -> use == name || Shapes.isLogged(use))
        || Shapes.innermostCode(call, method) != Shapes.innermostCode(declared, method)) {
      return Optional.empty();
    }
    return bound(text, manner)
        .filter(query -> query.values().stream().allMatch(each -> stays(each, declared)))
        .map(query -> new Found(query, Optional.of(declared)));
  }

  /** Whether the value is the same behind {@code place}. */
  boolean stays(BoundQuery.Value value, Node place) {
    return value.parts().stream()
        .allMatch(
            each ->
                Shapes.isSteady(each)
                    && !Shapes.isReassigned(each, method, source.start(place), source));
  }

  private Optional<BoundQuery> bound(Expression text, Manner manner) {
    BoundQuery.Judge judge =
        new BoundQuery.Judge() {
          @Override
          public boolean isPlainValue(Expression node) {
            return QuerySite.this.isPlainValue(node);
          }

          @Override
          public boolean isEscaped(Expression node) {
            return Shapes.isEscaped(node, method);
          }
        };
    return QueryText.of(text, source).flatMap(each -> BoundQuery.of(each, source, manner, judge));
  }

  /**
   * Text without quotation marks may be a piece of SQL that other code made. It is a value where a
   * client's text comes here as it was sent.
   */
  private boolean isPlainValue(Expression node) {
    if (node instanceof MethodCallExpr made) {
      return SOURCES.contains(made.getNameAsString());
    }
    if (!(node instanceof NameExpr name) || isAssigned(name)) {
      return false;
    }
    Optional<VariableDeclarator> variable = Shapes.variable(method, name.getNameAsString());
    if (variable.isPresent()) {
      return variable.get().getInitializer().orElse(null) instanceof MethodCallExpr made
          && SOURCES.contains(made.getNameAsString());
    }
    boolean parameter =
        method
            .findFirst(
                Parameter.class, each -> each.getNameAsString().equals(name.getNameAsString()))
            .isPresent();
    return parameter
        && !finding.flow().isEmpty()
        && finding.flow().get(0).location().path().equals(finding.location().path())
        && source.span(method).contains(finding.flow().get(0).location().span())
        && finding.flow().get(0).location().span().compareTo(source.span(bodyOf(method))) < 0;
  }

  private static Node bodyOf(Node method) {
    return method.findFirst(BlockStmt.class).map(Node.class::cast).orElse(method);
  }

  private boolean isAssigned(NameExpr name) {
    return method.findAll(AssignExpr.class).stream()
        .anyMatch(each -> each.getTarget().toString().equals(name.getNameAsString()));
  }

  Fix fix(Found found, List<Fix.Replacement> others) {
    List<Fix.Replacement> all = new ArrayList<>(found.query().edits());
    all.addAll(others);
    int count = found.query().values().size();
    String what = count == 1 ? "the value as a parameter" : count + " values as parameters";
    return new Fix("Bind " + what + " of the query", all);
  }
}
