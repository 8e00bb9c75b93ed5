package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.library.Access;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Overrides;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final Set<String> LOOKING = Set.of("get", "getIfPresent");

  private static final Set<String> FILLING = Set.of("put", "putIfAbsent", "computeIfAbsent");

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
  private final QueryReach reach;
  private final Map<Question, List<QueryEffect>> known = new ConcurrentHashMap<>();
  private final Map<CodeBody, List<QueryCall>> queries = new ConcurrentHashMap<>();

  QueryEffects(Program program, DataAccess dataAccess, Iterations iterations) {
    this.program = program;
    this.dataAccess = dataAccess;
    this.iterations = iterations;
    this.reach = new QueryReach(program, this::queries);
  }

  private record Question(MethodInfo method, int depth) {}

  /** What calling {@code site}, a call or a method reference, runs; nearest queries first. */
  public List<QueryEffect> of(CodeBody body, Instruction site) {
    return of(body, site, MAX_DEPTH);
  }

  private List<QueryEffect> of(CodeBody body, Instruction site, int depth) {
    if (depth == 0 || site instanceof Instruction.New) {
      return List.of();
    }
    List<MethodInfo> targets = targets(body, site);
    if (targets.size() > MAX_TARGETS || targets.isEmpty() || isCached(body, site)) {
      return List.of();
    }
    List<QueryEffect> first = null;
    for (MethodInfo each : targets) {
      List<QueryEffect> effects = of(each, depth);
      if (effects.isEmpty()) {
        return List.of();
      }
      first = first == null ? effects : first;
    }
    return first;
  }

  /** An annotation on an interface stands before all of its implementations. */
  private boolean isCached(CodeBody body, Instruction site) {
    return target(body, site)
        .flatMap(CallTarget::declared)
        .filter(dataAccess::isCached)
        .isPresent();
  }

  /** The methods of the workspace that the call may run, up to {@link QueryReach#MAX_OVERLOADS}. */
  private List<MethodInfo> targets(CodeBody body, Instruction site) {
    CallTarget target = target(body, site).orElse(null);
    MethodInfo declared = target == null ? null : target.declared().orElse(null);
    if (declared == null) {
      return List.of();
    }
    boolean onSuper =
        site instanceof Instruction.Call call && call.dispatch() == Instruction.Call.Dispatch.SUPER
            || site instanceof Instruction.MethodReference reference && reference.isSuper();
    if (onSuper || Overrides.isFinal(declared)) {
      return List.of(declared);
    }
    Members.Method called = target.method().orElseThrow();
    return program.members().implementations(declared, QueryReach.MAX_OVERLOADS).stream()
        .filter(each -> each == declared || program.overrides().overrides(each, called))
        .toList();
  }

  private List<QueryEffect> of(MethodInfo method, int depth) {
    Question question = new Question(method, depth);
    List<QueryEffect> effects = known.get(question);
    if (effects == null) {
      CodeBody body = method.body().orElse(null);
      boolean answers =
          body == null
              || !reach.reads(method, depth)
              || dataAccess.isCached(method)
              || remembers(body)
              || reach.writes(method, MAX_WRITE_DEPTH);
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
      if (i == spread(body) || !dataAccess.isMany(program.inference().typeOf(body, i))) {
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
    for (QueryCall query : queries(body)) {
      boolean counts =
          query.access() == Access.READ && !query.cached() && !dataAccess.takesMany(query);
      if (counts) {
        BitSet given = given(body, query.site());
        if (dataAccess.runsText(query)) {
          // A text that is handed on whole is another statement each time.
          int text = ((Instruction.Call) query.site()).arguments().get(0);
          given.clear(text, text < body.body().parameterCount() ? text + 1 : text);
        }
        BitSet parameters = parameters(given, byParameter);
        if (!parameters.isEmpty() && iterations.around(body, query.site()).isEmpty()) {
          found.add(new QueryEffect(query, parameters, spread(body), List.of()));
        }
      }
    }
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call || each instanceof Instruction.MethodReference) {
          through(body, each, byParameter, depth, found);
        }
      }
    }
    for (CodeBody lambda : body.lambdas()) {
      if (!iterations.isMemoized(body, lambda.creation().orElseThrow().target())) {
        find(lambda, inLambda(lambda, byParameter), depth, found);
      }
    }
  }

  /** Asked for once a depth and question. */
  private List<QueryCall> queries(CodeBody body) {
    List<QueryCall> found = queries.get(body);
    if (found == null) {
      found = List.copyOf(dataAccess.in(body, block -> true));
      queries.put(body, found);
    }
    return found;
  }

  private void through(
      CodeBody body, Instruction site, BitSet[] byParameter, int depth, List<QueryEffect> found) {
    BitSet given = given(body, site);
    if (parameters(given, byParameter).isEmpty()) {
      return;
    }
    for (QueryEffect inner : of(body, site, depth - 1)) {
      BitSet arguments = site instanceof Instruction.Call call ? inner.argumentsOf(call) : given;
      BitSet parameters = parameters(arguments, byParameter);
      if (!parameters.isEmpty() && iterations.around(body, site).isEmpty()) {
        List<Location> path = new ArrayList<>(inner.path());
        path.add(
            0,
            body.location(site instanceof Instruction.Call call ? call.nameSpan() : site.span()));
        found.add(new QueryEffect(inner.query(), parameters, spread(body), path));
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
      Instruction.Call user = Iterations.user(enclosing, function);
      if (user != null && user.receiver() != Body.NONE && outer[i].get(user.receiver())) {
        seed.set(0, lambda.body().parameterCount());
      }
      inner[i] = dependence.closure(seed);
    }
    return inner;
  }

  /** The last parameter of a method with variable arity: its elements are arguments, not rows. */
  private static int spread(CodeBody body) {
    List<Parameter> parameters = body.method().declaration().parameters();
    int last = parameters.size() - 1;
    return last >= 0 && parameters.get(last).variableArity() ? last : Body.NONE;
  }

  /** What a call works on; a reference, on what the call it is given to works on. */
  private static BitSet given(CodeBody body, Instruction site) {
    if (site instanceof Instruction.Call call) {
      return operands(call);
    }
    Instruction.Call user = Iterations.user(body, site.target());
    return user == null ? new BitSet() : operands(user);
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

  private Optional<CallTarget> target(CodeBody body, Instruction site) {
    if (site instanceof Instruction.Call call) {
      return Optional.of(program.inference().target(body, call));
    } else if (site instanceof Instruction.MethodReference reference) {
      return Optional.of(program.inference().target(body, reference));
    } else if (site instanceof Instruction.New creation) {
      return Optional.of(program.inference().target(body, creation));
    }
    return Optional.empty();
  }

  /**
   * Whether the method fills a map or cache that outlives it, or looks into one that its class
   * fills. A map that nobody fills is no cache, but a registry: of handlers by type, of names.
   */
  private boolean remembers(CodeBody body) {
    if (!caches(body, FILLING).isEmpty()) {
      return true;
    }
    Set<String> looked = caches(body, LOOKING);
    return looked.contains(OF_CALLER)
        || !looked.isEmpty()
            && body.owner().methods().stream()
                .filter(method -> method.declaration().kind() == MethodDecl.Kind.METHOD)
                .flatMap(method -> method.body().stream())
                .anyMatch(code -> !Collections.disjoint(caches(code, FILLING), looked));
  }

  /** A map that the caller passes in. */
  private static final String OF_CALLER = "";

  /**
   * The fields with caches on which {@code body}, or a lambda in it, calls one of {@code names}.
   */
  private Set<String> caches(CodeBody body, Set<String> names) {
    Set<String> caches = new HashSet<>();
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && names.contains(call.name())
            && call.receiver() != Body.NONE
            && isCache(body, call.receiver())) {
          place(body, call.receiver()).ifPresent(caches::add);
        }
      }
    }
    body.lambdas().forEach(lambda -> caches.addAll(caches(lambda, names)));
    return caches;
  }

  /** The name of the field that {@code register} was read from. */
  private Optional<String> place(CodeBody body, int register) {
    if (body.variable(register).isPresent()) {
      boolean given = body.enclosing().isEmpty() && register < body.body().parameterCount();
      return given ? Optional.of(OF_CALLER) : Optional.empty();
    }
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.LoadField load) {
        return Optional.of(load.name());
      } else if (definition instanceof Instruction.LoadName load) {
        return program.inference().meaning(body, load).field().map(Members.Field::name);
      }
    }
    return Optional.empty();
  }

  private boolean isCache(CodeBody body, int register) {
    JavaType type = program.inference().typeOf(body, register);
    return CACHES.stream().anyMatch(name -> program.hierarchy().isSubtype(type, name));
  }
}
