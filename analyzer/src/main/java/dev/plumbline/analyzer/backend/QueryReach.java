package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.Access;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether a method <i>may</i> read from or write to the database within so many calls. Overloads
 * count as what they stand beside, because of what one of them does, the others are seldom
 * innocent.
 *
 * <p>What a body does and calls is gathered once. An answer for a depth holds for greater ones
 * where it is yes, and for smaller ones where it is no, so each method is gone through few times.
 * Safe for many threads.
 */
final class QueryReach {

  /** Methods of the name of one that is called; some are overloads. */
  static final int MAX_OVERLOADS = 40;

  private final Program program;
  private final Function<CodeBody, List<QueryCall>> queries;
  private final Map<CodeBody, Doing> doings = new ConcurrentHashMap<>();
  private final Search reading = new Search(Doing::reads);
  private final Search writing = new Search(Doing::writes);

  /**
   * @param queries those that stand in a body itself
   */
  QueryReach(Program program, Function<CodeBody, List<QueryCall>> queries) {
    this.program = program;
    this.queries = queries;
  }

  /** What a body and the lambdas in it do themselves, and what they call. */
  private record Doing(boolean reads, boolean writes, List<MethodInfo> callees) {}

  /** Whether calling the method may run a query that no cache answers. */
  boolean reads(MethodInfo method, int depth) {
    return reading.finds(method, depth);
  }

  /** Whether calling the method may change the database. */
  boolean writes(MethodInfo method, int depth) {
    return writing.finds(method, depth);
  }

  private Doing doing(CodeBody body) {
    Doing doing = doings.get(body);
    if (doing == null) {
      doing = find(body);
      doings.put(body, doing);
    }
    return doing;
  }

  private Doing find(CodeBody body) {
    boolean reads = false;
    boolean writes = false;
    for (QueryCall query : queries.apply(body)) {
      reads |= query.access() == Access.READ && !query.cached();
      writes |= query.access() == Access.WRITE;
    }
    Set<MethodInfo> callees = new LinkedHashSet<>();
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        CallTarget target = target(body, each);
        MethodInfo declared = target == null ? null : target.declared().orElse(null);
        if (declared != null) {
          callees.addAll(program.members().implementations(declared, MAX_OVERLOADS));
        }
      }
    }
    for (CodeBody lambda : body.lambdas()) {
      Doing inner = doing(lambda);
      reads |= inner.reads;
      writes |= inner.writes;
      callees.addAll(inner.callees);
    }
    return new Doing(reads, writes, List.copyOf(callees));
  }

  /** Null where nothing is called. */
  private CallTarget target(CodeBody body, Instruction site) {
    if (site instanceof Instruction.Call call) {
      return program.inference().target(body, call);
    } else if (site instanceof Instruction.MethodReference reference) {
      return program.inference().target(body, reference);
    } else if (site instanceof Instruction.New creation) {
      return program.inference().target(body, creation);
    }
    return null;
  }

  /** Bounded by depth, so it ends where methods call one another. */
  private final class Search {

    private final Predicate<Doing> wanted;
    private final Map<MethodInfo, Integer> found = new ConcurrentHashMap<>();
    private final Map<MethodInfo, Integer> refuted = new ConcurrentHashMap<>();

    Search(Predicate<Doing> wanted) {
      this.wanted = wanted;
    }

    boolean finds(MethodInfo method, int depth) {
      CodeBody body = method.body().orElse(null);
      if (body == null || depth == 0 || refuted.getOrDefault(method, 0) >= depth) {
        return false;
      }
      if (found.getOrDefault(method, Integer.MAX_VALUE) <= depth) {
        return true;
      }
      boolean finds = finds(doing(body), depth);
      if (finds) {
        found.merge(method, depth, Math::min);
      } else {
        refuted.merge(method, depth, Math::max);
      }
      return finds;
    }

    private boolean finds(Doing doing, int depth) {
      if (wanted.test(doing)) {
        return true;
      }
      for (MethodInfo callee : doing.callees) {
        if (finds(callee, depth - 1)) {
          return true;
        }
      }
      return false;
    }
  }
}
