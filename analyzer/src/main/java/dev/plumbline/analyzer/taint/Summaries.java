package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.callgraph.CallEdge;
import dev.plumbline.analyzer.callgraph.CallGraph;
import dev.plumbline.analyzer.callgraph.CallSite;
import dev.plumbline.analyzer.program.CodeBody;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The summaries of all bodies, and those for what single callers know. */
final class Summaries {

  /** Rounds in a component of methods that call one another, before it is given up. */
  private static final int MAX_ROUNDS = 6;

  /** Large components get fewer: each round takes time in their size. */
  private static final int MAX_LARGE_ROUNDS = 1;

  /** Calls with known constants and functions are followed that deep beyond the plain summaries. */
  private static final int MAX_SPECIAL_DEPTH = 3;

  /**
   * What the plain summary of a body may take, in {@link BodyAnalysis#work}, so that others are
   * made for what single callers know. Who takes more decides by more than that.
   */
  private static final long MAX_SPECIAL_WORK = 2_000;

  /** Makes the summary of a body; {@code null} where it is given up. */
  interface Maker {
    Summary of(CodeBody body);
  }

  private record Special(CodeBody body, Map<Id, Binding> bindings, int depth, boolean isOpen) {}

  private final Schedule schedule;
  private final CallGraph callGraph;
  private final Budgets budgets;
  private final Map<CodeBody, Optional<Summary>> current = new ConcurrentHashMap<>();
  private final Map<CodeBody, Optional<Summary>> previous = new ConcurrentHashMap<>();
  private final Map<Special, Optional<Summary>> special = new ConcurrentHashMap<>();
  private final Set<CodeBody> heavy = ConcurrentHashMap.newKeySet();

  Summaries(Schedule schedule, CallGraph callGraph, Budgets budgets) {
    this.schedule = schedule;
    this.callGraph = callGraph;
    this.budgets = budgets;
  }

  /** When all is done; {@code null} where it was given up. */
  Summary of(CodeBody body) {
    return current.getOrDefault(body, Optional.empty()).orElse(null);
  }

  /** What is known of a callee at that time; {@code null} for code that nothing is known of. */
  Summary of(CodeBody callee, BodyAnalysis asker) {
    int its = schedule.component(callee);
    if (its < 0) {
      return null;
    }
    int mine = schedule.component(asker.root);
    if (its == mine) {
      asker.seesUnfinished();
      boolean earlier = !schedule.isLarge(its) || schedule.isEarlierLayer(callee, asker.root);
      Optional<Summary> known = (earlier ? current : previous).get(callee);
      return known == null ? Summary.BOTTOM : known.orElse(null);
    }
    if (!schedule.isBefore(callee, asker.root)) {
      // A function that came along a way that the call graph does not know.
      asker.seesUnfinished();
      return null;
    }
    return of(callee);
  }

  /** Notes what the plain summary of a body has taken. */
  void worked(CodeBody body, long work) {
    if (work > MAX_SPECIAL_WORK) {
      heavy.add(body);
    } else {
      heavy.remove(body);
    }
  }

  /** The summary for what the caller knows; {@code null} where only the plain one is to be had. */
  Summary of(CodeBody callee, Map<Id, Binding> known, BodyAnalysis caller) {
    if (caller.depth >= MAX_SPECIAL_DEPTH
        || schedule.component(callee) == schedule.component(caller.body)) {
      return null;
    }
    if (heavy.contains(callee)) {
      budgets.spent(Budgets.Limit.SPECIALS, callee);
      return null;
    }
    Special key = new Special(callee, Map.copyOf(known), caller.depth, caller.context.isOpen());
    Optional<Summary> made = special.get(key);
    if (made == null) {
      BodyAnalysis analysis =
          new BodyAnalysis(caller.context, callee, key.bindings(), caller.depth + 1, caller.root);
      made = Optional.ofNullable(analysis.run());
      if (analysis.hasSeenUnfinished()) {
        // True for this caller at this time.
        caller.seesUnfinished();
      } else {
        Optional<Summary> first = special.putIfAbsent(key, made);
        made = first == null ? made : first;
      }
    }
    return made.orElse(null);
  }

  /**
   * Makes them all.
   *
   * @throws InterruptedException when the calling thread is interrupted
   */
  void make(Maker maker, Parallel parallel) throws InterruptedException {
    for (Schedule.Batch batch : schedule.batches()) {
      if (batch instanceof Schedule.Independent independent) {
        List<List<CodeBody>> components = independent.components();
        parallel.each(components.size(), i -> small(components.get(i), maker));
      } else {
        large(((Schedule.Circle) batch).layers(), maker, parallel);
      }
    }
  }

  private void small(List<CodeBody> component, Maker maker) {
    if (component.size() == 1 && !callsItself(component.get(0))) {
      put(component.get(0), maker);
      return;
    }
    boolean changed = true;
    for (int round = 0; changed && round < MAX_ROUNDS; round++) {
      changed = false;
      for (CodeBody body : component) {
        changed |= put(body, maker);
      }
    }
    if (changed) {
      component.forEach(body -> budgets.spent(Budgets.Limit.ROUNDS, body));
    }
  }

  private void large(List<List<CodeBody>> layers, Maker maker, Parallel parallel)
      throws InterruptedException {
    AtomicBoolean changed = new AtomicBoolean(true);
    for (int round = 0; changed.get() && round < MAX_LARGE_ROUNDS; round++) {
      changed.set(false);
      for (List<CodeBody> layer : layers) {
        for (CodeBody body : layer) {
          Optional<Summary> known = current.get(body);
          if (known != null) {
            previous.put(body, known);
          }
        }
      }
      for (List<CodeBody> layer : layers) {
        parallel.each(
            layer.size(),
            i -> {
              if (put(layer.get(i), maker)) {
                changed.set(true);
              }
            });
      }
    }
    if (changed.get()) {
      layers.forEach(each -> each.forEach(body -> budgets.spent(Budgets.Limit.ROUNDS, body)));
    }
  }

  private boolean put(CodeBody body, Maker maker) {
    Optional<Summary> before = current.get(body);
    Summary after = maker.of(body);
    current.put(body, Optional.ofNullable(after));
    if (before == null) {
      return true;
    }
    return after == null ? before.isPresent() : !after.isSame(before.orElse(null));
  }

  private boolean callsItself(CodeBody body) {
    for (CallSite site : callGraph.sites(body)) {
      for (CallEdge edge : site.edges()) {
        if (edge.callee() == body) {
          return true;
        }
      }
    }
    return false;
  }
}
