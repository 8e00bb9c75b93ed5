package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Body;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What registers and mutable objects hold at one point of a body. Mutable; one solver owns it. */
final class State {

  private final Value[] registers;
  private final Map<Integer, Value> heap;

  State(int registerCount) {
    this(new Value[registerCount], new TreeMap<>());
  }

  private State(Value[] registers, Map<Integer, Value> heap) {
    this.registers = registers;
    this.heap = heap;
  }

  State copy() {
    return new State(registers.clone(), new TreeMap<>(heap));
  }

  /** What a body that is called sees: no registers of ours, but the same objects. */
  State enter(int registerCount) {
    return new State(new Value[registerCount], new TreeMap<>(heap));
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
    return changed;
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
