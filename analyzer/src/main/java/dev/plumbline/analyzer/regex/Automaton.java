package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.regex.RegexNode.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The automaton of a pattern without empty steps: a state for each place in the pattern that takes
 * a character (Glushkov 1961), and for each step from one to another in how many ways the matcher
 * may try it, one or several. Boundaries and lookaround count as the empty text, what is possessive
 * or atomic as if it were not, counts that are too high to unfold as unbounded: the automaton may
 * have ways that the matcher has not, so that each of its answers is to be tried.
 */
final class Automaton {

  /** The state before the first character. */
  static final int START = 0;

  private static final int MAX_STATES = 600;
  private static final int MAX_STEPS = 30_000;

  /** Counted parts are written out as long as that gives no more states than this. */
  private static final int MAX_UNFOLDED = 200;

  private static final int SEVERAL = 2;

  /** The pattern has more states or steps than are looked at. */
  static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final List<Alphabet> labels = new ArrayList<>();
  private final List<Map<Integer, Integer>> steps = new ArrayList<>();
  private int stepCount;

  /**
   * @param searching whether a match may begin anywhere in the text
   * @throws TooLargeException when there are too many states or steps
   */
  static Automaton of(RegexNode pattern, boolean searching) throws TooLargeException {
    Automaton automaton = new Automaton();
    try {
      automaton.state(searching ? Alphabet.EVERY : Alphabet.NONE);
      Part whole = pattern.accept(automaton.new Builder());
      automaton.steps.get(START).putAll(whole.first);
      if (searching) {
        automaton.steps.get(START).put(START, 1);
      }
    } catch (Spent e) {
      throw new TooLargeException();
    }
    return automaton;
  }

  int size() {
    return labels.size();
  }

  /** The characters that lead to the state. */
  Alphabet label(int state) {
    return labels.get(state);
  }

  /** The states behind it. */
  int[] next(int state) {
    return steps.get(state).keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  boolean isSeveral(int from, int to) {
    return steps.get(from).getOrDefault(to, 0) == SEVERAL;
  }

  private int state(Alphabet label) {
    if (labels.size() >= MAX_STATES) {
      throw new Spent();
    }
    labels.add(label);
    steps.add(new TreeMap<>());
    return labels.size() - 1;
  }

  private void connect(Map<Integer, Integer> from, Map<Integer, Integer> to) {
    stepCount += from.size() * to.size();
    if (stepCount > MAX_STEPS) {
      throw new Spent();
    }
    from.forEach(
        (source, ways) ->
            to.forEach(
                (target, more) ->
                    steps.get(source).merge(target, capped(ways * more), Automaton::sum)));
  }

  private static int sum(int a, int b) {
    return capped(a + b);
  }

  private static int capped(int ways) {
    return Math.min(ways, SEVERAL);
  }

  private static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent() {
      super(null, null, false, false);
    }
  }

  /**
   * @param empty in how many ways the part matches the empty text
   * @param first the states that it begins with, and in how many ways
   * @param last those that it ends with
   */
  private record Part(int empty, Map<Integer, Integer> first, Map<Integer, Integer> last) {

    static final Part NOTHING = new Part(1, Map.of(), Map.of());

    Part or(Part other) {
      return new Part(
          sum(empty, other.empty), joined(first, other.first, 1), joined(last, other.last, 1));
    }

    static Map<Integer, Integer> joined(
        Map<Integer, Integer> one, Map<Integer, Integer> other, int ways) {
      if (other.isEmpty() || ways == 0) {
        return one;
      }
      Map<Integer, Integer> all = new TreeMap<>(one);
      other.forEach((state, more) -> all.merge(state, capped(more * ways), Automaton::sum));
      return all;
    }
  }

  private final class Builder implements RegexNode.Visitor<Part> {

    @Override
    public Part chars(RegexNode.Chars node) {
      Map<Integer, Integer> self = Map.of(state(node.set()), 1);
      return new Part(0, self, self);
    }

    @Override
    public Part sequence(RegexNode.Sequence node) {
      Part all = Part.NOTHING;
      for (RegexNode part : node.parts()) {
        all = then(all, part.accept(this));
      }
      return all;
    }

    private Part then(Part one, Part other) {
      connect(one.last, other.first);
      return new Part(
          capped(one.empty * other.empty),
          Part.joined(one.first, other.first, one.empty),
          Part.joined(other.last, one.last, other.empty));
    }

    @Override
    public Part alternatives(RegexNode.Alternatives node) {
      Part all = null;
      for (RegexNode branch : node.branches()) {
        Part one = branch.accept(this);
        all = all == null ? one : all.or(one);
      }
      return all;
    }

    @Override
    public Part repeat(Repeat node) {
      if (node.max() == 0) {
        return Part.NOTHING;
      }
      Part all = Part.NOTHING;
      int before = size();
      int required = Math.max(0, node.min() - 1);
      for (int i = 0; i < required && unfolds(before, i, required); i++) {
        all = then(all, node.body().accept(this));
      }
      Part last = node.body().accept(this);
      if (node.max() > Math.max(node.min(), 1)) {
        connect(last.last, last.first);
        last = new Part(last.empty, last.first, Part.joined(last.last, last.last, last.empty));
      }
      return then(all, node.min() == 0 ? last.or(Part.NOTHING) : last);
    }

    /** Whether all times round fit, as far as the first one tells. */
    private boolean unfolds(int before, int done, int required) {
      return done == 0 || (size() - before) / done * (long) required <= MAX_UNFOLDED;
    }

    @Override
    public Part group(RegexNode.Group node) {
      return node.body().accept(this);
    }

    @Override
    public Part atomic(RegexNode.Atomic node) {
      return node.body().accept(this);
    }

    @Override
    public Part look(RegexNode.Look node) {
      return Part.NOTHING;
    }

    @Override
    public Part boundary(RegexNode.Boundary node) {
      return Part.NOTHING;
    }

    @Override
    public Part backReference(RegexNode.BackReference node) {
      return Part.NOTHING;
    }

    @Override
    public Part unknown(RegexNode.Unknown node) {
      return Part.NOTHING;
    }
  }
}
