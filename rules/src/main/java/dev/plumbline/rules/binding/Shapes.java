package dev.plumbline.rules.binding;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.rule.SyntaxSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be said of code by its shape: what may move, and where a statement can stand. */
final class Shapes {

  /** Calls that give the same wherever they stand in a method, as far as people write code. */
  private static final Set<String> STEADY_CALLS =
      Set.of(
          "trim",
          "strip",
          "toString",
          "toLowerCase",
          "toUpperCase",
          "valueOf",
          "name",
          "ordinal",
          "length",
          "size",
          "intValue",
          "longValue",
          "queryParam",
          "pathVariable",
          "param",
          "orElse");

  /** What makes text fit to stand between quotation marks makes it wrong as a parameter. */
  private static final List<String> ESCAPES =
      List.of("escape", "quote", "replace", "encode", "saniti", "clean", "filter", "sql");

  private static final Set<String> LOG_CALLS =
      Set.of("trace", "debug", "info", "warn", "error", "fine", "finer", "log", "println", "print");

  private static final Pattern LOGGERS = Pattern.compile("(?i)log(ger)?$|^System\\.(out|err)$");

  private Shapes() {}

  static JavaType typeOf(Expression node, SyntaxSource source) {
    if (node instanceof EnclosedExpr enclosed) {
      return typeOf(enclosed.getInner(), source);
    }
    if (node instanceof NameExpr name) {
      JavaType variable = source.types().typeOfVariable(name.getNameAsString(), source.span(node));
      return variable.isKnown() ? variable : source.types().typeOf(source.span(node));
    }
    if (node instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.PLUS) {
      return typeOf(binary.getLeft(), source).isString()
              || typeOf(binary.getRight(), source).isString()
          ? JavaType.STRING
          : source.types().typeOf(source.span(node));
    }
    if (node instanceof ConditionalExpr choice) {
      JavaType type = typeOf(choice.getThenExpr(), source);
      return type.equals(typeOf(choice.getElseExpr(), source)) ? type : JavaType.UNKNOWN;
    }
    return node.isStringLiteralExpr() || node.isTextBlockLiteralExpr()
        ? JavaType.STRING
        : source.types().typeOf(source.span(node));
  }

  /** The method, constructor or lambda-free code that {@code node} stands in. */
  static Optional<Node> method(Node node) {
    return node.findAncestor(CallableDeclaration.class).map(Node.class::cast);
  }

  /** The one declaration of a local variable of this name, if it is the only one. */
  static Optional<VariableDeclarator> variable(Node method, String name) {
    List<VariableDeclarator> declared =
        method.findAll(VariableDeclarator.class, each -> each.getNameAsString().equals(name));
    boolean parameter =
        !method.findAll(Parameter.class, each -> each.getNameAsString().equals(name)).isEmpty();
    return declared.size() == 1
            && !parameter
            && declared.get(0).getParentNode().orElse(null) instanceof VariableDeclarationExpr list
            && list.getVariables().size() == 1
        ? Optional.of(declared.get(0))
        : Optional.empty();
  }

  static List<NameExpr> uses(Node method, String name) {
    return method.findAll(NameExpr.class, each -> each.getNameAsString().equals(name));
  }

  /** Whether a variable is read to be printed, and nothing depends on it. */
  static boolean isLogged(NameExpr use) {
    Node parent = parent(use);
    while (parent instanceof BinaryExpr) {
      parent = parent(parent);
    }
    return parent instanceof MethodCallExpr call
        && parent(call) instanceof ExpressionStmt
        && LOG_CALLS.contains(call.getNameAsString())
        && call.getScope().map(scope -> LOGGERS.matcher(scope.toString()).find()).orElse(false);
  }

  /**
   * The lambda or anonymous class in {@code method} that {@code node} stands in, else the method.
   */
  static Node innermostCode(Node node, Node method) {
    Node each = node;
    while (each != null && each != method && !isCodeOfItsOwn(each)) {
      each = parent(each);
    }
    return each;
  }

  private static boolean isCodeOfItsOwn(Node node) {
    return node instanceof LambdaExpr
        || node instanceof ObjectCreationExpr creation
            && creation.getAnonymousClassBody().isPresent();
  }

  static Node parent(Node node) {
    return node.getParentNode().orElse(null);
  }

  /** Whether an expression gives the same a few statements later. */
  static boolean isSteady(Expression node) {
    if (node instanceof NameExpr || node instanceof LiteralExpr || node instanceof ThisExpr) {
      return true;
    }
    if (node instanceof EnclosedExpr enclosed) {
      return isSteady(enclosed.getInner());
    }
    if (node instanceof CastExpr cast) {
      return isSteady(cast.getExpression());
    }
    if (node instanceof FieldAccessExpr field) {
      return isSteady(field.getScope());
    }
    if (node instanceof BinaryExpr binary) {
      return isSteady(binary.getLeft()) && isSteady(binary.getRight());
    }
    if (node instanceof ConditionalExpr choice) {
      return isSteady(choice.getCondition())
          && isSteady(choice.getThenExpr())
          && isSteady(choice.getElseExpr());
    }
    if (node instanceof MethodCallExpr call) {
      String name = call.getNameAsString();
      boolean steady =
          STEADY_CALLS.contains(name)
              || name.startsWith("get") && !name.startsWith("getNext") && !name.startsWith("getAnd")
              || name.startsWith("is");
      return steady
          && call.getScope().map(Shapes::isSteady).orElse(true)
          && call.getArguments().stream().allMatch(Shapes::isSteady);
    }
    return false;
  }

  /** Whether a variable that {@code node} reads is assigned behind {@code from}. */
  static boolean isReassigned(Expression node, Node method, int from, SyntaxSource source) {
    Set<String> names =
        node.findAll(NameExpr.class).stream()
            .map(NameExpr::getNameAsString)
            .collect(Collectors.toSet());
    return method.findAll(AssignExpr.class).stream()
            .anyMatch(
                each ->
                    source.start(each) > from
                        && each.getTarget() instanceof NameExpr target
                        && names.contains(target.getNameAsString()))
        || method.findAll(UnaryExpr.class).stream()
            .anyMatch(
                each ->
                    source.start(each) > from
                        && each.getExpression() instanceof NameExpr target
                        && each.getOperator() != UnaryExpr.Operator.LOGICAL_COMPLEMENT
                        && each.getOperator() != UnaryExpr.Operator.MINUS
                        && names.contains(target.getNameAsString()));
  }

  /** Whether the text was made fit for a place between quotation marks, here or where it is set. */
  static boolean isEscaped(Expression node, Node method) {
    if (node.findAll(MethodCallExpr.class).stream().anyMatch(Shapes::isEscape)) {
      return true;
    }
    for (NameExpr name : node.findAll(NameExpr.class)) {
      String variable = name.getNameAsString();
      boolean set =
          method
                  .findAll(
                      VariableDeclarator.class, each -> each.getNameAsString().equals(variable))
                  .stream()
                  .anyMatch(each -> hasEscape(each.getInitializer().orElse(null)))
              || method.findAll(AssignExpr.class).stream()
                  .anyMatch(
                      each ->
                          each.getTarget().toString().equals(variable)
                              && hasEscape(each.getValue()));
      if (set) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasEscape(Expression node) {
    return node != null && node.findAll(MethodCallExpr.class).stream().anyMatch(Shapes::isEscape);
  }

  private static boolean isEscape(MethodCallExpr call) {
    String name = call.getNameAsString().toLowerCase(Locale.ROOT);
    return ESCAPES.stream().anyMatch(name::contains);
  }

  /**
   * The statement in a block before which code can be put that has to run before {@code call}:
   * nothing else of the statement is computed before the call, and it is computed once.
   */
  static Optional<Statement> statementOf(Expression call) {
    Node node = call;
    Node parent = parent(node);
    while (parent instanceof Expression || parent instanceof VariableDeclarator) {
      if (!isComputedFirst(node, parent)) {
        return Optional.empty();
      }
      node = parent;
      parent = parent(node);
    }
    boolean whole =
        parent instanceof ExpressionStmt
            || parent instanceof ReturnStmt
            || parent instanceof IfStmt choice && choice.getCondition() == node
            || parent instanceof TryStmt resource
                && resource.getResources().get(0) == node
                // What throws before the try is not caught by it.
                && resource.getCatchClauses().isEmpty();
    return whole && parent(parent) instanceof BlockStmt
        ? Optional.of((Statement) parent)
        : Optional.empty();
  }

  private static boolean isComputedFirst(Node node, Node parent) {
    if (parent instanceof MethodCallExpr call) {
      boolean scope = call.getScope().orElse(null) == node;
      boolean plain =
          call.getScope().isEmpty()
              || call.getScope().get() instanceof NameExpr
              || call.getScope().get() instanceof ThisExpr;
      return scope || plain && !call.getArguments().isEmpty() && call.getArgument(0) == node;
    }
    if (parent instanceof AssignExpr assign) {
      return assign.getValue() == node && assign.getTarget() instanceof NameExpr;
    }
    if (parent instanceof BinaryExpr binary) {
      return binary.getLeft() == node;
    }
    if (parent instanceof VariableDeclarationExpr list) {
      return list.getVariables().size() == 1;
    }
    return parent instanceof VariableDeclarator
        || parent instanceof EnclosedExpr
        || parent instanceof CastExpr
        || parent instanceof UnaryExpr unary
            && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT;
  }
}
