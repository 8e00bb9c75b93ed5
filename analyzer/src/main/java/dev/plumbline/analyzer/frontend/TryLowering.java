package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.TryRegion;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Try and synchronized statements: JLS 14.19, 14.20.
 *
 * <p>The catch clauses form one region around the resources and the block; a finally block is the
 * handler of a region around that one and the catch clauses. The closing of resources is implied by
 * the variables of kind {@link Variable.Kind#RESOURCE}: no call is made up for it, for it would
 * have no place in the source. An existing variable or field as resource is copied into an unnamed
 * variable of that kind, named as it is written.
 */
final class TryLowering {

  private final BodyLowering body;
  private final BodyBuilder code;
  private final SourceSpans spans;

  TryLowering(BodyLowering body) {
    this.body = body;
    this.code = body.code();
    this.spans = body.spans();
  }

  void tryStatement(TryStmt attempt) {
    Span span = spans.of(attempt);
    BlockStmt last = attempt.getFinallyBlock().orElse(null);
    int end = code.newLabel();
    if (last == null) {
      guarded(attempt, null, end);
      code.start(end, span);
      return;
    }
    WaysOut.FinallyFrame frame = body.exits().enterFinally();
    int handler = code.newLabel();
    code.openRegion(List.of(new TryRegion.Handler(handler, List.of())), protectedSpan(attempt));
    guarded(attempt, frame, end);
    code.closeRegion(span);
    Span lastSpan = spans.of(last);
    code.start(handler, lastSpan);
    int exception = code.newRegister();
    code.emit(new Instruction.Catch(exception, List.of(), lastSpan));
    body.exits().rethrow(frame, exception, lastSpan);
    body.exits().exitFinally(frame);
    code.start(body.exits().entry(frame), lastSpan);
    body.statements().block(last);
    if (code.isReachable()) {
      body.exits().dispatch(frame, lastSpan);
    }
    code.start(end, span);
  }

  /** The resources, the block and the catch clauses. */
  private void guarded(TryStmt attempt, WaysOut.FinallyFrame frame, int end) {
    List<CatchClause> clauses = attempt.getCatchClauses();
    List<TryRegion.Handler> handlers = new ArrayList<>(clauses.size());
    for (CatchClause clause : clauses) {
      handlers.add(new TryRegion.Handler(code.newLabel(), caught(clause)));
    }
    if (!handlers.isEmpty()) {
      code.openRegion(handlers, protectedSpan(attempt));
    }
    int mark = body.scope().mark();
    for (Expression resource : attempt.getResources()) {
      resource(resource);
    }
    body.statements().block(attempt.getTryBlock());
    body.scope().release(mark);
    if (!handlers.isEmpty()) {
      complete(frame, end, spans.of(attempt.getTryBlock()));
      code.closeRegion(spans.of(attempt));
      for (int i = 0; i < handlers.size(); i++) {
        handler(clauses.get(i), handlers.get(i));
        complete(frame, end, spans.of(clauses.get(i)));
      }
    } else {
      complete(frame, end, spans.of(attempt.getTryBlock()));
    }
  }

  private void complete(WaysOut.FinallyFrame frame, int end, Span span) {
    if (!code.isReachable()) {
      return;
    }
    if (frame == null) {
      code.jump(end, span);
    } else {
      body.exits().complete(frame, end, span);
    }
  }

  private void handler(CatchClause clause, TryRegion.Handler handler) {
    Parameter parameter = clause.getParameter();
    Span span = spans.of(parameter);
    code.start(handler.block(), span);
    int mark = body.scope().mark();
    VariableTraits traits =
        new VariableTraits(
            BodyLowering.isFinal(parameter.getModifiers()),
            body.file().annotations().all(parameter.getAnnotations()),
            spans.firstToken(parameter.getName()));
    TypeRef declared = body.types().of(parameter.getType());
    Scope.Binding variable =
        body.variable(Variable.Kind.CATCH, parameter.getName(), declared, traits);
    code.emit(new Instruction.Catch(variable.register(), handler.types(), span));
    body.scope().declare(variable);
    body.statements().block(clause.getBody());
    body.scope().release(mark);
  }

  private List<TypeRef> caught(CatchClause clause) {
    TypeRef declared = body.types().of(clause.getParameter().getType());
    return declared.kind() == TypeRef.Kind.UNION ? declared.arguments() : List.of(declared);
  }

  private void resource(Expression resource) {
    if (resource instanceof VariableDeclarationExpr declaration) {
      body.statements().declare(Variable.Kind.RESOURCE, declaration);
      return;
    }
    int value = body.expressions().value(resource);
    Span span = spans.of(resource);
    String name = written(resource);
    int variable =
        code.addVariable(
            Variable.Kind.RESOURCE,
            name,
            TypeRef.INFERRED,
            new VariableTraits(true, List.of(), span));
    code.emit(new Instruction.Copy(variable, value, span));
  }

  private static String written(Expression resource) {
    if (resource instanceof FieldAccessExpr access) {
      return written(access.getScope()) + "." + access.getName().getIdentifier();
    }
    return resource instanceof NameExpr name ? name.getName().getIdentifier() : resource.toString();
  }

  private Span protectedSpan(TryStmt attempt) {
    Span block = spans.of(attempt.getTryBlock());
    return attempt.getResources().isEmpty()
        ? block
        : spans.of(attempt.getResources().get(0)).cover(block);
  }

  /** The monitor is left on each way out, also by an exception, as javac does it. */
  void synchronizedStatement(SynchronizedStmt statement) {
    Span span = spans.of(statement);
    Span lock = spans.of(statement.getExpression());
    int object = body.expressions().value(statement.getExpression());
    if (code.isNamed(object)) {
      // The block may assign the variable; the monitor stays the one that was entered.
      int kept = code.newRegister();
      code.emit(new Instruction.Copy(kept, object, lock));
      object = kept;
    }
    code.emit(new Instruction.Monitor(true, object, lock));
    int handler = code.newLabel();
    int end = code.newLabel();
    body.exits().enterMonitor(object, lock);
    code.openRegion(List.of(new TryRegion.Handler(handler, List.of())), span);
    body.statements().block(statement.getBody());
    code.closeRegion(span);
    body.exits().exitMonitor();
    if (code.isReachable()) {
      code.emit(new Instruction.Monitor(false, object, lock));
      code.jump(end, span);
    }
    code.start(handler, span);
    int exception = code.newRegister();
    code.emit(new Instruction.Catch(exception, List.of(), lock));
    code.emit(new Instruction.Monitor(false, object, lock));
    code.leave(new Instruction.Throw(exception, lock));
    code.start(end, span);
  }
}
