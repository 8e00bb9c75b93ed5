package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.Hierarchy;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads and writes what objects hold. */
final class Reader {

  /** Objects in objects in objects: what lies deeper is not looked for. */
  private static final int MAX_DEPTH = 5;

  /** Values of static fields and shared stores that nobody has written in this body. */
  interface Statics {
    Val of(Id id, State state);
  }

  /** The place of a field of an object of which there is one; {@code null} for others. */
  interface SharedFields {
    Id of(JavaType type, String field);
  }

  private final Hierarchy hierarchy;

  /** What fields of enum constants hold; {@code null} where it is not known. */
  interface Enums {
    Val of(ConstantValue.EnumName constant, String field);
  }

  private final Statics statics;
  private final Enums enums;
  private final SharedFields shared;
  private final Predicate<JavaType> services;

  /**
   * @param services types whose objects do work and carry no data: no origin is kept for them
   */
  Reader(
      Hierarchy hierarchy,
      Statics statics,
      Enums enums,
      Predicate<JavaType> services,
      SharedFields shared) {
    this.hierarchy = hierarchy;
    this.shared = shared;
    this.statics = statics;
    this.enums = enums;
    this.services = services;
  }

  /** Whether objects of the type do work and carry no data of their own. */
  boolean isService(JavaType type) {
    return services.test(type);
  }

  Hierarchy hierarchy() {
    return hierarchy;
  }

  // ---- fields

  /** What {@code object} holds in a field or at {@code [*]}, {@code {k}} and the like. */
  Val load(Val object, String field, JavaType type, State state) {
    if (object instanceof Val.Choice choice) {
      Val joined = null;
      for (Val option : choice.options()) {
        joined = Join.of(joined, load(option, field, type, state));
      }
      return joined;
    }
    if (object instanceof Val.Atom atom) {
      return load(atom, field, type, state);
    }
    if (object instanceof Val.Const constant
        && constant.value() instanceof ConstantValue.EnumName name) {
      return enums.of(name, field);
    }
    if (object instanceof Val.Text || object instanceof Val.Repeat) {
      // A part of a string.
      return derived(Id.made(-2, object.hashCode()).field(field), type, Join.taintsOf(object));
    }
    return null;
  }

  private Val load(Val.Atom atom, String field, JavaType type, State state) {
    Id place = shared.of(atom.type(), field);
    if (place != null) {
      return ofShared(place, type, state);
    }
    Obj object = state.object(atom.id());
    if (object != null) {
      Val known = inObject(object, field);
      boolean rest = object.many() || !object.fresh() && isSmear(field) || hasRest(object, field);
      if (known != null && !rest) {
        return known;
      }
      if (object.fresh()) {
        Val more =
            atom.taints().isEmpty() && object.slot(Obj.TAINT) == null
                ? null
                : unknown(atom, object, field, type, state);
        if (known == null && more == null) {
          return isSmear(field) || field.startsWith("{") ? null : Val.NULL;
        }
        return Join.of(known, more);
      }
      return Join.of(known, unknown(atom, object, field, type, state));
    }
    return unknown(atom, null, field, type, state);
  }

  private Val ofShared(Id place, JavaType type, State state) {
    Obj object = state.object(place);
    Val known = object == null ? null : object.slot(Obj.STATIC);
    if (known != null) {
      return known;
    }
    Val.Atom input = Heap.input(place, type);
    return input.with(isService(type) ? List.of() : Heap.inType(input.taints(), type, hierarchy));
  }

  private static boolean isSmear(String field) {
    return field.equals(Obj.ELEMENT) || field.equals(Obj.VALUE) || field.equals(Obj.KEY);
  }

  private static boolean hasRest(Obj object, String field) {
    return field.startsWith("{") && !isSmear(field) && object.slot(Obj.VALUE) != null;
  }

  private static Val inObject(Obj object, String field) {
    Val value = object.slot(field);
    if (field.equals(Obj.ELEMENT)) {
      if (object.items() != null) {
        for (Val item : object.items()) {
          value = Join.of(value, item);
        }
      }
    } else if (field.equals(Obj.VALUE)) {
      for (Map.Entry<String, Val> slot : object.slots().entrySet()) {
        if (slot.getKey().startsWith("{") && !slot.getKey().equals(Obj.KEY)) {
          value = Join.of(value, slot.getValue());
        }
      }
    } else if (field.startsWith("{") && !isSmear(field) && value == null) {
      value = object.slot(Obj.VALUE);
    }
    return value;
  }

  /** What an object holds where it was not looked into. */
  private Val unknown(Val.Atom atom, Obj object, String field, JavaType type, State state) {
    Id id = atom.id().field(field);
    if (isService(type)) {
      return new Val.Atom(id, type, List.of());
    }
    List<Taint> taints = new ArrayList<>();
    boolean own = atom.id().isInput() && (object == null || !object.fresh());
    if (own) {
      // No part of a date or an enum constant is for outsiders to choose.
      taints.addAll(Heap.inType(List.of(new Taint(id, 0, 0, true, null)), atom.type(), hierarchy));
    }
    for (Taint taint : state.taints(atom)) {
      if (!own || !(taint.origin() instanceof Id)) {
        taints = new ArrayList<>(Join.taints(taints, List.of(taint)));
      }
    }
    List<Taint> all = taints;
    if (object != null && object.slot(Obj.TAINT) != null) {
      all = Join.taints(all, Join.taintsOf(object.slot(Obj.TAINT)));
    }
    return new Val.Atom(id, type, Heap.inType(all, type, hierarchy));
  }

  private Val derived(Id id, JavaType type, List<Taint> taints) {
    return new Val.Atom(id, type, Heap.inType(taints, type, hierarchy));
  }

  void store(Val object, String field, Val value, State state) {
    if (value == null) {
      return;
    }
    if (object instanceof Val.Choice choice) {
      for (Val option : choice.options()) {
        if (option instanceof Val.Atom atom) {
          put(atom, field, Join.of(orAbsent(atom, field, state), value), state);
        }
      }
    } else if (object instanceof Val.Atom atom) {
      Obj old = state.object(atom.id());
      boolean weak = isSmear(field) || field.equals(Obj.TAINT) || old != null && old.many();
      put(atom, field, weak ? Join.of(slot(old, field), value) : value, state);
    }
  }

  private Val orAbsent(Val.Atom atom, String field, State state) {
    return field.startsWith("!") || field.startsWith("#")
        ? slot(state.object(atom.id()), field)
        : load(atom, field, JavaType.UNKNOWN, state);
  }

  private static Val slot(Obj object, String field) {
    return object == null ? null : object.slot(field);
  }

  private void put(Val.Atom atom, String field, Val value, State state) {
    if (value == null) {
      return;
    }
    Id place = shared.of(atom.type(), field);
    if (place != null) {
      state.put(place, Obj.overlay(JavaType.UNKNOWN).with(Obj.STATIC, value));
      return;
    }
    Obj old = state.object(atom.id());
    if (old == null || !value.equals(old.slot(field))) {
      // States that share their objects are quickly joined.
      state.put(atom.id(), (old == null ? Obj.overlay(atom.type()) : old).with(field, value));
    }
  }

  Val ofStatic(Id id, State state) {
    Obj object = state.object(id);
    Val known = object == null ? null : object.slot(Obj.STATIC);
    return known != null ? known : statics.of(id, state);
  }

  // ---- texts and taints

  /** The value as a string: a text builder as what it holds, an object as where it comes from. */
  Val text(Val value, State state) {
    if (value instanceof Val.Choice choice) {
      Val joined = null;
      for (Val option : choice.options()) {
        joined = Join.of(joined, text(option, state));
      }
      return joined;
    }
    if (!(value instanceof Val.Atom atom)) {
      return value;
    }
    Obj object = state.object(atom.id());
    Val text = object == null ? null : object.slot(Obj.TEXT);
    if (text != null) {
      return text;
    }
    if (object == null) {
      long checked = state.checkedFor(atom);
      return checked == 0 ? atom : fold(atom, checked);
    }
    return atom.with(deepTaints(atom, state));
  }

  private static Val.Atom fold(Val.Atom atom, long checked) {
    return atom.with(Heap.clear(atom.taints(), checked));
  }

  /** Where the value and all that it holds comes from. */
  List<Taint> deepTaints(Val value, State state) {
    if (value instanceof Val.Atom atom && state.object(atom.id()) == null) {
      return state.taints(atom);
    }
    Map<Val, List<Taint>> asked = state.asked();
    List<Taint> known = asked == null ? null : asked.get(value);
    if (known == null) {
      known = gathered(value, state);
      if (asked != null) {
        asked.put(value, known);
      }
    }
    return known;
  }

  private static List<Taint> gathered(Val value, State state) {
    // The same list stands at many values: it is joined once.
    Map<List<Taint>, Boolean> known = new IdentityHashMap<>();
    List<List<Taint>> found = new ArrayList<>();
    gather(
        value,
        state,
        0,
        new HashSet<>(),
        each -> {
          if (!each.isEmpty() && known.put(each, true) == null) {
            found.add(each);
          }
        });
    if (found.size() < 2) {
      return found.isEmpty() ? List.of() : found.get(0);
    }
    return Join.all(found);
  }

  private static void gather(
      Val value, State state, int depth, Set<Id> seen, Consumer<List<Taint>> found) {
    if (value == null || value instanceof Val.Const || value instanceof Val.Condition) {
      return;
    }
    if (!(value instanceof Val.Atom atom)) {
      for (Val part : parts(value)) {
        gather(part, state, depth, seen, found);
      }
      return;
    }
    Obj object = state.object(atom.id());
    found.accept(state.taints(atom));
    if (object == null || depth > MAX_DEPTH || !seen.add(atom.id())) {
      return;
    }
    for (Map.Entry<String, Val> slot : object.slots().entrySet()) {
      if (!slot.getKey().startsWith("!") && !slot.getKey().startsWith("^")) {
        gather(slot.getValue(), state, depth + 1, seen, found);
      }
    }
    if (object.items() != null) {
      for (Val item : object.items()) {
        gather(item, state, depth + 1, seen, found);
      }
    }
  }

  static List<Val> parts(Val value) {
    return value instanceof Val.Text text
        ? text.parts()
        : value instanceof Val.Repeat repeat
            ? repeat.parts()
            : value instanceof Val.Choice choice ? choice.options() : List.of();
  }

  /**
   * The value without a heap: text builders as what they hold, arrays and lists of known elements
   * as these with NUL between them, checks taken into account.
   */
  Val flat(Val value, State state) {
    return flat(value, state, 0);
  }

  private Val flat(Val value, State state, int depth) {
    if (value instanceof Val.Choice choice) {
      Val joined = null;
      for (Val option : choice.options()) {
        joined = Join.of(joined, flat(option, state, depth));
      }
      return joined;
    }
    if (value instanceof Val.Text text) {
      List<Val> parts = new ArrayList<>();
      text.parts().forEach(part -> parts.add(flat(part, state, depth)));
      return new Val.Text(parts, text.joined());
    }
    if (value instanceof Val.Repeat repeat) {
      List<Val> parts = new ArrayList<>();
      repeat.parts().forEach(part -> parts.add(flat(part, state, depth)));
      return new Val.Repeat(parts);
    }
    if (!(value instanceof Val.Atom atom)) {
      return value;
    }
    Obj object = state.object(atom.id());
    if (object == null) {
      return fold(atom, state.checkedFor(atom));
    }
    Val text = object.slot(Obj.TEXT);
    if (text != null && depth < MAX_DEPTH) {
      return flat(text, state, depth + 1);
    }
    if (object.items() != null && depth < 3) {
      List<Val> parts = new ArrayList<>();
      for (Val item : object.items()) {
        if (!parts.isEmpty()) {
          parts.add(new Val.Const("\0"));
        }
        Val each = flat(item, state, depth + 1);
        if (each != null) {
          parts.add(each);
        }
      }
      return Join.concat(parts, null);
    }
    return atom.with(deepTaints(atom, state));
  }
}
