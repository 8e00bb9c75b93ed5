package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Loop;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.NameMeaning;
import dev.plumbline.analyzer.program.Program;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which iteration repeats a step with another element each time: loops of every kind, functions
 * given to streams, collections and Reactor's Flux, and both through callbacks that run in place.
 *
 * <p>A step counts as repeated only if what it works on <i>may</i> depend on the element, so that
 * retries, polling and paging by offset, which repeat on purpose, do not.
 */
public final class Iterations {

  /** Methods that call a function for each element of what they are called on. */
  private static final Set<String> FOR_EACH =
      Set.of(
          "forEach",
          "forEachOrdered",
          "map",
          "mapToObj",
          "mapToInt",
          "mapToLong",
          "mapToDouble",
          "flatMap",
          "flatMapMany",
          "flatMapIterable",
          "flatMapSequential",
          "concatMap",
          "mapMulti",
          "filter",
          "filterWhen",
          "peek",
          "doOnNext",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "reduce",
          "removeIf",
          "replaceAll",
          "takeWhile",
          "dropWhile",
          "any",
          "all",
          "collectMap",
          "mapNotNull");

  /** Collectors whose functions are called for each element. */
  private static final Set<String> COLLECTORS =
      Set.of(
          "toMap",
          "toConcurrentMap",
          "mapping",
          "groupingBy",
          "partitioningBy",
          "flatMapping",
          "filtering",
          "reducing",
          "toUnmodifiableMap");

  private static final List<String> MANY =
      List.of(
          "java.util.stream.BaseStream",
          "java.lang.Iterable",
          "java.util.Map",
          "java.util.Iterator",
          "reactor.core.publisher.Flux",
          "io.reactivex.Observable",
          "io.reactivex.Flowable",
          "io.reactivex.rxjava3.core.Observable",
          "io.reactivex.rxjava3.core.Flowable",
          "io.smallrye.mutiny.Multi");

  /** Methods that remember what they computed for a key: repeated keys cost nothing. */
  private static final Set<String> MEMOIZING = Set.of("computeIfAbsent", "get", "getIfPresent");

  private final Program program;

  Iterations(Program program) {
    this.program = program;
  }

  /**
   * Whether a step of {@code block} may be repeated at all; the cheap test before {@link #around}.
   */
  public boolean mayRepeat(CodeBody body, Block block) {
    return block.loop() != Body.NONE || body.enclosing().isPresent();
  }

  /** The innermost iteration whose element {@code site} depends on. */
  public Optional<Iteration> around(CodeBody body, Instruction site) {
    if (site instanceof Instruction.MethodReference reference) {
      Optional<Iteration> called = calledForEach(body, reference.target());
      if (called.isPresent()) {
        return called;
      }
      return Optional.empty();
    }
    return around(body, site, new BitSet(), false);
  }

  /**
   * The innermost iteration whose element one of {@code arguments} depends on. An object that was
   * there before and stays the same for all elements does not, though each may leave something in
   * it: a context, a request, a list of errors.
   *
   * @param arguments registers that {@code site} gives on; not empty
   */
  public Optional<Iteration> around(CodeBody body, Instruction.Call site, BitSet arguments) {
    return around(body, site, arguments, true);
  }

  /**
   * @param wanted registers of {@code body} that must depend on an element; empty for the operands
   *     of {@code site}
   * @param handedOn whether what only holds traces of elements does not count
   */
  private Optional<Iteration> around(
      CodeBody body, Instruction site, BitSet wanted, boolean handedOn) {
    BitSet varying = handedOn ? withoutContexts(body, wanted) : wanted;
    boolean mayVary = !handedOn || !varying.isEmpty();
    Block block = body.blockOf(site);
    if (block.terminator() instanceof Instruction.Throw) {
      // For the message of an exception: that ends every iteration.
      return Optional.empty();
    }
    for (int loop = block.loop();
        loop != Body.NONE;
        loop = body.body().loops().get(loop).parent()) {
      BitSet elements = new LoopElements(program, body).dependents(loop);
      if (mayVary && depends(site, varying, elements)) {
        LoopElements analysis = new LoopElements(program, body);
        if (!analysis.comesBack(site, loop)
            || analysis.leavesOn(site, loop)
            || analysis.onlyForOneKey(site, loop, elements)) {
          return Optional.empty();
        }
        return Optional.of(loop(body, loop));
      }
    }
    CodeBody outer = body.enclosing().orElse(null);
    Instruction.MakeLambda creation = body.creation().orElse(null);
    if (outer == null || creation == null) {
      return Optional.empty();
    }
    Optional<Iteration> called = calledForEach(outer, creation.target());
    BitSet parameters = new BitSet();
    parameters.set(0, body.body().parameterCount());
    BitSet fromParameters = new LoopElements(program, body).closure(parameters);
    if (called.isPresent() && mayVary && depends(site, varying, fromParameters)) {
      return called;
    }
    if (isMemoized(outer, creation.target())) {
      return Optional.empty();
    }
    // A callback that runs in place, or an iteration around the one whose element does not matter.
    BitSet outerWanted = new BitSet();
    for (Body.Capture capture : body.body().captures()) {
      BitSet seed = new BitSet();
      seed.set(capture.inner());
      if (depends(site, wanted, new LoopElements(program, body).closure(seed))) {
        outerWanted.set(capture.outer());
      }
    }
    if (outerWanted.isEmpty() && called.isEmpty() && depends(site, wanted, fromParameters)) {
      // Optional.map(x -> repository.find(x)): the parameter is what the outer call works on.
      Instruction.Call user = user(outer, creation.target());
      if (user != null && user.receiver() != Body.NONE) {
        outerWanted.set(user.receiver());
      }
    }
    return outerWanted.isEmpty()
        ? Optional.empty()
        : around(outer, creation, outerWanted, handedOn);
  }

  /** Without what the method was given and never assigns, and what a lambda captures. */
  private static BitSet withoutContexts(CodeBody body, BitSet registers) {
    BitSet left = (BitSet) registers.clone();
    for (Body.Capture capture : body.body().captures()) {
      left.clear(capture.inner());
    }
    boolean method = body.enclosing().isEmpty();
    for (int i = 0; method && i < body.body().parameterCount(); i++) {
      if (body.definitions(i).isEmpty()) {
        left.clear(i);
      }
    }
    return left;
  }

  private static boolean depends(Instruction site, BitSet wanted, BitSet elements) {
    if (!wanted.isEmpty()) {
      return wanted.intersects(elements);
    }
    if (!(site instanceof Instruction.Call call)) {
      return false;
    }
    for (int i = 0; i < call.arguments().size(); i++) {
      if (elements.get(call.arguments().get(i))) {
        return true;
      }
    }
    return call.receiver() != Body.NONE && elements.get(call.receiver());
  }

  private Iteration loop(CodeBody body, int index) {
    Loop loop = body.body().loops().get(index);
    for (Block block : body.body().blocks()) {
      if (block.id() == loop.header() && block.terminator() instanceof Instruction.Next next) {
        return new Iteration(
            body.location(loop.headSpan()),
            "the loop over " + describe(body, next.iterable()),
            isBounded(body, next.iterable()));
      }
    }
    return new Iteration(body.location(loop.headSpan()), "the loop", false);
  }

  /** The iteration that calls the function in {@code register} for each element. */
  private Optional<Iteration> calledForEach(CodeBody body, int register) {
    Instruction.Call call = user(body, register);
    if (call == null) {
      return Optional.empty();
    }
    CallTarget target = program.inference().target(body, call);
    if (COLLECTORS.contains(call.name()) && target.receiver().name().endsWith("Collectors")) {
      Instruction.Call collect = user(body, call.target());
      return collect == null || !collect.name().equals("collect")
          ? Optional.empty()
          : Optional.of(iteration(body, collect));
    }
    if (!FOR_EACH.contains(call.name())) {
      return Optional.empty();
    }
    JavaType receiver = target.receiver();
    boolean many =
        MANY.stream().anyMatch(type -> program.hierarchy().isSubtype(receiver, type))
            || receiver.isArray();
    // forEach exists on collections and streams only; map and filter also on Optional and Mono.
    boolean sure = many || !receiver.isKnown() && call.name().startsWith("forEach");
    return sure ? Optional.of(iteration(body, call)) : Optional.empty();
  }

  private Iteration iteration(CodeBody body, Instruction.Call call) {
    Location at = body.location(call.nameSpan());
    return new Iteration(
        at,
        call.name() + " over " + describe(body, call.receiver()),
        isBounded(body, call.receiver()));
  }

  /** The call that {@code register} is an argument of. */
  static Instruction.Call user(CodeBody body, int register) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Call call) {
          for (int i = 0; i < call.arguments().size(); i++) {
            if (call.arguments().get(i) == register) {
              return call;
            }
          }
        }
      }
    }
    return null;
  }

  /** Whether {@code function} is only called for what a cache does not have yet. */
  boolean isMemoized(CodeBody body, int function) {
    Instruction.Call call = user(body, function);
    if (call == null || call.arguments().size() < 2) {
      return false;
    }
    // A cache of the project's own is known by its name alone.
    String receiver = program.inference().target(body, call).receiver().simpleName();
    return MEMOIZING.contains(call.name()) && call.arguments().size() == 2
        || receiver.toLowerCase(Locale.ROOT).endsWith("cache");
  }

  /** What is iterated, in the words of the code. */
  private String describe(CodeBody body, int register) {
    if (register == Body.NONE) {
      return "its elements";
    }
    Optional<Variable> variable = body.variable(register);
    if (variable.isPresent()) {
      return variable.get().name();
    }
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.LoadName load) {
        return String.join(".", load.path());
      } else if (definition instanceof Instruction.LoadField load) {
        return load.name();
      } else if (definition instanceof Instruction.Copy copy) {
        return describe(body, copy.source());
      } else if (definition instanceof Instruction.Call call) {
        boolean step =
            call.receiver() != Body.NONE
                && (FOR_EACH.contains(call.name()) || SAME_SOURCE.contains(call.name()));
        return step ? describe(body, call.receiver()) : call.name() + "()";
      }
    }
    return "its elements";
  }

  private static final Set<String> SAME_SOURCE =
      Set.of(
          "stream",
          "parallelStream",
          "sorted",
          "distinct",
          "limit",
          "skip",
          "boxed",
          "entrySet",
          "keySet",
          "values",
          "collect",
          "toList",
          "iterator",
          "sequential",
          "parallel");

  private boolean isBounded(CodeBody body, int register) {
    if (register == Body.NONE || body.variable(register).isPresent()) {
      return false;
    }
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.NewArray array) {
        return array.initialized();
      } else if (definition instanceof Instruction.LoadName load) {
        return isBounded(program.inference().meaning(body, load));
      } else if (definition instanceof Instruction.New creation) {
        return creation.arguments().size() == 1 && isBounded(body, creation.arguments().get(0));
      } else if (definition instanceof Instruction.Call call) {
        return isBounded(body, call);
      }
    }
    return false;
  }

  private boolean isBounded(CodeBody body, Instruction.Call call) {
    CallTarget target = program.inference().target(body, call);
    if (!target.isStatic()) {
      return SAME_SOURCE.contains(call.name()) && isBounded(body, call.receiver());
    }
    if (call.name().equals("values")) {
      return true;
    }
    if (call.name().equals("of") || call.name().equals("asList")) {
      return call.arguments().size() > 1
          || call.arguments().size() == 1
              && !program.inference().typeOf(body, call.arguments().get(0)).isArray();
    }
    return call.name().startsWith("unmodifiable")
        && call.arguments().size() == 1
        && isBounded(body, call.arguments().get(0));
  }

  /** A constant of listed elements, in this file or another. */
  private boolean isBounded(NameMeaning meaning) {
    Members.Field field = meaning.field().orElse(null);
    if (field == null || field.info().isEmpty() || field.declaration().isEmpty()) {
      return false;
    }
    FieldDecl declaration = field.declaration().get();
    boolean constant =
        declaration.modifiers().isStatic() && declaration.modifiers().isFinal()
            || field.info().get().declaration().isInterface();
    return constant
        && declaration.initializer() != Body.NONE
        && field
            .info()
            .get()
            .method(MethodDecl.STATIC_INITIALIZER)
            .flatMap(MethodInfo::body)
            .filter(code -> isBounded(code, declaration.initializer()))
            .isPresent();
  }
}
