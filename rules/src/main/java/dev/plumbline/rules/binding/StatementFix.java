package dev.plumbline.rules.binding;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.rule.SyntaxSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code statement.executeQuery("… '" + x + "'")} of a statement that is made in the same method
 * and runs nothing else: it is prepared where it was made, and the values are set before it runs.
 */
final class StatementFix {

  private static final String PREPARED = "java.sql.PreparedStatement";

  private final QuerySite site;
  private final SyntaxSource source;
  private final List<Fix.Replacement> edits = new ArrayList<>();

  StatementFix(QuerySite site) {
    this.site = site;
    this.source = site.source();
  }

  Optional<Fix> fix() {
    MethodCallExpr call = site.call();
    if (!(call.getScope().orElse(null) instanceof NameExpr scope)
        || call.getArguments().size() != 1) {
      return Optional.empty();
    }
    String name = scope.getNameAsString();
    VariableDeclarator declared = Shapes.variable(site.method(), name).orElse(null);
    Expression creation = declared == null ? null : creation(declared).orElse(null);
    QuerySite.Found found = site.query(site.sql()).orElse(null);
    Statement statement = Shapes.statementOf(call).orElse(null);
    if (found == null
        || statement == null
        || creation == null
        || Shapes.innermostCode(call, site.method()) != site.method()
        || !retype(declared)) {
      return Optional.empty();
    }
    List<String> setters = PreparedFix.lines(found.query(), name).orElse(null);
    if (setters == null || !prepare((MethodCallExpr) creation, found)) {
      return Optional.empty();
    }
    if (!emptyArguments(call)) {
      return Optional.empty();
    }
    edits.add(PreparedFix.before(statement, setters, source));
    return Optional.of(new Fix(site.fix(found, List.of()).description(), edits));
  }

  private boolean emptyArguments(MethodCallExpr call) {
    Expression argument = call.getArgument(0);
    int from = source.end(call.getName());
    int to = source.end(call);
    String before = source.text(from, source.start(argument));
    String after = source.text(source.end(argument), to);
    if (!before.strip().equals("(") || !after.strip().equals(")")) {
      return false;
    }
    edits.add(source.replace(from, to, "()"));
    return true;
  }

  /** The only {@code createStatement()} of the variable, when the call is all that it runs. */
  private Optional<Expression> creation(VariableDeclarator declared) {
    String name = declared.getNameAsString();
    Expression made = declared.getInitializer().orElse(null);
    List<AssignExpr> assigned =
        site.method()
            .findAll(
                AssignExpr.class,
                each ->
                    each.getTarget() instanceof NameExpr target
                        && target.getNameAsString().equals(name));
    if (made == null || made.isNullLiteralExpr()) {
      if (assigned.size() != 1) {
        return Optional.empty();
      }
      made = assigned.get(0).getValue();
    } else if (!assigned.isEmpty()) {
      return Optional.empty();
    }
    boolean creates =
        made instanceof MethodCallExpr create
            && create.getNameAsString().equals("createStatement")
            && isOverloaded(create.getArguments().size());
    boolean alone = Shapes.uses(site.method(), name).stream().allMatch(this::isHarmless);
    return creates && alone ? Optional.of(made) : Optional.empty();
  }

  /** The type, concurrency and holdability of results can be given to both, in that order. */
  private static boolean isOverloaded(int arguments) {
    return arguments == 0 || arguments == 2 || arguments == 3;
  }

  private boolean isHarmless(NameExpr use) {
    Node parent = Shapes.parent(use);
    if (parent instanceof MethodCallExpr call) {
      String name = call.getNameAsString();
      boolean scope = call.getScope().orElse(null) == use;
      return call == site.call()
          || (scope
              ? name.equals("close") || name.startsWith("get") || name.startsWith("set")
              : name.toLowerCase(Locale.ROOT).contains("close"));
    }
    return parent instanceof AssignExpr assign && assign.getTarget() == use
        || parent instanceof BinaryExpr compared
            && (compared.getLeft().isNullLiteralExpr() || compared.getRight().isNullLiteralExpr());
  }

  private boolean retype(VariableDeclarator declared) {
    Type type = declared.getType();
    String written = type.asString();
    // The parser leaves it a name.
    if (written.equals("var")) {
      return true;
    }
    if (written.equals("java.sql.Statement")) {
      edits.add(source.replace(source.start(type), source.end(type), PREPARED));
      return true;
    }
    if (!written.equals("Statement")) {
      return false;
    }
    edits.add(source.replace(source.start(type), source.end(type), "PreparedStatement"));
    return imports();
  }

  private boolean imports() {
    NodeList<ImportDeclaration> imports = source.tree().getImports();
    ImportDeclaration statement = null;
    ImportDeclaration behind = null;
    for (ImportDeclaration each : imports) {
      String name = each.getNameAsString();
      if (each.isStatic()) {
        continue;
      }
      if (name.equals(PREPARED) || each.isAsterisk() && name.equals("java.sql")) {
        return true;
      }
      if (name.endsWith(".PreparedStatement")) {
        return false;
      }
      statement = name.equals("java.sql.Statement") ? each : statement;
      boolean sorted = name.startsWith("java.sql.") && name.compareTo(PREPARED) > 0;
      behind = behind == null && sorted ? each : behind;
    }
    if (statement == null) {
      return false;
    }
    edits.add(source.insert(source.start(behind), "import " + PREPARED + ";\n"));
    return true;
  }

  /** Puts the text where the statement is made. */
  private boolean prepare(MethodCallExpr creation, QuerySite.Found found) {
    int from = source.start(creation.getName());
    int to = source.end(creation);
    StringBuilder options = new StringBuilder();
    creation.getArguments().forEach(each -> options.append(", ").append(source.text(each)));
    VariableDeclarator variable = found.variable().orElse(null);
    boolean before =
        variable != null && source.start(variable) < from && isInScope(variable, creation);
    if (before) {
      edits.addAll(found.query().edits());
      String name = variable.getNameAsString();
      edits.add(source.replace(from, to, "prepareStatement(" + name + options + ")"));
      return true;
    }
    if (!found.query().isConstant(site.method())) {
      return false;
    }
    edits.add(
        source.replace(
            from, to, "prepareStatement(" + found.query().rewritten(source) + options + ")"));
    return variable == null
        || Shapes.uses(site.method(), variable.getNameAsString()).size() == 1 && remove(variable);
  }

  private static boolean isInScope(VariableDeclarator variable, Node place) {
    Optional<BlockStmt> block = variable.findAncestor(BlockStmt.class);
    for (Node each = place; each != null; each = Shapes.parent(each)) {
      if (block.isPresent() && each == block.get()) {
        return true;
      }
    }
    return false;
  }

  /** The variable that holds the text has no use any more. */
  private boolean remove(VariableDeclarator variable) {
    ExpressionStmt statement = variable.findAncestor(ExpressionStmt.class).orElse(null);
    if (statement == null || statement.getComment().isPresent()) {
      return false;
    }
    int from = source.start(statement);
    int end = source.end(statement);
    String text = source.text();
    int start = from - source.indentation(from).length();
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    boolean alone =
        source.beginsLine(from)
            && start > 1
            && end < text.length()
            && (text.charAt(end) == '\n' || text.charAt(end) == '\r');
    if (!alone) {
      return false;
    }
    // From the end of the line before: some editors keep the blanks that a region begins with.
    start -= text.startsWith("\r\n", start - 2) ? 2 : 1;
    edits.add(source.replace(start, end, ""));
    return true;
  }
}
