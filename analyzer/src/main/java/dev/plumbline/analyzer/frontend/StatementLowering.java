package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.UnparsableStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Variable;
import java.util.List;
import java.util.Optional;

/**
 * Statements: JLS 14.
 *
 * <p>The condition of an assert statement is evaluated and decides only whether the message is;
 * execution goes on either way, because assertions are off unless a JVM flag turns them on. An
 * assertion therefore guards nothing.
 */
final class StatementLowering {

  private final BodyLowering body;
  private final BodyBuilder code;
  private final SourceSpans spans;

  StatementLowering(BodyLowering body) {
    this.body = body;
    this.code = body.code();
    this.spans = body.spans();
  }

  void all(NodeList<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      statement(statements.get(i));
    }
  }

  /** In a scope of its own, in which the given variables stand. */
  void scoped(Statement statement, List<Scope.Binding> introduced) {
    int mark = body.scope().mark();
    body.scope().declareAll(introduced);
    statement(statement);
    body.scope().release(mark);
  }

  void statement(Statement statement) {
    if (statement instanceof ExpressionStmt expression) {
      body.expressions().discard(expression.getExpression());
    } else if (statement instanceof ReturnStmt exit) {
      returns(exit);
    } else if (statement instanceof IfStmt choice) {
      choose(choice);
    } else if (statement instanceof BlockStmt block) {
      block(block);
    } else if (statement instanceof TryStmt attempt) {
      body.tries().tryStatement(attempt);
    } else if (statement instanceof ThrowStmt exit) {
      int exception = body.expressions().value(exit.getExpression());
      code.leave(new Instruction.Throw(exception, spans.of(exit)));
    } else if (statement instanceof ForEachStmt loop) {
      body.loops().forEachLoop(loop);
    } else if (statement instanceof ForStmt loop) {
      body.loops().forLoop(loop);
    } else if (statement instanceof WhileStmt loop) {
      body.loops().whileLoop(loop);
    } else if (statement instanceof DoStmt loop) {
      body.loops().doLoop(loop);
    } else if (statement instanceof SwitchStmt choice) {
      body.switches().statement(choice);
    } else if (!jump(statement)) {
      rare(statement);
    }
  }

  private boolean jump(Statement statement) {
    if (statement instanceof BreakStmt exit) {
      String label = exit.getLabel().map(SimpleName::getIdentifier).orElse(null);
      checkTarget(body.exits().breakTo(label, spans.of(exit)), exit);
    } else if (statement instanceof ContinueStmt exit) {
      String label = exit.getLabel().map(SimpleName::getIdentifier).orElse(null);
      checkTarget(body.exits().continueTo(label, spans.of(exit)), exit);
    } else if (statement instanceof YieldStmt exit) {
      body.switches().yields(exit.getExpression(), spans.of(exit));
    } else {
      return false;
    }
    return true;
  }

  private void rare(Statement statement) {
    if (statement instanceof ExplicitConstructorInvocationStmt call) {
      body.calls().constructorCall(call);
    } else if (statement instanceof SynchronizedStmt block) {
      body.tries().synchronizedStatement(block);
    } else if (statement instanceof LocalClassDeclarationStmt local) {
      code.addLocalType(body.file().declarations().local(local.getClassDeclaration(), body));
    } else if (statement instanceof LocalRecordDeclarationStmt local) {
      code.addLocalType(body.file().declarations().local(local.getRecordDeclaration(), body));
    } else if (statement instanceof LabeledStmt labeled) {
      labeled(labeled);
    } else if (statement instanceof AssertStmt check) {
      assertion(check);
    } else if (!(statement instanceof EmptyStmt) && !(statement instanceof UnparsableStmt)) {
      // The parser has reported the unparsable one.
      throw UnsupportedNode.of(statement);
    }
  }

  void block(BlockStmt block) {
    int mark = body.scope().mark();
    all(block.getStatements());
    body.scope().release(mark);
  }

  /** A declared variable, not yet in scope. */
  Scope.Binding declared(
      Variable.Kind kind, VariableDeclarationExpr declaration, VariableDeclarator variable) {
    boolean isFinal =
        kind == Variable.Kind.RESOURCE || BodyLowering.isFinal(declaration.getModifiers());
    VariableTraits traits =
        new VariableTraits(
            isFinal,
            body.file().annotations().all(declaration.getAnnotations()),
            spans.firstToken(variable.getName()));
    return body.variable(kind, variable.getName(), body.types().of(variable.getType()), traits);
  }

  /** JLS 6.3: the scope of a local variable includes its own initialiser. */
  void declare(Variable.Kind kind, VariableDeclarationExpr declaration) {
    for (VariableDeclarator declarator : declaration.getVariables()) {
      Scope.Binding variable = declared(kind, declaration, declarator);
      body.scope().declare(variable);
      Expression initializer = declarator.getInitializer().orElse(null);
      if (initializer != null) {
        int value = body.expressions().initial(initializer, declarator.getType());
        code.emit(new Instruction.Copy(variable.register(), value, spans.of(declarator)));
      }
    }
  }

  private void returns(ReturnStmt exit) {
    Optional<Expression> expression = exit.getExpression();
    int value = expression.isPresent() ? body.expressions().value(expression.get()) : Body.NONE;
    body.exits().returns(value, spans.of(exit));
  }

  /**
   * {@code else if} nests, often deep in generated code: walked by a loop. What the first condition
   * introduces may stay in scope behind the statement (JLS 6.3.2.2).
   */
  private void choose(IfStmt first) {
    Span span = spans.of(first);
    int end = code.newLabel();
    int mark = body.scope().mark();
    Bindings outermost = null;
    boolean firstCompletes = false;
    boolean restCompletes = false;
    IfStmt choice = first;
    while (choice != null) {
      Statement other = choice.getElseStmt().orElse(null);
      int then = code.newLabel();
      int otherwise = other == null ? end : code.newLabel();
      Bindings bindings = body.conditions().branch(choice.getCondition(), then, otherwise);
      code.start(then, span);
      scoped(choice.getThenStmt(), bindings.whenTrue());
      boolean completes = code.isReachable();
      if (completes) {
        code.jump(end, span);
      }
      if (outermost == null) {
        outermost = bindings;
        firstCompletes = completes;
      } else {
        restCompletes |= completes;
      }
      body.scope().declareAll(bindings.whenFalse());
      choice = other instanceof IfStmt next ? next : null;
      if (other == null) {
        restCompletes = true;
      } else {
        code.start(otherwise, span);
        if (choice == null) {
          scoped(other, List.of());
          restCompletes |= code.isReachable();
        }
      }
    }
    code.start(end, span);
    body.scope().release(mark);
    if (firstCompletes && !restCompletes) {
      body.scope().declareAll(outermost.whenTrue());
    } else if (!firstCompletes && restCompletes) {
      body.scope().declareAll(outermost.whenFalse());
    }
  }

  private void labeled(LabeledStmt labeled) {
    body.exits().label(labeled.getLabel().getIdentifier());
    Statement statement = labeled.getStatement();
    boolean takesLabel =
        statement instanceof ForStmt
            || statement instanceof ForEachStmt
            || statement instanceof WhileStmt
            || statement instanceof DoStmt
            || statement instanceof SwitchStmt
            || statement instanceof LabeledStmt;
    if (takesLabel) {
      statement(statement);
      return;
    }
    int end = code.newLabel();
    WaysOut.Target target = body.exits().enterLabeled(end);
    statement(statement);
    body.exits().exit(target);
    if (code.isReferenced(end)) {
      code.start(end, spans.of(labeled));
    }
  }

  private void assertion(AssertStmt check) {
    Span span = spans.of(check);
    int end = code.newLabel();
    Expression message = check.getMessage().orElse(null);
    int failed = message == null ? end : code.newLabel();
    Bindings bindings = body.conditions().branch(check.getCheck(), end, failed);
    if (message != null) {
      int mark = body.scope().mark();
      code.start(failed, span);
      body.scope().declareAll(bindings.whenFalse());
      body.expressions().value(message);
      body.scope().release(mark);
    }
    code.start(end, span);
  }

  private void checkTarget(boolean found, Statement jump) {
    if (!found) {
      body.file()
          .problems()
          .add(Problem.inSource("a jump without a statement to leave", spans.of(jump)));
    }
  }
}
