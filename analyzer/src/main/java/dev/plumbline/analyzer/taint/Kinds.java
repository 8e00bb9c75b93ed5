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

  static final long ALL = (1L << SinkKind.values().length) - 1;
  static final long NUMBER = of(SinkKind.NUMBER);

  /** All uses of text. */
  static final long TEXT = ALL & ~NUMBER;

  static final long LINE_BREAKS = of(SinkKind.LOG) | of(SinkKind.HEADER) | of(SinkKind.MAIL);
  static final long HOST = of(SinkKind.URL) | of(SinkKind.REDIRECT) | of(SinkKind.URL_PARAMETER);

  private Kinds() {}

  static long of(SinkKind kind) {
    return 1L << kind.ordinal();
  }

  static long of(Collection<SinkKind> kinds) {
    long bits = 0;
    for (SinkKind kind : kinds) {
      bits |= of(kind);
    }
    return bits;
  }

  static boolean isCleared(long cleared, SinkKind kind) {
    if ((cleared & of(kind)) != 0) {
      return true;
    }
    return kind == SinkKind.REDIRECT
        && (cleared & SLASH_FIRST) != 0
        && (cleared & NOT_TWO_SLASHES) != 0;
  }

  /** Whether it is the output of a predictable generator: harmful as a number too. */
  static boolean isRandom(Object origin) {
    return origin instanceof Source source && source.kind() == SourceKind.RANDOM;
  }
}
