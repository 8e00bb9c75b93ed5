package dev.plumbline.analyzer.program;

import java.util.List;
import java.util.Objects;

/**
 * A type variable of a declaration.
 *
 * @param bounds as declared, empty for {@code Object} alone; in terms of the variables in scope
 */
public record TypeVariable(String name, List<JavaType> bounds) {

  public TypeVariable {
    Objects.requireNonNull(name);
    bounds = List.copyOf(bounds);
  }

  public static TypeVariable unbounded(String name) {
    return new TypeVariable(name, List.of());
  }

  /** What a raw use stands for (JLS 4.6): the leftmost bound. */
  public JavaType bound() {
    return bounds.isEmpty() ? JavaType.OBJECT : bounds.get(0);
  }
}
