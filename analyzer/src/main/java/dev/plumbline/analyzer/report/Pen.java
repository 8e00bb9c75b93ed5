package dev.plumbline.analyzer.report;

import dev.plumbline.analyzer.finding.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets text for one terminal: colours it if the terminal has them, picks signs that it can show,
 * and lets no foreign text through unescaped.
 */
final class Pen {

  /** The ANSI "select graphic rendition" codes in use; the sixteen colours follow user themes. */
  enum Tone {
    ERROR("1;31"),
    WARNING("1;33"),
    NOTE("1;36"),
    BOLD("1"),
    DIM("2"),
    GOOD("1;32");

    private final String code;

    Tone(String code) {
      this.code = code;
    }

    static Tone of(Level level) {
      return switch (level) {
        case ERROR -> ERROR;
        case WARNING -> WARNING;
        case NOTE -> NOTE;
      };
    }
  }

  /** Below this nothing readable fits; a narrower terminal wraps by itself. */
  private static final int MIN_WIDTH = 40;

  /** No line of code worth reading is longer, and sums of widths stay far from overflow. */
  private static final int MAX_WIDTH = 1_000;

  private final ConsoleReport.Style style;

  Pen(ConsoleReport.Style style) {
    this.style = style;
  }

  int width() {
    return Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, style.width()));
  }

  boolean unicode() {
    return style.unicode();
  }

  String bar() {
    return style.unicode() ? "│" : "|";
  }

  String ellipsis() {
    return style.unicode() ? "…" : "...";
  }

  String dot() {
    return style.unicode() ? " · " : ", ";
  }

  String arrow() {
    return style.unicode() ? "→" : "->";
  }

  /**
   * @param text ours or already escaped
   */
  String paint(Tone tone, String text) {
    return style.colour() && !text.isEmpty()
        ? "\u001b[" + tone.code + "m" + text + "\u001b[0m"
        : text;
  }

  /** Foreign text, safe to print on one line. */
  String safe(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    for (Glyph glyph : Glyph.of(text, style.unicode(), false)) {
      shown.append(glyph.shown());
    }
    return shown.toString();
  }

  /**
   * Breaks foreign text between words.
   *
   * @param cells of one line; a longer word stands alone and overflows, so that it can be copied
   * @return at least one line
   */
  List<String> wrap(String text, int cells) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ")) {
      String shown = safe(word);
      int size = cells(shown);
      if (used > 0 && used + 1 + size > cells) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(shown);
      used += size;
    }
    lines.add(line.toString());
    return lines;
  }

  /** Text that is already safe, cut to so many cells; what is cut ends in an ellipsis. */
  String clip(String shown, int cells) {
    if (cells(shown) <= cells) {
      return shown;
    }
    int room = cells - ellipsis().length();
    StringBuilder kept = new StringBuilder();
    for (Glyph glyph : Glyph.of(shown, style.unicode(), false)) {
      room -= glyph.cells();
      if (room < 0) {
        break;
      }
      kept.append(glyph.shown());
    }
    return kept.append(ellipsis()).toString();
  }

  /** The cells of text that is already safe and not painted. */
  int cells(String shown) {
    return isPlain(shown)
        ? shown.length()
        : Glyph.of(shown, style.unicode(), false).stream().mapToInt(Glyph::cells).sum();
  }

  /** Nearly all text is printable ASCII, which needs no layout. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x20 || text.charAt(i) > 0x7E) {
        return false;
      }
    }
    return true;
  }
}
