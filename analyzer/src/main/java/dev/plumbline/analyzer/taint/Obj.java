package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.JavaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an object of the heap holds. Immutable.
 *
 * <p>Slots are fields by name, and: {@code [*]} elements at unknown positions, {@code {k}} the
 * value of the constant key k, {@code {*}} values of unknown keys, {@code {#}} keys, {@code #text}
 * what a text builder holds, {@code #taint} what went in nobody knows where, {@code !setting} what
 * a library call has set, {@code ^r} a variable that a lambda or local class has captured.
 *
 * @param type the class it is made of, if {@code fresh}
 * @param fresh whether it was made here or in a callee: slots that are not there are empty. Else it
 *     comes from outside and the slots are what was changed.
 * @param many whether it stands for several objects, so that nothing it holds is overwritten
 * @param items the elements in order, where all positions are known; else {@code null}
 * @param function the code of a lambda or method reference, or {@code null}
 */
record Obj(
    JavaType type,
    boolean fresh,
    boolean many,
    TreeMap<String, Val> slots,
    List<Val> items,
    FunctionCode function) {

  /** Arrays and lists of more known positions are taken as unordered. */
  static final int MAX_ITEMS = 64;

  static final String ELEMENT = "[*]";
  static final String VALUE = "{*}";
  static final String KEY = "{#}";
  static final String TEXT = "#text";
  static final String TAINT = "#taint";
  static final String STATIC = "$";

  Obj {
    Objects.requireNonNull(slots);
  }

  static Obj fresh(JavaType type) {
    return new Obj(type, true, false, new TreeMap<>(), null, null);
  }

  static Obj sequence(JavaType type, List<Val> items) {
    return new Obj(type, true, false, new TreeMap<>(), items, null);
  }

  static Obj overlay(JavaType type) {
    return new Obj(type, false, false, new TreeMap<>(), null, null);
  }

  static Obj function(JavaType type, FunctionCode code, Map<String, Val> captured) {
    return new Obj(type, true, false, new TreeMap<>(captured), null, code);
  }

  Val slot(String name) {
    return slots.get(name);
  }

  Obj with(String name, Val value) {
    TreeMap<String, Val> changed = new TreeMap<>(slots);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return new Obj(type, fresh, many, changed, items, function);
  }

  Obj withItems(List<Val> others) {
    return new Obj(type, fresh, many, slots, others, function);
  }

  Obj withSlots(TreeMap<String, Val> others) {
    return new Obj(type, fresh, many, others, items, function);
  }

  Obj several() {
    return many ? this : new Obj(type, fresh, true, slots, items, function);
  }
}
