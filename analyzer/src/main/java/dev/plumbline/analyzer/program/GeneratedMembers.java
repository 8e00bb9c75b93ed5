package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one workspace type gains: methods, constructors under {@code <init>}, and fields. */
public final class GeneratedMembers {

  static final GeneratedMembers NONE = new GeneratedMembers(List.of(), Map.of(), List.of());

  private final Map<String, List<GeneratedMethod>> methods = new LinkedHashMap<>();
  private final Map<String, Field> fields;
  private final List<LombokDelegate> delegates;

  /**
   * A generated field.
   *
   * @param type in terms of the variables of its owner
   */
  public record Field(String name, JavaType type, boolean isStatic) {}

  GeneratedMembers(
      Collection<GeneratedMethod> methods,
      Map<String, Field> fields,
      List<LombokDelegate> delegates) {
    for (GeneratedMethod method : methods) {
      this.methods.computeIfAbsent(method.name(), key -> new ArrayList<>(1)).add(method);
    }
    this.fields = Map.copyOf(fields);
    this.delegates = List.copyOf(delegates);
  }

  /** The signatures of that name, in a fixed order. */
  public List<ExternalMethod> signatures(String name) {
    List<GeneratedMethod> found = methods(name);
    return found.isEmpty() ? List.of() : found.stream().map(GeneratedMethod::signature).toList();
  }

  /** The methods of that name, in a fixed order. */
  public List<GeneratedMethod> methods(String name) {
    List<GeneratedMethod> known = ownMethods(name);
    if (delegates.isEmpty()) {
      return known;
    }
    List<GeneratedMethod> found = new ArrayList<>(known);
    for (LombokDelegate delegate : delegates) {
      found.addAll(delegate.methods(name));
    }
    return found;
  }

  /** Those of that name that delegate to nobody. */
  List<GeneratedMethod> ownMethods(String name) {
    return methods.getOrDefault(name, List.of());
  }

  /** All but delegated ones, by name in the order in which they are made. */
  public Collection<List<GeneratedMethod>> methods() {
    return methods.values();
  }

  public Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
