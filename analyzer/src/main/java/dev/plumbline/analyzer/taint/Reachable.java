package dev.plumbline.analyzer.taint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The objects of a state that something can still lead to: its slots, and whatever comes from
 * outside of the body. Who reaches an object reaches what it is part of and all of its parts, for
 * these are found by their names alone.
 */
final class Reachable {

  private final State state;

  /** By where their names begin, those that the body has made; emptied as they are reached. */
  private final Map<Id.Root, List<Id>> made = new HashMap<>();

  private final Deque<Id> work = new ArrayDeque<>();
  private final Map<Id, Obj> objects = new HashMap<>();

  Reachable(State state) {
    this.state = state;
  }

  Map<Id, Obj> objects() {
    for (Id id : state.objects().keySet()) {
      if (id.isInput()) {
        work.add(id);
      } else {
        made.computeIfAbsent(id.root(), root -> new ArrayList<>(2)).add(id);
      }
    }
    for (Val value : state.slots) {
      reach(value);
    }
    while (!work.isEmpty() && !made.isEmpty()) {
      Id id = work.poll();
      Obj object = state.object(id);
      objects.put(id, object);
      for (Val value : object.slots().values()) {
        reach(value);
      }
      if (object.items() != null) {
        for (Val value : object.items()) {
          reach(value);
        }
      }
    }
    if (made.isEmpty()) {
      return state.objects();
    }
    return objects;
  }

  private void reach(Val value) {
    if (value instanceof Val.Atom atom) {
      List<Id> its = atom.id().isInput() ? null : made.remove(atom.id().root());
      if (its != null) {
        work.addAll(its);
      }
    } else if (value != null) {
      for (Val part : Reader.parts(value)) {
        reach(part);
      }
    }
  }
}
