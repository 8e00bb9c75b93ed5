package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.List;

/**
 * The value of an annotation element or the constant of a case label, as it is written. JLS 9.7.1
 * allows constant expressions, nested annotations and arrays of them.
 */
public sealed interface ElementValue {

  Span span();

  record LiteralValue(Literal literal, Span span) implements ElementValue {}

  /** A dotted name: a constant, an enum constant. */
  record NameValue(List<String> path, Span span) implements ElementValue {
    public NameValue {
      path = List.copyOf(path);
    }
  }

  record OperationValue(Operator operator, List<ElementValue> operands, Span span)
      implements ElementValue {
    public OperationValue {
      operands = List.copyOf(operands);
    }
  }

  record CastValue(TypeRef type, ElementValue operand, Span span) implements ElementValue {}

  record ArrayValue(List<ElementValue> elements, Span span) implements ElementValue {
    public ArrayValue {
      elements = List.copyOf(elements);
    }
  }

  record AnnotationValue(AnnotationUse annotation, Span span) implements ElementValue {}

  /** Not a constant expression: kept so that nothing is lost, with its source text. */
  record OtherValue(String text, Span span) implements ElementValue {}
}
