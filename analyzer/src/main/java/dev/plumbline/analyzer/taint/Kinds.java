package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind;
import java.util.Collection;

/** Sets of sink kinds as bits, for values have one for each of their origins. */
final class Kinds {

  /** The value begins with a slash; together with the next bit, no other host can be meant. */
  static final long SLASH_FIRST = 1L << 62;

  /** The value does not begin with two slashes. */
  static final long NOT_TWO_SLASHES = 1L << 61;

  /** Characters of which it matters that a text does not have them, each with its bit. */
  /** Marks a number as the place of the last dot or separator in the text that it is a form of. */
  static final long LAST_PLACE = 1L << 60;

  static final String TELLING = "<>&\"'/\\.\r\n;|`$";

  private static final int FIRST_CHARACTER_BIT = 45;

  static final long ALL = (1L << SinkKind.values().length) - 1;
  static final long NUMBER = of(SinkKind.NUMBER);

  /** All uses of text. */
  static final long TEXT = ALL & ~NUMBER;

  static final long LINE_BREAKS = of(SinkKind.LOG) | of(SinkKind.HEADER) | of(SinkKind.MAIL);
  static final long HOST = of(SinkKind.URL) | of(SinkKind.REDIRECT) | of(SinkKind.URL_PARAMETER);

  private Kinds() {}

  static long of(SinkKind kind) {
    // What goes into a statement through a mapper is as harmless as what is put there by hand.
    return 1L << (kind == SinkKind.MAPPER_SQL ? SinkKind.SQL : kind).ordinal();
  }

  static long of(Collection<SinkKind> kinds) {
    long bits = 0;
    for (SinkKind kind : kinds) {
      bits |= of(kind);
    }
    return bits;
  }

  static boolean isCleared(long cleared, SinkKind kind) {
    if ((cleared & of(kind)) != 0 || isHarmlessWithout(cleared, kind)) {
      return true;
    }
    return kind == SinkKind.REDIRECT
        && (cleared & SLASH_FIRST) != 0
        && (cleared & NOT_TWO_SLASHES) != 0;
  }

  /** What is proved by the absence of a character. */
  static long without(char character) {
    int index = TELLING.indexOf(character);
    return index < 0 ? 0 : 1L << (FIRST_CHARACTER_BIT + index);
  }

  private static boolean lacks(long cleared, String characters) {
    for (int i = 0; i < characters.length(); i++) {
      if ((cleared & without(characters.charAt(i))) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the characters that a text was seen to lack make it harmless. */
  private static boolean isHarmlessWithout(long cleared, SinkKind kind) {
    if (cleared >>> FIRST_CHARACTER_BIT == 0) {
      return false;
    }
    return switch (kind) {
      case HTML -> lacks(cleared, "<>") || lacks(cleared, "<\"");
      case LOG, HEADER, MAIL -> lacks(cleared, "\r\n");
      case PATH -> lacks(cleared, "/\\");
      default -> false;
    };
  }

  /** Whether it is the output of a predictable generator: harmful as a number too. */
  static boolean isRandom(Object origin) {
    return origin instanceof Source source && source.kind() == SourceKind.RANDOM;
  }
}
