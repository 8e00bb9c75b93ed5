package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where each <code>${</code> of an XML text stands, comments left out. The events of a parser tell
 * where they end, and not always that; but they come in the order of the text.
 */
final class PlaceholderPlaces {

  private static final Pattern COMMENT_OR_MARK =
      Pattern.compile("<!--.*?-->|\\$\\{", Pattern.DOTALL);

  private final String text;
  private final List<Integer> offsets = new ArrayList<>();
  private int next;
  private int line = 1;
  private int lineStart;
  private int seen;

  PlaceholderPlaces(String text) {
    this.text = text;
    Matcher matcher = COMMENT_OR_MARK.matcher(text);
    while (matcher.find()) {
      if (matcher.group().length() == 2) {
        offsets.add(matcher.start());
      }
    }
  }

  /** Passes those in {@code value}, of an attribute or a text that nobody asks about. */
  void skip(String value) {
    for (int at = value.indexOf("${"); at >= 0; at = value.indexOf("${", at + 2)) {
      next++;
    }
  }

  /** The place of the next one, which has that many characters. */
  Span next(int length) {
    int offset = next < offsets.size() ? offsets.get(next) : text.length();
    next++;
    for (; seen < offset; seen++) {
      if (text.charAt(seen) == '\n') {
        line++;
        lineStart = seen + 1;
      }
    }
    int column = offset - lineStart + 1;
    return new Span(line, column, line, column + Math.max(1, length));
  }
}
