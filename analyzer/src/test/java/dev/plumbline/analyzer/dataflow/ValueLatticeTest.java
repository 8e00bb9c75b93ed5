package dev.plumbline.analyzer.dataflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The laws that the solver relies on, held against generated values. */
class ValueLatticeTest {

  private static final int CASES = 3_000;
  private static final Location HERE = new Location("A.java", new Span(1, 1, 1, 2));

  private final Random random = new Random(20_260_101);

  @Test
  void joinIsIdempotentAndCommutativeAndHasBottom() {
    for (int i = 0; i < CASES; i++) {
      Value a = value(3);
      Value b = value(3);
      assertThat(Values.join(a, a, HERE)).isEqualTo(a);
      assertThat(Values.join(null, a, HERE)).isEqualTo(a);
      assertThat(Values.join(a, null, HERE)).isEqualTo(a);
      assertThat(options(Values.join(a, b, HERE))).isEqualTo(options(Values.join(b, a, HERE)));
    }
  }

  @Test
  void joinIsAssociativeInWhatItStandsFor() {
    for (int i = 0; i < CASES; i++) {
      Value a = value(2);
      Value b = value(2);
      Value c = value(2);
      Value left = Values.join(Values.join(a, b, HERE), c, HERE);
      Value right = Values.join(a, Values.join(b, c, HERE), HERE);
      assertThat(atoms(left)).isEqualTo(atoms(right));
    }
  }

  @Test
  void joinAndWideningStandForBoth() {
    for (int i = 0; i < CASES; i++) {
      Value a = value(3);
      Value b = value(3);
      assertThat(unknowns(Values.join(a, b, HERE)))
          .containsAll(unknowns(a))
          .containsAll(unknowns(b));
      assertThat(unknowns(Values.widen(a, b, HERE)))
          .containsAll(unknowns(a))
          .containsAll(unknowns(b));
    }
  }

  @Test
  void aTextThatALoopAppendsToSettles() {
    for (int i = 0; i < 300; i++) {
      Value appended = value(2);
      Value text = value(2);
      int rounds = 0;
      for (boolean changed = true; changed; rounds++) {
        Value next = Values.join(text, Values.concat(text, appended, HERE), HERE);
        Value widened = next.equals(text) ? text : Values.widen(text, next, HERE);
        changed = !atoms(widened).equals(atoms(text));
        text = widened;
        assertThat(rounds).as("rounds for %s", appended).isLessThan(10);
      }
    }
  }

  @Test
  void constantsThatMeetBecomeOne() {
    Value a = Value.Constant.of("select ");
    Value b = Value.Constant.of("1");
    assertThat(Values.concat(a, b, HERE)).isEqualTo(Value.Constant.of("select 1"));
  }

  @Test
  void aPartKnowsWhatStandsAroundIt() {
    Value text =
        Values.concat(
            List.of(Value.Constant.of("name = '"), unknown(1), Value.Constant.of("'")), HERE);
    Value.Unknown part = (Value.Unknown) ((Value.Text) text).parts().get(1);
    assertThat(part.before()).isEqualTo("name = '");
    assertThat(part.after()).isEqualTo("'");
  }

  @Test
  void sizesAreBounded() {
    Value text = Value.Constant.of("");
    for (int i = 0; i < 5_000; i++) {
      text = Values.concat(List.of(text, unknown(i), Value.Constant.of(",")), HERE);
    }
    List<Value> atoms = new ArrayList<>();
    Values.forEachAtom(text, atoms::add);
    assertThat(atoms.size()).isLessThanOrEqualTo(Values.MAX_NODES);
  }

  private Value value(int depth) {
    int kind = random.nextInt(depth == 0 ? 2 : 5);
    return switch (kind) {
      case 0 -> Value.Constant.of("c" + random.nextInt(4));
      case 1 -> unknown(random.nextInt(4));
      case 2 -> Values.concat(value(depth - 1), value(depth - 1), HERE);
      case 3 -> Values.join(value(depth - 1), value(depth - 1), HERE);
      default -> Values.mixture(List.of(value(depth - 1), value(depth - 1)), HERE);
    };
  }

  private static Value.Unknown unknown(int number) {
    return new Value.Unknown(Value.Origin.PARAMETER, JavaType.STRING, "parameter p" + number, HERE);
  }

  private static Set<Value> options(Value value) {
    return value instanceof Value.Choice choice ? new HashSet<>(choice.options()) : Set.of(value);
  }

  private static Set<Value> atoms(Value value) {
    Set<Value> atoms = new HashSet<>();
    Values.forEachAtom(value, atoms::add);
    return atoms;
  }

  private static Set<String> unknowns(Value value) {
    Set<String> names = new HashSet<>();
    Values.forEachAtom(
        value,
        atom -> {
          if (atom instanceof Value.Unknown unknown) {
            names.add(unknown.description());
          }
        });
    return names;
  }
}
