package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An annotation where it is used.
 *
 * @param name as written, without the at sign
 * @param elements in source order; a single unnamed value is named {@code value}
 */
public record AnnotationUse(String name, Map<String, ElementValue> elements, Span span) {

  public AnnotationUse {
    elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
  }

  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  public Optional<ElementValue> element(String element) {
    return Optional.ofNullable(elements.get(element));
  }
}
