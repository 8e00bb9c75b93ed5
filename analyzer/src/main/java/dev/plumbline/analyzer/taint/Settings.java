package dev.plumbline.analyzer.taint;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the code has set on an object before it is used, as far as it can be seen.
 *
 * @param values for each setting that was set, all values that it may have; a setting is written as
 *     the word of {@code MethodRole.Configures.Setting} in the library data, followed by {@code
 *     :name} where the call names what it sets by a constant ({@code
 *     feature:http://apache.org/xml/features/disallow-doctype-decl}). A value is the constant's
 *     text ({@code true}, {@code null}), {@code ?} for one that is not known, {@code -} for "not
 *     set on some way to here", and the empty text for a call without a value.
 * @param complete whether the object's whole life is known: made here or in a method that was
 *     followed, and not handed to unknown code
 */
public record Settings(SortedMap<String, Set<String>> values, boolean complete) {

  /** Nothing is known. */
  public static final Settings UNKNOWN = new Settings(Map.of(), false);

  public Settings(Map<String, Set<String>> values, boolean complete) {
    this(new TreeMap<>(values), complete);
  }

  /** Whether {@code setting} has this value, and no other, on every way. */
  public boolean isAlways(String setting, String value) {
    return values.getOrDefault(setting, Set.of()).equals(Set.of(value));
  }

  /** Whether {@code setting} was set on some way. */
  public boolean isSet(String setting) {
    return values.containsKey(setting);
  }
}
