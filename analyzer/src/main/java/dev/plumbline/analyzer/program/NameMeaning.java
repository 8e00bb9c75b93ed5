package dev.plumbline.analyzer.program;

import java.util.List;
import java.util.Optional;

/**
 * What a dotted name means (JLS 6.5): possibly {@code this} or a type, then fields.
 *
 * @param type of the whole: of the last field, or the type that the name denotes
 * @param isType whether the name denotes a type, not a value
 * @param isThis whether it denotes {@code this} or an enclosing instance
 * @param fields the fields that are read one after the other, the last being the result
 */
public record NameMeaning(
    JavaType type, boolean isType, boolean isThis, List<Members.Field> fields) {

  static final NameMeaning UNKNOWN = new NameMeaning(JavaType.UNKNOWN, false, false, List.of());

  public NameMeaning {
    fields = List.copyOf(fields);
  }

  /** The field that the name ends in. */
  public Optional<Members.Field> field() {
    return fields.isEmpty() ? Optional.empty() : Optional.of(fields.get(fields.size() - 1));
  }

  public boolean isKnown() {
    return isType || isThis || !fields.isEmpty();
  }
}
