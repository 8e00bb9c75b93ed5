package dev.plumbline.analyzer.frontend;

import java.util.ArrayList;
import java.util.List;

/**
 * The pattern variables that an expression introduces: JLS 6.3.1.
 *
 * @param whenTrue in scope where the expression is true
 * @param whenFalse in scope where it is false
 */
record Bindings(List<Scope.Binding> whenTrue, List<Scope.Binding> whenFalse) {

  static final Bindings NONE = new Bindings(List.of(), List.of());

  Bindings negated() {
    return this == NONE ? NONE : new Bindings(whenFalse, whenTrue);
  }

  static List<Scope.Binding> joined(List<Scope.Binding> first, List<Scope.Binding> second) {
    if (first.isEmpty()) {
      return second;
    }
    if (second.isEmpty()) {
      return first;
    }
    List<Scope.Binding> both = new ArrayList<>(first.size() + second.size());
    both.addAll(first);
    both.addAll(second);
    return both;
  }
}
