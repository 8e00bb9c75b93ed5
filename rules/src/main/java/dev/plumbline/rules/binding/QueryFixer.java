package dev.plumbline.rules.binding;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.rule.SyntaxFixer;
import dev.plumbline.analyzer.rule.SyntaxSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Binds the values that a query is put together from, where the query is one expression and every
 * part that is not a number stands where a value stands. All or nothing: a query that stays open in
 * one place is not mended.
 */
public final class QueryFixer implements SyntaxFixer {

  private static final Set<String> EXECUTES =
      Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate");

  private static final Set<String> TEMPLATES =
      Set.of(
          "org.springframework.jdbc.core.JdbcTemplate",
          "org.springframework.jdbc.core.JdbcOperations");

  private static final Set<String> MANAGERS =
      Set.of(
          "jakarta.persistence.EntityManager",
          "javax.persistence.EntityManager",
          "org.hibernate.Session",
          "org.hibernate.StatelessSession",
          "org.hibernate.SharedSessionContract");

  @Override
  public Optional<Fix> fix(Finding finding, SyntaxSource source) {
    MethodCallExpr call = source.call(finding).orElse(null);
    Expression scope = call == null ? null : call.getScope().orElse(null);
    Node method = call == null ? null : Shapes.method(call).orElse(null);
    if (scope == null || method == null || call.getArguments().isEmpty()) {
      return Optional.empty();
    }
    JavaType receiver = Shapes.typeOf(scope, source);
    if (!receiver.isClass()) {
      return Optional.empty();
    }
    String name = call.getNameAsString();
    QuerySite site = new QuerySite(finding, source, call, method);
    if (receiver.is("java.sql.Statement") && EXECUTES.contains(name)) {
      return new StatementFix(site).fix();
    }
    if (receiver.is("java.sql.Connection") && name.equals("prepareStatement")) {
      return new PreparedFix(site).fix();
    }
    if (TEMPLATES.contains(receiver.name()) && takesArguments(call)) {
      return site.query(site.sql()).flatMap(query -> appended(site, query));
    }
    if (receiver.is("org.springframework.jdbc.core.simple.JdbcClient") && name.equals("sql")) {
      return site.query(site.sql()).flatMap(query -> chained(site, query, "param"));
    }
    if (MANAGERS.contains(receiver.name())) {
      boolean named = name.equals("createQuery");
      return named || name.equals("createNativeQuery")
          ? site.query(named ? QuerySite.JPQL : QuerySite.NATIVE)
              .flatMap(query -> chained(site, query, named ? "named" : "numbered"))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether an overload takes arguments behind those that are there. */
  private static boolean takesArguments(MethodCallExpr call) {
    return switch (call.getNameAsString()) {
      case "query", "queryForObject", "queryForStream" -> call.getArguments().size() == 2;
      case "queryForList" ->
          call.getArguments().size() == 1
              || call.getArguments().size() == 2 && call.getArgument(1).isClassExpr();
      case "queryForMap", "queryForRowSet", "update" -> call.getArguments().size() == 1;
      default -> false;
    };
  }

  /** {@code template.query("… = ?", mapper, name)}. */
  private static Optional<Fix> appended(QuerySite site, QuerySite.Found found) {
    List<Expression> arguments = site.call().getArguments();
    Expression last = arguments.get(arguments.size() - 1);
    int at = site.source().end(last);
    int start = site.source().start(last);
    boolean below = arguments.size() > 1 && site.source().beginsLine(start);
    String gap = below ? ",\n" + site.source().indentation(start) : ", ";
    StringBuilder added = new StringBuilder();
    found.query().values().forEach(each -> added.append(gap).append(each.expression()));
    return Optional.of(site.fix(found, List.of(site.source().insert(at, added.toString()))));
  }

  /** {@code manager.createQuery("… = :name").setParameter("name", name)}. */
  private static Optional<Fix> chained(QuerySite site, QuerySite.Found found, String how) {
    SyntaxSource source = site.source();
    int at = source.end(site.call());
    String gap = "";
    if (Shapes.parent(site.call()) instanceof MethodCallExpr next
        && next.getScope().orElse(null) == site.call()) {
      String between = source.text(at, source.start(next.getName()));
      boolean below = between.strip().equals(".") && between.indexOf('\n') >= 0;
      gap = below ? "\n" + source.indentation(source.start(next.getName())) : "";
    }
    StringBuilder added = new StringBuilder();
    int number = 1;
    for (BoundQuery.Value each : found.query().values()) {
      String key =
          switch (how) {
            case "named" -> ".setParameter(\"" + each.name() + "\", ";
            case "numbered" -> ".setParameter(" + number + ", ";
            default -> ".param(";
          };
      added.append(gap).append(key).append(each.expression()).append(')');
      number++;
    }
    return Optional.of(site.fix(found, List.of(source.insert(at, added.toString()))));
  }
}
