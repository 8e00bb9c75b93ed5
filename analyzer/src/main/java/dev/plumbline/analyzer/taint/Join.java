package dev.plumbline.analyzer.taint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Upper bounds of values, and texts of parts. {@code null} is bottom. Associative and commutative
 * up to the order of options, idempotent; {@link #widen} makes chains finite: what it gives
 * consists of the finitely many atoms and constants of a body.
 */
final class Join {

  /** A value with more alternatives is merged. */
  static final int MAX_OPTIONS = 6;

  /** A repetition of more different parts is merged. */
  private static final int MAX_PARTS = 10;

  /** A text of more parts loses its middle: SQL of generated code has hundreds. */
  private static final int MAX_TEXT_PARTS = 60;

  /**
   * A value keeps that many of its origins; sources come before inputs, so that what is lost is
   * what some caller may hand over.
   */
  static final int MAX_TAINTS = 24;

  /**
   * Choices of texts of choices: one part of a text with more values in it is flattened, and so is
   * a whole text behind its constant beginning.
   */
  private static final int MAX_PART_WEIGHT = 40;

  private static final int MAX_WEIGHT = 240;

  private static final int MAX_CONSTANT = 20_000;

  /** Sources by place, inputs by name: an order that does not depend on who asks first. */
  static final Comparator<Object> ORIGINS =
      (left, right) -> {
        if (left instanceof Id one) {
          return right instanceof Id other ? one.compareTo(other) : 1;
        }
        if (left instanceof Unknown one) {
          return right instanceof Unknown other
              ? Unknown.ORDER.compare(one, other)
              : right instanceof Id ? -1 : 1;
        }
        return right instanceof Source other ? compare((Source) left, other) : -1;
      };

  private Join() {}

  private static int compare(Source left, Source right) {
    int place = left.location().compareTo(right.location());
    if (place != 0) {
      return place;
    }
    int kind = left.kind().compareTo(right.kind());
    return kind != 0 ? kind : left.description().compareTo(right.description());
  }

  // ---- taints

  static List<Taint> taints(List<Taint> left, List<Taint> right) {
    if (left.isEmpty() || left == right) {
      return right;
    }
    if (right.isEmpty()) {
      return left;
    }
    List<Taint> joined = new ArrayList<>(left.size() + right.size());
    int i = 0;
    int j = 0;
    boolean same = left.size() >= right.size();
    while (i < left.size() && j < right.size()) {
      Taint one = left.get(i);
      Taint other = right.get(j);
      int order =
          one.origin().equals(other.origin()) ? 0 : ORIGINS.compare(one.origin(), other.origin());
      if (order == 0) {
        Taint both = merge(one, other);
        same &= add(both, joined) && both == one;
        i++;
        j++;
      } else if (order < 0) {
        same &= add(one, joined);
        i++;
      } else {
        same &= !add(other, joined);
        j++;
      }
    }
    for (; i < left.size(); i++) {
      same &= add(left.get(i), joined);
    }
    for (; j < right.size(); j++) {
      same &= !add(right.get(j), joined);
    }
    return same ? left : joined.size() > MAX_TAINTS ? joined.subList(0, MAX_TAINTS) : joined;
  }

  /** All taints of lists that are in no order and may say things twice. */
  static List<Taint> all(List<List<Taint>> lists) {
    Map<Object, Taint> byOrigin = new HashMap<>();
    for (List<Taint> list : lists) {
      for (Taint taint : list) {
        Taint known = byOrigin.putIfAbsent(taint.origin(), taint);
        if (known != null && known != taint) {
          byOrigin.put(taint.origin(), merge(known, taint));
        }
      }
    }
    List<Taint> sorted = new ArrayList<>(byOrigin.values());
    if (sorted.size() < 2) {
      return sorted;
    }
    sorted.sort((one, other) -> ORIGINS.compare(one.origin(), other.origin()));
    List<Taint> joined = new ArrayList<>(sorted.size());
    for (Taint taint : sorted) {
      add(taint, joined);
    }
    return joined.size() > MAX_TAINTS ? joined.subList(0, MAX_TAINTS) : joined;
  }

  /** Adds what is not said already: who has all of an object has its fields. */
  private static boolean add(Taint taint, List<Taint> joined) {
    if (!joined.isEmpty() && taint.origin() instanceof Id id) {
      Taint last = joined.get(joined.size() - 1);
      if (last.origin() instanceof Id whole
          && whole.isAround(id)
          && (last.cleared() & ~taint.cleared()) == 0
          && last.exact() == taint.exact()) {
        return false;
      }
    }
    joined.add(taint);
    return true;
  }

  private static Taint merge(Taint left, Taint right) {
    if (left.equals(right)) {
      return right.trace() != null && right.length() < left.length()
          ? left.with(right.trace())
          : left;
    }
    // The way that is more harmful is the one to show.
    Taint shown =
        Long.bitCount(left.cleared()) != Long.bitCount(right.cleared())
            ? Long.bitCount(left.cleared()) < Long.bitCount(right.cleared()) ? left : right
            : right.length() < left.length() ? right : left;
    return new Taint(
        left.origin(),
        left.cleared() & right.cleared(),
        left.encoded() & right.encoded(),
        left.exact() && right.exact(),
        shown.trace());
  }

  // ---- values

  static Val of(Val left, Val right) {
    if (left == right || right == null) {
      return left;
    }
    if (left == null) {
      return right;
    }
    if (left instanceof Val.Atom one
        && right instanceof Val.Atom other
        && one.id().equals(other.id())) {
      return sameThing(one, other);
    }
    if (left.equals(right)) {
      return left;
    }
    List<Val> list = new ArrayList<>(4);
    addOptions(left, list);
    addOptions(right, list);
    if (left instanceof Val.Choice choice && list.equals(choice.options())) {
      return left;
    }
    return list.size() == 1
        ? list.get(0)
        : list.size() <= MAX_OPTIONS ? new Val.Choice(list) : merged(list, null);
  }

  private static void addOptions(Val value, List<Val> list) {
    if (value instanceof Val.Choice choice) {
      for (Val option : choice.options()) {
        addOptions(option, list);
      }
      return;
    }
    if (value instanceof Val.Atom atom) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof Val.Atom other && other.id().equals(atom.id())) {
          list.set(i, sameThing(other, atom));
          return;
        }
      }
      list.add(value);
    } else if (!list.contains(value)) {
      list.add(value);
    }
  }

  private static Val.Atom sameThing(Val.Atom left, Val.Atom right) {
    List<Taint> taints = taints(left.taints(), right.taints());
    boolean canonical = left.canonical() && right.canonical();
    List<Val.Form> forms = left.forms().equals(right.forms()) ? left.forms() : common(left, right);
    return taints == left.taints() && canonical == left.canonical() && forms == left.forms()
        ? left
        : new Val.Atom(left.id(), left.type(), taints, forms, canonical);
  }

  private static List<Val.Form> common(Val.Atom left, Val.Atom right) {
    List<Val.Form> forms = new ArrayList<>(left.forms());
    forms.retainAll(right.forms());
    return forms.size() == left.forms().size() ? left.forms() : forms;
  }

  /**
   * One atom for all of these.
   *
   * @param id what it stands for; {@code null} when it is nothing that a check could speak of
   */
  static Val merged(List<Val> values, Id id) {
    List<Taint> taints = List.of();
    dev.plumbline.analyzer.program.JavaType type = null;
    for (Val value : values) {
      taints = taints(taints, taintsOf(value));
      if (type == null && value instanceof Val.Atom atom) {
        type = atom.type();
      }
    }
    List<Taint> inexact = new ArrayList<>(taints.size());
    for (Taint taint : taints) {
      add(taint.inexact(), inexact);
    }
    return new Val.Atom(
        id != null ? id : Id.made(-1, hash(taints)),
        type == null ? dev.plumbline.analyzer.program.JavaType.UNKNOWN : type,
        inexact);
  }

  /** The same in every run, as hashes of enum constants are not: ids are put in order by theirs. */
  private static long hash(List<Taint> taints) {
    long hash = 0;
    for (Taint taint : taints) {
      int origin =
          taint.origin() instanceof Source source
              ? 31 * source.location().hashCode() + source.description().hashCode()
              : taint.origin().hashCode();
      hash = 31 * (31 * hash + origin) + taint.cleared();
    }
    return hash;
  }

  /** What the value itself carries; not what it holds. */
  static List<Taint> taintsOf(Val value) {
    if (value instanceof Val.Atom atom) {
      return atom.taints();
    }
    List<Val> parts =
        value instanceof Val.Text text
            ? text.parts()
            : value instanceof Val.Repeat repeat
                ? repeat.parts()
                : value instanceof Val.Choice choice ? choice.options() : List.of();
    List<Taint> taints = List.of();
    for (Val part : parts) {
      taints = taints(taints, taintsOf(part));
    }
    return taints;
  }

  /**
   * As {@link #of}, for a slot whose value has changed often: texts that grow become repetitions,
   * the rest one atom.
   *
   * @param id of the merged value
   */
  static Val widen(Val before, Val after, Id id) {
    Val joined = of(before, after);
    if (before == null || joined == null || joined.equals(before)) {
      return joined;
    }
    // What has been merged stays so: who takes it apart again goes round for ever.
    if (isAtom(before, id)) {
      return keepIfMerged(before, merged(List.of(before, after), id));
    }
    if (isText(before) || isText(after)) {
      Val repeated = repeated(before, after, id);
      if (repeated != null) {
        return repeated;
      }
    }
    return joined instanceof Val.Choice choice
        ? choice.options().stream().allMatch(each -> isIdentified(each, id))
                && choice.options().size() < 4
            ? joined
            : keepIfMerged(before, merged(choice.options(), id))
        : joined;
  }

  /** Objects made by different steps stay apart: there are finitely many. */
  private static boolean isIdentified(Val value, Id merged) {
    return value instanceof Val.Atom atom && atom.taints().isEmpty() && !atom.id().equals(merged)
        || value instanceof Val.Const constant && constant.value() == null;
  }

  private static Val keepIfMerged(Val before, Val merged) {
    return of(before, merged).equals(before) ? before : merged;
  }

  private static boolean isText(Val value) {
    return value instanceof Val.Text
        || value instanceof Val.Repeat
        || value instanceof Val.Const constant && constant.isText()
        || value instanceof Val.Choice choice && choice.options().stream().anyMatch(Join::isText);
  }

  /**
   * The common beginning, then any sequence of what follows it. What comes out ends with a
   * repetition: whatever is joined to it later, it gets no longer, and the repetition holds more.
   */
  private static Val repeated(Val before, Val after, Id id) {
    List<Val> one = parts(before);
    List<Val> other = parts(after);
    if (one == null || other == null) {
      return null;
    }
    int common = 0;
    while (common < one.size()
        && common < other.size()
        && one.get(common).equals(other.get(common))) {
      common++;
    }
    while (common > 0 && one.get(common - 1) instanceof Val.Repeat) {
      common--;
    }
    // Ends of constants that begin alike: "a" and "a,b" share "a".
    List<Val> rest = new ArrayList<>();
    collect(one.subList(common, one.size()), rest);
    collect(other.subList(common, other.size()), rest);
    List<Val> parts = new ArrayList<>(one.subList(0, common));
    if (rest.size() > MAX_PARTS || rest.stream().anyMatch(each -> isAtom(each, id))) {
      rest = List.of(merged(rest, id));
    }
    parts.add(new Val.Repeat(rest));
    Trace joined =
        before instanceof Val.Text text
            ? text.joined()
            : after instanceof Val.Text text ? text.joined() : null;
    return parts.size() == 1 ? parts.get(0) : new Val.Text(parts, joined);
  }

  private static boolean isAtom(Val value, Id id) {
    return value instanceof Val.Atom atom && atom.id().equals(id);
  }

  private static List<Val> parts(Val value) {
    if (value instanceof Val.Text text) {
      return text.parts();
    }
    if (value instanceof Val.Choice choice) {
      List<Val> all = new ArrayList<>();
      collect(choice.options(), all);
      return List.of(new Val.Repeat(all));
    }
    return value instanceof Val.Repeat || value instanceof Val.Atom || value instanceof Val.Const
        ? List.of(value)
        : null;
  }

  private static void collect(List<Val> parts, List<Val> into) {
    for (Val part : parts) {
      if (part instanceof Val.Repeat repeat) {
        collect(repeat.parts(), into);
      } else if (part instanceof Val.Text text) {
        collect(text.parts(), into);
      } else if (part instanceof Val.Choice choice) {
        collect(choice.options(), into);
      } else if (part instanceof Val.Const constant && "".equals(constant.value())) {
        continue;
      } else if (part instanceof Val.Atom atom) {
        addAtom(atom, into);
      } else if (!into.contains(part)) {
        into.add(part);
      }
    }
  }

  private static void addAtom(Val.Atom atom, List<Val> into) {
    for (int i = 0; i < into.size(); i++) {
      if (into.get(i) instanceof Val.Atom other && other.id().equals(atom.id())) {
        into.set(i, sameThing(other, atom));
        return;
      }
    }
    into.add(atom);
  }

  // ---- texts

  /** The parts one after the other, constants folded. */
  static Val concat(List<Val> values, Trace joined) {
    List<Val> parts = new ArrayList<>();
    for (Val value : values) {
      append(value, parts);
    }
    if (parts.isEmpty()) {
      return Val.EMPTY;
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    Val chosen = distributed(parts, joined);
    if (chosen != null) {
      return chosen;
    }
    if (parts.size() > MAX_TEXT_PARTS) {
      List<Val> cut = new ArrayList<>(parts.subList(0, MAX_TEXT_PARTS / 2));
      List<Val> middle = new ArrayList<>();
      collect(parts.subList(MAX_TEXT_PARTS / 2, parts.size() - MAX_TEXT_PARTS / 4), middle);
      cut.add(new Val.Repeat(middle.size() > MAX_PARTS ? List.of(merged(middle, null)) : middle));
      cut.addAll(parts.subList(parts.size() - MAX_TEXT_PARTS / 4, parts.size()));
      return new Val.Text(cut, joined);
    }
    Val.Text text = new Val.Text(parts, joined);
    if (left(text, MAX_WEIGHT) < 0) {
      boolean known = parts.get(0) instanceof Val.Const;
      Val rest = flattened(known ? parts.subList(1, parts.size()) : parts);
      return known ? new Val.Text(List.of(parts.get(0), rest), joined) : rest;
    }
    return text;
  }

  /** Any sequence of all that is in there. */
  private static Val.Repeat flattened(List<Val> values) {
    List<Val> all = new ArrayList<>();
    collect(values, all);
    return new Val.Repeat(all.size() > MAX_PARTS ? List.of(merged(all, null)) : all);
  }

  /** What is left of {@code weight} after each value in {@code value} has taken one. */
  private static int left(Val value, int weight) {
    int left = weight - 1;
    List<Val> parts = Reader.parts(value);
    for (int i = 0; i < parts.size() && left >= 0; i++) {
      left = left(parts.get(i), left);
    }
    return left;
  }

  /** Constants that are one of a few stay constants: {@code "AES/" + mode}. */
  private static Val distributed(List<Val> parts, Trace joined) {
    int at = -1;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Val.Choice choice) {
        if (at >= 0
            || choice.options().size() > 4
            || !choice.options().stream().allMatch(Join::isScalar)) {
          return null;
        }
        at = i;
      }
    }
    if (at < 0) {
      return null;
    }
    Val all = null;
    for (Val option : ((Val.Choice) parts.get(at)).options()) {
      List<Val> one = new ArrayList<>(parts);
      one.set(at, option);
      all = of(all, concat(one, joined));
    }
    return all;
  }

  private static boolean isScalar(Val value) {
    return value instanceof Val.Const;
  }

  private static void append(Val value, List<Val> parts) {
    if (value instanceof Val.Text text) {
      text.parts().forEach(part -> append(part, parts));
      return;
    }
    if (value instanceof Val.Const constant) {
      String text = text(constant);
      if (text.isEmpty()) {
        return;
      }
      if (!parts.isEmpty()
          && parts.get(parts.size() - 1) instanceof Val.Const last
          && text(last).length() + text.length() <= MAX_CONSTANT) {
        parts.set(parts.size() - 1, new Val.Const(text(last) + text));
        return;
      }
      parts.add(new Val.Const(text));
      return;
    }
    if ((value instanceof Val.Choice || value instanceof Val.Repeat)
        && left(value, MAX_PART_WEIGHT) < 0) {
      parts.add(flattened(List.of(value)));
      return;
    }
    if (value instanceof Val.Condition) {
      parts.add(new Val.Choice(List.of(new Val.Const("true"), new Val.Const("false"))));
      return;
    }
    parts.add(value);
  }

  /** As it appears when it becomes part of a string (JLS 15.18.1). */
  static String text(Val.Const constant) {
    Object value = constant.value();
    if (value instanceof dev.plumbline.analyzer.program.ConstantValue.EnumName name) {
      return name.name();
    }
    return String.valueOf(value);
  }

  // ---- conditions

  static Map<Id, Long> both(Map<Id, Long> left, Map<Id, Long> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Map.of();
    }
    if (left.equals(right)) {
      return left;
    }
    Map<Id, Long> both = new java.util.HashMap<>();
    left.forEach(
        (id, kinds) -> {
          Long other = right.get(id);
          if (other != null && (other & kinds) != 0) {
            both.put(id, other & kinds);
          }
        });
    return both;
  }

  static Map<Id, Long> either(Map<Id, Long> left, Map<Id, Long> right) {
    if (left.isEmpty()) {
      return right;
    }
    if (right.isEmpty()) {
      return left;
    }
    Map<Id, Long> either = new java.util.HashMap<>(left);
    right.forEach((id, kinds) -> either.merge(id, kinds, (a, b) -> a | b));
    return either;
  }

  // ---- objects

  /** What holds if one of the two is there; {@code left} itself where it says all. */
  static Obj objects(Obj left, Obj right, Id id, Id wide) {
    if (left == right) {
      return left;
    }
    TreeMap<String, Val> changed = null;
    for (Map.Entry<String, Val> slot : left.slots().entrySet()) {
      String name = slot.getKey();
      Val one = slot.getValue();
      // What one side has not set is joined like the rest: beside a widened value it would come and
      // go for ever.
      Val other = right.slots().containsKey(name) ? right.slot(name) : absent(right, id, name);
      if (one == other) {
        continue;
      }
      Val value = joined(one, other, name, wide);
      if (value != one && !value.equals(one)) {
        changed = changed == null ? new TreeMap<>(left.slots()) : changed;
        changed.put(name, value);
      }
    }
    for (Map.Entry<String, Val> slot : right.slots().entrySet()) {
      String name = slot.getKey();
      if (!left.slots().containsKey(name)) {
        changed = changed == null ? new TreeMap<>(left.slots()) : changed;
        changed.put(name, joined(absent(left, id, name), slot.getValue(), name, wide));
      }
    }
    boolean fresh = left.fresh() && right.fresh();
    boolean many = left.many() || right.many();
    FunctionCode function =
        left.function() != null && left.function().equals(right.function())
            ? left.function()
            : null;
    if (changed == null
        && fresh == left.fresh()
        && many == left.many()
        && function == left.function()
        && java.util.Objects.equals(left.items(), right.items())) {
      return left;
    }
    TreeMap<String, Val> slots = changed == null ? new TreeMap<>(left.slots()) : changed;
    List<Val> items = null;
    if (left.items() != null
        && right.items() != null
        && left.items().size() == right.items().size()) {
      items = new ArrayList<>();
      for (int i = 0; i < left.items().size(); i++) {
        Val one = left.items().get(i);
        Val other = right.items().get(i);
        items.add(wide == null ? of(one, other) : widen(one, other, wide.field("[" + i + "]")));
      }
    } else if (left.items() != null || right.items() != null) {
      Val all = slots.get(Obj.ELEMENT);
      if (all == null && (left.items() == null || right.items() == null)) {
        all = absent(left.items() == null ? left : right, id, Obj.ELEMENT);
      }
      for (Val item : left.items() == null ? List.<Val>of() : left.items()) {
        all = wide == null ? of(all, item) : widen(all, item, wide.field(Obj.ELEMENT));
      }
      for (Val item : right.items() == null ? List.<Val>of() : right.items()) {
        all = wide == null ? of(all, item) : widen(all, item, wide.field(Obj.ELEMENT));
      }
      if (all != null) {
        slots.put(Obj.ELEMENT, all);
      }
    }
    return new Obj(left.type(), fresh, many, slots, items, function);
  }

  private static Val joined(Val one, Val other, String name, Id wide) {
    return wide == null ? of(one, other) : widen(one, other, wide.field(name));
  }

  /** What a slot holds that one side has not set. */
  private static Val absent(Obj object, Id id, String name) {
    if (name.startsWith("!")) {
      return new Val.Const(Heap.NOT_SET);
    }
    if (object.fresh() || !id.isInput() || name.startsWith("#")) {
      return null;
    }
    return Heap.inputField(id, name, dev.plumbline.analyzer.program.JavaType.UNKNOWN);
  }
}
