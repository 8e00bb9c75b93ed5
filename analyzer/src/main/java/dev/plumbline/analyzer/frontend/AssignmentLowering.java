package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Operator;
import java.util.List;

/** Assignments, increments and decrements: JLS 15.26, 15.14.2, 15.15.1. */
final class AssignmentLowering {

  private final BodyLowering body;
  private final BodyBuilder code;
  private final SourceSpans spans;

  /**
   * A place that can be assigned.
   *
   * @param variable its register, or NONE
   * @param path of a name, or {@code null}
   * @param operands the object of a field; the array and the index of an element
   * @param field its name, or {@code null}
   */
  private record Place(
      int variable, List<String> path, PendingOperands operands, String field, Span span) {}

  AssignmentLowering(BodyLowering body) {
    this.body = body;
    this.code = body.code();
    this.spans = body.spans();
  }

  /** The value of the assignment: the variable, or what was stored. */
  int assign(AssignExpr assignment) {
    Span span = spans.of(assignment);
    Place place = place(assignment.getTarget());
    Operator operator = OperatorNames.of(assignment.getOperator());
    Expression right = assignment.getValue();
    if (operator == null) {
      // The parser accepts "a = {1}", which is wrong; its elements are kept all the same.
      int value = body.expressions().value(right);
      return store(place, value, spans.of(right), span);
    }
    int old = load(place);
    PendingOperands operands = new PendingOperands(body);
    operands.add(old, place.span);
    int value = body.expressions().value(right);
    operands.add(value, right);
    boolean concat = operator == Operator.ADD && (code.isString(old) || code.isString(value));
    int result = code.newRegister();
    if (concat) {
      code.markString(result);
    }
    code.emit(
        new Instruction.Operation(
            result, concat ? Operator.CONCAT : operator, operands.settledFrom(0), span));
    return store(place, result, span, span);
  }

  /**
   * {@code ++} and {@code --}.
   *
   * @param isUsed whether somebody wants the value; only then a postfix operator keeps the old one
   */
  int step(UnaryExpr unary, boolean isUsed) {
    Span span = spans.of(unary);
    boolean up =
        unary.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT
            || unary.getOperator() == UnaryExpr.Operator.POSTFIX_INCREMENT;
    Place place = place(unary.getExpression());
    int old = load(place);
    int kept = old;
    if (isUsed && unary.isPostfix() && place.variable != Body.NONE) {
      kept = code.newRegister();
      code.emit(new Instruction.Copy(kept, old, place.span));
    }
    int one = body.constant(Literal.integer(1), span);
    int result = code.newRegister();
    Operator operator = up ? Operator.ADD : Operator.SUBTRACT;
    code.emit(new Instruction.Operation(result, operator, Operands.of(old, one), span));
    int stored = store(place, result, span, span);
    return unary.isPostfix() ? kept : stored;
  }

  private Place place(Expression target) {
    Expression place = target;
    while (place instanceof EnclosedExpr enclosed) {
      place = enclosed.getInner();
    }
    Span span = spans.of(place);
    if (place instanceof NameExpr name) {
      String identifier = body.name(name.getName());
      int variable = body.resolve(identifier);
      return variable != Body.NONE
          ? new Place(variable, null, null, null, span)
          : new Place(Body.NONE, List.of(identifier), null, null, span);
    }
    if (place instanceof FieldAccessExpr access) {
      return field(access, span);
    }
    PendingOperands operands = new PendingOperands(body);
    if (place instanceof ArrayAccessExpr access) {
      operands.add(body.expressions().value(access.getName()), access.getName());
      operands.add(body.expressions().value(access.getIndex()), access.getIndex());
      return new Place(Body.NONE, null, operands, null, span);
    }
    // Not a variable: wrong source. Its effects are kept, the assignment goes nowhere.
    body.file().problems().add(Problem.inSource("not a variable", span));
    int value = body.expressions().value(place);
    return new Place(value, null, null, null, span);
  }

  private Place field(FieldAccessExpr access, Span span) {
    List<String> path = body.file().annotations().path(access);
    if (path != null && body.resolve(path.get(0)) == Body.NONE) {
      return new Place(Body.NONE, path, null, null, span);
    }
    PendingOperands operands = new PendingOperands(body);
    operands.add(body.expressions().value(access.getScope()), access.getScope());
    return new Place(Body.NONE, null, operands, body.name(access.getName()), span);
  }

  private int load(Place place) {
    if (place.variable != Body.NONE) {
      return place.variable;
    }
    int register = code.newRegister();
    if (place.path != null) {
      code.emit(new Instruction.LoadName(register, place.path, place.span));
    } else if (place.field != null) {
      code.emit(
          new Instruction.LoadField(register, place.operands.settled(0), place.field, place.span));
    } else {
      code.emit(
          new Instruction.LoadElement(
              register, place.operands.settled(0), place.operands.settled(1), place.span));
    }
    return register;
  }

  private int store(Place place, int value, Span valueSpan, Span span) {
    if (place.variable != Body.NONE) {
      code.emit(new Instruction.Copy(place.variable, value, span));
      return place.variable;
    }
    if (place.path != null) {
      code.emit(new Instruction.StoreName(place.path, value, span));
    } else if (place.field != null) {
      code.emit(new Instruction.StoreField(place.operands.settled(0), place.field, value, span));
    } else {
      code.emit(
          new Instruction.StoreElement(
              place.operands.settled(0), place.operands.settled(1), value, span));
    }
    return value;
  }
}
