package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.callgraph.CallSite;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.LiveRegisters;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TryRegion;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the summary of one body: a forward analysis over its control-flow graph, flow-sensitive,
 * with strong updates and constants that decide branches. Values are in terms of the inputs of the
 * body.
 *
 * <p>It ends because a block whose input has changed {@link #WIDEN_AFTER} times is widened. When
 * its budget is spent, each block is looked at {@link #ROUNDS_WHEN_SPENT} more times at most: what
 * comes about in later rounds of loops only is missed, and {@link Budgets} says so. After Kildall
 * (1973) and, for summaries over the call graph, Sharir and Pnueli, <i>Two Approaches to
 * Interprocedural Data Flow Analysis</i> (1981), the functional one.
 */
final class BodyAnalysis {

  private static final int WIDEN_AFTER = 3;

  /** Steps for each instruction; loops in loops take some dozens. */
  private static final int STEPS_PER_INSTRUCTION = 60;

  private static final int MIN_STEPS = 4_000;

  /** Callers get that many objects one by one; the others are told by what they are made of. */
  private static final int MAX_OBJECTS = 40;

  /** What a body may take, in {@link #work}, before its loops are left as they are. */
  private static final long MAX_WORK = 4_000;

  /** A body of many instructions may take that much for each of them. */
  private static final long WORK_PER_INSTRUCTION = 16;

  /** So often each block is looked at again behind that. */
  private static final int ROUNDS_WHEN_SPENT = 1;

  /** Blocks times registers: what the states of a body may take. */
  private static final long MAX_CELLS = 8_000_000;

  final Context context;
  final CodeBody body;
  final Map<Id, Binding> bindings;
  final int depth;
  final CodeBody root;
  private final State[] in;
  private final State[] exits;
  private final State[] throwing;
  private final int[] visits;
  private final List<List<Hit>> hits;
  private final int[] firstNumber;
  private final Set<Id> decisive = new TreeSet<>();
  private final Map<Instruction, CallSite> sites = new IdentityHashMap<>();
  private final Map<SharedStores.Place, List<Taint>> stored = new java.util.TreeMap<>();
  private final Set<Id> written = new HashSet<>();
  private final boolean isUnlocked;
  private final BitSet[] live;
  private final int resultSlot;
  private final int exceptionSlot;
  private final Transfer transfer;
  private List<Hit> current;
  private Set<Summary.Applied> applied;
  private final List<Set<Summary.Applied>> uses;
  private long steps;
  private long work;
  private boolean isSpent;
  private boolean hasSeenUnfinished;

  /**
   * An analysis of one body.
   *
   * @param depth how many callers know something special of it
   * @param root the body for whose plain summary this is done
   */
  BodyAnalysis(
      Context context, CodeBody body, Map<Id, Binding> bindings, int depth, CodeBody root) {
    this.root = root;
    this.context = context;
    this.body = body;
    this.bindings = bindings;
    this.depth = depth;
    List<Block> blocks = body.body().blocks();
    in = new State[blocks.size()];
    exits = new State[blocks.size()];
    throwing = new State[blocks.size()];
    visits = new int[blocks.size()];
    hits = new ArrayList<>(java.util.Collections.nCopies(blocks.size(), List.of()));
    uses = new ArrayList<>(java.util.Collections.nCopies(blocks.size(), Set.of()));
    firstNumber = new int[blocks.size()];
    int number = 0;
    for (Block block : blocks) {
      firstNumber[block.id()] = number;
      number += block.instructions().size();
    }
    isUnlocked =
        !body.method()
                .declaration()
                .modifiers()
                .has(dev.plumbline.analyzer.ir.Modifiers.Keyword.SYNCHRONIZED)
            && blocks.stream()
                .flatMap(block -> block.instructions().stream())
                .noneMatch(Instruction.Monitor.class::isInstance);
    resultSlot = body.body().registerCount();
    exceptionSlot = resultSlot + 1;
    live = live();
    transfer = new Transfer(this);
    for (CallSite site : context.callGraph().sites(body)) {
      sites.put(site.instruction(), site);
    }
  }

  /** The slots that count when a block begins; {@code null} where there is but one block. */
  private BitSet[] live() {
    if (in.length == 1) {
      return null;
    }
    LiveRegisters registers = LiveRegisters.of(body.body());
    BitSet[] slots = new BitSet[in.length];
    for (int i = 0; i < slots.length; i++) {
      slots[i] = (BitSet) registers.atEntry(i).clone();
      slots[i].set(resultSlot, exceptionSlot + 1);
    }
    return slots;
  }

  /** What the run has taken, in steps and in objects that were looked at. */
  long work() {
    return work;
  }

  /** The summary, or {@code null} when the budget was spent. */
  Summary run() {
    List<Block> blocks = body.body().blocks();
    if ((long) blocks.size() * (resultSlot + 2) > MAX_CELLS) {
      return null;
    }
    long budget =
        Math.max(MIN_STEPS, (long) STEPS_PER_INSTRUCTION * (firstNumber[blocks.size() - 1] + 20));
    long enough = Math.max(MAX_WORK, WORK_PER_INSTRUCTION * firstNumber[blocks.size() - 1]);
    in[0] = entry();
    BitSet work = new BitSet(blocks.size());
    work.set(0);
    while (!work.isEmpty()) {
      int next = work.nextSetBit(0);
      work.clear(next);
      process(blocks.get(next), work);
      isSpent |= steps > budget || this.work > enough;
    }
    if (isSpent) {
      context.budgets().spent(Budgets.Limit.WORK, body);
    }
    return summary();
  }

  // ---- entry

  private State entry() {
    State state = new State(resultSlot + 2);
    List<Variable> variables = body.body().variables();
    for (Variable variable : variables) {
      if (variable.kind() == Variable.Kind.PARAMETER
          && variable.register() < body.body().parameterCount()) {
        state.set(variable.register(), parameter(variable));
      }
    }
    for (int i = 0; i < body.body().parameterCount(); i++) {
      if (state.get(i) == null) {
        state.set(i, input(Id.param(i), context.typeOf(body, i)));
      }
    }
    boolean lambda = body.enclosing().isPresent();
    if (lambda) {
      for (int i = 0; i < body.body().parameterCount(); i++) {
        if (state.get(i) instanceof Val.Atom atom) {
          List<Taint> outside = context.callbackSource(body, i);
          if (!outside.isEmpty()) {
            state.set(i, atom.with(Join.taints(atom.taints(), outside)));
          }
        }
      }
    }
    for (Body.Capture capture : body.body().captures()) {
      JavaType type = context.typeOf(body, capture.inner());
      Id id = lambda ? Id.captured(capture.outer()) : Id.THIS.field("^" + capture.outer());
      state.set(capture.inner(), input(id, type));
    }
    return state;
  }

  private Val parameter(Variable variable) {
    JavaType type = context.typeOf(body, variable.register());
    Val value = input(Id.param(variable.register()), type);
    if (value instanceof Val.Atom atom && body.enclosing().isEmpty()) {
      List<Taint> outside = context.boundary(body, variable, type);
      return outside.isEmpty()
          ? value
          : atom.with(
              Heap.clear(Join.taints(atom.taints(), outside), context.proved(body, variable)));
    }
    return value;
  }

  /** An input as it is when the body begins, with what the caller has told. */
  Val input(Id id, JavaType type) {
    Binding binding = bindings.get(id);
    if (binding != null && binding.constant() != null) {
      return binding.constant();
    }
    if (binding != null && binding.alias() != null) {
      return Heap.input(binding.alias(), type);
    }
    Val.Atom atom = Heap.input(id, type);
    if (context.reader().isService(type)) {
      return atom.with(List.of());
    }
    return atom.with(Heap.inType(atom.taints(), type, context.program().hierarchy()));
  }

  // ---- fixpoint

  private void process(Block block, BitSet work) {
    State state = in[block.id()].copy();
    current = new ArrayList<>(2);
    applied = new java.util.LinkedHashSet<>(4);
    exits[block.id()] = null;
    throwing[block.id()] = null;
    int number = firstNumber[block.id()];
    boolean isProtected = block.region() != Body.NONE;
    State exceptional = isProtected ? state.copy() : null;
    boolean alive = true;
    for (Instruction instruction : block.instructions()) {
      steps++;
      if (instruction instanceof Instruction.Terminator) {
        break;
      }
      alive = transfer.step(instruction, number, state, block);
      number++;
      if (isProtected
          && (instruction instanceof Instruction.Call || instruction instanceof Instruction.New)) {
        exceptional.join(state, -1 - block.id(), false);
      }
      if (!alive) {
        break;
      }
    }
    int cost = transfer.takeCost();
    steps += cost;
    this.work += cost + block.instructions().size() + state.objects().size();
    State last = isProtected ? state.before() : null;
    if (alive) {
      end(block, state, exceptional, work);
    }
    if (isProtected) {
      if (alive) {
        exceptional.settle(last);
      }
      handlers(block, exceptional, work);
    }
    hits.set(block.id(), current);
    uses.set(block.id(), applied);
    current = null;
  }

  private void end(Block block, State state, State exceptional, BitSet work) {
    Instruction.Terminator terminator = block.terminator();
    if (terminator instanceof Instruction.Return exit) {
      state.set(resultSlot, exit.value() == Body.NONE ? null : state.get(exit.value()));
      transfer.returned(exit, firstNumber[block.id()] + block.instructions().size() - 1, state);
      exits[block.id()] = state;
    } else if (terminator instanceof Instruction.Throw exit) {
      state.set(exceptionSlot, state.get(exit.exception()));
      throwing[block.id()] = state;
      if (exceptional != null) {
        exceptional.join(state, -1 - block.id(), false);
      }
    } else if (terminator instanceof Instruction.Branch branch) {
      branch(block, branch, state, work);
    } else if (terminator instanceof Instruction.Switch choice) {
      choose(block, choice, state, work);
    } else if (terminator instanceof Instruction.Next next) {
      State more = state.copy();
      transfer.next(next, firstNumber[block.id()] + block.instructions().size() - 1, more);
      if (more.get(next.target()) != null) {
        flow(block, next.body(), more, work);
      }
      flow(block, next.exit(), state, work);
    } else {
      for (int successor : terminator.successors()) {
        flow(block, successor, state, work);
      }
    }
  }

  private void branch(Block block, Instruction.Branch branch, State state, BitSet work) {
    Val condition = state.get(branch.condition());
    if (condition instanceof Val.Const constant && constant.value() instanceof Boolean truth) {
      flow(block, truth ? branch.then() : branch.otherwise(), state, work);
      return;
    }
    decides(condition);
    State then = state.copy();
    Truth.assume(condition, true, then);
    settle(branch.condition(), true, then);
    flow(block, branch.then(), then, work);
    Truth.assume(condition, false, state);
    settle(branch.condition(), false, state);
    flow(block, branch.otherwise(), state, work);
  }

  /** On a branch the condition's own variable is known: it may be asked again. */
  private void settle(int register, boolean outcome, State state) {
    Val value = state.get(register);
    Val known = outcome ? Val.TRUE : Val.FALSE;
    if (value != null) {
      state.replace(value, known);
    }
    state.set(register, known);
  }

  private void choose(Block block, Instruction.Switch choice, State state, BitSet work) {
    Val selector = state.get(choice.selector());
    List<Val> options =
        selector instanceof Val.Choice several
            ? several.options()
            : selector == null ? List.of() : List.of(selector);
    boolean known = !options.isEmpty() && options.stream().allMatch(Transfer::isSwitchConstant);
    if (!known) {
      decides(selector);
      for (Instruction.Case each : choice.cases()) {
        State here = state.copy();
        // What equals one of the constants of a case is as harmless as these.
        Truth.assume(Truth.test(selector, true, Kinds.ALL, List.of()), true, here);
        boolean isShared = each.block() == choice.otherwise();
        flow(block, each.block(), isShared ? state.copy() : here, work);
      }
      long lacking = 0;
      for (Instruction.Case each : choice.cases()) {
        for (var label : each.labels()) {
          lacking |= transfer.lacking(label);
        }
      }
      if (lacking != 0) {
        Truth.assume(Truth.test(selector, true, lacking, List.of()), true, state);
      }
      flow(block, choice.otherwise(), state, work);
      return;
    }
    boolean[] matched = new boolean[options.size()];
    boolean unsure = false;
    for (Instruction.Case each : choice.cases()) {
      boolean taken = false;
      for (var label : each.labels()) {
        for (int i = 0; i < options.size(); i++) {
          Boolean equal = transfer.isLabel(label, options.get(i));
          if (equal == null) {
            unsure = true;
            taken = true;
          } else if (equal) {
            matched[i] = true;
            taken = true;
          }
        }
      }
      if (taken) {
        flow(block, each.block(), state, work);
      }
    }
    boolean all = true;
    for (boolean each : matched) {
      all &= each;
    }
    if (!all || unsure) {
      flow(block, choice.otherwise(), state, work);
    }
  }

  private void handlers(Block block, State exceptional, BitSet work) {
    int region = block.region();
    while (region != Body.NONE) {
      TryRegion each = body.body().regions().get(region);
      for (TryRegion.Handler handler : each.handlers()) {
        flow(block, handler.block(), exceptional, work);
        if (handler.types().isEmpty()) {
          return;
        }
      }
      region = each.parent();
    }
  }

  private void flow(Block from, int to, State state, BitSet work) {
    State old = in[to];
    State arriving = state.alive(live[to]);
    if (old == null) {
      in[to] = arriving;
      work.set(to);
      return;
    }
    boolean wide = visits[to] > WIDEN_AFTER;
    if (old.join(arriving, to, wide) && (!isSpent || visits[to] < ROUNDS_WHEN_SPENT)) {
      visits[to]++;
      work.set(to);
    }
  }

  /** A summary that is not final has gone into this one. */
  void seesUnfinished() {
    hasSeenUnfinished = true;
  }

  boolean hasSeenUnfinished() {
    return hasSeenUnfinished;
  }

  // ---- what the transfer tells

  /** Records that the result depends on what {@code value} is. */
  void decides(Val value) {
    if (value instanceof Val.Const || value == null) {
      return;
    }
    for (Id id : Truth.inputs(value)) {
      decides(id);
    }
  }

  void decides(Id id) {
    if (id.root() instanceof Id.Param
        || id.root() instanceof Id.Captured
        || id.root() instanceof Id.This) {
      decisive.add(id);
    }
  }

  /** Whether nothing in the body is done under a lock. */
  boolean isUnlocked() {
    return isUnlocked;
  }

  /** A field of a shared object holds data of a source for a while. */
  void written(Id place, Taint taint) {
    written.add(place);
    stored(SharedStores.Place.of(place), List.of(taint));
  }

  boolean hasWritten(Id place) {
    return written.contains(place);
  }

  /** Something comes into a place that methods share. */
  void stored(SharedStores.Place place, List<Taint> taints) {
    stored.merge(place, taints, Join::taints);
  }

  void hit(Hit hit) {
    current.add(hit);
  }

  /**
   * Records what has gone into the summary.
   *
   * @param special {@code null} for the summary for all callers
   */
  void applied(CodeBody callee, Summary special) {
    applied.add(new Summary.Applied(callee, special));
  }

  void thrown(Val exception, State state) {
    if (exception != null) {
      state.set(exceptionSlot, Join.of(state.get(exceptionSlot), exception));
    }
  }

  Val caught(State state) {
    Val value = state.get(exceptionSlot);
    state.set(exceptionSlot, null);
    return value;
  }

  CallSite site(Instruction instruction) {
    return sites.get(instruction);
  }

  JavaType typeOf(int register) {
    return context.typeOf(body, register);
  }

  // ---- summary

  private Summary summary() {
    State exit = null;
    for (State each : exits) {
      if (each != null) {
        if (exit == null) {
          exit = each.copy();
        } else {
          exit.join(each, in.length, false);
        }
      }
    }
    Val thrown = null;
    for (int i = 0; i < throwing.length; i++) {
      State each = throwing[i];
      if (each != null) {
        thrown = Join.of(thrown, context.reader().flat(each.slots[exceptionSlot], each));
      }
    }
    if (exit != null && exit.slots[exceptionSlot] != null) {
      thrown = Join.of(thrown, context.reader().flat(exit.slots[exceptionSlot], exit));
    }
    List<Hit> all = new ArrayList<>();
    for (List<Hit> each : hits) {
      all.addAll(each);
    }
    List<Hit> closed = new ArrayList<>();
    for (Hit hit : all) {
      if (context.isClosed(hit, this)) {
        closed.add(hit);
      }
    }
    Set<Summary.Applied> used = new java.util.LinkedHashSet<>();
    uses.forEach(used::addAll);
    List<Hit> open = HitFilter.open(all, this);
    for (State each : throwing) {
      // What a method has stored stays when it fails.
      if (each != null) {
        SharedStores.written(context.reader(), each, this::stored);
      }
    }
    if (exit == null) {
      return new Summary(
          false, null, thrown, Map.of(), Map.of(), Map.of(), open, closed, used, decisive, stored);
    }
    SharedStores.written(context.reader(), exit, this::stored);
    Map<Id, Obj> heap = escaping(exit, true);
    Map<Id, Obj> far = heap.keySet().stream().anyMatch(Id::isStore) ? escaping(exit, false) : heap;
    Val result = CharacterLoops.proven(fold(exit.slots[resultSlot], exit), body, context.program());
    Map<Id, Long> checked = new HashMap<>();
    exit.checked.forEach(
        (id, kinds) -> {
          if (id.isInput()) {
            checked.put(id, kinds);
          }
        });
    return new Summary(
        true, result, thrown, heap, far, checked, open, closed, used, decisive, stored);
  }

  /**
   * What callers can see, with what has been checked folded into it.
   *
   * @param near with what stands in places that all methods share
   */
  private Map<Id, Obj> escaping(State exit, boolean near) {
    Map<Id, Obj> heap = new HashMap<>();
    List<Id> roots = new ArrayList<>();
    Set<Id> seen = new HashSet<>();
    for (Map.Entry<Id, Obj> entry : exit.objects().entrySet()) {
      Obj object = entry.getValue();
      Id id = entry.getKey();
      if (id.isInput()
          && !id.isInitial()
          && (near || !id.isStore())
          && !(object.fresh() && object.slots().isEmpty())) {
        roots.add(id);
      }
    }
    if (exit.objects().size() > MAX_OBJECTS) {
      // Which objects are told one by one must not hang on the order of a hash table.
      java.util.Collections.sort(roots);
    }
    Deque<Id> work = new ArrayDeque<>(roots);
    reach(exit.slots[resultSlot], work);
    Set<Id> cut = new HashSet<>();
    while (!work.isEmpty()) {
      Id id = work.poll();
      Obj object = exit.object(id);
      if (object == null || !seen.add(id)) {
        continue;
      }
      if (heap.size() >= MAX_OBJECTS && !id.isInput()) {
        cut.add(id);
        continue;
      }
      java.util.TreeMap<String, Val> slots = new java.util.TreeMap<>();
      object
          .slots()
          .forEach(
              (name, value) -> {
                reach(value, work);
                slots.put(name, fold(value, exit));
              });
      List<Val> items = null;
      if (object.items() != null) {
        items = new ArrayList<>();
        for (Val item : object.items()) {
          reach(item, work);
          items.add(fold(item, exit));
        }
      }
      heap.put(
          id,
          new Obj(object.type(), object.fresh(), object.many(), slots, items, object.function()));
    }
    if (!cut.isEmpty()) {
      context.budgets().spent(Budgets.Limit.OBJECTS, body);
      for (Id id : cut) {
        Obj object = exit.object(id);
        List<Taint> taints =
            context.reader().deepTaints(new Val.Atom(id, object.type(), List.of()), exit);
        Obj whole = Obj.fresh(object.type());
        heap.put(
            id,
            taints.isEmpty()
                ? whole
                : whole.with(
                    Obj.TAINT,
                    new Val.Atom(
                        id.field("#"), dev.plumbline.analyzer.program.JavaType.UNKNOWN, taints)));
      }
    }
    return heap;
  }

  private static void reach(Val value, Deque<Id> work) {
    if (value instanceof Val.Atom atom) {
      work.add(atom.id());
    } else {
      Reader.parts(value).forEach(part -> reach(part, work));
    }
  }

  private static Val fold(Val value, State state) {
    if (value instanceof Val.Atom atom) {
      if (atom.taints().isEmpty() && !atom.id().isInput() && !state.has(atom.id())) {
        return atom.id() == Id.OPAQUE ? atom : new Val.Atom(Id.OPAQUE, atom.type(), List.of());
      }
      long kinds = state.checkedFor(atom);
      return kinds == 0 ? atom : atom.with(Heap.clear(atom.taints(), kinds));
    }
    if (state.checked.isEmpty() && !(value instanceof Val.Choice)) {
      return value;
    }
    if (value instanceof Val.Text text) {
      return new Val.Text(text.parts().stream().map(p -> fold(p, state)).toList(), text.joined());
    }
    if (value instanceof Val.Repeat repeat) {
      return new Val.Repeat(repeat.parts().stream().map(p -> fold(p, state)).toList());
    }
    if (value instanceof Val.Choice choice) {
      Val joined = null;
      for (Val option : choice.options()) {
        joined = Join.of(joined, fold(option, state));
      }
      return joined;
    }
    return value;
  }

  /** The constant that an input is bound to, for keys of bindings. */
  static Object constant(Val value) {
    return value instanceof Val.Const constant ? constant.value() : ConstantValue.class;
  }

  List<Parameter> parameters() {
    return body.method().declaration().parameters();
  }
}
