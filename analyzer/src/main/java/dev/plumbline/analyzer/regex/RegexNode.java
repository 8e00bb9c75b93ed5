package dev.plumbline.analyzer.regex;

import java.util.List;

/**
 * A pattern of {@code java.util.regex} as a tree. Flags are applied while reading: case, line
 * terminators and Unicode classes are in the alphabets already.
 */
sealed interface RegexNode {

  /** The one visitor of all kinds. */
  interface Visitor<T> {
    T chars(Chars node);

    T sequence(Sequence node);

    T alternatives(Alternatives node);

    T repeat(Repeat node);

    T group(Group node);

    T atomic(Atomic node);

    T look(Look node);

    T boundary(Boundary node);

    T backReference(BackReference node);

    T unknown(Unknown node);
  }

  <T> T accept(Visitor<T> visitor);

  /** One character of the set. */
  record Chars(Alphabet set) implements RegexNode {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.chars(this);
    }
  }

  /** One after the other; none for the empty text. */
  record Sequence(List<RegexNode> parts) implements RegexNode {
    static final Sequence EMPTY = new Sequence(List.of());

    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.sequence(this);
    }
  }

  /** One of them, the first that leads to a match. */
  record Alternatives(List<RegexNode> branches) implements RegexNode {
    public Alternatives {
      branches = List.copyOf(branches);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.alternatives(this);
    }
  }

  /**
   * @param max {@link #UNBOUNDED} for no limit
   */
  record Repeat(RegexNode body, int min, int max, Mode mode) implements RegexNode {
    static final int UNBOUNDED = Integer.MAX_VALUE;

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.repeat(this);
    }
  }

  /** Which number of repetitions is tried first, and whether others are tried at all. */
  enum Mode {
    GREEDY,
    RELUCTANT,
    POSSESSIVE
  }

  /** A capturing group; the index counts from 1. */
  record Group(RegexNode body, int index) implements RegexNode {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.group(this);
    }
  }

  /** What matched first stays, as in {@code (?>X)}. */
  record Atomic(RegexNode body) implements RegexNode {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.atomic(this);
    }
  }

  /** A test of what follows or precedes. */
  record Look(RegexNode body, boolean ahead, boolean negative) implements RegexNode {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.look(this);
    }
  }

  /** A test of the place between two characters. */
  enum Boundary implements RegexNode {
    /** {@code \A}, and {@code ^} without {@code MULTILINE}. */
    BEGIN,
    /** {@code ^} with {@code MULTILINE}. */
    LINE_BEGIN,
    /** {@code \z}. */
    END,
    /** {@code \Z}, and {@code $} without {@code MULTILINE}: before a last line terminator too. */
    END_OR_LAST_TERMINATOR,
    /** The same with {@code UNIX_LINES}. */
    END_OR_LAST_NEWLINE,
    /** {@code $} with {@code MULTILINE}. */
    LINE_END,
    /** {@code \b}. */
    OF_WORD,
    /** {@code \B}. */
    NOT_OF_WORD,
    /** {@code \G}. */
    LAST_MATCH;

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.boundary(this);
    }
  }

  /**
   * The text of a group again.
   *
   * @param ignoresCase whether letters may be of the other case there
   */
  record BackReference(int group, boolean ignoresCase) implements RegexNode {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.backReference(this);
    }
  }

  /** Not understood: any text, for any cost. */
  record Unknown(String reason) implements RegexNode {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.unknown(this);
    }
  }
}
