package dev.plumbline.analyzer.regex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Words that an automaton can read in many ways, after Weber and Seidl 1991, as Weideman et al.
 * 2016 use them against backtracking matchers.
 *
 * <ul>
 *   <li>Exponential: a state with two different ways round to itself that read the same word.
 *   <li>Polynomial: a state with a way round, from which another state is reached, which has a way
 *       round, and one word reads all three.
 * </ul>
 */
final class Ambiguity {

  /** States of products that are looked at; patterns of people need some hundred. */
  private static final int MAX_WORK = 400_000;

  /** Each is tried against the matcher. */
  private static final int MAX_CANDIDATES = 12;

  /** A word that leads to a state, and one that goes round there in several ways. */
  record Candidate(String prefix, String pump) {}

  private final Automaton automaton;
  private final int size;
  private final int[] component;
  private final int[][] next;
  private final Map<Long, Integer> common = new HashMap<>();
  private int work;
  private boolean spent;

  Ambiguity(Automaton automaton) {
    this.automaton = automaton;
    this.size = automaton.size();
    this.next = new int[size][];
    for (int state = 0; state < size; state++) {
      next[state] = automaton.next(state);
    }
    this.component = Components.of(size, state -> next[state]);
  }

  /** Whether a limit was reached, so that there may be more. */
  boolean isSpent() {
    return spent;
  }

  List<Candidate> exponential() {
    List<Candidate> found = new ArrayList<>();
    for (List<Integer> loop : loops()) {
      pairs(loop, found);
      if (found.size() >= MAX_CANDIDATES) {
        break;
      }
    }
    return found;
  }

  /** The states of each component that goes round, in the order of their first states. */
  private List<List<Integer>> loops() {
    Map<Integer, List<Integer>> members = new HashMap<>();
    List<List<Integer>> loops = new ArrayList<>();
    for (int state = 0; state < size; state++) {
      List<Integer> loop = members.get(component[state]);
      if (loop == null) {
        loop = new ArrayList<>();
        members.put(component[state], loop);
        loops.add(loop);
      }
      loop.add(state);
    }
    loops.removeIf(loop -> loop.size() == 1 && !goesRound(loop.get(0)));
    return loops;
  }

  private boolean goesRound(int state) {
    for (int successor : next[state]) {
      if (component[successor] == component[state]) {
        return true;
      }
    }
    return false;
  }

  /** Two ways at once through a component. */
  private void pairs(List<Integer> loop, List<Candidate> found) {
    if ((long) loop.size() * loop.size() > MAX_WORK) {
      spent = true;
      return;
    }
    int own = component[loop.get(0)];
    Map<Integer, Integer> index = new HashMap<>();
    loop.forEach(state -> index.put(state, index.size()));
    int width = loop.size();
    IntFunction<int[]> successors =
        pair -> {
          int a = loop.get(pair / width);
          int b = loop.get(pair % width);
          List<Integer> targets = new ArrayList<>();
          for (int x : next[a]) {
            for (int y : next[b]) {
              if (component[x] == own && component[y] == own && commonCharacter(x, y) >= 0) {
                targets.add(index.get(x) * width + index.get(y));
              }
              work++;
            }
          }
          if (work > MAX_WORK) {
            spent = true;
            return new int[0];
          }
          return targets.stream().mapToInt(Integer::intValue).toArray();
        };
    int[] pairComponent = Components.of(width * width, successors);
    BitSet asked = new BitSet();
    for (int i = 0; i < width && found.size() < MAX_CANDIDATES; i++) {
      int diagonal = i * width + i;
      if (!asked.get(pairComponent[diagonal])) {
        asked.set(pairComponent[diagonal]);
        String pump = roundTrip(loop, successors, pairComponent, diagonal);
        if (pump != null) {
          found.add(new Candidate(wordTo(loop.get(i)), pump));
        }
      }
    }
  }

  /** A word from the pair of equal states to itself in two ways, or null. */
  private String roundTrip(
      List<Integer> loop, IntFunction<int[]> successors, int[] pairComponent, int diagonal) {
    int width = loop.size();
    int own = pairComponent[diagonal];
    IntPredicate isInside = pair -> pairComponent[pair] == own;
    IntFunction<String> character =
        pair -> Character.toString(commonCharacter(loop.get(pair / width), loop.get(pair % width)));
    for (int pair = 0; pair < width * width; pair++) {
      if (pairComponent[pair] == own && pair / width != pair % width) {
        String there = word(diagonal, pair, successors, isInside, character);
        String back = word(pair, diagonal, successors, isInside, character);
        return there == null || back == null ? null : there + back;
      }
    }
    for (int i = 0; i < width; i++) {
      int from = i * width + i;
      for (int j = 0; j < width && pairComponent[from] == own; j++) {
        int to = j * width + j;
        if (pairComponent[to] == own && automaton.isSeveral(loop.get(i), loop.get(j))) {
          String there =
              from == diagonal ? "" : word(diagonal, from, successors, isInside, character);
          String back = to == diagonal ? "" : word(to, diagonal, successors, isInside, character);
          return there == null || back == null ? null : there + character.apply(to) + back;
        }
      }
    }
    return null;
  }

  List<Candidate> polynomial() {
    List<Candidate> found = new ArrayList<>();
    for (List<Integer> first : loops()) {
      for (List<Integer> second : loops()) {
        for (int p : first) {
          for (int q : second) {
            if (p != q && found.size() < MAX_CANDIDATES && commonCharacter(p, q) >= 0) {
              String pump = tripleTrip(p, q);
              if (pump != null) {
                found.add(new Candidate(p == Automaton.START ? "" : wordTo(p), pump));
              }
            }
          }
        }
      }
    }
    return found;
  }

  /** A word from p round to p, from p to q, and from q round to q, or null. */
  private String tripleTrip(int p, int q) {
    long width = size;
    long begin = (p * width + p) * width + q;
    long goal = (p * width + q) * width + q;
    Map<Long, Long> from = new HashMap<>();
    Deque<Long> open = new ArrayDeque<>();
    open.add(begin);
    while (!open.isEmpty()) {
      long triple = open.remove();
      int z = (int) (triple % width);
      int y = (int) (triple / width % width);
      int x = (int) (triple / width / width);
      for (int a : next[x]) {
        for (int b : next[y]) {
          for (int c : next[z]) {
            long target = (a * width + b) * width + c;
            if (++work > MAX_WORK) {
              spent = true;
              return null;
            }
            if (component[a] == component[p]
                && component[c] == component[q]
                && !from.containsKey(target)
                && commonCharacter(a, b, c) >= 0) {
              from.put(target, triple);
              if (target == goal) {
                return wordBack(from, begin, goal);
              }
              open.add(target);
            }
          }
        }
      }
    }
    return null;
  }

  private String wordBack(Map<Long, Long> from, long begin, long goal) {
    StringBuilder word = new StringBuilder();
    long at = goal;
    do {
      int z = (int) (at % size);
      int y = (int) (at / size % size);
      int x = (int) (at / size / size);
      word.appendCodePoint(commonCharacter(x, y, z));
      at = from.get(at);
    } while (at != begin);
    return word.reverse().toString();
  }

  /** The shortest word from the start to the state. */
  private String wordTo(int state) {
    String word =
        word(
            Automaton.START,
            state,
            from -> next[from],
            any -> any != Automaton.START && !automaton.label(any).isEmpty(),
            at -> Character.toString(commonCharacter(at, at)));
    return word == null ? "" : word;
  }

  /** The shortest word of at least one character from one node of a graph to another, or null. */
  private static String word(
      int begin,
      int goal,
      IntFunction<int[]> successors,
      IntPredicate isInside,
      IntFunction<String> character) {
    Map<Integer, Integer> from = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(begin);
    while (!open.isEmpty() && !from.containsKey(goal)) {
      int node = open.remove();
      for (int successor : successors.apply(node)) {
        if (isInside.test(successor) && !from.containsKey(successor)) {
          from.put(successor, node);
          open.add(successor);
        }
      }
    }
    if (!from.containsKey(goal)) {
      return null;
    }
    StringBuilder word = new StringBuilder();
    BitSet seen = new BitSet();
    for (int at = goal; !seen.get(at); at = from.get(at)) {
      seen.set(at);
      word.insert(0, character.apply(at));
      if (from.get(at) == begin) {
        break;
      }
    }
    return word.toString();
  }

  private int commonCharacter(int a, int b, int c) {
    if (commonCharacter(a, b) < 0 || commonCharacter(b, c) < 0) {
      return -1;
    }
    return character(
        automaton.label(a).intersection(automaton.label(b)).intersection(automaton.label(c)));
  }

  /** A character that leads to both states, or -1. */
  private int commonCharacter(int a, int b) {
    long key = (long) Math.min(a, b) * size + Math.max(a, b);
    return common.computeIfAbsent(
        key, pair -> character(automaton.label(a).intersection(automaton.label(b))));
  }

  /** One that people can read, where there is one. */
  private static int character(Alphabet set) {
    if (set.isEmpty()) {
      return -1;
    }
    return "a0A-. \t".chars().filter(set::contains).findFirst().orElseGet(() -> readable(set));
  }

  private static int readable(Alphabet set) {
    Alphabet printable = set.intersection(Alphabet.range('!', '~'));
    return printable.isEmpty() ? set.first() : printable.first();
  }
}
