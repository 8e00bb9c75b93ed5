package dev.plumbline.analyzer.frontend;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Calls, creations, lambdas and method references: JLS 15.9, 15.12, 15.13, 15.27, 8.8.7.1. */
final class CallLowering {

  private final BodyLowering body;
  private final BodyBuilder code;
  private final SourceSpans spans;

  CallLowering(BodyLowering body) {
    this.body = body;
    this.code = body.code();
    this.spans = body.spans();
  }

  /**
   * Fluent calls nest to the left, in tests and generated code thousands deep: walked by a loop.
   *
   * @param isUsed whether somebody wants the result of the last call
   */
  int call(MethodCallExpr call, boolean isUsed) {
    MethodCallExpr innermost = call;
    Deque<MethodCallExpr> outer = null;
    while (innermost.getScope().orElse(null) instanceof MethodCallExpr inner) {
      if (outer == null) {
        outer = new ArrayDeque<>();
      }
      outer.push(innermost);
      innermost = inner;
    }
    int result = scoped(innermost, isUsed || outer != null);
    while (outer != null && !outer.isEmpty()) {
      MethodCallExpr next = outer.pop();
      result = receiver(next, result, next.getScope().get(), isUsed || !outer.isEmpty());
    }
    return result;
  }

  private int scoped(MethodCallExpr call, boolean isUsed) {
    Expression scope = call.getScope().orElse(null);
    if (scope == null) {
      return plain(call, Instruction.Call.Dispatch.UNQUALIFIED, Optional.empty(), isUsed);
    }
    if (scope instanceof SuperExpr parent) {
      Optional<TypeRef> qualifier = parent.getTypeName().map(this::typeNamed);
      return plain(call, Instruction.Call.Dispatch.SUPER, qualifier, isUsed);
    }
    return receiver(call, body.expressions().value(scope), scope, isUsed);
  }

  private TypeRef typeNamed(Name name) {
    return body.types().named(name.asString());
  }

  private int plain(
      MethodCallExpr call,
      Instruction.Call.Dispatch dispatch,
      Optional<TypeRef> qualifier,
      boolean isUsed) {
    PendingOperands arguments = arguments(call.getArguments());
    int target = isUsed ? code.newRegister() : Body.NONE;
    code.emit(
        new Instruction.Call(
            target,
            dispatch,
            Body.NONE,
            qualifier,
            body.name(call.getName()),
            typeArguments(call.getTypeArguments()),
            arguments.settledFrom(0),
            spans.of(call.getName()),
            spans.of(call)));
    return target;
  }

  private int receiver(MethodCallExpr call, int receiver, Expression scope, boolean isUsed) {
    PendingOperands operands = new PendingOperands(body);
    operands.add(receiver, scope);
    addAll(operands, call.getArguments());
    int target = isUsed ? code.newRegister() : Body.NONE;
    code.emit(
        new Instruction.Call(
            target,
            Instruction.Call.Dispatch.EXPRESSION,
            operands.settled(0),
            Optional.empty(),
            body.name(call.getName()),
            typeArguments(call.getTypeArguments()),
            operands.settledFrom(1),
            spans.of(call.getName()),
            spans.of(call)));
    return target;
  }

  private List<TypeRef> typeArguments(Optional<NodeList<Type>> arguments) {
    return arguments.isPresent() ? body.types().all(arguments.get()) : List.of();
  }

  PendingOperands arguments(NodeList<Expression> expressions) {
    PendingOperands operands = new PendingOperands(body);
    addAll(operands, expressions);
    return operands;
  }

  private void addAll(PendingOperands operands, NodeList<Expression> expressions) {
    for (int i = 0; i < expressions.size(); i++) {
      Expression expression = expressions.get(i);
      operands.add(body.expressions().value(expression), expression);
    }
  }

  void constructorCall(ExplicitConstructorInvocationStmt call) {
    Instruction.Call.Dispatch dispatch =
        call.isThis()
            ? Instruction.Call.Dispatch.THIS_CONSTRUCTOR
            : Instruction.Call.Dispatch.SUPER_CONSTRUCTOR;
    PendingOperands operands = new PendingOperands(body);
    Expression outer = call.getExpression().orElse(null);
    if (outer != null) {
      operands.add(body.expressions().value(outer), outer);
    }
    int first = operands.size();
    addAll(operands, call.getArguments());
    code.emit(
        new Instruction.Call(
            Body.NONE,
            dispatch,
            outer == null ? Body.NONE : operands.settled(0),
            Optional.empty(),
            MethodDecl.CONSTRUCTOR,
            typeArguments(call.getTypeArguments()),
            operands.settledFrom(first),
            keyword(call, outer, call.isThis() ? "this" : "super"),
            spans.of(call)));
  }

  private Span keyword(Node call, Expression outer, String keyword) {
    Node start = outer == null ? call : outer;
    JavaToken token =
        start
            .getTokenRange()
            .map(tokens -> outer == null ? tokens.getBegin() : tokens.getEnd())
            .orElse(null);
    if (outer != null && token != null) {
      token = token.getNextToken().orElse(null);
    }
    while (token != null && !token.getText().equals(keyword)) {
      token = token.getNextToken().orElse(null);
    }
    return token == null ? spans.of(call) : spans.ofToken(token);
  }

  int create(ObjectCreationExpr creation) {
    PendingOperands operands = new PendingOperands(body);
    Expression outer = creation.getScope().orElse(null);
    if (outer != null) {
      operands.add(body.expressions().value(outer), outer);
    }
    int first = operands.size();
    addAll(operands, creation.getArguments());
    int localType =
        creation.getAnonymousClassBody().isPresent()
            ? code.addLocalType(body.file().declarations().anonymous(creation, body))
            : Body.NONE;
    int target = code.newRegister();
    code.emit(
        new Instruction.New(
            target,
            body.types().of(creation.getType()),
            outer == null ? Body.NONE : operands.settled(0),
            operands.settledFrom(first),
            localType,
            spans.of(creation.getType()),
            spans.of(creation)));
    return target;
  }

  int lambda(LambdaExpr lambda) {
    BodyLowering inner = new BodyLowering(body.file(), body.type(), body);
    List<Parameter> parameters = body.file().declarations().parameters(lambda.getParameters());
    inner.parameters(parameters, lambda.getParameters());
    Statement statement = lambda.getBody();
    Span bodySpan = spans.of(statement);
    if (statement instanceof BlockStmt block) {
      inner.statements().block(block);
    } else {
      Expression expression = ((ExpressionStmt) statement).getExpression();
      bodySpan = spans.of(expression);
      inner.exits().returns(inner.expressions().value(expression), bodySpan);
    }
    Span span = spans.of(lambda);
    int index = code.addLambda(new Body.Lambda(parameters, inner.finish(bodySpan), span));
    int target = code.newRegister();
    code.emit(new Instruction.MakeLambda(target, index, span));
    return target;
  }

  /** A plain dotted scope is a value or a type; linking tells, unless it begins with a variable. */
  int methodReference(MethodReferenceExpr reference) {
    boolean creates = reference.getIdentifier().equals("new");
    String name = creates ? MethodDecl.CONSTRUCTOR : reference.getIdentifier();
    Expression scope = reference.getScope();
    Optional<TypeRef> type = Optional.empty();
    int receiver = Body.NONE;
    boolean isSuper = false;
    if (scope instanceof SuperExpr parent) {
      isSuper = true;
      type = parent.getTypeName().map(this::typeNamed);
    } else if (!(scope instanceof TypeExpr typeScope)) {
      receiver = body.expressions().value(scope);
    } else {
      List<String> path = creates ? null : plainPath(typeScope.getType());
      if (path == null) {
        type = Optional.of(body.types().of(typeScope.getType()));
      } else {
        receiver = named(path, spans.of(scope));
      }
    }
    int target = code.newRegister();
    code.emit(
        new Instruction.MethodReference(
            target, receiver, type, isSuper, name, spans.of(reference)));
    return target;
  }

  private int named(List<String> path, Span span) {
    int object = body.resolve(path.get(0));
    if (object == Body.NONE) {
      int register = code.newRegister();
      code.emit(new Instruction.LoadName(register, path, span));
      return register;
    }
    for (String field : path.subList(1, path.size())) {
      int register = code.newRegister();
      code.emit(new Instruction.LoadField(register, object, field, span));
      object = register;
    }
    return object;
  }

  /** The segments of a name without arguments or annotations, or {@code null}. */
  private static List<String> plainPath(Type type) {
    ArrayDeque<String> path = new ArrayDeque<>(4);
    Type at = type;
    while (at instanceof ClassOrInterfaceType named) {
      if (named.getTypeArguments().isPresent() || !named.getAnnotations().isEmpty()) {
        return null;
      }
      path.addFirst(named.getName().getIdentifier());
      at = named.getScope().orElse(null);
    }
    return at == null ? new ArrayList<>(path) : null;
  }
}
