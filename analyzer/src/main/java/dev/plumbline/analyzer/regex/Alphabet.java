package dev.plumbline.analyzer.regex;

import dev.plumbline.analyzer.library.SinkKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A set of characters, immutable. Characters are code points, as for {@code java.util.regex};
 * halves of surrogate pairs that stand alone count as characters of their own.
 */
public final class Alphabet {

  /** No character: the only text over it is the empty one. */
  public static final Alphabet NONE = new Alphabet(new int[0]);

  public static final Alphabet EVERY = new Alphabet(new int[] {0, Character.MAX_CODE_POINT});

  /** First and last character of each range, ascending, with a gap between ranges. */
  private final int[] bounds;

  private Alphabet(int[] bounds) {
    this.bounds = bounds;
  }

  /** All characters of the text. */
  public static Alphabet of(String text) {
    int[] characters = text.codePoints().sorted().distinct().toArray();
    int[] bounds = new int[characters.length * 2];
    for (int i = 0; i < characters.length; i++) {
      bounds[2 * i] = characters[i];
      bounds[2 * i + 1] = characters[i];
    }
    return new Alphabet(joined(bounds, bounds.length));
  }

  public static Alphabet of(int character) {
    return range(character, character);
  }

  /** From {@code first} to {@code last}, both among them; none when {@code first} is greater. */
  public static Alphabet range(int first, int last) {
    return first > last ? NONE : new Alphabet(new int[] {first, last});
  }

  /** Those from {@code first} to {@code last} that the test admits. */
  static Alphabet where(int first, int last, IntPredicate test) {
    int[] bounds = new int[16];
    int size = 0;
    for (int c = first; c <= last; c++) {
      if (test.test(c)) {
        if (size > 0 && bounds[size - 1] == c - 1) {
          bounds[size - 1] = c;
        } else {
          if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, size * 2);
          }
          bounds[size++] = c;
          bounds[size++] = c;
        }
      }
    }
    return new Alphabet(Arrays.copyOf(bounds, size));
  }

  /**
   * What stands between the brackets of a regular expression: {@code a-zA-Z0-9_}, {@code \p{L} }.
   * Library data write alphabets like this.
   *
   * @return empty when it is not understood
   */
  public static Optional<Alphabet> parse(String text) {
    return RegexParser.parse("[" + text + "]", 0) instanceof RegexNode.Chars one
        ? Optional.of(one.set())
        : Optional.empty();
  }

  /**
   * The characters that any text may contain which the pattern matches as a whole, as {@code
   * Matcher.matches} and {@code String.matches} test it. May be too large, never too small: what
   * lookaround and boundaries forbid is not taken into account.
   *
   * @return empty when the pattern is not understood
   */
  public static Optional<Alphabet> ofFullMatch(String regex, int flags) {
    return MatchedText.whenMatches(regex, flags).map(MatchedText::alphabet);
  }

  /**
   * The characters that may be left in any text after {@code replaceAll}.
   *
   * @return empty when nothing is known to be removed for good
   */
  public static Optional<Alphabet> afterReplaceAll(String regex, String replacement, int flags) {
    return Replacement.ofAll(regex, replacement, flags).map(done -> done.after(EVERY));
  }

  /**
   * The characters that may be left in any text after {@code String.replace}.
   *
   * @return empty when nothing is known to be removed for good
   */
  public static Optional<Alphabet> afterReplace(String target, String replacement) {
    return Replacement.ofLiteral(target, replacement).map(done -> done.after(EVERY));
  }

  /**
   * The uses for which every text over this alphabet is harmless, wherever it stands in the text of
   * the use. {@link MetaCharacters} has the reasons, kind by kind.
   */
  public Set<SinkKind> harmlessFor() {
    return MetaCharacters.harmlessFor(this);
  }

  public boolean isEmpty() {
    return bounds.length == 0;
  }

  public boolean contains(int character) {
    int low = 0;
    int high = bounds.length / 2 - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (character < bounds[2 * middle]) {
        high = middle - 1;
      } else if (character > bounds[2 * middle + 1]) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /** Whether all characters of the text are among these. */
  public boolean containsAll(String text) {
    return text.codePoints().allMatch(this::contains);
  }

  public boolean containsAll(Alphabet other) {
    return other.minus(this).isEmpty();
  }

  public boolean intersects(Alphabet other) {
    return !intersection(other).isEmpty();
  }

  public Alphabet complement() {
    int[] result = new int[bounds.length + 2];
    int size = 0;
    int next = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      if (next < bounds[i]) {
        result[size++] = next;
        result[size++] = bounds[i] - 1;
      }
      next = bounds[i + 1] + 1;
    }
    if (next <= Character.MAX_CODE_POINT) {
      result[size++] = next;
      result[size++] = Character.MAX_CODE_POINT;
    }
    return new Alphabet(Arrays.copyOf(result, size));
  }

  public Alphabet union(Alphabet other) {
    if (isEmpty() || other == this) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    int[] all = new int[bounds.length + other.bounds.length];
    int size = 0;
    int mine = 0;
    int theirs = 0;
    while (size < all.length) {
      boolean takeMine =
          theirs == other.bounds.length
              || mine < bounds.length && bounds[mine] <= other.bounds[theirs];
      int[] from = takeMine ? bounds : other.bounds;
      int at = takeMine ? mine : theirs;
      all[size++] = from[at];
      all[size++] = from[at + 1];
      if (takeMine) {
        mine += 2;
      } else {
        theirs += 2;
      }
    }
    return new Alphabet(joined(all, size));
  }

  public Alphabet intersection(Alphabet other) {
    int[] result = new int[bounds.length + other.bounds.length];
    int size = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < bounds.length && theirs < other.bounds.length) {
      int first = Math.max(bounds[mine], other.bounds[theirs]);
      int last = Math.min(bounds[mine + 1], other.bounds[theirs + 1]);
      if (first <= last) {
        result[size++] = first;
        result[size++] = last;
      }
      if (bounds[mine + 1] < other.bounds[theirs + 1]) {
        mine += 2;
      } else {
        theirs += 2;
      }
    }
    return new Alphabet(Arrays.copyOf(result, size));
  }

  public Alphabet minus(Alphabet other) {
    return intersection(other.complement());
  }

  /** How many characters there are. */
  public int size() {
    int size = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      size += bounds[i + 1] - bounds[i] + 1;
    }
    return size;
  }

  /** The least character. Not to be asked of an empty alphabet. */
  int first() {
    return bounds[0];
  }

  /** The first characters of all ranges: where membership begins. */
  IntStream starts() {
    return IntStream.range(0, bounds.length / 2).map(i -> bounds[2 * i]);
  }

  /** The characters behind the ends of all ranges: where membership ends. */
  IntStream ends() {
    return IntStream.range(0, bounds.length / 2).map(i -> bounds[2 * i + 1] + 1);
  }

  /** Ranges in ascending order of their first characters, made one where they touch or overlap. */
  private static int[] joined(int[] ranges, int length) {
    int size = 0;
    for (int i = 0; i < length; i += 2) {
      if (size > 0 && ranges[i] <= ranges[size - 1] + 1) {
        ranges[size - 1] = Math.max(ranges[size - 1], ranges[i + 1]);
      } else {
        ranges[size++] = ranges[i];
        ranges[size++] = ranges[i + 1];
      }
    }
    return Arrays.copyOf(ranges, size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Alphabet alphabet && Arrays.equals(bounds, alphabet.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  /** As inside the brackets of a regular expression. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bounds.length; i += 2) {
      write(bounds[i], text);
      if (bounds[i + 1] > bounds[i]) {
        text.append(bounds[i + 1] == bounds[i] + 1 ? "" : "-");
        write(bounds[i + 1], text);
      }
    }
    return text.toString();
  }

  private static void write(int character, StringBuilder text) {
    if (character < 0x80 && Character.isLetterOrDigit(character)) {
      text.append((char) character);
    } else if (character > 0x20 && character < 0x7f) {
      text.append('\\').append((char) character);
    } else {
      text.append("\\x{").append(Integer.toHexString(character)).append('}');
    }
  }
}
