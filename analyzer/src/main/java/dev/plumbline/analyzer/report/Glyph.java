package dev.plumbline.analyzer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One code point of foreign text as a terminal shows it.
 *
 * <p>What could move the cursor, recolour the screen, reverse the reading order or hide in the text
 * is written as an escape: source code under review is hostile input to the reviewer's terminal,
 * and "Trojan Source" (Boucher and Anderson, 2021) hides code by the same characters. That takes in
 * the joiner inside composed emoji, of which terminals disagree how wide they are anyway.
 *
 * @param shown what is printed
 * @param cells the columns of the terminal that it takes
 * @param offset of the code point in its text, in UTF-16 units from 0
 */
record Glyph(String shown, int cells, int offset) {

  private static final int TAB_STOP = 4;
  private static final int EMOJI_PRESENTATION = 0xFE0F;

  /** Pairs of first and last code point that East Asian Width (UAX 11) calls wide or full width. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3,
    0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1,
    0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA,
    0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B,
    0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
    0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x303E,
    0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3,
    0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0,
    0x18CFF, 0x1AFF0, 0x1B2FF, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191,
    0x1F19A, 0x1F200, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0,
    0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440,
    0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A,
    0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC,
    0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6D7, 0x1F6DC, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4,
    0x1F6FC, 0x1F7E0, 0x1F7EB, 0x1F7F0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947,
    0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x2FFFD, 0x30000, 0x3FFFD
  };

  /**
   * @param unicode whether the terminal shows more than ASCII; the rest is escaped if not
   * @param expandTabs to spaces up to the next stop, as in code; else a tab is escaped
   */
  static List<Glyph> of(String text, boolean unicode, boolean expandTabs) {
    List<Glyph> glyphs = new ArrayList<>(text.length());
    int cell = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      Glyph glyph;
      if (c == '\t' && expandTabs) {
        int cells = TAB_STOP - cell % TAB_STOP;
        glyph = new Glyph(" ".repeat(cells), cells, i);
      } else if (c >= 0x80 && !unicode || isHidden(c)) {
        String escape = escape(c);
        glyph = new Glyph(escape, escape.length(), i);
      } else {
        boolean widened =
            c == EMOJI_PRESENTATION && i > 0 && glyphs.get(glyphs.size() - 1).cells == 1;
        glyph = new Glyph(Character.toString(c), widened ? 1 : width(c), i);
      }
      glyphs.add(glyph);
      cell += glyph.cells;
      i += Character.charCount(c);
    }
    return glyphs;
  }

  private static boolean isHidden(int c) {
    if (c < 0x80) {
      return c < 0x20 || c == 0x7F;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      // The blank letters of Hangul are identifiers that nobody sees.
      default -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    };
  }

  /** As Java writes it, so that it can be searched for. */
  private static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> {
        StringBuilder escape = new StringBuilder();
        for (char unit : Character.toChars(c)) {
          escape.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        yield escape.toString();
      }
    };
  }

  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    // Vowels and final consonants of Hangul join the consonant before them.
    if (c >= 0x1160 && c <= 0x11FF) {
      return 0;
    }
    for (int i = 0; i < WIDE.length && WIDE[i] <= c; i += 2) {
      if (c <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }
}
