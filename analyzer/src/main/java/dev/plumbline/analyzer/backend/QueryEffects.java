package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.Access;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which reading queries a call of a workspace method runs, directly or through others, that depend
 * on what it is given: {@code toDto(order)} runs {@code customers.findById(order.customerId())}.
 *
 * <p>A parameter that is a collection or a page stands for many elements and asks for one query.
 *
 * <p>Counts what is certain enough to blame the caller for. Not counted: what a cache answers, what
 * takes many keys at once, what the method repeats itself (that is told there), queries behind an
 * interface of which some implementation runs none, and all queries of a method that writes as
 * well: a command that is carried out for each element has to look before it acts.
 *
 * <p>The answer for a method and a depth hangs on nothing else, so that it is the same whoever asks
 * first. Safe for many threads.
 */
public final class QueryEffects {

  /** Calls between the caller and the query; a path that is longer convinces nobody. */
  private static final int MAX_DEPTH = 3;

  /** Implementations that one call may mean. */
  private static final int MAX_TARGETS = 5;

  /** Calls until something is written: only whether, so it may be far away. */
  private static final int MAX_WRITE_DEPTH = 6;

  private static final Set<String> REMEMBERING =
      Set.of("get", "getIfPresent", "put", "putIfAbsent", "computeIfAbsent");

  private static final List<String> CACHES =
      List.of(
          "java.util.Map",
          "com.github.benmanes.caffeine.cache.Cache",
          "com.google.common.cache.Cache",
          "org.springframework.cache.Cache",
          "javax.cache.Cache");

  private final Program program;
  private final DataAccess dataAccess;
  private final Iterations iterations;
  private final Map<Question, List<QueryEffect>> known = new ConcurrentHashMap<>();
  private final Map<Question, Boolean> writing = new ConcurrentHashMap<>();

  QueryEffects(Program program, DataAccess dataAccess, Iterations iterations) {
    this.program = program;
    this.dataAccess = dataAccess;
    this.iterations = iterations;
  }

  private record Question(MethodInfo method, int depth) {}

  /** What calling {@code site}, a call or a method reference, runs; nearest queries first. */
  public List<QueryEffect> of(CodeBody body, Instruction site) {
    return of(body, site, MAX_DEPTH);
  }

  private List<QueryEffect> of(CodeBody body, Instruction site, int depth) {
    if (site instanceof Instruction.Call call) {
      return of(program.inference().target(body, call), depth);
    } else if (site instanceof Instruction.MethodReference reference) {
      return of(program.inference().target(body, reference), depth);
    }
    return List.of();
  }

  private List<QueryEffect> of(CallTarget target, int depth) {
    MethodInfo declared = target.declared().orElse(null);
    if (declared == null || depth == 0 || DataAccess.isCached(declared)) {
      return List.of();
    }
    List<QueryEffect> first = null;
    Members.Method called = target.method().orElseThrow();
    for (MethodInfo each : program.members().implementations(declared, MAX_TARGETS + 1)) {
      if (each != declared && !program.overrides().overrides(each, called)) {
        continue;
      }
      List<QueryEffect> effects = of(each, depth);
      if (effects.isEmpty()) {
        return List.of();
      }
      first = first == null ? effects : first;
    }
    return first == null ? List.of() : first;
  }

  private List<QueryEffect> of(MethodInfo method, int depth) {
    Question question = new Question(method, depth);
    List<QueryEffect> effects = known.get(question);
    if (effects == null) {
      CodeBody body = method.body().orElse(null);
      boolean answers =
          body == null
              || DataAccess.isCached(method)
              || remembers(body)
              || writes(method, MAX_WRITE_DEPTH);
      effects = answers ? List.of() : List.copyOf(find(body, depth));
      known.put(question, effects);
    }
    return effects;
  }

  private List<QueryEffect> find(CodeBody body, int depth) {
    int parameters = body.body().parameterCount();
    BitSet[] byParameter = new BitSet[parameters];
    LoopElements dependence = new LoopElements(program, body);
    for (int i = 0; i < parameters; i++) {
      BitSet seed = new BitSet();
      if (!dataAccess.isMany(program.inference().typeOf(body, i))) {
        seed.set(i);
      }
      byParameter[i] = dependence.closure(seed);
    }
    List<QueryEffect> found = new ArrayList<>();
    find(body, byParameter, depth, found);
    return found;
  }

  /**
   * @param byParameter what in {@code body} depends on each parameter of the method around it
   */
  private void find(CodeBody body, BitSet[] byParameter, int depth, List<QueryEffect> found) {
    for (QueryCall query : dataAccess.in(body, block -> true)) {
      boolean counts =
          query.access() == Access.READ && !query.cached() && !dataAccess.takesMany(query);
      if (counts && query.site() instanceof Instruction.Call call) {
        BitSet parameters = parameters(operands(call), byParameter);
        if (!parameters.isEmpty() && iterations.around(body, call).isEmpty()) {
          found.add(new QueryEffect(query, parameters, List.of()));
        }
      }
    }
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call) {
          through(body, call, byParameter, depth, found);
        }
      }
    }
    for (CodeBody lambda : body.lambdas()) {
      if (!iterations.isMemoized(body, lambda.creation().orElseThrow().target())) {
        find(lambda, inLambda(lambda, byParameter), depth, found);
      }
    }
  }

  private void through(
      CodeBody body,
      Instruction.Call call,
      BitSet[] byParameter,
      int depth,
      List<QueryEffect> found) {
    if (parameters(operands(call), byParameter).isEmpty()) {
      return;
    }
    for (QueryEffect inner : of(body, call, depth - 1)) {
      BitSet parameters = parameters(inner.argumentsOf(call), byParameter);
      if (!parameters.isEmpty() && iterations.around(body, call).isEmpty()) {
        List<Location> path = new ArrayList<>(inner.path());
        path.add(0, body.location(call.nameSpan()));
        found.add(new QueryEffect(inner.query(), parameters, path));
      }
    }
  }

  /**
   * A lambda that runs in place depends on what it captures, and its parameters on what calls it.
   */
  private BitSet[] inLambda(CodeBody lambda, BitSet[] outer) {
    CodeBody enclosing = lambda.enclosing().orElseThrow();
    int function = lambda.creation().orElseThrow().target();
    LoopElements dependence = new LoopElements(program, lambda);
    BitSet[] inner = new BitSet[outer.length];
    for (int i = 0; i < outer.length; i++) {
      BitSet seed = new BitSet();
      for (Body.Capture capture : lambda.body().captures()) {
        if (outer[i].get(capture.outer())) {
          seed.set(capture.inner());
        }
      }
      int receiver = receiverOfUser(enclosing, function);
      if (receiver != Body.NONE && outer[i].get(receiver)) {
        seed.set(0, lambda.body().parameterCount());
      }
      inner[i] = dependence.closure(seed);
    }
    return inner;
  }

  private static int receiverOfUser(CodeBody body, int function) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call) {
          for (int i = 0; i < call.arguments().size(); i++) {
            if (call.arguments().get(i) == function) {
              return call.receiver();
            }
          }
        }
      }
    }
    return Body.NONE;
  }

  private static BitSet operands(Instruction.Call call) {
    BitSet operands = new BitSet();
    for (int i = 0; i < call.arguments().size(); i++) {
      operands.set(call.arguments().get(i));
    }
    if (call.receiver() != Body.NONE) {
      operands.set(call.receiver());
    }
    return operands;
  }

  private static BitSet parameters(BitSet registers, BitSet[] byParameter) {
    BitSet parameters = new BitSet();
    for (int i = 0; i < byParameter.length; i++) {
      if (byParameter[i].intersects(registers)) {
        parameters.set(i);
      }
    }
    return parameters;
  }

  /** Whether calling the method may change the database. */
  private boolean writes(MethodInfo method, int depth) {
    CodeBody body = method.body().orElse(null);
    if (body == null || depth == 0) {
      return false;
    }
    Question question = new Question(method, depth);
    Boolean writes = writing.get(question);
    if (writes == null) {
      writes = writes(body, depth);
      writing.put(question, writes);
    }
    return writes;
  }

  private boolean writes(CodeBody body, int depth) {
    for (QueryCall query : dataAccess.in(body, block -> true)) {
      if (query.access() == Access.WRITE) {
        return true;
      }
    }
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        MethodInfo declared =
            each instanceof Instruction.Call call
                ? program.inference().target(body, call).declared().orElse(null)
                : null;
        if (declared != null && anyWrites(declared, depth - 1)) {
          return true;
        }
      }
    }
    return body.lambdas().stream().anyMatch(lambda -> writes(lambda, depth));
  }

  private boolean anyWrites(MethodInfo declared, int depth) {
    for (MethodInfo each : program.members().implementations(declared, MAX_TARGETS)) {
      if (writes(each, depth)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the method looks into, or fills, a map or cache that outlives it. */
  private boolean remembers(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && REMEMBERING.contains(call.name())
            && call.receiver() != Body.NONE
            && isFieldWithCache(body, call.receiver())) {
          return true;
        }
      }
    }
    return body.lambdas().stream().anyMatch(this::remembers);
  }

  private boolean isFieldWithCache(CodeBody body, int register) {
    if (body.variable(register).isPresent()) {
      // A map that the caller passes in is a cache of the caller's.
      return register < body.body().parameterCount() && isCache(body, register);
    }
    for (Instruction definition : body.definitions(register)) {
      boolean field =
          definition instanceof Instruction.LoadName load
                  && program.inference().meaning(body, load).field().isPresent()
              || definition instanceof Instruction.LoadField;
      if (field && isCache(body, register)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCache(CodeBody body, int register) {
    JavaType type = program.inference().typeOf(body, register);
    return CACHES.stream().anyMatch(name -> program.hierarchy().isSubtype(type, name));
  }
}
