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
 * @param name of the field or parameter, which chooses among several beans when nothing else does;
 *     empty when it does not
 * @param qualifier the bean's name or qualifier that is asked for
 * @param byName whether the name counts for more than the primary bean, as with {@code @Resource}
 */
public record InjectionPoint(
    TypeInfo owner, JavaType type, String name, Optional<String> qualifier, boolean byName) {

  public InjectionPoint {
    Objects.requireNonNull(owner);
    Objects.requireNonNull(type);
    Objects.requireNonNull(name);
    Objects.requireNonNull(qualifier);
  }

  InjectionPoint of(JavaType other) {
    return new InjectionPoint(owner, other, name, qualifier, byName);
  }
}
