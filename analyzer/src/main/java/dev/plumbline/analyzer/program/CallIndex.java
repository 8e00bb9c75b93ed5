package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who calls whom, asked from the callee: calls by simple name, then by what they call. */
public final class CallIndex {

  /** Annotations that no framework calls a method for. */
  private static final Set<String> PASSIVE =
      Set.of(
          "Override",
          "SuppressWarnings",
          "Deprecated",
          "SafeVarargs",
          "Transactional",
          "Nullable",
          "NonNull",
          "NotNull",
          "Nonnull",
          "CheckForNull",
          "VisibleForTesting",
          "SneakyThrows",
          "Synchronized",
          "Async",
          "Timed",
          "Cacheable",
          "CacheEvict",
          "Retryable");

  private final Program program;
  private final Map<String, List<Site>> byName = new HashMap<>();

  /** A call and the code that it stands in. */
  public record Site(CodeBody body, Instruction.Call call) {}

  CallIndex(Program program) {
    this.program = program;
    for (CodeBody body : program.bodies()) {
      if (body.owner().file().file().role() == SourceRole.TEST) {
        continue;
      }
      for (Block block : body.body().blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.Call call) {
            byName
                .computeIfAbsent(call.name(), key -> new ArrayList<>(2))
                .add(new Site(body, call));
          }
        }
      }
    }
  }

  /**
   * The calls that <i>may</i> reach {@code method}, in path and source order; tests left out. Empty
   * when they cannot be counted: nobody calls it by name, a framework may, or there are more than
   * {@code limit}.
   */
  public Optional<List<Site>> callers(MethodInfo method, int limit) {
    for (AnnotationUse annotation : method.declaration().annotations()) {
      if (!PASSIVE.contains(annotation.simpleName())) {
        return Optional.empty();
      }
    }
    List<Site> callers = new ArrayList<>();
    for (Site site : byName.getOrDefault(method.name(), List.of())) {
      if (takes(method, site.call.arguments().size()) && mayReach(site, method)) {
        callers.add(site);
        if (callers.size() > limit) {
          return Optional.empty();
        }
      }
    }
    return callers.isEmpty() ? Optional.empty() : Optional.of(callers);
  }

  private static boolean takes(MethodInfo method, int arguments) {
    List<Parameter> parameters = method.declaration().parameters();
    int arity = parameters.size();
    return arguments == arity
        || arguments >= arity - 1 && arity > 0 && parameters.get(arity - 1).variableArity();
  }

  private boolean mayReach(Site site, MethodInfo method) {
    CallTarget target = program.inference().target(site.body, site.call);
    MethodInfo declared = target.declared().orElse(null);
    if (declared == null) {
      // An unresolved receiver may be anything that is not known to be something else.
      return !target.receiver().isKnown();
    }
    return declared == method
        || program.hierarchy().ancestors(method.owner().name()).contains(declared.owner().name());
  }
}
