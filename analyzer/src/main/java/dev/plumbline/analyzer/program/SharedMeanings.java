package dev.plumbline.analyzer.program;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What names mean in the code of a type: the same in every method without types of its own. */
final class SharedMeanings {

  private final Map<TypeInfo, Map<List<String>, NameMeaning>> byOwner;

  /**
   * @param types how many types there are
   */
  SharedMeanings(int types) {
    byOwner = new ConcurrentHashMap<>(types);
  }

  Map<List<String>, NameMeaning> of(TypeInfo owner) {
    Map<List<String>, NameMeaning> known = byOwner.get(owner);
    return known != null ? known : byOwner.computeIfAbsent(owner, key -> new ConcurrentHashMap<>());
  }
}
