package dev.plumbline.rules.binding;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.rule.SyntaxSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code connection.prepareStatement("… '" + x + "'")}: placeholders, and setters behind it. */
final class PreparedFix {

  private final QuerySite site;
  private final SyntaxSource source;

  PreparedFix(QuerySite site) {
    this.site = site;
    this.source = site.source();
  }

  Optional<Fix> fix() {
    return site.query(site.sql())
        .filter(found -> found.query().values().stream().allMatch(this::stays))
        .flatMap(found -> setters(found).map(setters -> site.fix(found, List.of(setters))));
  }

  private boolean stays(BoundQuery.Value value) {
    return site.stays(value, site.call());
  }

  private Optional<Fix.Replacement> setters(QuerySite.Found found) {
    Node holder = Shapes.parent(site.call());
    if (holder instanceof AssignExpr assign
        && assign.getOperator() == AssignExpr.Operator.ASSIGN
        && assign.getValue() == site.call()
        && assign.getTarget() instanceof NameExpr target
        && Shapes.parent(assign) instanceof ExpressionStmt statement) {
      return behind(statement, lines(found.query(), target.getNameAsString()));
    }
    if (!(holder instanceof VariableDeclarator declared)
        || !(Shapes.parent(declared) instanceof VariableDeclarationExpr list)
        || list.getVariables().size() != 1) {
      return Optional.empty();
    }
    Optional<List<String>> lines = lines(found.query(), declared.getNameAsString());
    if (Shapes.parent(list) instanceof ExpressionStmt statement) {
      return behind(statement, lines);
    }
    return Shapes.parent(list) instanceof TryStmt resources
        ? first(resources, list, lines)
        : Optional.empty();
  }

  private Optional<Fix.Replacement> behind(Statement statement, Optional<List<String>> lines) {
    if (!(Shapes.parent(statement) instanceof BlockStmt) || lines.isEmpty()) {
      return Optional.empty();
    }
    String indentation = source.indentation(source.start(statement));
    StringBuilder added = new StringBuilder();
    lines.get().forEach(each -> added.append("\n").append(indentation).append(each));
    return Optional.of(source.insert(source.end(statement), added.toString()));
  }

  /** The setters open the block, unless a resource behind it needs them before. */
  private Optional<Fix.Replacement> first(
      TryStmt statement, Expression resource, Optional<List<String>> lines) {
    NodeList<Expression> resources = statement.getResources();
    if (resources.get(resources.size() - 1) != resource
        || statement.getTryBlock().getStatements().isEmpty()
        || lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(before(statement.getTryBlock().getStatement(0), lines.get(), source));
  }

  /** Statements before one of a block. */
  static Fix.Replacement before(Statement statement, List<String> lines, SyntaxSource source) {
    int at = source.start(statement);
    String gap = source.beginsLine(at) ? "\n" + source.indentation(at) : " ";
    return source.insert(at, String.join(gap, lines) + gap);
  }

  /** A call of a setter for each value; empty where a type has none. */
  static Optional<List<String>> lines(BoundQuery query, String variable) {
    ArrayList<String> lines = new ArrayList<>();
    for (BoundQuery.Value each : query.values()) {
      Optional<String> setter = Setters.of(each.type());
      if (setter.isEmpty()) {
        return Optional.empty();
      }
      lines.add(
          "%s.%s(%d, %s);".formatted(variable, setter.get(), lines.size() + 1, each.expression()));
    }
    return Optional.of(lines);
  }
}
