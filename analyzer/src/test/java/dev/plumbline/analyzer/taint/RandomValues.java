package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Values, objects and states as bodies make them, from few atoms, so that they often meet. */
final class RandomValues {

  private static final JavaType STRING = JavaType.STRING;
  private static final List<Object> CONSTANTS = List.of("", "a", "a,b", "b", true, false, 1);
  private static final List<String> NAMES = List.of("first", "second", Obj.ELEMENT, "!secure");

  private final Random random;

  RandomValues(long seed) {
    this.random = new Random(seed);
  }

  int number(int bound) {
    return random.nextInt(bound);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> List<T> some(int most, Supplier<T> maker) {
    List<T> all = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      all.add(maker.get());
    }
    return all;
  }

  /** Inputs, parts of inputs, and what steps of the body made. */
  Id id() {
    Id root =
        switch (random.nextInt(4)) {
          case 0 -> Id.THIS;
          case 1 -> Id.param(random.nextInt(2));
          case 2 -> Id.ofStatic("p.A.f");
          default -> Id.made(random.nextInt(3), 0);
        };
    return root.isInput() && chance(40) ? root.field(chance(50) ? "first" : "second") : root;
  }

  Source source(int number) {
    Location place = new Location("A.java", new Span(1 + number, 1, 1 + number, 2));
    return new Source(SourceKind.WEB_PARAMETER, false, "parameter p" + number, place);
  }

  private Taint taint() {
    Object origin = source(random.nextInt(4));
    if (chance(50)) {
      Id id = id();
      origin = id.isInput() ? id : origin;
    }
    long cleared = random.nextInt(8);
    return new Taint(origin, cleared, cleared & random.nextInt(8), chance(70), null);
  }

  /** In the order and without the repetitions that all lists of the analysis have. */
  List<Taint> taints() {
    List<Taint> joined = List.of();
    for (Taint each : some(3, this::taint)) {
      joined = Join.taints(joined, List.of(each));
    }
    return joined;
  }

  private Val atom() {
    List<Val.Form> forms = chance(80) ? List.of() : List.of(new Val.Form(id(), 1 + number(3)));
    return new Val.Atom(id(), STRING, taints(), forms, chance(20));
  }

  private Val constant() {
    return chance(15) ? Val.NULL : new Val.Const(CONSTANTS.get(number(CONSTANTS.size())));
  }

  private Map<Id, Long> checked() {
    Map<Id, Long> checked = new TreeMap<>();
    some(2, this::id).forEach(each -> checked.put(each, 1L + number(7)));
    return checked;
  }

  private Val condition() {
    return new Val.Condition(checked(), checked(), List.of(), some(1, this::id));
  }

  /**
   * @param depth how many more levels it may have
   */
  Val value(int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 6)) {
      case 0 -> constant();
      case 1, 2 -> atom();
      case 3 -> Join.concat(List.of(value(depth - 1), value(depth - 1), constant()), null);
      case 4 -> Join.of(value(depth - 1), value(depth - 1));
      default -> new Val.Repeat(List.of(atom(), new Val.Const("r" + number(3))));
    };
  }

  Obj object() {
    TreeMap<String, Val> slots = new TreeMap<>();
    some(2, () -> NAMES.get(number(NAMES.size()))).forEach(name -> slots.put(name, value(1)));
    List<Val> items = null;
    if (chance(30)) {
      items = new ArrayList<>(some(2, () -> value(1)));
      slots.remove(Obj.ELEMENT);
    }
    return new Obj(STRING, chance(60), chance(20), slots, items, null);
  }

  State state(int slots) {
    State state = new State(slots);
    for (int i = 0; i < slots; i++) {
      state.set(i, chance(15) ? null : chance(15) ? condition() : value(2));
    }
    for (Id each : some(4, this::id)) {
      Obj object = object();
      // What the body made is known from its beginning; what comes in is what was changed.
      state.put(
          each,
          new Obj(
              object.type(),
              !each.isInput(),
              object.many(),
              object.slots(),
              object.items(),
              object.function()));
    }
    checked().forEach(state::check);
    return state;
  }
}
