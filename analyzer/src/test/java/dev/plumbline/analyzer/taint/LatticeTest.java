package dev.plumbline.analyzer.taint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The laws that the fixpoints rely on. Exact are: idempotence; commutativity up to the order of
 * options; that a join says what either side says. Approximate on purpose: a value of more than
 * {@link Join#MAX_OPTIONS} options keeps its own taints alone, so that joins are associative in
 * their taints and not in their options; and of taints the first {@link Join#MAX_TAINTS} stay.
 */
class LatticeTest {

  private static final int CASES = 4_000;
  private static final int SLOTS = 3;

  /** In a loop that goes round so often, nothing changes any more in the second half. */
  private static final int ROUNDS = 400;

  private final RandomValues random = new RandomValues(20_260_202);

  @Test
  void joinsOfTaintsAreIdempotentCommutativeAndSayAll() {
    for (int i = 0; i < CASES; i++) {
      List<Taint> a = random.taints();
      List<Taint> b = random.taints();
      assertThat(Join.taints(a, new ArrayList<>(a))).isEqualTo(a);
      List<Taint> joined = Join.taints(a, b);
      assertThat(Join.taints(b, a)).isEqualTo(joined);
      assertThat(joined)
          .isSortedAccordingTo((x, y) -> Join.ORIGINS.compare(x.origin(), y.origin()));
      assertThat(Told.covers(Told.harm(joined), Told.harm(a))).as("%s of %s", joined, a).isTrue();
      assertThat(Told.covers(Told.harm(joined), Told.harm(b))).as("%s of %s", joined, b).isTrue();
      for (Taint each : joined) {
        boolean said = of(a, each) != null || of(b, each) != null;
        assertThat(said).as("nothing is invented: %s", each).isTrue();
        // Neither exactness nor encoding is claimed that one of the ways does not have.
        for (Taint one : new Taint[] {of(a, each), of(b, each)}) {
          assertThat(one == null || one.exact() || !each.exact()).isTrue();
          assertThat(one == null || (each.encoded() & ~one.encoded()) == 0).isTrue();
        }
      }
      List<Taint> c = random.taints();
      Map<Object, Long> left = Told.harm(Join.taints(joined, c));
      assertThat(Told.same(left, Told.harm(Join.taints(a, Join.taints(b, c))))).isTrue();
    }
  }

  private static Taint of(List<Taint> taints, Taint like) {
    return taints.stream().filter(t -> t.origin().equals(like.origin())).findFirst().orElse(null);
  }

  @Test
  void aValueKeepsItsFirstTaints() {
    List<Taint> all = List.of();
    List<Taint> reverse = List.of();
    for (int i = 0; i < 2 * Join.MAX_TAINTS; i++) {
      all = Join.taints(all, List.of(taint(i)));
      reverse = Join.taints(List.of(taint(2 * Join.MAX_TAINTS - 1 - i)), reverse);
    }
    assertThat(all).hasSize(Join.MAX_TAINTS).isEqualTo(reverse).startsWith(taint(0), taint(1));
  }

  private Taint taint(int number) {
    return new Taint(random.source(number), 0, 0, true, null);
  }

  @Test
  void joinsOfValuesAreIdempotentCommutativeAndSayAll() {
    for (int i = 0; i < CASES; i++) {
      Val a = random.value(3);
      Val b = random.value(3);
      assertThat(Join.of(null, a)).isSameAs(a);
      assertThat(Join.of(a, null)).isSameAs(a);
      assertThat(Join.of(a, Join.of(a, a))).as("%s", a).isEqualTo(a);
      Val joined = Join.of(a, b);
      if (!Told.isMerged(joined)) {
        assertThat(Join.of(joined, b)).as("%s and %s", a, b).isEqualTo(joined);
        assertThat(Join.of(joined, a)).as("%s and %s", a, b).isEqualTo(joined);
      }
      assertThat(Told.options(Join.of(b, a))).as("%s and %s", a, b).isEqualTo(Told.options(joined));
      assertCovers(joined, a, b);
    }
  }

  @Test
  void joinsOfValuesAreAssociativeInTheirTaints() {
    for (int i = 0; i < CASES; i++) {
      Val a = random.value(2);
      Val b = random.value(2);
      Val c = random.value(2);
      Val left = Join.of(Join.of(a, b), c);
      Val right = Join.of(a, Join.of(b, c));
      assertThat(Told.same(Told.harm(left), Told.harm(right))).isTrue();
      if (!Told.isMerged(left) && !Told.isMerged(right)) {
        assertThat(Told.options(right)).isEqualTo(Told.options(left));
      }
    }
  }

  @Test
  void wideningSaysWhatBothSay() {
    for (int i = 0; i < CASES; i++) {
      Val a = random.value(3);
      Val b = random.value(3);
      Val wide = Join.widen(a, b, Id.phi(1, 2));
      assertCovers(wide, a, b);
      assertThat(Join.widen(wide, wide, Id.phi(1, 2))).isEqualTo(wide);
    }
  }

  private static void assertCovers(Val joined, Val a, Val b) {
    for (Val each : new Val[] {a, b}) {
      assertThat(Told.covers(joined, each)).as("%s%nof %s", joined, each).isTrue();
      assertThat(Told.covers(Told.harm(joined), Told.harm(each))).isTrue();
    }
  }

  /** A loop that puts one of a few values in a variable, before or behind what is there. */
  @Test
  void wideningEnds() {
    for (int i = 0; i < 300; i++) {
      List<Val> values = new ArrayList<>();
      for (int v = 0; v < 4; v++) {
        values.add(random.value(2));
      }
      Val value = random.value(2);
      int lastChange = 0;
      for (int round = 0; round < ROUNDS; round++) {
        Val put = values.get(random.number(values.size()));
        Val next =
            switch (random.number(3)) {
              case 0 -> put;
              case 1 -> Join.concat(List.of(value, put), null);
              default -> Join.concat(List.of(put, value), null);
            };
        Val wide = Join.widen(value, next, Id.phi(3, 1));
        lastChange = wide.equals(value) ? lastChange : round;
        value = wide;
      }
      assertThat(lastChange).as("last change of %s", value).isLessThan(ROUNDS / 2);
    }
  }

  @Test
  void joinsOfStatesSayAllAndTellWhetherAnythingChanged() {
    for (int i = 0; i < CASES; i++) {
      State a = random.state(SLOTS);
      State b = random.state(SLOTS);
      boolean wide = random.number(2) == 0;
      State joined = a.copy();
      boolean changed = joined.join(b, 1, wide);
      assertThat(changed).as("%s%n%s", a, b).isEqualTo(!isSame(a, joined));
      assertSays(joined, a, b);
      assertSays(joined, b, a);
      State again = joined.copy();
      assertThat(again.join(joined.copy(), 1, wide)).as("%s", joined).isFalse();
      assertThat(isSame(again, joined)).isTrue();
      State both = b.copy();
      both.join(a, 1, false);
      State reverse = a.copy();
      reverse.join(b, 1, false);
      assertSays(both, reverse, reverse);
      assertSays(reverse, both, both);
    }
  }

  private static boolean isSame(State one, State other) {
    return List.of(text(one.slots)).equals(List.of(text(other.slots)))
        && one.objects().equals(other.objects())
        && one.checked.equals(other.checked);
  }

  private static List<String> text(Val[] slots) {
    List<String> all = new ArrayList<>();
    for (Val each : slots) {
      all.add(String.valueOf(each));
    }
    return all;
  }

  /**
   * @param other the side that {@code side} meets: what it leaves of an input as it was is told too
   */
  private static void assertSays(State joined, State side, State other) {
    for (int i = 0; i < SLOTS; i++) {
      Val one = side.get(i);
      if (one != null && !(joined.get(i) instanceof Val.Condition)) {
        assertThat(Told.covers(Told.harm(joined.get(i), joined), Told.harm(one, side))).isTrue();
      }
    }
    joined.checked.forEach(
        (id, kinds) ->
            assertThat(kinds & ~side.checked.getOrDefault(id, 0L)).as("%s", id).isZero());
    side.objects().forEach((id, object) -> assertSays(joined.object(id), object, id, other));
  }

  private static void assertSays(Obj joined, Obj side, Id id, State other) {
    assertThat(joined).as("%s", id).isNotNull();
    Map<String, Val> slots = new TreeMap<>(side.slots());
    if (side.items() != null && joined.items() == null) {
      side.items().forEach(each -> slots.merge(Obj.ELEMENT, each, Join::of));
    }
    slots.forEach(
        (name, value) ->
            assertThat(Told.covers(Told.harm(joined.slot(name)), Told.harm(value)))
                .as("%s.%s", id, name)
                .isTrue());
    // An input that the other side has not changed has there what it had at the beginning.
    boolean unchanged = !other.has(id) && id.isInput() && !side.fresh();
    if (unchanged) {
      for (String name : new HashSet<>(slots.keySet())) {
        if (!name.startsWith("!") && !name.startsWith("#")) {
          Map<Object, Long> was = Map.of(id.field(name), 7L);
          assertThat(Told.covers(Told.harm(joined.slot(name)), was)).as("%s.%s", id, name).isTrue();
        }
      }
    }
    assertThat(joined.fresh() && !side.fresh()).isFalse();
    assertThat(side.many() && !joined.many()).isFalse();
  }

  /** Any sequence of states that meet at the head of a loop. */
  @Test
  void joinsOfStatesEnd() {
    for (int i = 0; i < 200; i++) {
      List<State> ways = new ArrayList<>();
      for (int w = 0; w < 3; w++) {
        ways.add(random.state(SLOTS));
      }
      State head = random.state(SLOTS);
      int lastChange = 0;
      for (int round = 0; round < ROUNDS; round++) {
        State back = ways.get(round % ways.size()).copy();
        for (int slot = 0; slot < SLOTS; slot++) {
          if (round % 2 == 0 && head.get(slot) != null && back.get(slot) != null) {
            back.set(slot, Join.concat(List.of(head.get(slot), back.get(slot)), null));
          }
        }
        lastChange = head.join(back, 1, true) ? round : lastChange;
      }
      assertThat(lastChange).as("last change of %s", head).isLessThan(ROUNDS / 2);
    }
  }
}
