package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which methods of the workspace stand below others; those of tests are left out. */
final class Implementations {

  /** So many are looked for at the first question, whatever the limit. */
  private static final int CACHED = 16;

  private final Program program;
  private final Map<MethodInfo, List<MethodInfo>> known = new ConcurrentHashMap<>();

  Implementations(Program program) {
    this.program = program;
  }

  /**
   * The methods with code that a call of {@code method} <i>may</i> run: itself and what overrides
   * it below, by name and number of parameters. Stops at {@code limit}.
   */
  List<MethodInfo> of(MethodInfo method, int limit) {
    List<MethodInfo> found = known.get(method);
    if (found == null || limit > found.size() && found.size() >= CACHED) {
      found = find(method, Math.max(limit, CACHED));
      known.put(method, found);
    }
    return found.size() <= limit ? found : found.subList(0, limit);
  }

  private List<MethodInfo> find(MethodInfo method, int limit) {
    List<MethodInfo> found = new ArrayList<>(1);
    if (program.hierarchy().directSubtypes(method.owner().name()).isEmpty()) {
      if (method.owner().file().file().role() != SourceRole.TEST) {
        add(method.owner(), method, found);
      }
      return found;
    }
    Set<String> seen = new HashSet<>();
    ArrayDeque<TypeInfo> work = new ArrayDeque<>();
    work.add(method.owner());
    while (!work.isEmpty() && found.size() < limit) {
      TypeInfo type = work.poll();
      if (!seen.add(type.name()) || type.file().file().role() == SourceRole.TEST) {
        continue;
      }
      add(type, method, found);
      work.addAll(program.hierarchy().directSubtypes(type.name()));
    }
    return found;
  }

  private static void add(TypeInfo type, MethodInfo method, List<MethodInfo> found) {
    int parameters = method.declaration().parameters().size();
    for (MethodInfo each : type.methods()) {
      if (each.declaration().parameters().size() == parameters
          && each.name().equals(method.name())
          && each.body().isPresent()) {
        found.add(each);
      }
    }
  }
}
