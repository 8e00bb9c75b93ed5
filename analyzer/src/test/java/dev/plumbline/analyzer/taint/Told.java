package dev.plumbline.analyzer.taint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an abstract value says, read without the joins that it came from: for which kinds of sink
 * data of each origin may be harmful in it, and which values it may be.
 */
final class Told {

  private static final long KINDS = 7;

  private Told() {}

  /** For each origin the kinds that it is harmful for, the value's own taints alone. */
  static Map<Object, Long> harm(Val value) {
    Map<Object, Long> harm = new HashMap<>();
    addHarm(value, harm);
    return harm;
  }

  private static void addHarm(Val value, Map<Object, Long> harm) {
    if (value instanceof Val.Atom atom) {
      atom.taints().forEach(each -> addHarm(each, harm));
    } else {
      parts(value).forEach(each -> addHarm(each, harm));
    }
  }

  /** The same where {@code state} is what has been checked. */
  static Map<Object, Long> harm(Val value, State state) {
    Map<Object, Long> harm = new HashMap<>();
    addHarm(value, state, harm);
    return harm;
  }

  private static void addHarm(Val value, State state, Map<Object, Long> harm) {
    if (value instanceof Val.Atom atom) {
      state.taints(atom).forEach(each -> addHarm(each, harm));
    } else {
      parts(value).forEach(each -> addHarm(each, state, harm));
    }
  }

  static Map<Object, Long> harm(List<Taint> taints) {
    Map<Object, Long> harm = new HashMap<>();
    taints.forEach(each -> addHarm(each, harm));
    return harm;
  }

  private static void addHarm(Taint taint, Map<Object, Long> harm) {
    harm.merge(taint.origin(), ~taint.cleared() & KINDS, (a, b) -> a | b);
  }

  /** Whether {@code all} says at least what {@code some} says; who has a whole has its parts. */
  static boolean covers(Map<Object, Long> all, Map<Object, Long> some) {
    return some.entrySet().stream()
        .allMatch(each -> (each.getValue() & ~of(all, each.getKey())) == 0);
  }

  private static long of(Map<Object, Long> all, Object origin) {
    long harm = all.getOrDefault(origin, 0L);
    if (origin instanceof Id part) {
      for (Map.Entry<Object, Long> each : all.entrySet()) {
        harm |= each.getKey() instanceof Id id && id.isAround(part) ? each.getValue() : 0;
      }
    }
    return harm;
  }

  /** The same two ways to say a thing. */
  static boolean same(Map<Object, Long> one, Map<Object, Long> other) {
    return covers(one, other) && covers(other, one);
  }

  /**
   * Whether each value that {@code some} may be is one that {@code all} may be. A merged atom,
   * which has no identity of its own, may be anything that has its taints.
   */
  static boolean covers(Val all, Val some) {
    if (some == null || Objects.equals(all, some)) {
      return true;
    }
    if (all == null) {
      return false;
    }
    if (some instanceof Val.Choice choice) {
      return choice.options().stream().allMatch(each -> covers(all, each));
    }
    if (all instanceof Val.Choice choice) {
      return choice.options().stream().anyMatch(each -> covers(each, some));
    }
    if (all instanceof Val.Atom atom) {
      boolean same = some instanceof Val.Atom other && coversAtom(atom, other);
      boolean merged = atom.id().root() instanceof Id.Phi || isMade(atom.id());
      return (same || merged) && covers(harm(all), harm(some));
    }
    if (all instanceof Val.Repeat repeat) {
      return isRepeated(repeat, some);
    }
    return all instanceof Val.Text text && isText(text.parts(), sequence(some));
  }

  /** Whether options have been given up for one atom. */
  static boolean isMerged(Val value) {
    return value instanceof Val.Atom atom && isMade(atom.id())
        || parts(value).stream().anyMatch(Told::isMerged);
  }

  private static boolean isMade(Id id) {
    return id.root() instanceof Id.Made made && made.site() == -1;
  }

  private static boolean coversAtom(Val.Atom all, Val.Atom some) {
    return all.id().equals(some.id())
        && (some.canonical() || !all.canonical())
        && some.forms().containsAll(all.forms());
  }

  private static boolean isRepeated(Val.Repeat all, Val some) {
    if (some instanceof Val.Const constant && "".equals(constant.value())) {
      return true;
    }
    List<Val> parts = parts(some);
    return all.parts().stream().anyMatch(each -> covers(each, some))
        || !parts.isEmpty() && parts.stream().allMatch(each -> isRepeated(all, each));
  }

  /** A part of the beginning is one part of the other, a repetition any number of them. */
  private static boolean isText(List<Val> all, List<Val> some) {
    if (all.isEmpty()) {
      return some.isEmpty();
    }
    List<Val> rest = all.subList(1, all.size());
    if (all.get(0) instanceof Val.Repeat repeat) {
      for (int taken = 0; taken <= some.size(); taken++) {
        if (taken > 0 && !isRepeated(repeat, some.get(taken - 1))) {
          break;
        }
        if (isText(rest, some.subList(taken, some.size()))) {
          return true;
        }
      }
      return false;
    }
    return !some.isEmpty()
        && covers(all.get(0), some.get(0))
        && isText(rest, some.subList(1, some.size()));
  }

  private static List<Val> sequence(Val value) {
    return value instanceof Val.Text text ? text.parts() : List.of(value);
  }

  static List<Val> parts(Val value) {
    return value instanceof Val.Text text
        ? text.parts()
        : value instanceof Val.Repeat repeat
            ? repeat.parts()
            : value instanceof Val.Choice choice ? choice.options() : List.of();
  }

  /** The options, without regard to their order; the order of an atom's taints is fixed. */
  static Set<Val> options(Val value) {
    return value instanceof Val.Choice choice
        ? new HashSet<>(choice.options())
        : new HashSet<>(new ArrayList<>(List.of(value)));
  }
}
