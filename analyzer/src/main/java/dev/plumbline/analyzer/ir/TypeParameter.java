package dev.plumbline.analyzer.ir;

import java.util.List;

/** A type variable with its bounds, as in {@code <T extends Number & Comparable<T>>}. */
public record TypeParameter(String name, List<TypeRef> bounds) {
  public TypeParameter {
    bounds = List.copyOf(bounds);
  }
}
