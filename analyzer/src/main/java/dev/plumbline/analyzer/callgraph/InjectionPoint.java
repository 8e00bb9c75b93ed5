package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.Objects;
import java.util.Optional;

/**
 * A place that a container fills.
 *
 * @param owner the class whose objects it belongs to
 * @param type that is asked for, with containers such as {@code List} and {@code Provider} around
 *     it
 * @param name of the field or parameter, which chooses among several beans when nothing else does
 * @param qualifier the bean's name or qualifier that is asked for
 */
public record InjectionPoint(
    TypeInfo owner, JavaType type, String name, Optional<String> qualifier) {

  public InjectionPoint {
    Objects.requireNonNull(owner);
    Objects.requireNonNull(type);
    Objects.requireNonNull(name);
    Objects.requireNonNull(qualifier);
  }
}
