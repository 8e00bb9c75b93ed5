package dev.plumbline.analyzer.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A glob with the meaning of git's {@code wildmatch.c}, compiled once and run as a set of states.
 *
 * <p>Git backtracks; a set of states gives the same answers in time linear in the text for any
 * pattern, so that a hostile ignore file costs nothing. Pattern and text are byte strings: each
 * character stands for one byte of UTF-8, as git sees it.
 */
final class Glob {

  private enum Op {
    CHARACTER,
    ANY,
    SET,
    STAR,
    /** Also crosses slashes. */
    DEEP_STAR,
    /** Stands before {@code **} and a slash: both together may stand for nothing. */
    MAYBE_DEEP,
    /** What git gives up on: a class without end, a lone backslash at the end. */
    NEVER
  }

  private record Step(Op op, char character, BitSet set) {}

  private final Step[] steps;
  private final boolean pathname;

  private Glob(List<Step> steps, boolean pathname) {
    this.steps = steps.toArray(Step[]::new);
    this.pathname = pathname;
  }

  /**
   * Never fails: a pattern that git cannot read matches nothing.
   *
   * @param pathname whether {@code *}, {@code ?} and classes stop at slashes
   */
  static Glob compile(String pattern, boolean pathname) {
    return new Glob(new Compiler(pattern, pathname).compile(), pathname);
  }

  /** Whether the whole of {@code text} from {@code from} on matches. */
  boolean matches(String text, int from) {
    int end = steps.length;
    boolean[] now = new boolean[end + 1];
    boolean[] next = new boolean[end + 1];
    now[0] = true;
    boolean alive = close(now);
    for (int i = from; i < text.length() && alive; i++) {
      advance(now, next, text.charAt(i));
      alive = close(next);
      boolean[] used = now;
      now = next;
      next = used;
      Arrays.fill(next, false);
    }
    return alive && now[end];
  }

  private void advance(boolean[] now, boolean[] next, char c) {
    boolean barrier = pathname && c == '/';
    for (int s = 0; s < steps.length; s++) {
      if (!now[s]) {
        continue;
      }
      Step step = steps[s];
      switch (step.op) {
        case CHARACTER -> next[s + 1] |= c == step.character;
        case ANY -> next[s + 1] |= !barrier;
        case SET -> next[s + 1] |= !barrier && step.set.get(c);
        case STAR -> next[s] |= !barrier;
        case DEEP_STAR -> next[s] = true;
        case MAYBE_DEEP, NEVER -> {}
      }
    }
  }

  /** Adds what is reached without a character; tells whether any state is left. */
  private boolean close(boolean[] states) {
    boolean alive = states[steps.length];
    for (int s = 0; s < steps.length; s++) {
      if (!states[s]) {
        continue;
      }
      alive = true;
      Step step = steps[s];
      if (step.op == Op.STAR || step.op == Op.DEEP_STAR) {
        states[s + 1] = true;
      } else if (step.op == Op.MAYBE_DEEP) {
        states[s + 1] = true;
        states[s + 3] = true;
      }
    }
    return alive;
  }

  /** One pass over a pattern. */
  private static final class Compiler {
    private final String pattern;
    private final boolean pathname;
    private final List<Step> steps = new ArrayList<>();
    private int at;

    Compiler(String pattern, boolean pathname) {
      this.pattern = pattern;
      this.pathname = pathname;
    }

    List<Step> compile() {
      while (at < pattern.length()) {
        char c = pattern.charAt(at);
        switch (c) {
          case '*' -> stars();
          case '?' -> add(Op.ANY, '\0', null);
          case '[' -> add(characterClass());
          case '\\' -> {
            at++;
            if (at == pattern.length()) {
              add(Op.NEVER, '\0', null);
            } else {
              add(Op.CHARACTER, pattern.charAt(at), null);
            }
          }
          default -> add(Op.CHARACTER, c, null);
        }
      }
      return steps;
    }

    private void add(Op op, char character, BitSet set) {
      steps.add(new Step(op, character, set));
      at++;
    }

    /** Null for a class that git gives up on. */
    private void add(BitSet set) {
      if (set == null) {
        at = pattern.length();
        steps.add(new Step(Op.NEVER, '\0', null));
      } else {
        add(Op.SET, '\0', set);
      }
    }

    private void stars() {
      int start = at;
      while (at < pattern.length() && pattern.charAt(at) == '*') {
        at++;
      }
      boolean run = at - start > 1;
      boolean opens = start == 0 || pattern.charAt(start - 1) == '/';
      boolean slash = at < pattern.length() && pattern.charAt(at) == '/';
      boolean closes = at == pattern.length() || slash || pattern.startsWith("\\/", at);
      boolean deep = !pathname || run && opens && closes;
      if (pathname && deep && slash) {
        steps.add(new Step(Op.MAYBE_DEEP, '\0', null));
      }
      steps.add(new Step(deep ? Op.DEEP_STAR : Op.STAR, '\0', null));
    }

    /** Reads from {@code [} on; leaves {@link #at} on the closing bracket. */
    private BitSet characterClass() {
      BitSet set = new BitSet(256);
      at++;
      boolean negated = peek() == '!' || peek() == '^';
      if (negated) {
        at++;
      }
      int previous = 0;
      do {
        int c = peek();
        if (c == 0) {
          return null;
        }
        if (c == '\\') {
          at++;
          c = peek();
          if (c == 0) {
            return null;
          }
          set.set(c);
        } else if (c == '-' && previous != 0 && peek(1) != 0 && peek(1) != ']') {
          at++;
          if (peek() == '\\') {
            at++;
          }
          if (peek() == 0) {
            return null;
          }
          if (previous <= peek()) {
            set.set(previous, peek() + 1);
          }
          c = 0;
        } else if (c == '[' && peek(1) == ':') {
          int close = pattern.indexOf(']', at + 2);
          if (close < 0) {
            return null;
          }
          if (close < at + 3 || pattern.charAt(close - 1) != ':') {
            set.set('[');
          } else if (!PosixClass.addTo(set, pattern.substring(at + 2, close - 1))) {
            return null;
          } else {
            at = close;
            c = 0;
          }
        } else {
          set.set(c);
        }
        previous = c;
        at++;
      } while (peek() != ']');
      if (negated) {
        set.flip(0, 256);
      }
      return set;
    }

    private int peek() {
      return peek(0);
    }

    /** 0 past the end, as in C. */
    private int peek(int ahead) {
      return at + ahead < pattern.length() ? pattern.charAt(at + ahead) : 0;
    }
  }
}
