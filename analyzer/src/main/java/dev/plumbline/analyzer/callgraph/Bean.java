package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object that a container makes and injects.
 *
 * @param name that the container knows it by
 * @param type the class itself, the interface that a framework implements, or the class whose
 *     method makes it
 * @param factory the method that makes it
 * @param provided the type that injection points are matched against
 * @param qualifiers that are on it: names, and for qualifier annotations their canonical name
 *     behind an at sign
 * @param primary whether it wins among beans of one type
 * @param conditions annotations that decide whether there is such a bean, as they are written
 */
public record Bean(
    String name,
    TypeInfo type,
    Optional<MethodInfo> factory,
    JavaType provided,
    Set<String> qualifiers,
    boolean primary,
    List<String> conditions) {

  public Bean {
    qualifiers = Set.copyOf(qualifiers);
    conditions = List.copyOf(conditions);
  }

  /** Whether an injection point that asks for {@code qualifier} accepts it. */
  public boolean isNamed(String qualifier) {
    return name.equals(qualifier) || qualifiers.contains(qualifier);
  }

  @Override
  public String toString() {
    return name + ": " + provided;
  }
}
