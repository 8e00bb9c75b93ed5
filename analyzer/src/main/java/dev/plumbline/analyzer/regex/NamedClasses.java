package dev.plumbline.analyzer.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Classes of characters that patterns name: {@code .}, {@code \w}, {@code \p{L} }. What few
 * patterns name (scripts, blocks, properties) is asked of the JDK itself.
 */
final class NamedClasses {

  static final Alphabet LINE_TERMINATORS = Alphabet.of("\n\r\u0085\u2028\u2029");
  static final Alphabet NEWLINE = Alphabet.of('\n');
  static final Alphabet DIGIT = Alphabet.range('0', '9');
  static final Alphabet LETTER = Alphabet.range('A', 'Z').union(Alphabet.range('a', 'z'));
  static final Alphabet WORD = DIGIT.union(LETTER).union(Alphabet.of('_'));
  static final Alphabet SPACE = Alphabet.range('\t', '\r').union(Alphabet.of(' '));
  static final Alphabet VERTICAL = LINE_TERMINATORS.union(Alphabet.range(0x0B, 0x0C));
  static final Alphabet HORIZONTAL =
      Alphabet.of(" \t\u00A0\u1680\u180E\u202F\u205F\u3000").union(Alphabet.range(0x2000, 0x200A));

  /** Of which the JDK makes letters of either case when case does not matter. */
  private static final Set<String> OF_CASE = Set.of("Lower", "Upper", "Lu", "Ll", "Lt");

  /** No character beyond has another case. */
  private static final int LAST_WITH_CASE = 0x1FFFF;

  /** The general categories of Unicode, which many patterns and data name. */
  private static final class Unicode {
    /** In the order of the constants of {@code Character}, which leave 17 out. */
    private static final List<String> NAMES =
        List.of(
            "Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf - Co Cs Pd Ps Pe Pc Po Sm Sc Sk So"
                .concat(" Pi Pf")
                .split(" "));

    static final List<Alphabet> BY_TYPE = byType();
    static final Alphabet LETTER = of("Lu Ll Lt Lm Lo");
    static final Alphabet MARK = of("Mn Mc Me");
    static final Alphabet DIGIT = of("Nd");

    /**
     * @return null when it is no category
     */
    static Alphabet ofCategory(String name) {
      return switch (name) {
        case "L" -> LETTER;
        case "M" -> MARK;
        case "N" -> of("Nd Nl No");
        case "P" -> of("Pd Ps Pe Pc Po Pi Pf");
        case "S" -> of("Sm Sc Sk So");
        case "Z" -> of("Zs Zl Zp");
        default -> name.length() == 2 && NAMES.contains(name) ? of(name) : null;
      };
    }

    private static Alphabet of(String names) {
      List<Alphabet> sets = new ArrayList<>();
      for (String name : names.split(" ")) {
        sets.add(BY_TYPE.get(NAMES.indexOf(name)));
      }
      return NamedClasses.union(sets);
    }

    private static List<Alphabet> byType() {
      List<List<Alphabet>> ranges = new ArrayList<>();
      NAMES.forEach(name -> ranges.add(new ArrayList<>()));
      int first = 0;
      for (int c = 1; c <= Character.MAX_CODE_POINT + 1; c++) {
        int type = Character.getType(first);
        if (c > Character.MAX_CODE_POINT || Character.getType(c) != type) {
          ranges.get(type).add(Alphabet.range(first, c - 1));
          first = c;
        }
      }
      return ranges.stream().map(NamedClasses::union).toList();
    }
  }

  /** What {@code UNICODE_CHARACTER_CLASS} makes of the usual classes. */
  private static final class UnicodeClasses {
    static final Alphabet WORD = askJdk("\\w", Pattern.UNICODE_CHARACTER_CLASS);
    static final Alphabet SPACE = askJdk("\\s", Pattern.UNICODE_CHARACTER_CLASS);
    static final Alphabet DIGIT = askJdk("\\d", Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** Characters that differ in case alone, by the one that all of them fold to. */
  private static final class Cases {
    static final Map<Integer, Alphabet> BY_FOLDED = byFolded();

    private static Map<Integer, Alphabet> byFolded() {
      Map<Integer, Alphabet> sets = new HashMap<>();
      for (int c = 0; c <= LAST_WITH_CASE; c++) {
        if (fold(c) != c || Character.toUpperCase(c) != c) {
          sets.merge(fold(c), Alphabet.of(c), Alphabet::union);
        }
      }
      sets.replaceAll((folded, set) -> set.union(Alphabet.of(folded)));
      return Map.copyOf(sets);
    }
  }

  private NamedClasses() {}

  /** Letters of all scripts, with the marks that stand on them. */
  static Alphabet anyLetter() {
    return Unicode.LETTER.union(Unicode.MARK);
  }

  /** Decimal digits of all scripts. */
  static Alphabet anyDigit() {
    return Unicode.DIGIT;
  }

  /** What the dot stands for. */
  static Alphabet dot(int flags) {
    if ((flags & Pattern.DOTALL) != 0) {
      return Alphabet.EVERY;
    }
    return ((flags & Pattern.UNIX_LINES) != 0 ? NEWLINE : LINE_TERMINATORS).complement();
  }

  /**
   * What an escape such as {@code w} or {@code H} stands for.
   *
   * @return null when the letter names no class
   */
  static Alphabet ofLetter(int letter, int flags) {
    boolean unicode = (flags & Pattern.UNICODE_CHARACTER_CLASS) != 0;
    return switch (letter) {
      case 'd' -> unicode ? UnicodeClasses.DIGIT : DIGIT;
      case 'w' -> unicode ? UnicodeClasses.WORD : WORD;
      case 's' -> unicode ? UnicodeClasses.SPACE : SPACE;
      case 'D', 'S', 'W' -> ofLetter(Character.toLowerCase(letter), flags).complement();
      case 'h' -> HORIZONTAL;
      case 'H' -> HORIZONTAL.complement();
      case 'v' -> VERTICAL;
      case 'V' -> VERTICAL.complement();
      default -> null;
    };
  }

  /** What {@code \p{name}} stands for. */
  static Alphabet ofProperty(String name, boolean negated, int flags) {
    Alphabet known = Unicode.ofCategory(name);
    if (known == null && (flags & Pattern.UNICODE_CHARACTER_CLASS) == 0) {
      known = ofPosix(name);
    }
    boolean isOfCase = (flags & Pattern.CASE_INSENSITIVE) != 0 && OF_CASE.contains(name);
    Alphabet set = known != null && !isOfCase ? known : askJdk("\\p{" + name + "}", flags);
    return negated ? set.complement() : set;
  }

  private static Alphabet ofPosix(String name) {
    return switch (name) {
      case "Lower" -> Alphabet.range('a', 'z');
      case "Upper" -> Alphabet.range('A', 'Z');
      case "Alpha" -> LETTER;
      case "Digit" -> DIGIT;
      case "Alnum" -> LETTER.union(DIGIT);
      case "XDigit" -> Alphabet.of("0123456789abcdefABCDEF");
      case "ASCII" -> Alphabet.range(0, 0x7F);
      case "Space" -> SPACE;
      case "Blank" -> Alphabet.of(" \t");
      case "Cntrl" -> Alphabet.range(0, 0x1F).union(Alphabet.of(0x7F));
      case "Graph" -> Alphabet.range('!', '~');
      case "Print" -> Alphabet.range(' ', '~');
      case "Punct" -> Alphabet.range('!', '~').minus(LETTER).minus(DIGIT);
      default -> null;
    };
  }

  /**
   * The characters that a class of one escape matches. It is a loop over a single class, which the
   * JDK runs in linear time. Planes in which nothing is assigned are told by samples.
   */
  private static Alphabet askJdk(String escape, int flags) {
    Matcher matcher = Pattern.compile(escape + "+", flags & ~Pattern.LITERAL).matcher("");
    List<Alphabet> found = new ArrayList<>();
    for (int plane = 0; plane <= 16; plane++) {
      int first = plane << 16;
      if (plane < 4 || plane == 14) {
        int surrogates = plane == 0 ? Character.MIN_HIGH_SURROGATE : first + 0x10000;
        collect(matcher, first, surrogates, found);
        for (int c = surrogates; plane == 0 && c <= Character.MAX_LOW_SURROGATE; c++) {
          collect(matcher, c, c + 1, found);
        }
        if (plane == 0) {
          collect(matcher, Character.MAX_LOW_SURROGATE + 1, 0x10000, found);
        }
      } else {
        if (matches(matcher, first)) {
          found.add(Alphabet.range(first, first + 0xFFFD));
        }
        collect(matcher, first + 0xFFFE, first + 0x10000, found);
      }
    }
    return union(found);
  }

  private static boolean matches(Matcher matcher, int character) {
    return matcher.reset(Character.toString(character)).matches();
  }

  private static void collect(Matcher matcher, int from, int to, List<Alphabet> found) {
    StringBuilder text = new StringBuilder();
    for (int c = from; c < to; c++) {
      text.appendCodePoint(c);
    }
    int width = from > 0xFFFF ? 2 : 1;
    matcher.reset(text);
    while (matcher.find()) {
      found.add(Alphabet.range(from + matcher.start() / width, from + matcher.end() / width - 1));
    }
  }

  /** By halves, so that many small sets cost no square. */
  static Alphabet union(List<Alphabet> sets) {
    if (sets.isEmpty()) {
      return Alphabet.NONE;
    }
    if (sets.size() == 1) {
      return sets.get(0);
    }
    int half = sets.size() / 2;
    return union(sets.subList(0, half)).union(union(sets.subList(half, sets.size())));
  }

  /** One character as the flags on case have it. */
  static Alphabet single(int character, int flags) {
    Alphabet set = Alphabet.of(character);
    if ((flags & Pattern.CASE_INSENSITIVE) == 0) {
      return set;
    }
    if ((flags & Pattern.UNICODE_CASE) == 0) {
      return withAsciiCases(set);
    }
    return Cases.BY_FOLDED.getOrDefault(fold(character), set);
  }

  /** A range as the flags on case have it. */
  static Alphabet range(int first, int last, int flags) {
    Alphabet set = Alphabet.range(first, last);
    return (flags & Pattern.CASE_INSENSITIVE) == 0 ? set : withCases(set, flags);
  }

  /** The set with all characters that the flags take for one of it. */
  static Alphabet withCases(Alphabet set, int flags) {
    if ((flags & Pattern.UNICODE_CASE) == 0) {
      return withAsciiCases(set);
    }
    return set.union(
        Alphabet.where(
            0,
            LAST_WITH_CASE,
            c -> set.contains(Character.toUpperCase(c)) || set.contains(fold(c))));
  }

  private static Alphabet withAsciiCases(Alphabet set) {
    return set.union(
        Alphabet.where(
            'A',
            'z',
            c ->
                LETTER.contains(c)
                    && (set.contains(Character.toUpperCase(c))
                        || set.contains(Character.toLowerCase(c)))));
  }

  private static int fold(int character) {
    return Character.toLowerCase(Character.toUpperCase(character));
  }
}
