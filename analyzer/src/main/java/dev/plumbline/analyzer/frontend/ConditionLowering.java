package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * Expressions that decide where to go: short circuits become branches (JLS 15.23 to 15.25), a
 * literal {@code true} or {@code false} a plain jump, so that {@code while (true)} has no way out
 * that Java does not see either (JLS 14.22).
 */
final class ConditionLowering {

  private final BodyLowering body;
  private final BodyBuilder code;

  ConditionLowering(BodyLowering body) {
    this.body = body;
    this.code = body.code();
  }

  /**
   * Goes to {@code then} or {@code otherwise}; no block is open afterwards.
   *
   * @return the variables that patterns in the expression introduce
   */
  Bindings branch(Expression expression, int then, int otherwise) {
    Expression condition = expression;
    while (condition instanceof EnclosedExpr enclosed) {
      condition = enclosed.getInner();
    }
    if (condition instanceof UnaryExpr unary
        && unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return branch(unary.getExpression(), otherwise, then).negated();
    }
    if (condition instanceof BinaryExpr binary && isShortCircuit(binary)) {
      return chain(binary, then, otherwise);
    }
    if (condition instanceof BooleanLiteralExpr literal) {
      code.jump(literal.getValue() ? then : otherwise, body.spans().of(literal));
      return Bindings.NONE;
    }
    if (condition instanceof InstanceOfExpr test && test.getPattern().isPresent()) {
      return pattern(test, then, otherwise);
    }
    if (condition instanceof ConditionalExpr choice) {
      conditional(choice, then, otherwise);
      return Bindings.NONE;
    }
    int value = body.expressions().value(condition);
    code.branch(value, then, otherwise, body.spans().of(condition));
    return Bindings.NONE;
  }

  static boolean isShortCircuit(BinaryExpr binary) {
    return binary.getOperator() == BinaryExpr.Operator.AND
        || binary.getOperator() == BinaryExpr.Operator.OR;
  }

  /** Whether the value of the expression is best made by branching. */
  static boolean isBranching(Expression expression) {
    return (expression instanceof BinaryExpr binary && isShortCircuit(binary))
        || (expression instanceof InstanceOfExpr test && test.getPattern().isPresent());
  }

  /** The value of a condition as a register that each branch assigns. */
  int value(Expression expression) {
    Span span = body.spans().of(expression);
    int then = code.newLabel();
    int otherwise = code.newLabel();
    int end = code.newLabel();
    int result = code.newRegister();
    branch(expression, then, otherwise);
    if (code.start(then, span)) {
      code.emit(new Instruction.Constant(result, Literal.bool(true), span));
      code.jump(end, span);
    }
    if (code.start(otherwise, span)) {
      code.emit(new Instruction.Constant(result, Literal.bool(false), span));
      code.jump(end, span);
    }
    code.start(end, span);
    return result;
  }

  /** {@code a && b && c …} nests to the left, often deep in generated code: walked by a loop. */
  private Bindings chain(BinaryExpr expression, int then, int otherwise) {
    boolean and = expression.getOperator() == BinaryExpr.Operator.AND;
    List<Expression> operands = new ArrayList<>();
    Expression left = expression;
    while (left instanceof BinaryExpr binary && binary.getOperator() == expression.getOperator()) {
      operands.add(binary.getRight());
      left = binary.getLeft();
    }
    operands.add(left);
    int mark = body.scope().mark();
    List<Scope.Binding> introduced = List.of();
    for (int i = operands.size() - 1; i >= 0; i--) {
      Expression operand = operands.get(i);
      int next = i == 0 ? (and ? then : otherwise) : code.newLabel();
      Bindings bindings = and ? branch(operand, next, otherwise) : branch(operand, then, next);
      List<Scope.Binding> added = and ? bindings.whenTrue() : bindings.whenFalse();
      introduced = Bindings.joined(introduced, added);
      if (i > 0) {
        body.scope().declareAll(added);
        code.start(next, body.spans().of(operand));
      }
    }
    body.scope().release(mark);
    if (introduced.isEmpty()) {
      return Bindings.NONE;
    }
    return and ? new Bindings(introduced, List.of()) : new Bindings(List.of(), introduced);
  }

  private Bindings pattern(InstanceOfExpr test, int then, int otherwise) {
    int source = body.expressions().value(test.getExpression());
    List<Scope.Binding> introduced = new ArrayList<>(1);
    Span span = body.spans().of(test);
    body.patterns().match(source, test.getPattern().get(), otherwise, span, introduced);
    code.jump(then, span);
    return new Bindings(introduced, List.of());
  }

  private void conditional(ConditionalExpr choice, int then, int otherwise) {
    int first = code.newLabel();
    int second = code.newLabel();
    Bindings bindings = branch(choice.getCondition(), first, second);
    Span span = body.spans().of(choice);
    int mark = body.scope().mark();
    body.scope().declareAll(bindings.whenTrue());
    code.start(first, span);
    branch(choice.getThenExpr(), then, otherwise);
    body.scope().release(mark);
    body.scope().declareAll(bindings.whenFalse());
    code.start(second, span);
    branch(choice.getElseExpr(), then, otherwise);
    body.scope().release(mark);
  }
}
