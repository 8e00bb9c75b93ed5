package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.program.JavaType;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A property that carries constraints, or a type that does as a whole.
 *
 * @param path from the type that was asked about, through cascades: {@code address.city}; ends in
 *     the type's own name for a constraint on a type
 * @param type as declared
 * @param location of the property's or the type's name
 */
public record ConstrainedProperty(
    String path, JavaType type, List<Constraint> constraints, Location location) {

  /**
   * One annotation.
   *
   * @param name canonical, or as written when nothing is known of it
   * @param grouped whether it names groups, so that it does not run by default
   */
  public record Constraint(String name, boolean grouped) {

    public String simpleName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Whether it does no more than ask that there is a value. */
    public boolean asksForPresence() {
      return simpleName().equals("NotNull")
          || simpleName().equals("NotBlank")
          || simpleName().equals("NotEmpty");
    }
  }

  public ConstrainedProperty {
    Objects.requireNonNull(path);
    constraints = List.copyOf(constraints);
  }

  /**
   * Whether it may matter to who reads those properties only; a constraint on a whole type always
   * does.
   *
   * @param properties of the type that was asked about
   */
  public boolean isWithin(Set<String> properties) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    return properties.contains(first) || Character.isUpperCase(first.charAt(0));
  }
}
