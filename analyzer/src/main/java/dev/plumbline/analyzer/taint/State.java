package dev.plumbline.analyzer.taint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds at a point of a body: the values of registers, what objects hold, and what has been
 * checked. Mutable; confined to one analysis of one body.
 */
final class State {

  /** With fewer objects, looking for those that are gone takes longer than keeping them. */
  private static final int MIN_COLLECTED = 12;

  /** Values by register; behind the registers stand the result and the exception. */
  final Val[] slots;

  private Map<Id, Obj> heap;

  /** The kinds for which a value has been checked. */
  Map<Id, Long> checked;

  /**
   * Where values come from with all that they hold: only of a state that is not changed any more.
   */
  private Map<Val, List<Taint>> asked;

  /** Whether another state has the same map: it is copied before it is changed. */
  private boolean isShared;

  State(int slots) {
    this.slots = new Val[slots];
    this.heap = new HashMap<>();
    this.checked = Map.of();
  }

  private State(Val[] slots, Map<Id, Obj> heap, Map<Id, Long> checked) {
    this.slots = slots;
    this.heap = heap;
    this.checked = checked;
    this.isShared = true;
  }

  /** A state without registers. */
  static State of(Map<Id, Obj> heap) {
    return new State(new Val[0], heap, Map.of());
  }

  State copy() {
    isShared = true;
    return new State(slots.clone(), heap, checked);
  }

  /**
   * A copy with nothing that cannot be asked for any more: other slots are empty, and objects are
   * gone that neither a slot nor anything from outside of the body leads to. What is dead cannot
   * keep a loop going round. After Might and Shivers, <i>Improving Flow Analyses via ΓCFA: Abstract
   * Garbage Collection and Counting</i> (2006).
   *
   * @param live the slots that may still be read
   */
  State alive(BitSet live) {
    State copy = copy();
    for (int i = live.nextClearBit(0); i < copy.slots.length; i = live.nextClearBit(i + 1)) {
      copy.slots[i] = null;
    }
    if (heap.size() > MIN_COLLECTED) {
      Map<Id, Obj> reached = new Reachable(copy).objects();
      if (reached.size() < heap.size()) {
        copy.heap = reached;
        copy.isShared = false;
      }
    }
    return copy;
  }

  /** The objects and checks as they are now, for reading. */
  State before() {
    isShared = true;
    State before = new State(slots, heap, checked);
    before.asked = new IdentityHashMap<>();
    return before;
  }

  /** What has been worked out of deep taints; {@code null} while the state changes. */
  Map<Val, List<Taint>> asked() {
    return asked;
  }

  void put(Id id, Obj object) {
    asked = null;
    if (isShared) {
      heap = new HashMap<>(heap);
      isShared = false;
    }
    heap.put(id, object);
  }

  void putIfAbsent(Id id, Obj object) {
    if (!heap.containsKey(id)) {
      put(id, object);
    }
  }

  /** Becomes what {@code from} is, which is not used any more. */
  void take(State from) {
    System.arraycopy(from.slots, 0, slots, 0, slots.length);
    heap = from.heap;
    isShared = from.isShared;
    checked = from.checked;
  }

  /**
   * Takes over the settings that objects have in {@code later}: what is set is not taken for unset
   * because the setting call itself might fail. Whoever writes {@code try { f.setFeature(…) } catch
   * (…) { log }} has set it.
   */
  void settle(State later) {
    if (later.heap == heap) {
      return;
    }
    for (Map.Entry<Id, Obj> entry : later.heap.entrySet()) {
      Obj here = heap.get(entry.getKey());
      Obj there = entry.getValue();
      if (here == null || here == there) {
        continue;
      }
      for (Map.Entry<String, Val> slot : there.slots().entrySet()) {
        if (slot.getKey().startsWith("!") && !slot.getValue().equals(here.slot(slot.getKey()))) {
          here = here.with(slot.getKey(), slot.getValue());
        }
      }
      if (here != heap.get(entry.getKey())) {
        put(entry.getKey(), here);
      }
    }
  }

  Val get(int register) {
    return register < 0 ? null : slots[register];
  }

  void set(int register, Val value) {
    if (register >= 0) {
      slots[register] = value;
    }
  }

  void check(Id id, long kinds) {
    if (kinds == 0) {
      return;
    }
    Long known = checked.get(id);
    if (known != null && (known | kinds) == known) {
      return;
    }
    Map<Id, Long> more = new HashMap<>(checked);
    more.merge(id, kinds, (a, b) -> a | b);
    checked = more;
  }

  long checkedFor(Val.Atom atom) {
    if (checked.isEmpty()) {
      return 0;
    }
    long kinds = checked.getOrDefault(atom.id(), 0L);
    // A check of the whole is one of its parts: of the file for its canonical path, not the
    // reverse.
    for (Val.Form form : atom.forms()) {
      kinds |= checked.getOrDefault(form.of(), 0L) & form.kinds();
    }
    return kinds;
  }

  /** {@code taints} of {@code atom} without what has been checked. */
  List<Taint> taints(Val.Atom atom) {
    return Heap.clear(atom.taints(), checkedFor(atom));
  }

  /**
   * Joins {@code other} into this.
   *
   * @param block where the ways meet
   * @param wide whether values that change are widened
   * @return whether anything changed
   */
  boolean join(State other, int block, boolean wide) {
    boolean changed = false;
    Map<Id, Long> common = Join.both(checked, other.checked);
    boolean enrich = !checked.equals(other.checked);
    for (int i = 0; i < slots.length; i++) {
      Val left = slots[i];
      Val right = other.slots[i];
      if (left == right || right == null) {
        continue;
      }
      Val joined;
      if (isTruth(left)
          && isTruth(right)
          && (enrich || left instanceof Val.Condition || right instanceof Val.Condition)) {
        joined = Truth.join(left, checked, right, other.checked);
      } else {
        boolean differ = enrich && left != null && !left.equals(right);
        Val mine = differ ? told(left) : left;
        Val others = differ ? other.told(right) : right;
        joined = wide ? Join.widen(mine, others, Id.phi(block, i)) : Join.of(mine, others);
      }
      if (joined != left && !joined.equals(left)) {
        slots[i] = joined;
        changed = true;
      }
    }
    if (heap != other.heap) {
      changed |= joinHeap(other, block, wide);
    }
    if (!common.equals(checked)) {
      checked = common;
      changed = true;
    }
    return changed;
  }

  /**
   * {@code value} with what has been checked said of it itself. In {@code ok(a) ? a : ""} the check
   * holds on one way only, and on the other the value is another one.
   */
  private Val told(Val value) {
    if (checked.isEmpty()) {
      return value;
    }
    if (value instanceof Val.Atom atom) {
      List<Taint> taints = taints(atom);
      return taints == atom.taints() ? atom : atom.with(taints);
    }
    List<Val> parts = Reader.parts(value);
    List<Val> told = new ArrayList<>(parts.size());
    boolean same = true;
    for (Val part : parts) {
      Val each = told(part);
      same &= each == part;
      told.add(each);
    }
    if (same) {
      return value;
    }
    return value instanceof Val.Text text
        ? new Val.Text(told, text.joined())
        : value instanceof Val.Repeat ? new Val.Repeat(told) : new Val.Choice(told);
  }

  /** Whether an object of that id is known. */
  boolean has(Id id) {
    return heap.containsKey(id);
  }

  Obj object(Id id) {
    return heap.get(id);
  }

  Map<Id, Obj> objects() {
    return heap;
  }

  private boolean joinHeap(State other, int block, boolean wide) {
    boolean changed = false;
    Map<Id, Obj> mine = heap;
    // Both maps are walked while this state gets a new one.
    isShared = true;
    for (Map.Entry<Id, Obj> entry : other.heap.entrySet()) {
      Id id = entry.getKey();
      Obj left = mine.get(id);
      Obj right = entry.getValue();
      if (left == right) {
        continue;
      }
      Obj joined;
      if (left == null) {
        joined =
            right.fresh()
                ? right
                : Join.objects(Obj.overlay(right.type()), right, id, wide ? phi(block, id) : null);
      } else {
        joined = Join.objects(left, right, id, wide ? phi(block, id) : null);
      }
      if (left == null || !joined.equals(left)) {
        put(id, joined);
        changed = true;
      }
    }
    for (Map.Entry<Id, Obj> entry : mine.entrySet()) {
      Obj object = entry.getValue();
      Id id = entry.getKey();
      boolean isChanged = !object.slots().isEmpty() || object.items() != null;
      if (!object.fresh() && isChanged && !other.heap.containsKey(id)) {
        Obj unchanged = Obj.overlay(object.type());
        Obj joined = Join.objects(object, unchanged, id, wide ? phi(block, id) : null);
        if (!joined.equals(object)) {
          put(id, joined);
          changed = true;
        }
      }
    }
    return changed;
  }

  private static Id phi(int block, Id object) {
    return Id.phi(block, 1_000_000 + (object.hashCode() & 0xFFFFF));
  }

  private static boolean isTruth(Val value) {
    return value instanceof Val.Condition
        || value instanceof Val.Const constant && constant.value() instanceof Boolean
        || value instanceof Val.Atom atom && atom.type().name().equals("boolean");
  }

  /** Replaces each slot that holds exactly {@code value}. */
  void replace(Val value, Val by) {
    for (int i = 0; i < slots.length; i++) {
      if (value.equals(slots[i])) {
        slots[i] = by;
      }
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(slots) + " " + heap + " " + checked;
  }
}
