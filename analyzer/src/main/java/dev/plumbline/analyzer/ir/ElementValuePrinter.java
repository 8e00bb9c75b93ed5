package dev.plumbline.analyzer.ir;

import java.util.List;
import java.util.stream.Collectors;

/** Element values as a programmer writes them, fully parenthesised. */
final class ElementValuePrinter {

  private ElementValuePrinter() {}

  static String print(ElementValue value) {
    if (value instanceof ElementValue.LiteralValue literal) {
      return literal.literal().toString();
    }
    if (value instanceof ElementValue.NameValue name) {
      return String.join(".", name.path());
    }
    if (value instanceof ElementValue.OperationValue operation) {
      return operation.operator() + "(" + all(operation.operands()) + ")";
    }
    if (value instanceof ElementValue.CastValue cast) {
      return "(" + cast.type() + ") " + print(cast.operand());
    }
    if (value instanceof ElementValue.ArrayValue array) {
      return "{" + all(array.elements()) + "}";
    }
    if (value instanceof ElementValue.AnnotationValue annotation) {
      return "@" + annotation.annotation().name();
    }
    if (value instanceof ElementValue.OtherValue other) {
      return other.text();
    }
    throw new IllegalStateException("no text for " + value.getClass());
  }

  private static String all(List<ElementValue> values) {
    return values.stream().map(ElementValuePrinter::print).collect(Collectors.joining(", "));
  }
}
