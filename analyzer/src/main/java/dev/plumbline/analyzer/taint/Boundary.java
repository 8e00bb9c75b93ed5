package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.program.MethodInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What frameworks hand to methods of the workspace and take from them. */
public interface Boundary {

  /**
   * @param weak whether an outsider seldom decides it
   */
  record Entry(SourceKind kind, boolean weak) {}

  /** What fills the parameter, when it comes from outside of the program. */
  Optional<Entry> parameter(MethodInfo method, int index);

  /**
   * What fills a field, when it comes from outside of the program: fields of resource classes that
   * JAX-RS binds, of actions.
   */
  Optional<Entry> field(String ownerType, String field);

  /**
   * Where a method that a framework implements puts its arguments into SQL as they are.
   *
   * @param type full name of the receiver's type
   */
  default List<Substitution> substitutions(String type, String method) {
    return List.of();
  }

  /** What the framework uses the result for: the body of a response, the name of a view. */
  Set<SinkKind> returned(MethodInfo method);
}
