package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.ir.ConfigEntry;
import dev.plumbline.analyzer.ir.ConfigFile;
import dev.plumbline.analyzer.source.LineIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of {@code NAME=value} lines, as Docker Compose reads them: comments, {@code export}, text
 * in single quotes as it is, text in double quotes with escapes and over several lines.
 */
final class EnvReader {

  private static final Pattern ASSIGNMENT =
      Pattern.compile("[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*[=:][ \\t]*");

  private final String text;
  private final LineIndex lines;

  EnvReader(String text) {
    this.text = text;
    this.lines = LineIndex.of(text);
  }

  ConfigOutcome read(String path, String charset) {
    List<ConfigEntry> entries = new ArrayList<>();
    Matcher assignment = ASSIGNMENT.matcher(text);
    int number = 1;
    while (number <= lines.lineCount()) {
      int end = lines.lineEnd(number);
      assignment.region(lines.lineStart(number), end);
      if (assignment.lookingAt()) {
        end = entry(assignment, end, entries);
      }
      // What assigns nothing is a comment, a blank or a command of a shell: none of our business.
      number = lines.lineOf(end) + 1;
    }
    return new ConfigOutcome(
        new ConfigFile(path, ConfigFile.Format.ENV, charset, entries), List.of());
  }

  /** The offset at which the entry ends, quotes included. */
  private int entry(Matcher assignment, int lineEnd, List<ConfigEntry> entries) {
    int start = assignment.end();
    int end = lineEnd;
    String value;
    char quote = start < lineEnd ? text.charAt(start) : ' ';
    int closing = quote == '"' || quote == '\'' ? closing(start) : -1;
    if (closing >= 0) {
      end = closing + 1;
      String inner = text.substring(start + 1, closing);
      value = quote == '"' ? unescaped(inner) : inner;
    } else {
      end = bareEnd(start, lineEnd);
      value = text.substring(start, end);
    }
    entries.add(
        new ConfigEntry(
            assignment.group(1),
            value,
            value,
            ConfigEntry.Kind.TEXT,
            ConfigReader.span(lines, assignment.start(1), assignment.end(1)),
            ConfigReader.span(lines, start, end),
            0));
    return end;
  }

  private int closing(int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return i;
      }
      if (c == '\\' && quote == '"') {
        i++;
      }
    }
    return -1;
  }

  /** A comment begins at a number sign behind a blank. */
  private int bareEnd(int start, int lineEnd) {
    int end = lineEnd;
    for (int i = start; i < lineEnd; i++) {
      boolean behindBlank = i == start || text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '\t';
      if (text.charAt(i) == '#' && behindBlank) {
        end = i;
        break;
      }
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static String unescaped(String inner) {
    StringBuilder result = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); i++) {
      char c = inner.charAt(i);
      if (c != '\\' || i + 1 == inner.length()) {
        result.append(c);
        continue;
      }
      char escaped = inner.charAt(++i);
      switch (escaped) {
        case 'n' -> result.append('\n');
        case 'r' -> result.append('\r');
        case 't' -> result.append('\t');
        case '"', '\\', '$' -> result.append(escaped);
        default -> result.append('\\').append(escaped);
      }
    }
    return result.toString();
  }
}
