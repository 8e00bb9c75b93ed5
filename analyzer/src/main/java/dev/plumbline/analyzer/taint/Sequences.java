package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.List;

/** Arrays and lists with known positions. */
final class Sequences {

  private Sequences() {}

  static Val get(Reader reader, Val sequence, Val index, JavaType type, State state) {
    if (sequence instanceof Val.Choice choice) {
      Val joined = null;
      for (Val option : choice.options()) {
        joined = Join.of(joined, get(reader, option, index, type, state));
      }
      return joined;
    }
    if (sequence instanceof Val.Atom atom && index instanceof Val.Const constant) {
      Obj object = state.object(atom.id());
      int at = constant.value() instanceof Number number ? number.intValue() : -1;
      if (object != null && object.items() != null && !object.many()) {
        return at >= 0 && at < object.items().size() ? object.items().get(at) : null;
      }
      // An element of an input at a known place is told apart from the others.
      Val one = object == null ? null : object.slot(at(at));
      if (one != null && !object.many()) {
        return one;
      }
    }
    return reader.load(sequence, Obj.ELEMENT, type, state);
  }

  private static String at(int index) {
    return "[" + index + "]";
  }

  static void set(Reader reader, Val sequence, Val index, Val value, State state) {
    if (value == null) {
      return;
    }
    if (sequence instanceof Val.Atom atom) {
      Obj object = state.object(atom.id());
      if (object != null && object.items() != null) {
        List<Val> items = new ArrayList<>(object.items());
        if (index instanceof Val.Const constant
            && constant.value() instanceof Number number
            && !object.many()) {
          if (number.intValue() >= 0 && number.intValue() < items.size()) {
            items.set(number.intValue(), value);
            state.put(atom.id(), object.withItems(items));
          }
          return;
        }
        items.replaceAll(item -> Join.of(item, value));
        state.put(atom.id(), object.withItems(items));
        return;
      }
      if (object == null || !object.fresh()) {
        if (index instanceof Val.Const constant && constant.value() instanceof Number number) {
          reader.store(sequence, at(number.intValue()), value, state);
        }
      }
    }
    reader.store(sequence, Obj.ELEMENT, value, state);
  }

  /** The number of elements where all are known, or {@code null}. */
  static Val size(Val sequence, State state) {
    if (sequence instanceof Val.Atom atom) {
      Obj object = state.object(atom.id());
      if (object != null && object.items() != null && !object.many()) {
        return new Val.Const(object.items().size());
      }
    }
    return null;
  }

  static boolean isKnownEmpty(Val sequence, State state) {
    if (sequence instanceof Val.Const constant) {
      return constant.value() == null;
    }
    if (!(sequence instanceof Val.Atom atom)) {
      return false;
    }
    Obj object = state.object(atom.id());
    return object != null
        && object.fresh()
        && object.slot(Obj.TAINT) == null
        && atom.taints().isEmpty()
        && object.slot(Obj.ELEMENT) == null
        && (object.items() == null || object.items().isEmpty())
        && isPlainCollection(object);
  }

  private static boolean isPlainCollection(Obj object) {
    return object.type() != null
        && (object.type().isArray() || object.type().name().startsWith("java.util."));
  }
}
