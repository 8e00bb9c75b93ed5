package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.CodeBody;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Where a limit was reached, so that nothing is left out without a word. */
public final class Budgets {

  private final Map<String, ConcurrentSkipListSet<String>> spent = new ConcurrentHashMap<>();

  void spent(String budget, CodeBody body) {
    spent
        .computeIfAbsent(budget, key -> new ConcurrentSkipListSet<>())
        .add(body.owner().file().file().path() + ": " + body.method().displayName());
  }

  /** For each limit the methods that reached it, sorted. */
  public Map<String, List<String>> spent() {
    Map<String, List<String>> all = new TreeMap<>();
    spent.forEach((budget, methods) -> all.put(budget, List.copyOf(methods)));
    return all;
  }
}
