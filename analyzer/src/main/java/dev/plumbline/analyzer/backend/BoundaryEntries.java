package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.taint.Boundary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was found to come in through parameters and fields: filled once, then only read. */
final class BoundaryEntries {

  private final Map<MethodInfo, Boundary.Entry[]> parameters = new HashMap<>();
  private final Map<String, Map<String, Boundary.Entry>> fields = new HashMap<>();

  Optional<Boundary.Entry> parameter(MethodInfo method, int index) {
    Boundary.Entry[] known = parameters.get(method);
    return known == null || index < 0 || index >= known.length
        ? Optional.empty()
        : Optional.ofNullable(known[index]);
  }

  Optional<Boundary.Entry> field(String ownerType, String field) {
    return Optional.ofNullable(fields.getOrDefault(ownerType, Map.of()).get(field));
  }

  /** Whether fields of that type are filled one by one. */
  boolean hasFields(String ownerType) {
    return fields.containsKey(ownerType);
  }

  /** Of several reasons the first counts, and one that is not weak before one that is. */
  void parameter(MethodInfo method, int index, SourceKind kind, boolean weak) {
    Boundary.Entry[] known =
        parameters.computeIfAbsent(
            method, key -> new Boundary.Entry[method.declaration().parameters().size()]);
    if (index < known.length && (known[index] == null || known[index].weak() && !weak)) {
      known[index] = new Boundary.Entry(kind, weak);
    }
  }

  void parameter(MethodInfo method, int index, Boundary.Entry entry) {
    parameter(method, index, entry.kind(), entry.weak());
  }

  void field(String ownerType, String field, Boundary.Entry entry) {
    fields.computeIfAbsent(ownerType, key -> new HashMap<>()).putIfAbsent(field, entry);
  }
}
