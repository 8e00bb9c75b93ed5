package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.type.Type;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Expressions and their values: JLS 15. The value of a variable is the variable's register. */
final class ExpressionLowering {

  private static final Operands NO_OPERANDS = Operands.NONE;

  private final BodyLowering body;
  private final BodyBuilder code;
  private final SourceSpans spans;

  ExpressionLowering(BodyLowering body) {
    this.body = body;
    this.code = body.code();
    this.spans = body.spans();
  }

  /** For its effects alone: JLS 14.8, and the parts of a for statement. */
  void discard(Expression expression) {
    if (expression instanceof MethodCallExpr call) {
      body.calls().call(call, false);
    } else if (expression instanceof AssignExpr assignment) {
      body.assignments().assign(assignment);
    } else if (expression instanceof UnaryExpr unary
        && OperatorNames.of(unary.getOperator()) == null) {
      body.assignments().step(unary, false);
    } else if (expression instanceof VariableDeclarationExpr declaration) {
      body.statements().declare(Variable.Kind.LOCAL, declaration);
    } else {
      value(expression);
    }
  }

  /** An initialiser, which may be an array in braces of the declared type. */
  int initial(Expression initializer, Type declared) {
    return initializer instanceof ArrayInitializerExpr array
        ? array(array, body.types().of(declared))
        : value(initializer);
  }

  /** The register that holds the value. */
  int value(Expression expression) {
    if (expression instanceof NameExpr name) {
      return name(name);
    }
    if (expression instanceof MethodCallExpr call) {
      return body.calls().call(call, true);
    }
    if (expression instanceof FieldAccessExpr access) {
      return fieldAccess(access);
    }
    Literal literal = body.file().literals().of(expression);
    if (literal != null) {
      int register = body.constant(literal, spans.of(expression));
      if (literal.kind() == Literal.Kind.STRING) {
        code.markString(register);
      }
      return register;
    }
    if (expression instanceof BinaryExpr binary) {
      return ConditionLowering.isBranching(binary)
          ? body.conditions().value(binary)
          : binary(binary);
    }
    if (expression instanceof ObjectCreationExpr creation) {
      return body.calls().create(creation);
    }
    if (expression instanceof LambdaExpr lambda) {
      return body.calls().lambda(lambda);
    }
    if (expression instanceof EnclosedExpr) {
      return enclosed(expression);
    }
    if (expression instanceof AssignExpr assignment) {
      return body.assignments().assign(assignment);
    }
    if (expression instanceof ThisExpr self) {
      return self("this", self.getTypeName(), self);
    }
    if (expression instanceof UnaryExpr unary) {
      return unary(unary);
    }
    if (expression instanceof CastExpr cast) {
      return cast(cast);
    }
    if (expression instanceof MethodReferenceExpr reference) {
      return body.calls().methodReference(reference);
    }
    if (expression instanceof ConditionalExpr choice) {
      return conditional(choice);
    }
    if (expression instanceof ArrayAccessExpr access) {
      return element(access);
    }
    return rare(expression);
  }

  private int rare(Expression expression) {
    if (expression instanceof InstanceOfExpr test) {
      return instanceOf(test);
    }
    if (expression instanceof ArrayCreationExpr creation) {
      return arrayCreation(creation);
    }
    if (expression instanceof SwitchExpr choice) {
      return body.switches().expression(choice);
    }
    if (expression instanceof SuperExpr parent) {
      // Only as the scope of a field: the same object as this, seen as its superclass.
      return self("super", parent.getTypeName(), parent);
    }
    if (expression instanceof ArrayInitializerExpr array) {
      // Only in source that is wrong: without a declaration there is no type.
      return array(array, TypeRef.INFERRED);
    }
    if (expression instanceof TypeExpr type) {
      int register = code.newRegister();
      List<String> path = List.of(body.types().of(type.getType()).name().split("\\."));
      code.emit(new Instruction.LoadName(register, path, spans.of(type)));
      return register;
    }
    throw UnsupportedNode.of(expression);
  }

  private int enclosed(Expression expression) {
    Expression inner = expression;
    while (inner instanceof EnclosedExpr enclosed) {
      inner = enclosed.getInner();
    }
    return value(inner);
  }

  // Names

  private int name(NameExpr name) {
    String identifier = body.name(name.getName());
    int variable = body.resolve(identifier);
    return variable != Body.NONE ? variable : load(List.of(identifier), spans.of(name));
  }

  private int load(List<String> path, Span span) {
    int register = code.newRegister();
    code.emit(new Instruction.LoadName(register, path, span));
    return register;
  }

  private int self(String keyword, Optional<Name> qualifier, Expression at) {
    List<String> path = new ArrayList<>(2);
    Name name = qualifier.orElse(null);
    while (name != null) {
      path.add(name.getIdentifier());
      name = name.getQualifier().orElse(null);
    }
    Collections.reverse(path);
    path.add(keyword);
    return load(path, spans.of(at));
  }

  /**
   * {@code a.b.c}: behind a variable or another expression a chain of fields, else one name that
   * linking takes apart (JLS 6.5.2).
   */
  private int fieldAccess(FieldAccessExpr access) {
    Deque<FieldAccessExpr> chain = new ArrayDeque<>(4);
    Expression root = access;
    while (root instanceof FieldAccessExpr field) {
      chain.push(field);
      root = field.getScope();
    }
    if (root instanceof NameExpr name
        && body.resolve(name.getName().getIdentifier()) == Body.NONE) {
      return load(body.file().annotations().path(access), spans.of(access));
    }
    int object = value(root);
    for (FieldAccessExpr field : chain) {
      int register = code.newRegister();
      code.emit(
          new Instruction.LoadField(register, object, body.name(field.getName()), spans.of(field)));
      object = register;
    }
    return object;
  }

  // Operators

  private int unary(UnaryExpr unary) {
    Operator operator = OperatorNames.of(unary.getOperator());
    if (operator == null) {
      return body.assignments().step(unary, true);
    }
    int operand = value(unary.getExpression());
    int register = code.newRegister();
    code.emit(new Instruction.Operation(register, operator, Operands.of(operand), spans.of(unary)));
    return register;
  }

  /**
   * Operators of one precedence nest to the left, in generated code thousands deep: walked by a
   * loop. From the first operand on that is seen to be a string, {@code +} concatenates, and its
   * operands become the parts of one {@link Operator#CONCAT} (JLS 15.18.1).
   */
  private int binary(BinaryExpr expression) {
    Deque<BinaryExpr> spine = new ArrayDeque<>();
    Expression leftmost = expression;
    while (leftmost instanceof BinaryExpr binary && !ConditionLowering.isShortCircuit(binary)) {
      spine.push(binary);
      leftmost = binary.getLeft();
    }
    int left = value(leftmost);
    Span leftSpan = spans.of(leftmost);
    PendingOperands parts = null;
    Span partsSpan = null;
    for (BinaryExpr node : spine) {
      boolean plus = node.getOperator() == BinaryExpr.Operator.PLUS;
      if (parts != null && !plus) {
        left = concat(parts, partsSpan);
        leftSpan = partsSpan;
        parts = null;
      }
      PendingOperands operands = parts;
      if (operands == null) {
        operands = new PendingOperands(body);
        operands.add(left, leftSpan);
      }
      int right = value(node.getRight());
      operands.add(right, node.getRight());
      Span span = spans.of(node);
      if (plus && (parts != null || code.isString(left) || code.isString(right))) {
        parts = operands;
        partsSpan = span;
      } else {
        left = code.newRegister();
        leftSpan = span;
        Operator operator = OperatorNames.of(node.getOperator());
        code.emit(new Instruction.Operation(left, operator, operands.settledFrom(0), span));
      }
    }
    return parts == null ? left : concat(parts, partsSpan);
  }

  private int concat(PendingOperands parts, Span span) {
    Operands operands = parts.settledFrom(0);
    int register = code.newRegister();
    code.emit(new Instruction.Operation(register, Operator.CONCAT, operands, span));
    code.markString(register);
    return register;
  }

  private int conditional(ConditionalExpr choice) {
    int then = code.newLabel();
    int otherwise = code.newLabel();
    int end = code.newLabel();
    int result = code.newRegister();
    Span span = spans.of(choice);
    Bindings bindings = body.conditions().branch(choice.getCondition(), then, otherwise);
    code.start(then, span);
    boolean first = part(choice.getThenExpr(), bindings.whenTrue(), result, end);
    code.start(otherwise, span);
    boolean second = part(choice.getElseExpr(), bindings.whenFalse(), result, end);
    code.start(end, span);
    if (first && second) {
      code.markString(result);
    }
    return result;
  }

  private boolean part(Expression expression, List<Scope.Binding> introduced, int result, int end) {
    int mark = body.scope().mark();
    body.scope().declareAll(introduced);
    int value = value(expression);
    Span span = spans.of(expression);
    code.emit(new Instruction.Copy(result, value, span));
    code.jump(end, span);
    body.scope().release(mark);
    return code.isString(value);
  }

  private int cast(CastExpr cast) {
    int source = value(cast.getExpression());
    TypeRef type = body.types().of(cast.getType());
    int register = code.newRegister();
    code.emit(new Instruction.Cast(register, type, source, spans.of(cast)));
    if (TypeLowering.isString(type)) {
      code.markString(register);
    }
    return register;
  }

  private int instanceOf(InstanceOfExpr test) {
    if (test.getPattern().isPresent()) {
      return body.conditions().value(test);
    }
    int source = value(test.getExpression());
    int register = code.newRegister();
    code.emit(
        new Instruction.InstanceOf(
            register, body.types().of(test.getType()), source, spans.of(test)));
    return register;
  }

  // Arrays

  private int element(ArrayAccessExpr access) {
    PendingOperands operands = new PendingOperands(body);
    operands.add(value(access.getName()), access.getName());
    operands.add(value(access.getIndex()), access.getIndex());
    int register = code.newRegister();
    code.emit(
        new Instruction.LoadElement(
            register, operands.settled(0), operands.settled(1), spans.of(access)));
    return register;
  }

  private int arrayCreation(ArrayCreationExpr creation) {
    TypeRef element = body.types().of(creation.getElementType());
    TypeRef type = element.withDimensions(element.dimensions() + creation.getLevels().size());
    if (creation.getInitializer().isPresent()) {
      return array(creation.getInitializer().get(), type, spans.of(creation));
    }
    PendingOperands lengths = new PendingOperands(body);
    for (ArrayCreationLevel level : creation.getLevels()) {
      Expression length = level.getDimension().orElse(null);
      if (length != null) {
        lengths.add(value(length), length);
      }
    }
    int register = code.newRegister();
    code.emit(
        new Instruction.NewArray(
            register, type, lengths.settledFrom(0), false, NO_OPERANDS, spans.of(creation)));
    return register;
  }

  private int array(ArrayInitializerExpr initializer, TypeRef type) {
    return array(initializer, type, spans.of(initializer));
  }

  private int array(ArrayInitializerExpr initializer, TypeRef type, Span span) {
    TypeRef element = type.withDimensions(Math.max(0, type.dimensions() - 1));
    PendingOperands elements = new PendingOperands(body);
    for (Expression value : initializer.getValues()) {
      int register =
          value instanceof ArrayInitializerExpr nested ? array(nested, element) : value(value);
      elements.add(register, value);
    }
    int register = code.newRegister();
    code.emit(
        new Instruction.NewArray(register, type, NO_OPERANDS, true, elements.settledFrom(0), span));
    return register;
  }
}
