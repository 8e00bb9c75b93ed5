package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.regex.RegexNode.Mode;
import dev.plumbline.analyzer.regex.RegexNode.Repeat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Matches as {@code java.util.regex} does, in the same order of attempts, and counts them. A limit
 * ends it, so that it costs no more than the caller allows, whatever the pattern.
 *
 * <p>Since Java 9 the JDK remembers where an unbounded greedy loop over a group has failed, unless
 * the loop stands in another group that is repeated, or the pattern refers back to groups. Loops
 * over what takes no decision are no loops to it. Both are followed here, by JDK 17's code.
 */
final class Simulation {

  /** Each level holds some frames of the stack; texts are short, so real ones stay far below. */
  private static final int MAX_DEPTH = 700;

  /** What comes after a part has matched up to a place. */
  private interface Next {
    boolean at(int place);
  }

  /** A limit is reached. */
  private static final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spent() {
      super(null, null, false, false);
    }
  }

  private final RegexNode pattern;
  private final Set<Repeat> remembering;
  private final Map<Repeat, Set<Integer>> failed = new IdentityHashMap<>();
  private final int[] text;
  private final long limit;
  private final int[] starts;
  private final int[] ends;
  private long steps;
  private int depth;

  private Simulation(RegexNode pattern, Set<Repeat> remembering, String text, long limit) {
    this.pattern = pattern;
    this.remembering = remembering;
    this.text = text.codePoints().toArray();
    this.limit = limit;
    int groups = Loops.groups(pattern) + 1;
    this.starts = new int[groups];
    this.ends = new int[groups];
    Arrays.fill(starts, -1);
  }

  /**
   * @param matched whether it matched; false when the limit was reached
   * @param steps how often something was tried; more than the limit when that was reached
   * @param tooDeep whether the text was too long for this pattern, so that nothing is known
   */
  record Run(boolean matched, long steps, boolean tooDeep) {}

  /** As {@code Matcher.matches}. */
  static Run matches(RegexNode pattern, Set<Repeat> remembering, String text, long limit) {
    Simulation simulation = new Simulation(pattern, remembering, text, limit);
    int length = simulation.text.length;
    return simulation.run(() -> simulation.match(pattern, 0, end -> end == length));
  }

  /** As {@code Matcher.find}. */
  static Run find(RegexNode pattern, Set<Repeat> remembering, String text, long limit) {
    Simulation simulation = new Simulation(pattern, remembering, text, limit);
    return simulation.run(simulation::found);
  }

  private boolean found() {
    for (int start = 0; start <= text.length; start++) {
      if (match(pattern, start, end -> true)) {
        return true;
      }
    }
    return false;
  }

  private Run run(BooleanSupplier question) {
    try {
      return new Run(question.getAsBoolean(), steps, false);
    } catch (Spent e) {
      return new Run(false, steps, steps <= limit);
    }
  }

  private boolean match(RegexNode node, int place, Next next) {
    if (++steps > limit || ++depth > MAX_DEPTH) {
      throw new Spent();
    }
    boolean matched = node.accept(new Attempt(place, next));
    depth--;
    return matched;
  }

  /** One part, tried at one place. */
  private final class Attempt implements RegexNode.Visitor<Boolean> {
    private final int place;
    private final Next next;

    Attempt(int place, Next next) {
      this.place = place;
      this.next = next;
    }

    @Override
    public Boolean chars(RegexNode.Chars node) {
      return place < text.length && node.set().contains(text[place]) && next.at(place + 1);
    }

    @Override
    public Boolean sequence(RegexNode.Sequence node) {
      return from(node, 0, place);
    }

    private boolean from(RegexNode.Sequence node, int index, int at) {
      return index == node.parts().size()
          ? next.at(at)
          : match(node.parts().get(index), at, then -> from(node, index + 1, then));
    }

    @Override
    public Boolean alternatives(RegexNode.Alternatives node) {
      for (RegexNode branch : node.branches()) {
        if (match(branch, place, next)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Boolean repeat(Repeat node) {
      if (node.mode() == Mode.POSSESSIVE) {
        return possessive(node);
      }
      if (node.body() instanceof RegexNode.Chars chars) {
        return node.mode() == Mode.GREEDY ? longestFirst(node, chars) : shortestFirst(node, chars);
      }
      return again(node, 0, -1, place);
    }

    private boolean longestFirst(Repeat node, RegexNode.Chars chars) {
      int end = place;
      while (end - place < node.max() && end < text.length && chars.set().contains(text[end])) {
        step();
        end++;
      }
      for (; end - place >= node.min(); end--) {
        step();
        if (next.at(end)) {
          return true;
        }
      }
      return false;
    }

    private boolean shortestFirst(Repeat node, RegexNode.Chars chars) {
      for (int end = place; end - place <= node.max(); end++) {
        step();
        if (end - place >= node.min() && next.at(end)) {
          return true;
        }
        if (end == text.length || !chars.set().contains(text[end])) {
          return false;
        }
      }
      return false;
    }

    /**
     * @param before where the last time round began, or -1
     */
    private boolean again(Repeat node, int count, int before, int at) {
      if (before == at) {
        // A time round that took nothing is the last.
        return next.at(at);
      }
      if (count < node.min()) {
        return round(node, count, at);
      }
      if (node.mode() == Mode.RELUCTANT) {
        return next.at(at) || count < node.max() && round(node, count, at);
      }
      if (count < node.max()) {
        boolean remembers = count > 0 && remembering.contains(node);
        Set<Integer> places =
            remembers ? failed.computeIfAbsent(node, key -> new HashSet<>()) : Set.of();
        if (!places.contains(at)) {
          if (round(node, count, at)) {
            return true;
          }
          if (remembers) {
            places.add(at);
          }
        }
      }
      return next.at(at);
    }

    private boolean round(Repeat node, int count, int at) {
      return match(node.body(), at, then -> again(node, count + 1, at, then));
    }

    private boolean possessive(Repeat node) {
      int at = place;
      for (int count = 0; count < node.max(); count++) {
        int end = endOf(node.body(), at);
        if (end < 0) {
          if (count < node.min()) {
            return false;
          }
          break;
        }
        if (end == at && count >= node.min()) {
          break;
        }
        at = end;
      }
      return next.at(at);
    }

    @Override
    public Boolean group(RegexNode.Group node) {
      int index = node.index();
      int start = starts[index];
      int end = ends[index];
      boolean matched =
          match(
              node.body(),
              place,
              then -> {
                int innerStart = starts[index];
                int innerEnd = ends[index];
                starts[index] = place;
                ends[index] = then;
                if (next.at(then)) {
                  return true;
                }
                starts[index] = innerStart;
                ends[index] = innerEnd;
                return false;
              });
      if (!matched) {
        starts[index] = start;
        ends[index] = end;
      }
      return matched;
    }

    @Override
    public Boolean atomic(RegexNode.Atomic node) {
      int end = endOf(node.body(), place);
      return end >= 0 && next.at(end);
    }

    @Override
    public Boolean look(RegexNode.Look node) {
      boolean seen = false;
      if (node.ahead()) {
        seen = endOf(node.body(), place) >= 0;
      } else {
        for (int start = place; start >= 0 && !seen; start--) {
          seen = match(node.body(), start, end -> end == place);
        }
      }
      return seen != node.negative() && next.at(place);
    }

    @Override
    public Boolean boundary(RegexNode.Boundary node) {
      return Places.holds(node, text, place) && next.at(place);
    }

    @Override
    public Boolean backReference(RegexNode.BackReference node) {
      int group = node.group();
      if (group >= starts.length || starts[group] < 0) {
        return false;
      }
      int length = ends[group] - starts[group];
      for (int i = 0; i < length; i++) {
        step();
        if (place + i >= text.length || !same(node, text[starts[group] + i], text[place + i])) {
          return false;
        }
      }
      return next.at(place + length);
    }

    private boolean same(RegexNode.BackReference node, int a, int b) {
      return a == b
          || node.ignoresCase()
              && Character.toLowerCase(Character.toUpperCase(a))
                  == Character.toLowerCase(Character.toUpperCase(b));
    }

    @Override
    public Boolean unknown(RegexNode.Unknown node) {
      return false;
    }
  }

  /** Where the part ends that is tried first and matches, or -1. */
  private int endOf(RegexNode node, int place) {
    int[] end = {-1};
    match(
        node,
        place,
        then -> {
          end[0] = then;
          return true;
        });
    return end[0];
  }

  private void step() {
    if (++steps > limit) {
      throw new Spent();
    }
  }
}
