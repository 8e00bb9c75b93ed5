package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.regex.Ambiguity.Candidate;
import dev.plumbline.analyzer.regex.RegexNode.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How long {@code java.util.regex} may take for a text that someone chooses against a pattern. What
 * an automaton shows to be ambiguous is tried: an attack is told only after the steps that the
 * matcher takes for it were seen to grow. Nothing said does not mean that there is no attack: those
 * that need lookaround or references to groups to hold are not looked for.
 *
 * @param growth of the steps with the length of the text
 * @param attack texts for which they grow so
 */
public record Backtracking(Growth growth, Optional<Attack> attack) {

  /** How the steps grow with the length of the text. */
  public enum Growth {
    /** Nothing was found. */
    MODEST,
    /** With the square or a higher power. */
    POLYNOMIAL,
    /** Some dozens of characters are enough to stop a thread for good. */
    EXPONENTIAL,
    /** The pattern has something that is not understood. */
    UNKNOWN,
    /** The pattern is larger than what is looked at. */
    TOO_LARGE
  }

  /** How much of a text the pattern has to match. */
  public enum Test {
    /** All of it: {@code matches}, {@code @Pattern}. */
    WHOLE,
    /** Any part of it: {@code find}, {@code split}, {@code replaceAll}. */
    PART
  }

  /** Which matcher. */
  public enum Engine {
    /** Tries each way again. */
    JAVA_8,
    /** Remembers where some loops have failed. */
    JAVA_9
  }

  /** A text for each number of times. */
  public record Attack(String prefix, String pump, String suffix) {
    public String text(int times) {
      return prefix + pump.repeat(times) + suffix;
    }
  }

  private static final long EXPONENTIAL_STEPS = 20_000;

  /** For one text. */
  private static final long MOST_STEPS = 1_000_000;

  private static final long POLYNOMIAL_STEPS = 200_000;

  /** What one pattern may cost in all: some tenths of a second. */
  private static final long ALL_STEPS = 4_000_000;

  /** Twice the length: more than this is no power that a pattern of this size could reach. */
  private static final int EXPONENTIAL_RATIO = 50;

  /** Up to the fourth power. */
  private static final int SMALL_POWER_RATIO = 17;

  /** Twice the length: four times the steps, less what does not grow. */
  private static final double POLYNOMIAL_RATIO = 3;

  private static final int FIRST_TIMES = 2;

  /** From here on the constant parts of the cost do not matter. */
  private static final int MANY_TIMES = 16;

  private static final int LAST_TIMES = 256;

  /** What may make a text fail that was matched so far; the empty one too. */
  private static final List<String> SUFFIXES =
      List.of("!", "\n", "\u0000", "a", "0", "\uFFFF", "\n\n", "");

  private static final Backtracking MODEST = new Backtracking(Growth.MODEST, Optional.empty());

  /**
   * @param flags those of {@code Pattern.compile}
   */
  public static Backtracking of(String regex, int flags, Test test, Engine engine) {
    return of(regex, flags, test, engine, false);
  }

  /** The same on a Java of today, for who does not care for powers: it costs less. */
  public static Backtracking exponential(String regex, int flags, Test test) {
    return of(regex, flags, test, Engine.JAVA_9, true);
  }

  private static Backtracking of(
      String regex, int flags, Test test, Engine engine, boolean exponentialOnly) {
    RegexNode pattern = RegexParser.parse(regex, flags);
    if (pattern instanceof RegexNode.Unknown unknown && unknown.reason().startsWith("too ")) {
      return new Backtracking(Growth.TOO_LARGE, Optional.empty());
    }
    if (!Facts.of(pattern).understood()) {
      return new Backtracking(Growth.UNKNOWN, Optional.empty());
    }
    boolean searching = !exponentialOnly && test == Test.PART && !Anchors.atBegin(pattern);
    try {
      Automaton automaton = Automaton.of(pattern, searching);
      Set<Repeat> remembering = engine == Engine.JAVA_8 ? Set.of() : Loops.remembering(pattern);
      Search search = new Search(pattern, remembering, test, new Ambiguity(automaton));
      return exponentialOnly ? search.exponential() : search.answer();
    } catch (Automaton.TooLargeException e) {
      return new Backtracking(Growth.TOO_LARGE, Optional.empty());
    }
  }

  /** Tries the words that the automaton offers. */
  private static final class Search {
    private final RegexNode pattern;
    private final Set<Repeat> remembering;
    private final Test test;
    private final Ambiguity ambiguity;
    private long left = ALL_STEPS;

    Search(RegexNode pattern, Set<Repeat> remembering, Test test, Ambiguity ambiguity) {
      this.pattern = pattern;
      this.remembering = remembering;
      this.test = test;
      this.ambiguity = ambiguity;
    }

    Backtracking exponential() {
      return first(ambiguity.exponential(), this::isExponential)
          .map(attack -> new Backtracking(Growth.EXPONENTIAL, Optional.of(attack)))
          .orElseGet(this::nothing);
    }

    Backtracking answer() {
      Backtracking exponential = exponential();
      if (exponential.growth() == Growth.EXPONENTIAL) {
        return exponential;
      }
      // A loop with a bound is a high power, and as bad for the texts there are.
      List<Candidate> powers = ambiguity.polynomial();
      Optional<Attack> attack = first(powers, this::isExponential);
      if (attack.isPresent()) {
        return new Backtracking(Growth.EXPONENTIAL, attack);
      }
      List<Candidate> candidates = new ArrayList<>(ambiguity.exponential());
      candidates.addAll(powers);
      return first(candidates, this::isPolynomial)
          .map(found -> new Backtracking(Growth.POLYNOMIAL, Optional.of(found)))
          .orElseGet(this::nothing);
    }

    private Backtracking nothing() {
      return ambiguity.isSpent() || left <= 0
          ? new Backtracking(Growth.TOO_LARGE, Optional.empty())
          : MODEST;
    }

    private Optional<Attack> first(List<Candidate> candidates, Predicate<Attack> works) {
      for (Candidate candidate : candidates) {
        for (String suffix : SUFFIXES) {
          Attack attack = new Attack(candidate.prefix(), candidate.pump(), suffix);
          // A match ends the search.
          if (left > 0 && !run(attack.text(2), POLYNOMIAL_STEPS).matched() && works.test(attack)) {
            return Optional.of(attack);
          }
        }
      }
      return Optional.empty();
    }

    private boolean isExponential(Attack attack) {
      long before = EXPONENTIAL_STEPS;
      for (int times = FIRST_TIMES; times <= LAST_TIMES; times *= 2) {
        long limit = Math.max(EXPONENTIAL_STEPS, EXPONENTIAL_RATIO * before);
        Simulation.Run run = run(attack.text(times), Math.min(limit, MOST_STEPS));
        if (run.tooDeep()) {
          return false;
        }
        boolean isAtLimit = run.steps() >= MOST_STEPS;
        int ratio = isAtLimit ? SMALL_POWER_RATIO : EXPONENTIAL_RATIO;
        if (run.steps() > ratio * before) {
          return staysSlow(attack, 2 * times);
        }
        if (isAtLimit) {
          return false;
        }
        if (run.matched() || times >= MANY_TIMES && run.steps() < SMALL_POWER_RATIO * before) {
          return false;
        }
        before = run.steps();
      }
      return false;
    }

    /** A longer text may be matched after all. */
    private boolean staysSlow(Attack attack, int times) {
      Simulation.Run run = run(attack.text(times), MOST_STEPS);
      return !run.matched() && !run.tooDeep() && run.steps() > MOST_STEPS;
    }

    private boolean isPolynomial(Attack attack) {
      double before = POLYNOMIAL_STEPS;
      int grown = 0;
      for (int times = FIRST_TIMES; times <= LAST_TIMES; times *= 2) {
        Simulation.Run run = run(attack.text(times), POLYNOMIAL_STEPS);
        if (run.tooDeep() || run.matched()) {
          return grown > 1 && !run.matched();
        }
        boolean grows = run.steps() >= POLYNOMIAL_RATIO * before;
        if (run.steps() > POLYNOMIAL_STEPS) {
          return grown > 1 || grown == 1 && grows;
        }
        grown = grows ? grown + 1 : 0;
        before = run.steps();
      }
      return grown > 1;
    }

    private Simulation.Run run(String text, long limit) {
      Simulation.Run run =
          test == Test.WHOLE
              ? Simulation.matches(pattern, remembering, text, limit)
              : Simulation.find(pattern, remembering, text, limit);
      left -= run.steps();
      return run;
    }
  }
}
