package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CallIndex;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.MethodInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the callers of a method pass to it, where all of them are known and few: a helper that is
 * only ever given constants is as good as its constants. One instance a thread.
 */
final class ParameterValues {

  /** Helpers have a handful of callers; what has more is an interface of its own. */
  private static final int MAX_CALLERS = 8;

  /** Callers of callers; further up, a parameter is unknown. */
  private static final int MAX_DEPTH = 2;

  private final ValueAnalysis analysis;
  private final Map<MethodInfo, List<Value>> known = new HashMap<>();
  private int depth;

  ParameterValues(ValueAnalysis analysis) {
    this.analysis = analysis;
  }

  /** The value of parameter {@code index}, or {@code null} when the callers do not tell. */
  Value of(MethodInfo method, int index) {
    if (depth >= MAX_DEPTH) {
      return null;
    }
    List<Value> values = known.get(method);
    if (values == null) {
      values = evaluate(method);
      if (depth == 0) {
        // Deeper answers are cut by the bound, so they depend on who asked: they are not kept.
        known.put(method, values);
      }
    }
    return index < values.size() ? values.get(index) : null;
  }

  private List<Value> evaluate(MethodInfo method) {
    Optional<List<CallIndex.Site>> callers =
        analysis.program().callIndex().callers(method, MAX_CALLERS);
    if (callers.isEmpty()) {
      return List.of();
    }
    Map<Instruction, Integer> wanted = new IdentityHashMap<>();
    Map<CodeBody, Boolean> bodies = new java.util.LinkedHashMap<>();
    for (CallIndex.Site site : callers.get()) {
      wanted.put(site.call(), 0);
      bodies.put(outermost(site.body()), true);
    }
    int count = method.declaration().parameters().size();
    Value[] joined = new Value[count];
    boolean[] open = new boolean[count];
    depth++;
    try {
      for (CodeBody body : bodies.keySet()) {
        analysis.observe(
            body,
            (code, site, arguments) -> {
              if (wanted.containsKey(site)) {
                for (int i = 0; i < count; i++) {
                  // Several arguments, or none, become the elements of one array.
                  boolean spread = i == count - 1 && arguments.size() != count;
                  Value value = spread ? null : arguments.get(i);
                  open[i] |= value == null;
                  joined[i] = Values.join(joined[i], value, null);
                }
              }
            });
      }
    } finally {
      depth--;
    }
    List<Value> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(open[i] ? null : joined[i]);
    }
    return java.util.Collections.unmodifiableList(values);
  }

  private static CodeBody outermost(CodeBody body) {
    CodeBody outermost = body;
    while (outermost.enclosing().isPresent()) {
      outermost = outermost.enclosing().get();
    }
    return outermost;
  }
}
