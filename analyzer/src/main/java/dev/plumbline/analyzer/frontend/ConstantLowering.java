package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;

/**
 * The initialisers of fields that may be constant variables (JLS 4.12.4), as expressions: in the
 * body of an initialiser {@code ?:}, {@code &&} and {@code ||} are branches already.
 */
final class ConstantLowering {

  private final AnnotationLowering expressions;
  private final TypeLowering types;

  ConstantLowering(SourceSpans spans, TypeLowering types, Names names) {
    this.types = types;
    // Each literal is lowered for its body too, and what is wrong with it reported there.
    this.expressions =
        new AnnotationLowering(
            spans, types, new LiteralLowering(spans, types, new ArrayList<>()), names);
  }

  Optional<ElementValue> initial(VariableDeclarator variable, boolean isFinal) {
    Expression initializer = variable.getInitializer().orElse(null);
    if (initializer == null || !isFinal || !mayBeConstant(initializer)) {
      return Optional.empty();
    }
    TypeRef type = types.of(variable.getType());
    boolean scalar =
        type.dimensions() == 0
            && (type.kind() == TypeRef.Kind.PRIMITIVE || TypeLowering.isString(type));
    return scalar ? Optional.of(expressions.value(initializer)) : Optional.empty();
  }

  /** JLS 15.29 by form alone. Operators nest deep in generated code: walked by a loop. */
  private static boolean mayBeConstant(Expression initializer) {
    Deque<Expression> work = new ArrayDeque<>();
    work.push(initializer);
    while (!work.isEmpty()) {
      Expression each = work.pop();
      if (each instanceof BinaryExpr binary) {
        work.push(binary.getRight());
        work.push(binary.getLeft());
      } else if (each instanceof EnclosedExpr enclosed) {
        work.push(enclosed.getInner());
      } else if (each instanceof UnaryExpr unary && OperatorNames.of(unary.getOperator()) != null) {
        work.push(unary.getExpression());
      } else if (each instanceof CastExpr cast) {
        work.push(cast.getExpression());
      } else if (each instanceof ConditionalExpr choice) {
        work.push(choice.getElseExpr());
        work.push(choice.getThenExpr());
        work.push(choice.getCondition());
      } else if (each instanceof FieldAccessExpr access) {
        work.push(access.getScope());
      } else if (!(each instanceof NameExpr)
          && (!(each instanceof LiteralExpr) || each instanceof NullLiteralExpr)) {
        return false;
      }
    }
    return true;
  }
}
