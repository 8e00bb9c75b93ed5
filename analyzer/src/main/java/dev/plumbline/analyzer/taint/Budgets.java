package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.CodeBody;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Where a limit was reached, so that nothing is left out without a word. */
public final class Budgets {

  /** A limit of the analysis. */
  public enum Limit {
    /** A method was given up: callers take it for unknown code, and no flow in it is seen. */
    STEPS("given up for their size", true),
    /** A method with loops in which more may come about in later rounds than has been seen. */
    WORK("with loops that were not followed to the end", true),
    /** Methods that call one another: what goes round more often is not seen. */
    ROUNDS("in circles of calls that were not followed to the end", true),
    /**
     * What single callers know of it is not used: to follow it once more for each costs too much.
     */
    SPECIALS("too large to be followed once more for what a caller knows", false),
    /** A call that may run too many methods is taken for a call of unknown code. */
    CALLEES("with calls that too many methods may answer", false),
    /** Only the sinks nearest to a method are told to its callers. */
    SINKS("that lead to more sinks than callers are told of", false),
    /** Objects behind the nearest ones are told to callers as one. */
    OBJECTS("that change more objects than callers are told of one by one", false);

    private final String description;
    private final boolean loses;

    Limit(String description, boolean loses) {
      this.description = description;
      this.loses = loses;
    }

    /** In words that follow "methods". */
    public String description() {
      return description;
    }

    /** Whether flows may be missed for it within the method itself. */
    public boolean loses() {
      return loses;
    }
  }

  private final Map<Limit, Set<CodeBody>> spent = new ConcurrentHashMap<>();

  void spent(Limit limit, CodeBody body) {
    spent.computeIfAbsent(limit, key -> ConcurrentHashMap.newKeySet()).add(body);
  }

  /** For each limit that was reached the methods, as {@code path: method}, sorted. */
  public Map<Limit, List<String>> spent() {
    Map<Limit, List<String>> all = new EnumMap<>(Limit.class);
    spent.forEach(
        (limit, bodies) ->
            all.put(limit, bodies.stream().map(Budgets::place).distinct().sorted().toList()));
    return all;
  }

  private static String place(CodeBody body) {
    return body.owner().file().file().path() + ": " + body.method().displayName();
  }
}
