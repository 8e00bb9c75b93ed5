package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.CodeBody;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Where a limit was reached, so that nothing is left out without a word. */
public final class Budgets {

  private final Map<String, Set<CodeBody>> spent = new ConcurrentHashMap<>();

  void spent(String budget, CodeBody body) {
    spent.computeIfAbsent(budget, key -> ConcurrentHashMap.newKeySet()).add(body);
  }

  /** For each limit the methods that reached it, sorted. */
  public Map<String, List<String>> spent() {
    Map<String, List<String>> all = new TreeMap<>();
    spent.forEach(
        (budget, bodies) ->
            all.put(
                budget,
                bodies.stream()
                    .map(
                        each ->
                            each.owner().file().file().path() + ": " + each.method().displayName())
                    .distinct()
                    .sorted()
                    .toList()));
    return all;
  }
}
