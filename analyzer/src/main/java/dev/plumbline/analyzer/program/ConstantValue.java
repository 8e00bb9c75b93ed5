package dev.plumbline.analyzer.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A value that is known before the program runs, or the fact that it is not. */
public sealed interface ConstantValue {

  /**
   * The value of a constant expression (JLS 15.29).
   *
   * @param value Boolean, Character, Byte, Short, Integer, Long, Float, Double or String
   */
  record Scalar(Object value) implements ConstantValue {
    public Scalar {
      Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
      return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }
  }

  /**
   * An enum constant: not its fields, but which one it is.
   *
   * @param type canonical name of the enum
   */
  record EnumName(String type, String name) implements ConstantValue {
    @Override
    public String toString() {
      return type + "." + name;
    }
  }

  /** A class literal. */
  record ClassName(JavaType type) implements ConstantValue {
    @Override
    public String toString() {
      return type + ".class";
    }
  }

  /** Values in order: an array, a list, or a set in the order in which it is written. */
  record Several(List<ConstantValue> elements) implements ConstantValue {
    public Several {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return elements.toString();
    }
  }

  /** A map, in the order in which it is written. */
  record Table(Map<ConstantValue, ConstantValue> entries) implements ConstantValue {
    public Table {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String toString() {
      return entries.toString();
    }
  }

  /**
   * An annotation as the value of an element.
   *
   * @param name canonical, or as written when nobody knows it
   * @param values of the elements that are written, in that order
   */
  record Nested(String name, Map<String, ConstantValue> values) implements ConstantValue {
    public Nested {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public String toString() {
      return "@" + name + values;
    }
  }

  /**
   * Not known.
   *
   * @param description what stands there: the full name of a field, or words
   */
  record Unknown(String description) implements ConstantValue {
    @Override
    public String toString() {
      return "?" + description;
    }
  }

  /** The string, when it is one. */
  default Optional<String> text() {
    return this instanceof Scalar scalar && scalar.value() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The elements of {@link Several}; else the value alone: {@code @A("x")} means {@code {"x"}}. */
  default List<ConstantValue> elements() {
    return List.of(this);
  }

  /** All of {@link #elements()} as strings; empty when one of them is none. */
  default Optional<List<String>> texts() {
    List<String> texts = new ArrayList<>();
    for (ConstantValue element : elements()) {
      if (element.text().isEmpty()) {
        return Optional.empty();
      }
      texts.add(element.text().get());
    }
    return Optional.of(texts);
  }

  /** Whether nothing in it is {@link Unknown}. */
  default boolean isKnown() {
    if (this instanceof Several several) {
      return several.elements().stream().allMatch(ConstantValue::isKnown);
    }
    if (this instanceof Table table) {
      return table.entries().entrySet().stream()
          .allMatch(entry -> entry.getKey().isKnown() && entry.getValue().isKnown());
    }
    if (this instanceof Nested nested) {
      return nested.values().values().stream().allMatch(ConstantValue::isKnown);
    }
    return !(this instanceof Unknown);
  }
}
