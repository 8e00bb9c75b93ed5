package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A constructor that a workspace type has after compilation, whether its source shows it or not.
 *
 * @param declared the source of it, when there is one
 * @param access of the constructor itself: where Lombok makes a static factory, the constructor
 *     behind it is private
 * @param annotations of the constructor; for Lombok's those of {@code onConstructor}
 */
public record ConstructorInfo(
    TypeInfo owner,
    Optional<MethodInfo> declared,
    Origin origin,
    Access access,
    List<Parameter> parameters,
    List<AnnotationUse> annotations) {

  /** Why there is such a constructor. */
  public enum Origin {
    /** It stands in the source. */
    DECLARED,
    /** The default constructor of a class without one, JLS 8.8.9. */
    DEFAULT,
    /** The canonical constructor of a record, JLS 8.10.4. */
    CANONICAL,
    /** Lombok makes it. */
    LOMBOK
  }

  /**
   * A parameter.
   *
   * @param name of a generated constructor too: it is the field's, without Lombok's prefixes
   * @param annotations of a generated constructor: those of the field that Lombok copies, which are
   *     the nullness annotations and what {@code lombok.copyableAnnotations} names, so that a
   *     {@code @Qualifier} on the field alone counts for nothing, as it does when compiled
   * @param field the field, or the component of a record, that keeps the value, when one
   *     <i>must</i> get it, directly, through {@code this(…)} or through a null check
   */
  public record Parameter(
      String name,
      JavaType type,
      boolean variableArity,
      List<AnnotationUse> annotations,
      Optional<String> field) {
    public Parameter {
      annotations = List.copyOf(annotations);
    }
  }

  public ConstructorInfo {
    Objects.requireNonNull(origin);
    Objects.requireNonNull(access);
    parameters = List.copyOf(parameters);
    annotations = List.copyOf(annotations);
  }

  /** Like {@code OrderService(OrderRepository, Clock)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(owner.displayName()).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(parameters.get(i).type());
    }
    return text.append(')').toString();
  }
}
