package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.regex.RegexNode.Repeat;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must hold for a text on the branch where a test against a pattern had the answer that the
 * factory names. The sets may be too large and the constants too short, never the other way: what
 * lookaround and word boundaries forbid is not taken into account.
 *
 * @param alphabet the characters that it may contain
 * @param first those that it may begin with
 * @param last those that it may end with
 * @param doubled those that may stand twice in a row
 * @param prefix constant text that it begins with; where either case is allowed, in lower case
 * @param suffix constant text that it ends with, likewise
 * @param minLength in characters (code points)
 * @param maxLength empty when there is no limit
 */
public record MatchedText(
    Alphabet alphabet,
    Alphabet first,
    Alphabet last,
    Alphabet doubled,
    String prefix,
    String suffix,
    int minLength,
    OptionalInt maxLength) {

  /** Numbers of more digits are not small any more. */
  private static final int DIGITS_OF_SMALL_NUMBER = 4;

  /** Scheme, host and the slash behind it: what follows cannot choose another host. */
  private static final Pattern FIXED_HOST =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#\\\\@%]++/.*+", Pattern.DOTALL);

  /** What an address on the same server may go on with, behind the first slash. */
  private static final Pattern SAME_SERVER = Pattern.compile("/[^/\\\\].*+", Pattern.DOTALL);

  /**
   * The pattern matches the whole text, as {@code Matcher.matches}, {@code String.matches} and
   * {@code @Pattern} test it.
   *
   * @param flags those of {@code Pattern.compile}
   * @return empty when the pattern is not understood
   */
  public static Optional<MatchedText> whenMatches(String regex, int flags) {
    Facts facts = Facts.of(RegexParser.parse(regex, flags));
    return facts.understood() ? Optional.of(of(facts)) : Optional.empty();
  }

  /**
   * The pattern matches some part of the text, as {@code Matcher.find} tests it. That says
   * something of the whole text where the pattern is anchored: {@code ^[a-z]+$}, though {@code $}
   * lets a last line terminator stand behind it, and with {@code MULTILINE} both mean lines.
   *
   * @return empty when the pattern is not understood, or says nothing of the whole text
   */
  public static Optional<MatchedText> whenFound(String regex, int flags) {
    RegexNode node = RegexParser.parse(regex, flags);
    return Anchors.atBegin(node) ? begunBy(node) : Optional.empty();
  }

  /** The pattern matches at the beginning of the text, as {@code Matcher.lookingAt} tests it. */
  public static Optional<MatchedText> whenLookingAt(String regex, int flags) {
    return begunBy(RegexParser.parse(regex, flags));
  }

  /**
   * The characters that a text may contain in which the pattern is not found: without any of {@code
   * [^a-z]}, it has {@code a-z} alone.
   *
   * @return empty when nothing is known
   */
  public static Optional<Alphabet> whenNotFound(String regex, int flags) {
    Alphabet excluded = Replacement.foundEverywhere(regex, flags);
    return excluded.isEmpty() ? Optional.empty() : Optional.of(excluded.complement());
  }

  /** Text over an alphabet of which nothing else is known. */
  public static MatchedText over(Alphabet alphabet) {
    return new MatchedText(alphabet, alphabet, alphabet, alphabet, "", "", 0, OptionalInt.empty());
  }

  private static Optional<MatchedText> begunBy(RegexNode node) {
    Facts facts = Facts.of(node);
    if (!facts.understood()) {
      return Optional.empty();
    }
    switch (Anchors.atEnd(node)) {
      case NOTHING:
        return Optional.of(of(facts));
      case LAST_NEWLINE:
        return Optional.of(of(facts).before(NamedClasses.NEWLINE, 1));
      case LAST_TERMINATOR:
        return Optional.of(of(facts).before(NamedClasses.LINE_TERMINATORS, 2));
      default:
        Alphabet every = Alphabet.EVERY;
        Alphabet first = facts.nullable() ? every : facts.first();
        return first.equals(every)
            ? Optional.empty()
            : Optional.of(
                new MatchedText(
                    every,
                    first,
                    every,
                    every,
                    facts.prefix(),
                    "",
                    facts.min(),
                    OptionalInt.empty()));
    }
  }

  private static MatchedText of(Facts facts) {
    return new MatchedText(
        facts.all(),
        facts.first(),
        facts.last(),
        facts.doubled(),
        facts.prefix(),
        facts.suffix(),
        facts.min(),
        facts.max() == Repeat.UNBOUNDED ? OptionalInt.empty() : OptionalInt.of(facts.max()));
  }

  /** The same text with or without a line terminator behind it. */
  private MatchedText before(Alphabet terminators, int length) {
    return new MatchedText(
        alphabet.union(terminators),
        minLength == 0 ? first.union(terminators) : first,
        last.union(terminators),
        doubled.union(last.intersection(terminators)),
        prefix,
        "",
        minLength,
        maxLength.isPresent() ? OptionalInt.of(maxLength.getAsInt() + length) : maxLength);
  }

  /**
   * The uses for which the text is harmless wherever it stands in the text of the use: by its
   * alphabet, and by what stands where.
   */
  public Set<SinkKind> harmlessFor() {
    if (isOneText()) {
      return EnumSet.allOf(SinkKind.class);
    }
    EnumSet<SinkKind> kinds = EnumSet.noneOf(SinkKind.class);
    kinds.addAll(alphabet.harmlessFor());
    kinds.addAll(MetaCharacters.harmlessWithin(this));
    if (fixesHost()) {
      kinds.add(SinkKind.URL);
      kinds.add(SinkKind.REDIRECT);
    }
    if (staysOnServer()) {
      kinds.add(SinkKind.REDIRECT);
    }
    if (isSmallNumber()) {
      kinds.add(SinkKind.NUMBER);
    }
    return kinds;
  }

  /** Whether the pattern matches one text alone, but for upper and lower case. */
  private boolean isOneText() {
    return maxLength.isPresent()
        && maxLength.getAsInt() == prefix.codePointCount(0, prefix.length());
  }

  /** Whether its beginning names a scheme and a host, to the slash behind the host. */
  public boolean fixesHost() {
    return FIXED_HOST.matcher(prefix).matches();
  }

  /**
   * Whether, as an address to go to, it is one on the same server: {@code /home}, not {@code //}.
   */
  public boolean staysOnServer() {
    return SAME_SERVER.matcher(prefix).matches();
  }

  private boolean isSmallNumber() {
    return NamedClasses.anyDigit().containsAll(alphabet)
        && maxLength.isPresent()
        && maxLength.getAsInt() <= DIGITS_OF_SMALL_NUMBER;
  }
}
