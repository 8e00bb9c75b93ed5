package dev.plumbline.rules.security;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.rule.SyntaxFixer;
import dev.plumbline.analyzer.rule.SyntaxSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sets a flag of a cookie where the cookie is sent or built, or turns the {@code false} around that
 * takes it away. A value that is no literal was thought of: it stays.
 *
 * @param setter of a servlet's cookie
 * @param builder the method of builders
 * @param name of the flag
 * @param secure whether it is the first of the two flags that constructors take
 */
record CookieFlagFixer(String setter, String builder, String name, boolean secure)
    implements SyntaxFixer {

  static final CookieFlagFixer SECURE = new CookieFlagFixer("setSecure", "secure", "Secure", true);
  static final CookieFlagFixer HTTP_ONLY =
      new CookieFlagFixer("setHttpOnly", "httpOnly", "HttpOnly", false);

  private static final Set<String> SERVLET_COOKIES =
      Set.of("jakarta.servlet.http.Cookie", "javax.servlet.http.Cookie");

  private static final Set<String> REST_COOKIES =
      Set.of("jakarta.ws.rs.core.NewCookie", "javax.ws.rs.core.NewCookie");

  @Override
  public Optional<Fix> fix(Finding finding, SyntaxSource source) {
    MethodCallExpr call = source.call(finding).orElse(null);
    if (call == null) {
      return Optional.empty();
    }
    if (call.getNameAsString().equals("build")) {
      return built(call, source);
    }
    if (call.getArguments().size() != 1) {
      return Optional.empty();
    }
    Expression argument = call.getArgument(0);
    if (argument.isBooleanLiteralExpr()) {
      return flipped(argument, source);
    }
    if (argument instanceof ObjectCreationExpr creation) {
      return created(creation, source);
    }
    return argument instanceof NameExpr cookie ? sent(call, cookie, source) : Optional.empty();
  }

  /** {@code response.addCookie(cookie)} as a statement of its own. */
  private Optional<Fix> sent(MethodCallExpr call, NameExpr cookie, SyntaxSource source) {
    String variable = cookie.getNameAsString();
    JavaType type = source.types().typeOfVariable(variable, source.span(cookie));
    CallableDeclaration<?> method = call.findAncestor(CallableDeclaration.class).orElse(null);
    Statement statement = call.findAncestor(Statement.class).orElse(null);
    if (method == null || statement == null) {
      return Optional.empty();
    }
    if (type.isClass() && REST_COOKIES.contains(type.name())) {
      return onlyCreation(method, variable).flatMap(made -> created(made, source));
    }
    if (!type.isClass() || !SERVLET_COOKIES.contains(type.name())) {
      return Optional.empty();
    }
    List<MethodCallExpr> set = callsOn(method, variable, setter);
    if (!set.isEmpty() && set.stream().allMatch(each -> source.end(each) < source.start(call))) {
      // Behind the only call that says no, in the same block, nothing says yes.
      return set.size() == 1
              && isFalse(set.get(0))
              && set.get(0).getParentNode().map(ExpressionStmt.class::isInstance).orElse(false)
              && enclosingBlock(set.get(0)).isPresent()
              && enclosingBlock(set.get(0)).orElse(null) == enclosingBlock(call).orElse(null)
          ? flipped(set.get(0).getArgument(0), source)
          : Optional.empty();
    }
    boolean alone =
        statement instanceof ExpressionStmt expression && expression.getExpression() == call;
    if (!alone || !(statement.getParentNode().orElse(null) instanceof BlockStmt)) {
      return Optional.empty();
    }
    int at = source.start(statement);
    String line = variable + "." + setter + "(true);";
    String gap = source.beginsLine(at) ? "\n" + source.indentation(at) : " ";
    return one(source.insert(at, line + gap));
  }

  /** {@code ResponseCookie.from("sid", id).path("/").build()}. */
  private Optional<Fix> built(MethodCallExpr build, SyntaxSource source) {
    Expression scope = build.getScope().orElse(null);
    if (scope == null || !build.getArguments().isEmpty()) {
      return Optional.empty();
    }
    Expression each = scope;
    while (each instanceof MethodCallExpr step) {
      if (step.getNameAsString().equals(builder)) {
        return isFalse(step) ? flipped(step.getArgument(0), source) : Optional.empty();
      }
      each = step.getScope().orElse(null);
    }
    if (each instanceof NameExpr variable && scope == variable) {
      // What a builder in a variable was told before may stand anywhere.
      CallableDeclaration<?> method = build.findAncestor(CallableDeclaration.class).orElse(null);
      if (method == null || !callsOn(method, variable.getNameAsString(), builder).isEmpty()) {
        return Optional.empty();
      }
    }
    int at = source.end(scope);
    String between = source.text(at, source.start(build.getName()));
    boolean below = between.indexOf('\n') >= 0 || between.indexOf('\r') >= 0;
    if (!between.strip().equals(".")) {
      return Optional.empty();
    }
    String gap = below ? "\n" + source.indentation(source.start(build.getName())) : "";
    return one(source.insert(at, gap + "." + builder + "(true)"));
  }

  /** {@code new NewCookie(…, false, true)}: the constructors differ in length. */
  private Optional<Fix> created(ObjectCreationExpr creation, SyntaxSource source) {
    if (!creation.getType().getNameAsString().equals("NewCookie")) {
      return Optional.empty();
    }
    List<Expression> arguments = creation.getArguments();
    int at =
        switch (arguments.size()) {
          case 4 -> secure ? 3 : -1;
          case 6 -> secure ? 4 : 5;
          case 7 -> secure ? 6 : -1;
          case 8 -> arguments.get(6).isBooleanLiteralExpr() ? (secure ? 6 : 7) : (secure ? 7 : -1);
          case 10 -> secure ? 8 : 9;
          default -> -1;
        };
    return at >= 0 && arguments.get(at) instanceof BooleanLiteralExpr literal && !literal.getValue()
        ? flipped(literal, source)
        : Optional.empty();
  }

  /** What the variable is made with, when it is assigned there alone. */
  private static Optional<ObjectCreationExpr> onlyCreation(Node method, String variable) {
    boolean reassigned =
        method.findAll(AssignExpr.class).stream()
            .anyMatch(each -> each.getTarget().toString().equals(variable));
    List<VariableDeclarator> declared =
        method.findAll(VariableDeclarator.class, each -> each.getNameAsString().equals(variable));
    return !reassigned
            && declared.size() == 1
            && declared.get(0).getInitializer().orElse(null) instanceof ObjectCreationExpr made
        ? Optional.of(made)
        : Optional.empty();
  }

  private static List<MethodCallExpr> callsOn(Node method, String variable, String name) {
    return method.findAll(
        MethodCallExpr.class,
        each ->
            each.getNameAsString().equals(name)
                && each.getScope().map(scope -> startsWith(scope, variable)).orElse(false));
  }

  private static boolean startsWith(Expression scope, String variable) {
    Expression first = scope;
    while (first instanceof MethodCallExpr call && call.getScope().isPresent()) {
      first = call.getScope().get();
    }
    return first instanceof NameExpr name && name.getNameAsString().equals(variable);
  }

  private static boolean isFalse(MethodCallExpr call) {
    return call.getArguments().size() == 1
        && call.getArgument(0) instanceof BooleanLiteralExpr literal
        && !literal.getValue();
  }

  private static Optional<BlockStmt> enclosingBlock(Node node) {
    return node.findAncestor(Statement.class)
        .flatMap(Node::getParentNode)
        .filter(BlockStmt.class::isInstance)
        .map(BlockStmt.class::cast);
  }

  private Optional<Fix> flipped(Expression literal, SyntaxSource source) {
    return literal instanceof BooleanLiteralExpr flag && !flag.getValue()
        ? one(source.replace(source.start(literal), source.end(literal), "true"))
        : Optional.empty();
  }

  private Optional<Fix> one(Fix.Replacement change) {
    return Optional.of(new Fix("Set " + name + " on the cookie", List.of(change)));
  }
}
