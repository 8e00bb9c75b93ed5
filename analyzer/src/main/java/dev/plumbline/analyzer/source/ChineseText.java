package dev.plumbline.analyzer.source;

import java.util.BitSet;

/**
 * Tells Chinese text in GBK or GB18030 from text in a Western or Cyrillic charset of one byte.
 *
 * <p>Everyday Chinese stays in GB 2312, where both bytes of a character are above 0xA0, and nearly
 * all of it in level 1, the 3,755 common characters, whose first byte is 0xB0 to 0xD7. Western text
 * has its accents alone between ASCII letters; Cyrillic has long runs, but mostly of small letters
 * above 0xE0, which would be the rare characters of level 2. Korean and Japanese text may pass for
 * Chinese; it too holds only comments and literals.
 */
final class ChineseText {

  /** Two characters make a word; a single pair of bytes may be two accents. */
  private static final int LEAST_PAIRS = 2;

  private static final double LEAST_BOTH_HIGH = 0.85;
  private static final double LEAST_COMMON = 0.7;

  private ChineseText() {}

  /** Says nothing on whether the bytes decode. */
  static boolean isLikely(byte[] bytes, int from) {
    int pairs = 0;
    int bothHigh = 0;
    int common = 0;
    BitSet seen = new BitSet(1 << 16);
    for (int i = from; i < bytes.length; i++) {
      int lead = bytes[i] & 0xFF;
      if (lead < 0x80) {
        continue;
      }
      int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
      boolean fourBytes = trail >= 0x30 && trail <= 0x39;
      if (lead == 0x80 || lead == 0xFF || trail < 0x40 && !fourBytes || trail == 0x7F) {
        return false;
      }
      i += fourBytes ? 3 : 1;
      pairs++;
      seen.set(lead << 8 | trail);
      boolean high = trail > 0xA0;
      bothHigh += high ? 1 : 0;
      boolean punctuation = lead == 0xA1 || lead == 0xA3;
      common += high && (punctuation || lead >= 0xB0 && lead <= 0xD7) ? 1 : 0;
    }
    return pairs >= LEAST_PAIRS
        && seen.cardinality() >= LEAST_PAIRS
        && bothHigh >= LEAST_BOTH_HIGH * pairs
        && common >= LEAST_COMMON * pairs;
  }
}
