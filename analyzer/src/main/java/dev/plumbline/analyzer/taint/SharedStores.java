package dev.plumbline.analyzer.taint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What methods leave in places that other methods read: static fields, fields of objects that there
 * is one of (beans, servlets), attributes of sessions and requests by their keys. Without order:
 * what any method has written, any may read. With the way into the object that stands there, so
 * that one field of it is not taken for another.
 */
final class SharedStores {

  /** Stores that are filled from stores that are filled from stores. */
  private static final int MAX_DEPTH = 4;

  /** A store with more ways into it is taken as one. */
  private static final int MAX_PATHS = 32;

  /**
   * A place in a store.
   *
   * @param store the name of a static field, or {@code @session} and the like
   * @param path into what stands there, outermost first; empty for all of it
   */
  record Place(String store, List<String> path) implements Comparable<Place> {

    static Place of(Id id) {
      return new Place(((Id.Static) id.root()).name(), id.fields());
    }

    /** One level deeper, or this where it is deep enough. */
    Place in(String slot) {
      if (slot.equals(Obj.STATIC) || slot.equals(Obj.TAINT) || path.size() >= Id.MAX_FIELDS) {
        return this;
      }
      List<String> longer = new ArrayList<>(path);
      longer.add(slot);
      return new Place(store, List.copyOf(longer));
    }

    /** Whether one is within the other. */
    boolean meets(Place other) {
      int common = Math.min(path.size(), other.path.size());
      for (int i = 0; i < common; i++) {
        if (!meets(path.get(i), other.path.get(i))) {
          return false;
        }
      }
      return true;
    }

    private static boolean meets(String one, String other) {
      return one.equals(other)
          || isAny(one) && other.charAt(0) == one.charAt(0) && !other.equals(Obj.KEY)
          || isAny(other) && one.charAt(0) == other.charAt(0) && !one.equals(Obj.KEY);
    }

    private static boolean isAny(String slot) {
      return slot.equals(Obj.VALUE) || slot.equals(Obj.ELEMENT);
    }

    @Override
    public int compareTo(Place other) {
      int order = store.compareTo(other.store);
      for (int i = 0; order == 0 && i < Math.min(path.size(), other.path.size()); i++) {
        order = path.get(i).compareTo(other.path.get(i));
      }
      return order != 0 ? order : Integer.compare(path.size(), other.path.size());
    }
  }

  private final Map<String, Map<Place, List<Taint>>> stores = new TreeMap<>();
  private final Map<Place, List<Taint>> found = new HashMap<>();

  boolean isEmpty() {
    return stores.isEmpty();
  }

  /** What a body writes into shared places, whoever calls it. */
  void collect(Summary summary) {
    summary
        .stored()
        .forEach(
            (place, stored) -> {
              List<Taint> kept = new ArrayList<>();
              for (Taint taint : stored) {
                boolean shared = taint.origin() instanceof Id id && id.root() instanceof Id.Static;
                // What was only made of it somehow may be anything by the time it is read.
                if (taint.exact() && (taint.origin() instanceof Source || shared)) {
                  kept.add(taint);
                }
              }
              if (!kept.isEmpty()) {
                Map<Place, List<Taint>> store =
                    stores.computeIfAbsent(place.store(), key -> new TreeMap<>());
                boolean full = store.size() >= MAX_PATHS && !store.containsKey(place);
                store.merge(full ? new Place(place.store(), List.of()) : place, kept, Join::taints);
              }
            });
  }

  /** Tells what stands in shared places where a body ends. */
  static void written(Reader reader, State exit, BiConsumer<Place, List<Taint>> into) {
    Map<Id, List<Taint>> deep = new HashMap<>();
    exit.objects()
        .forEach(
            (id, object) -> {
              if (!object.fresh() && id.root() instanceof Id.Static && !id.isInitial()) {
                new Walk(reader, exit, id.base(), into, deep).slots(object, Place.of(id));
              }
            });
  }

  /** Goes through what stands in one store. */
  private record Walk(
      Reader reader,
      State exit,
      Id store,
      BiConsumer<Place, List<Taint>> into,
      Map<Id, List<Taint>> deep,
      Set<Id> seen) {

    Walk(
        Reader reader,
        State exit,
        Id store,
        BiConsumer<Place, List<Taint>> into,
        Map<Id, List<Taint>> deep) {
      this(reader, exit, store, into, deep, new HashSet<>());
    }

    void slots(Obj object, Place place) {
      object
          .slots()
          .forEach(
              (slot, value) -> {
                if (!slot.startsWith("!") && !slot.startsWith("^")) {
                  value(value, place.in(slot));
                }
              });
      if (object.items() != null) {
        object.items().forEach(item -> value(item, place.in(Obj.ELEMENT)));
      }
    }

    private void value(Val value, Place place) {
      if (!(value instanceof Val.Atom atom)) {
        Reader.parts(value).forEach(part -> value(part, place));
        return;
      }
      Obj object = exit.object(atom.id());
      boolean deeper = object != null && place.path().size() < Id.MAX_FIELDS;
      List<Taint> all = new ArrayList<>();
      for (Taint taint : deeper ? exit.taints(atom) : deepTaints(atom, object)) {
        if (!(taint.origin() instanceof Id origin && origin.base().equals(store))) {
          all.add(taint);
        }
      }
      if (!all.isEmpty()) {
        into.accept(place, all);
      }
      if (deeper && seen.add(atom.id())) {
        slots(object, place);
      }
    }

    private List<Taint> deepTaints(Val.Atom atom, Obj object) {
      if (object == null) {
        return exit.taints(atom);
      }
      List<Taint> known = deep.get(atom.id());
      if (known == null) {
        known = reader.deepTaints(atom, exit);
        deep.put(atom.id(), known);
      }
      return known;
    }
  }

  /** The sources behind a taint that comes from a shared place. */
  List<Taint> of(Taint taint) {
    Id id = (Id) taint.origin();
    if (!(id.root() instanceof Id.Static) || id.isInitial()) {
      return List.of();
    }
    List<Taint> sources = new ArrayList<>();
    for (Taint stored : found.computeIfAbsent(Place.of(id), this::sources)) {
      sources.add(after(stored, taint));
    }
    return sources;
  }

  /** All sources that may stand in a place, breadth first: the shortest ways. */
  private List<Taint> sources(Place place) {
    record Reached(Place place, Taint way, int depth) {}
    List<Taint> sources = List.of();
    Set<Place> seen = new HashSet<>();
    Deque<Reached> work = new ArrayDeque<>();
    work.add(new Reached(place, null, 0));
    while (!work.isEmpty()) {
      Reached next = work.poll();
      if (!seen.add(next.place())) {
        continue;
      }
      for (var entry : stores.getOrDefault(next.place().store(), Map.of()).entrySet()) {
        if (!entry.getKey().meets(next.place())) {
          continue;
        }
        for (Taint stored : entry.getValue()) {
          Taint here = next.way() == null ? stored : after(stored, next.way());
          if (stored.origin() instanceof Source) {
            sources = Join.taints(sources, List.of(here));
          } else if (next.depth() < MAX_DEPTH && !((Id) stored.origin()).isInitial()) {
            work.add(new Reached(Place.of((Id) stored.origin()), here, next.depth() + 1));
          }
        }
      }
    }
    return sources;
  }

  private static Taint after(Taint stored, Taint read) {
    Trace way =
        read.trace() == null
            ? stored.trace()
            : Trace.call(stored.trace(), null, read.trace().at(), null, read.trace());
    return new Taint(
        stored.origin(), stored.cleared() | read.cleared(), 0, stored.exact() && read.exact(), way);
  }
}
