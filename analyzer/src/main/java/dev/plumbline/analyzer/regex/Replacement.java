package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.regex.RegexNode.Mode;
import java.util.Optional;

/**
 * What a replacement does to the characters of a text.
 *
 * @param removed none of them is left, unless it was {@code inserted}
 * @param inserted the characters of the text that is put in their place
 */
public record Replacement(Alphabet removed, Alphabet inserted) {

  /**
   * {@code String.replaceAll} and {@code Matcher.replaceAll}. A character is removed when a match
   * begins, or goes on, wherever it stands: {@code [^a-z]}, {@code [\r\n]+}, {@code \R}, {@code
   * \s*[<>]}, {@code <|>}; not those of {@code <script>}.
   *
   * @return empty when nothing is known to be removed for good, or when the replacement puts back
   *     what was matched
   */
  public static Optional<Replacement> ofAll(String regex, String replacement, int flags) {
    Alphabet removed = foundEverywhere(regex, flags);
    return removed.isEmpty()
        ? Optional.empty()
        : inserted(replacement).map(inserted -> new Replacement(removed, inserted));
  }

  /**
   * {@code String.replace}, with characters or texts.
   *
   * @return empty when the target is not one character: what is around a removed text may close up
   *     to the same text again
   */
  public static Optional<Replacement> ofLiteral(String target, String replacement) {
    return target.codePointCount(0, target.length()) == 1
        ? Optional.of(new Replacement(Alphabet.of(target), Alphabet.of(replacement)))
        : Optional.empty();
  }

  /** The characters that may be in a text afterwards. */
  public Alphabet after(Alphabet before) {
    return before.minus(removed).union(inserted);
  }

  /**
   * The characters that a text cannot have in which the pattern is not found; empty when there are
   * none, or the pattern is not understood.
   */
  static Alphabet foundEverywhere(String regex, int flags) {
    return RegexParser.parse(regex, flags).accept(new Everywhere());
  }

  /** The characters of a replacement; empty when it refers to groups. */
  private static Optional<Alphabet> inserted(String replacement) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      if (c == '$') {
        return Optional.empty();
      }
      if (c == '\\' && ++i == replacement.length()) {
        return Optional.empty();
      }
      text.append(replacement.charAt(i));
    }
    return Optional.of(Alphabet.of(text.toString()));
  }

  /** The characters at which the part matches, and takes the character, whatever is around. */
  private static final class Everywhere implements RegexNode.Visitor<Alphabet> {

    @Override
    public Alphabet chars(RegexNode.Chars node) {
      return node.set();
    }

    /** One part takes the character, and all others can do without any. */
    @Override
    public Alphabet sequence(RegexNode.Sequence node) {
      RegexNode taking = null;
      for (RegexNode part : node.parts()) {
        if (!isOptional(part)) {
          if (taking != null) {
            return Alphabet.NONE;
          }
          taking = part;
        }
      }
      return taking == null ? Alphabet.NONE : taking.accept(this);
    }

    /**
     * Whether the part can match nothing at any place, and may do so after it has matched more.
     * What is tried later than nothing does not matter.
     */
    private static boolean isOptional(RegexNode part) {
      if (part instanceof RegexNode.Sequence sequence) {
        return sequence.parts().stream().allMatch(Everywhere::isOptional);
      }
      return part instanceof RegexNode.Repeat repeat
          && repeat.min() == 0
          && repeat.mode() != Mode.POSSESSIVE
          && Facts.of(repeat).understood();
    }

    /** A branch that can match nothing hides those behind it. */
    @Override
    public Alphabet alternatives(RegexNode.Alternatives node) {
      Alphabet set = Alphabet.NONE;
      for (RegexNode branch : node.branches()) {
        set = set.union(branch.accept(this));
        if (Facts.of(branch).nullable()) {
          return set;
        }
      }
      return set;
    }

    @Override
    public Alphabet repeat(RegexNode.Repeat node) {
      boolean prefersNothing = node.min() == 0 && node.mode() == Mode.RELUCTANT;
      return node.min() > 1 || node.max() == 0 || prefersNothing
          ? Alphabet.NONE
          : node.body().accept(this);
    }

    @Override
    public Alphabet group(RegexNode.Group node) {
      return node.body().accept(this);
    }

    @Override
    public Alphabet atomic(RegexNode.Atomic node) {
      return node.body().accept(this);
    }

    @Override
    public Alphabet look(RegexNode.Look node) {
      return Alphabet.NONE;
    }

    @Override
    public Alphabet boundary(RegexNode.Boundary node) {
      return Alphabet.NONE;
    }

    @Override
    public Alphabet backReference(RegexNode.BackReference node) {
      return Alphabet.NONE;
    }

    @Override
    public Alphabet unknown(RegexNode.Unknown node) {
      return Alphabet.NONE;
    }
  }
}
