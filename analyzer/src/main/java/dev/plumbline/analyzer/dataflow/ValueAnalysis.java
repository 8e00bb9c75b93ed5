package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.TryRegion;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The values that a body's registers <i>may</i> hold: a forward analysis of one method over its
 * control-flow graph, flow-sensitive, with strong updates of the texts and collections that it
 * builds. Methods that can only be one are followed to {@link #MAX_DEPTH} calls deep.
 *
 * <p>The worklist ends because a block whose input has changed {@link #WIDEN_AFTER} times is
 * widened, and widened values only ever gather the finitely many atoms of a body.
 *
 * <p>Given up: fields that are assigned outside their initialiser, dispatch to several methods,
 * aliases of one builder in two variables on different branches. Those are unknown, which is safe
 * for a rule that reports the unknown and says so.
 *
 * <p>After Kildall, <i>A Unified Approach to Global Program Optimization</i> (1973), and, for
 * strings as sequences, Christensen, Møller and Schwartzbach, <i>Precise Analysis of String
 * Expressions</i> (2003), without its grammars. One instance a thread.
 */
public final class ValueAnalysis {

  /** Helpers of helpers are common, deeper towers of string building are not. */
  static final int MAX_DEPTH = 4;

  private static final int WIDEN_AFTER = 3;

  /** Sees each call and creation once, with the values that are settled there. */
  public interface Observer {
    /**
     * @param arguments values of the arguments, mutable objects as what they hold
     */
    void at(CodeBody body, Instruction site, List<Value> arguments);
  }

  private final Program program;
  private final Library library;
  private final AnnotationRoles roles;
  private final FieldValues fields;
  private final ParameterValues parameters;
  private final Map<Instruction, Integer> sites = new IdentityHashMap<>();
  private final Map<CodeBody, Value[]> captured = new IdentityHashMap<>();
  private final Map<CallKey, Optional<Value>> results = new HashMap<>();

  public ValueAnalysis(Program program, Library library) {
    this.program = program;
    this.library = library;
    this.roles = new AnnotationRoles(program, library);
    this.fields = new FieldValues(program, this);
    this.parameters = new ParameterValues(this);
  }

  Program program() {
    return program;
  }

  Library library() {
    return library;
  }

  FieldValues fields() {
    return fields;
  }

  int site(Instruction instruction) {
    return sites.computeIfAbsent(instruction, key -> sites.size());
  }

  /** Analyses a method and the lambdas and local types in it, outermost first. */
  public void observe(CodeBody outermost, Observer observer) {
    Transfer transfer = new Transfer(this, outermost, 0);
    exit(transfer, outermost, fixpoint(transfer, outermost, entry(outermost)), observer);
    for (CodeBody lambda : outermost.lambdas()) {
      observe(lambda, observer);
    }
  }

  /** The state at the beginning of a body of which the callers are not known. */
  private State entry(CodeBody body) {
    State state = new State(body.body().registerCount());
    for (Variable variable : body.body().variables()) {
      if (variable.kind() == Variable.Kind.PARAMETER) {
        state.set(variable.register(), parameter(body, variable));
      }
    }
    Value[] values = captured.get(body);
    for (Body.Capture capture : body.body().captures()) {
      Value value = values == null ? null : values[capture.inner()];
      state.set(capture.inner(), value != null ? value : capturedUnknown(body, capture));
    }
    return state;
  }

  private Value parameter(CodeBody body, Variable variable) {
    JavaType type = program.inference().typeOf(body, variable.register());
    boolean tells =
        body.enclosing().isEmpty() && !HarmlessTypes.contains(type, program.hierarchy());
    Value passed = tells ? parameters.of(body.method(), variable.register()) : null;
    return passed != null ? passed : unknownParameter(body, variable, type);
  }

  private Value unknownParameter(CodeBody body, Variable variable, JavaType type) {
    return new Value.Unknown(
        isConfiguration(variable.annotations(), body.owner())
            ? Value.Origin.CONFIGURATION
            : Value.Origin.PARAMETER,
        type,
        "parameter " + variable.name(),
        body.location(variable.nameSpan()));
  }

  /** Whether an annotation that {@code scope} uses fills what it stands on from configuration. */
  boolean isConfiguration(List<AnnotationUse> annotations, TypeInfo scope) {
    return roles.find(annotations, scope, Role.CONFIGURATION_VALUE).isPresent();
  }

  private Value capturedUnknown(CodeBody body, Body.Capture capture) {
    Variable variable = body.variable(capture.inner()).orElseThrow();
    return new Value.Unknown(
        Value.Origin.OTHER,
        program.inference().typeOf(body, capture.inner()),
        variable.name(),
        body.location(variable.nameSpan()));
  }

  /** Remembers what a lambda or a local type reads of this body's variables. */
  void capture(CodeBody lambda, State state) {
    Value[] values =
        captured.computeIfAbsent(lambda, key -> new Value[lambda.body().registerCount()]);
    for (Body.Capture capture : lambda.body().captures()) {
      values[capture.inner()] =
          Values.join(values[capture.inner()], state.read(state.get(capture.outer())), null);
    }
  }

  void capture(TypeInfo localType, State state) {
    for (MethodInfo method : localType.methods()) {
      method.body().ifPresent(body -> capture(body, state));
    }
  }

  /**
   * The result of calling {@code body} with these arguments, or {@code null} when it cannot be
   * told. The objects in {@code caller} are changed as the call changes them.
   *
   * @param caller the state at the call; for a lambda that of the body that makes it
   */
  Value call(CodeBody body, List<Value> arguments, State caller, int depth) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    State entry = caller.enter(body.body().registerCount());
    for (int i = 0; i < body.body().parameterCount(); i++) {
      entry.set(i, i < arguments.size() ? arguments.get(i) : null);
    }
    boolean lambda = body.enclosing().isPresent();
    for (Body.Capture capture : body.body().captures()) {
      Value value = lambda ? caller.get(capture.outer()) : null;
      entry.set(capture.inner(), value != null ? value : capturedUnknown(body, capture));
    }
    Transfer transfer = new Transfer(this, body, depth);
    Exit exit = exit(transfer, body, fixpoint(transfer, body, entry), null);
    if (exit.state != null) {
      caller.takeHeap(exit.state);
    }
    return exit.value;
  }

  /** What a call of a method gave, by what it was given and how deep the call was. */
  private record CallKey(CodeBody body, List<Value> arguments, int depth) {}

  /**
   * As {@link #call}, remembering the answer where the call can change nothing that we see: no
   * argument is a mutable object.
   */
  Value callShared(CodeBody body, List<Value> arguments, State caller, int depth) {
    if (arguments.stream().anyMatch(ValueAnalysis::isMutable)) {
      return call(body, arguments, caller, depth);
    }
    CallKey key = new CallKey(body, arguments, depth);
    Optional<Value> known = results.get(key);
    if (known == null) {
      Value value = call(body, arguments, caller, depth);
      known = Optional.ofNullable(caller.read(value));
      results.put(key, known);
    }
    return known.orElse(null);
  }

  private static boolean isMutable(Value value) {
    return value instanceof Value.Builder
        || value instanceof Value.Choice choice
            && choice.options().stream().anyMatch(o -> o instanceof Value.Builder);
  }

  /** The value of a register when an initialiser is done, or {@code null}. */
  Value afterInitializer(CodeBody initializer, int register, int depth) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    Transfer transfer = new Transfer(this, initializer, depth);
    State entry = new State(initializer.body().registerCount());
    Exit exit = exit(transfer, initializer, fixpoint(transfer, initializer, entry), null);
    return exit.state == null ? null : exit.state.read(exit.state.get(register));
  }

  /** What a constructor or static block leaves in a field of its own type, or {@code null}. */
  Value fieldAfter(CodeBody constructor, String field, int depth) {
    if (depth > MAX_DEPTH) {
      return null;
    }
    Transfer transfer = new Transfer(this, constructor, depth);
    State entry = new State(constructor.body().registerCount());
    for (Variable variable : constructor.body().variables()) {
      if (variable.kind() == Variable.Kind.PARAMETER) {
        JavaType type = program.inference().typeOf(constructor, variable.register());
        entry.set(variable.register(), unknownParameter(constructor, variable, type));
      }
    }
    Exit exit = exit(transfer, constructor, fixpoint(transfer, constructor, entry), null);
    return exit.state == null ? null : exit.state.read(exit.state.field(field));
  }

  /** What comes out of a body: the value it returns, and all as it leaves it. */
  private static final class Exit {
    private Value value;
    private State state;
  }

  /** The states at the beginning of the blocks; {@code null} for a block that is not reached. */
  private State[] fixpoint(Transfer transfer, CodeBody body, State entry) {
    List<Block> blocks = body.body().blocks();
    State[] in = new State[blocks.size()];
    int[] visits = new int[blocks.size()];
    in[0] = entry;
    TreeSet<Integer> work = new TreeSet<>();
    work.add(0);
    while (!work.isEmpty()) {
      Block block = blocks.get(work.pollFirst());
      State state = in[block.id()].copy();
      Location place = body.location(block.instructions().get(0).span());
      for (Instruction instruction : block.instructions()) {
        transfer.apply(instruction, state);
      }
      for (int successor : transfer.successors(block.terminator(), state)) {
        if (flow(in, successor, transfer.refine(block, successor, state), visits, place)) {
          work.add(successor);
        }
      }
      for (int handler : handlers(body.body(), block.region())) {
        boolean before = flow(in, handler, in[block.id()], visits, place);
        if (flow(in, handler, state, visits, place) || before) {
          work.add(handler);
        }
      }
    }
    return in;
  }

  /** Walks the settled states once more, for the observer and for what comes out. */
  private Exit exit(Transfer transfer, CodeBody body, State[] in, Observer observer) {
    Exit exit = new Exit();
    for (Block block : body.body().blocks()) {
      if (in[block.id()] == null) {
        continue;
      }
      State state = in[block.id()].copy();
      for (Instruction instruction : block.instructions()) {
        if (observer != null) {
          observe(body, instruction, state, observer);
        }
        transfer.apply(instruction, state);
      }
      if (block.terminator() instanceof Instruction.Return end) {
        Location place = body.location(end.span());
        if (end.value() != Body.NONE) {
          exit.value = Values.join(exit.value, state.get(end.value()), place);
        }
        if (exit.state == null) {
          exit.state = state;
        } else {
          exit.state.join(state, false, place);
        }
      }
    }
    return exit;
  }

  private void observe(CodeBody body, Instruction instruction, State state, Observer observer) {
    if (instruction instanceof Instruction.Call call) {
      observer.at(body, call, arguments(call.arguments(), state));
    } else if (instruction instanceof Instruction.New creation) {
      observer.at(body, creation, arguments(creation.arguments(), state));
      if (creation.localType() != Body.NONE) {
        capture(body.localTypes().get(creation.localType()), state);
      }
    } else if (instruction instanceof Instruction.MakeLambda lambda) {
      capture(body.lambdas().get(lambda.lambda()), state);
    }
  }

  private static List<Value> arguments(Operands operands, State state) {
    List<Value> values = new ArrayList<>(operands.size());
    for (int i = 0; i < operands.size(); i++) {
      values.add(state.read(state.get(operands.get(i))));
    }
    return values;
  }

  private static boolean flow(State[] in, int to, State from, int[] visits, Location place) {
    if (in[to] == null) {
      in[to] = from.copy();
      return true;
    }
    boolean changed = in[to].join(from, visits[to] >= WIDEN_AFTER, place);
    if (changed) {
      visits[to]++;
    }
    return changed;
  }

  private static List<Integer> handlers(Body body, int region) {
    List<Integer> handlers = new ArrayList<>();
    for (int each = region; each != Body.NONE; each = body.regions().get(each).parent()) {
      for (TryRegion.Handler handler : body.regions().get(each).handlers()) {
        handlers.add(handler.block());
      }
    }
    return handlers;
  }

  JavaType typeOf(CodeBody body, int register) {
    return program.inference().typeOf(body, register);
  }
}
