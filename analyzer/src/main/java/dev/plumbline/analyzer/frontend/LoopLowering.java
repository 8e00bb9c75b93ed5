package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Loop;
import dev.plumbline.analyzer.ir.Variable;
import java.util.List;

/** Loops: JLS 14.12 to 14.14. */
final class LoopLowering {

  private final BodyLowering body;
  private final BodyBuilder code;
  private final SourceSpans spans;

  LoopLowering(BodyLowering body) {
    this.body = body;
    this.code = body.code();
    this.spans = body.spans();
  }

  void whileLoop(WhileStmt loop) {
    Span span = spans.of(loop);
    int header = code.newLabel();
    int inside = code.newLabel();
    int exit = code.newLabel();
    code.openLoop(Loop.Kind.WHILE, header, span, spans.head(loop, loop.getBody()));
    WaysOut.Target target = body.exits().enterLoop(exit, header);
    Bindings bindings = body.conditions().branch(loop.getCondition(), inside, exit);
    code.start(inside, span);
    body.statements().scoped(loop.getBody(), bindings.whenTrue());
    if (code.isReachable()) {
      code.jump(header, span);
    }
    end(target, exit, span, bindings.whenFalse());
  }

  void doLoop(DoStmt loop) {
    Span span = spans.of(loop);
    int header = code.newLabel();
    int test = code.newLabel();
    int exit = code.newLabel();
    code.openLoop(Loop.Kind.DO, header, span, spans.firstToken(loop));
    WaysOut.Target target = body.exits().enterLoop(exit, test);
    body.statements().scoped(loop.getBody(), List.of());
    code.start(test, span);
    // A condition that cannot be reached is kept, in a block that nothing leads to.
    Bindings bindings = body.conditions().branch(loop.getCondition(), header, exit);
    end(target, exit, span, bindings.whenFalse());
  }

  void forLoop(ForStmt loop) {
    Span span = spans.of(loop);
    int mark = body.scope().mark();
    int header = code.newLabel();
    int inside = code.newLabel();
    int update = code.newLabel();
    int exit = code.newLabel();
    WaysOut.Target target = body.exits().enterLoop(exit, update);
    for (Expression initializer : loop.getInitialization()) {
      body.expressions().discard(initializer);
    }
    code.openLoop(Loop.Kind.FOR, header, span, spans.head(loop, loop.getBody()));
    Bindings bindings = Bindings.NONE;
    Expression condition = loop.getCompare().orElse(null);
    if (condition == null) {
      inside = header;
    } else {
      bindings = body.conditions().branch(condition, inside, exit);
      code.start(inside, span);
    }
    int scope = body.scope().mark();
    body.scope().declareAll(bindings.whenTrue());
    body.statements().scoped(loop.getBody(), List.of());
    code.start(update, span);
    for (Expression expression : loop.getUpdate()) {
      body.expressions().discard(expression);
    }
    if (code.isReachable()) {
      code.jump(header, span);
    }
    body.scope().release(scope);
    body.scope().release(mark);
    end(target, exit, span, bindings.whenFalse());
  }

  /** The iterable is evaluated once, so a variable that the loop assigns is copied before. */
  void forEachLoop(ForEachStmt loop) {
    Span span = spans.of(loop);
    int header = code.newLabel();
    int inside = code.newLabel();
    int exit = code.newLabel();
    WaysOut.Target target = body.exits().enterLoop(exit, header);
    PendingOperands iterable = new PendingOperands(body);
    iterable.add(body.expressions().value(loop.getIterable()), loop.getIterable());
    Span head = spans.head(loop, loop.getBody());
    int mark = body.scope().mark();
    code.openLoop(Loop.Kind.FOR_EACH, header, span, head);
    VariableDeclarationExpr declaration = loop.getVariable();
    Scope.Binding variable =
        body.statements()
            .declared(Variable.Kind.FOR_EACH, declaration, declaration.getVariables().get(0));
    body.scope().declare(variable);
    BodyBuilder.Draft end = code.suspend(variable.register(), inside, exit);
    code.start(inside, span);
    body.statements().scoped(loop.getBody(), List.of());
    if (code.isReachable()) {
      code.jump(header, span);
    }
    code.next(
        end, new Instruction.Next(variable.register(), iterable.settled(0), inside, exit, head));
    body.scope().release(mark);
    end(target, exit, span, List.of());
  }

  /** JLS 6.3.2.3: a loop that ends only by its condition introduces what that introduces. */
  private void end(WaysOut.Target target, int exit, Span span, List<Scope.Binding> whenFalse) {
    body.exits().exit(target);
    code.closeLoop();
    code.start(exit, span);
    if (!target.isBroken) {
      body.scope().declareAll(whenFalse);
    }
  }
}
