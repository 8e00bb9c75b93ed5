package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Body;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What registers and mutable objects hold at one point of a body. Mutable; one solver owns it. */
final class State {

  private final Value[] registers;
  private final Map<Integer, Value> heap;

  /**
   * Fields of this object and type that this body has assigned. What calls in between may assign is
   * given up: a method that sets a field and uses it means its own value.
   */
  private final Map<String, Value> fields;

  State(int registerCount) {
    this(new Value[registerCount], new TreeMap<>(), new TreeMap<>());
  }

  private State(Value[] registers, Map<Integer, Value> heap, Map<String, Value> fields) {
    this.registers = registers;
    this.heap = heap;
    this.fields = fields;
  }

  State copy() {
    return new State(registers.clone(), new TreeMap<>(heap), new TreeMap<>(fields));
  }

  /** What a body that is called sees: no registers of ours, but the same objects. */
  State enter(int registerCount) {
    return new State(new Value[registerCount], new TreeMap<>(heap), new TreeMap<>());
  }

  /** What {@code register} holds; {@code null} for {@link Body#NONE} and what is unassigned. */
  Value get(int register) {
    return register == Body.NONE ? null : registers[register];
  }

  void set(int register, Value value) {
    registers[register] = value;
  }

  /** What a mutable object holds; other values as they are. */
  Value read(Value value) {
    if (value instanceof Value.Builder builder) {
      return heap.get(builder.site());
    }
    if (value instanceof Value.Choice choice
        && choice.options().stream().anyMatch(o -> o instanceof Value.Builder)) {
      Value joined = null;
      for (Value option : choice.options()) {
        joined = Values.join(joined, read(option), null);
      }
      return joined;
    }
    return value;
  }

  /** What this body has assigned to a field, or {@code null}. */
  Value field(String name) {
    return fields.get(name);
  }

  void setField(String name, Value value) {
    if (value == null) {
      fields.remove(name);
    } else {
      fields.put(name, value);
    }
  }

  void write(int site, Value content) {
    heap.put(site, content);
  }

  /** The objects as they are in {@code other}, which was entered from here. */
  void takeHeap(State other) {
    heap.clear();
    heap.putAll(other.heap);
  }

  /** Adds what may be in {@code other}; whether that changed anything. */
  boolean join(State other, boolean widen, Location location) {
    boolean changed = false;
    for (int i = 0; i < registers.length; i++) {
      Value joined = merge(registers[i], other.registers[i], widen, location);
      if (joined != registers[i] && !joined.equals(registers[i])) {
        registers[i] = joined;
        changed = true;
      }
    }
    for (Map.Entry<Integer, Value> entry : other.heap.entrySet()) {
      Value before = heap.get(entry.getKey());
      Value joined = merge(before, entry.getValue(), widen, location);
      if (joined != before && !joined.equals(before)) {
        heap.put(entry.getKey(), joined);
        changed = true;
      }
    }
    return joinFields(other, widen, location) || changed;
  }

  /** A field that only one side has assigned has an older value on the other: not known here. */
  private boolean joinFields(State other, boolean widen, Location location) {
    boolean changed = fields.keySet().retainAll(other.fields.keySet());
    for (Map.Entry<String, Value> entry : fields.entrySet()) {
      Value joined = merge(entry.getValue(), other.fields.get(entry.getKey()), widen, location);
      if (!joined.equals(entry.getValue())) {
        entry.setValue(joined);
        changed = true;
      }
    }
    return changed;
  }

  /** A check has passed: what {@code value} is made of is harmless wherever it already went. */
  void markHarmless(Value value) {
    Set<Value> checked = new HashSet<>();
    Values.forEachAtom(
        value,
        atom -> {
          if (atom instanceof Value.Unknown) {
            checked.add(atom);
          }
        });
    if (checked.isEmpty()) {
      return;
    }
    for (int i = 0; i < registers.length; i++) {
      registers[i] = Values.markHarmless(registers[i], checked);
    }
    heap.replaceAll((site, content) -> Values.markHarmless(content, checked));
    fields.replaceAll((name, content) -> Values.markHarmless(content, checked));
  }

  private static Value merge(Value before, Value after, boolean widen, Location location) {
    Value joined = Values.join(before, after, location);
    return widen && before != null && joined != null && !joined.equals(before)
        ? Values.widen(before, joined, location)
        : joined;
  }

  @Override
  public String toString() {
    return Arrays.toString(registers) + " " + heap;
  }
}
