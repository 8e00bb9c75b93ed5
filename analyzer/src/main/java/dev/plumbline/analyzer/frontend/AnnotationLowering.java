package dev.plumbline.analyzer.frontend;

import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Operator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Annotations and the constant expressions in them and in case labels: JLS 9.7.1, 14.11.1. */
final class AnnotationLowering {

  private final SourceSpans spans;
  private final TypeLowering types;
  private final LiteralLowering literals;
  private final Names names;

  AnnotationLowering(SourceSpans spans, TypeLowering types, LiteralLowering literals, Names names) {
    this.spans = spans;
    this.types = types;
    this.literals = literals;
    this.names = names;
  }

  List<AnnotationUse> all(NodeList<AnnotationExpr> annotations) {
    if (annotations.isEmpty()) {
      return List.of();
    }
    List<AnnotationUse> uses = new ArrayList<>(annotations.size());
    for (AnnotationExpr annotation : annotations) {
      uses.add(use(annotation));
    }
    return uses;
  }

  private AnnotationUse use(AnnotationExpr annotation) {
    Map<String, ElementValue> elements = Map.of();
    if (annotation instanceof SingleMemberAnnotationExpr single) {
      elements = Map.of("value", value(single.getMemberValue()));
    } else if (annotation instanceof NormalAnnotationExpr normal) {
      elements = new LinkedHashMap<>();
      for (MemberValuePair pair : normal.getPairs()) {
        elements.put(names.of(pair.getNameAsString()), value(pair.getValue()));
      }
    } else if (!(annotation instanceof MarkerAnnotationExpr)) {
      throw UnsupportedNode.of(annotation);
    }
    return new AnnotationUse(
        names.of(annotation.getNameAsString()), elements, spans.of(annotation));
  }

  /** Any expression: what is not a constant expression is kept as its text. */
  ElementValue value(Expression expression) {
    Literal literal = literals.of(expression);
    if (literal != null) {
      return new ElementValue.LiteralValue(literal, spans.of(expression));
    }
    if (expression instanceof EnclosedExpr enclosed) {
      return value(enclosed.getInner());
    }
    if (expression instanceof ArrayInitializerExpr array) {
      List<ElementValue> elements = new ArrayList<>(array.getValues().size());
      for (Expression element : array.getValues()) {
        elements.add(value(element));
      }
      return new ElementValue.ArrayValue(elements, spans.of(array));
    }
    if (expression instanceof AnnotationExpr annotation) {
      return new ElementValue.AnnotationValue(use(annotation), spans.of(annotation));
    }
    if (expression instanceof BinaryExpr binary) {
      return binary(binary);
    }
    if (expression instanceof CastExpr cast) {
      return new ElementValue.CastValue(
          types.of(cast.getType()), value(cast.getExpression()), spans.of(cast));
    }
    if (expression instanceof UnaryExpr unary && OperatorNames.of(unary.getOperator()) != null) {
      return operation(OperatorNames.of(unary.getOperator()), unary, value(unary.getExpression()));
    }
    if (expression instanceof ConditionalExpr choice) {
      return operation(
          Operator.CONDITIONAL,
          choice,
          value(choice.getCondition()),
          value(choice.getThenExpr()),
          value(choice.getElseExpr()));
    }
    List<String> path = path(expression);
    return path != null
        ? new ElementValue.NameValue(path, spans.of(expression))
        : new ElementValue.OtherValue(text(expression), spans.of(expression));
  }

  /** The segments of a dotted name, or {@code null} when the expression is none. */
  List<String> path(Expression expression) {
    if (expression instanceof NameExpr name) {
      return List.of(names.of(name.getName().getIdentifier()));
    }
    Deque<String> path = new ArrayDeque<>();
    Expression at = expression;
    while (at instanceof FieldAccessExpr access) {
      path.addFirst(names.of(access.getName().getIdentifier()));
      at = access.getScope();
    }
    if (!(at instanceof NameExpr root)) {
      return null;
    }
    path.addFirst(names.of(root.getName().getIdentifier()));
    return new ArrayList<>(path);
  }

  /** Long constants are concatenations that nest to the left: walked by a loop. */
  private ElementValue binary(BinaryExpr expression) {
    Deque<BinaryExpr> spine = new ArrayDeque<>();
    Expression leftmost = expression;
    while (leftmost instanceof BinaryExpr binary) {
      spine.push(binary);
      leftmost = binary.getLeft();
    }
    ElementValue value = value(leftmost);
    List<ElementValue> parts = null;
    Span partsSpan = null;
    for (BinaryExpr node : spine) {
      ElementValue right = value(node.getRight());
      boolean plus = node.getOperator() == BinaryExpr.Operator.PLUS;
      if (plus && (parts != null || isString(value) || isString(right))) {
        if (parts == null) {
          parts = new ArrayList<>();
          parts.add(value);
        }
        parts.add(right);
        partsSpan = spans.of(node);
        continue;
      }
      if (parts != null) {
        value = new ElementValue.OperationValue(Operator.CONCAT, parts, partsSpan);
        parts = null;
      }
      value = operation(OperatorNames.of(node.getOperator()), node, value, right);
    }
    return parts == null
        ? value
        : new ElementValue.OperationValue(Operator.CONCAT, parts, partsSpan);
  }

  private static boolean isString(ElementValue value) {
    return (value instanceof ElementValue.LiteralValue literal
            && literal.literal().kind() == Literal.Kind.STRING)
        || (value instanceof ElementValue.OperationValue operation
            && operation.operator() == Operator.CONCAT)
        || (value instanceof ElementValue.CastValue cast && TypeLowering.isString(cast.type()));
  }

  private ElementValue operation(Operator operator, Expression at, ElementValue... operands) {
    return new ElementValue.OperationValue(operator, List.of(operands), spans.of(at));
  }

  private static String text(Expression expression) {
    return expression.getTokenRange().map(TokenRange::toString).orElse("");
  }
}
