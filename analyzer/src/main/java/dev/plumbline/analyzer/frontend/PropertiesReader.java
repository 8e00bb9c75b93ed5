package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.ConfigEntry;
import dev.plumbline.analyzer.ir.ConfigFile;
import dev.plumbline.analyzer.source.LineIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Properties files as {@link java.util.Properties#load(java.io.Reader)} reads them, with positions,
 * and the documents that Spring Boot parts with {@code #---} or {@code !---} since 2.4.
 */
final class PropertiesReader {

  private final String text;
  private final LineIndex lines;
  private final List<ConfigEntry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** The logical line: its characters and where in the text each stands. */
  private char[] line = new char[128];

  private int[] offsets = new int[128];
  private int length;
  private int lineEnd;
  private int at;
  private int document;

  PropertiesReader(String text) {
    this.text = text;
    this.lines = LineIndex.of(text);
  }

  ConfigOutcome read(String path, String charset) {
    while (nextLine()) {
      entry();
    }
    return new ConfigOutcome(
        new ConfigFile(path, ConfigFile.Format.PROPERTIES, charset, entries), problems);
  }

  // Lines

  /** Gathers the next logical line that is neither blank nor a comment. */
  private boolean nextLine() {
    length = 0;
    while (at < text.length()) {
      skipBlanks();
      if (at == text.length()) {
        break;
      }
      char c = text.charAt(at);
      // Also behind a line of a backslash alone, as the JDK has it.
      if (length == 0 && (c == '#' || c == '!')) {
        comment();
        continue;
      }
      boolean joins = naturalLine();
      lineEnd = at;
      boolean last = text.length() - at <= 1;
      newline();
      // A last line that joins is an entry, even of the empty key when it is a backslash alone.
      if (joins ? last : length > 0) {
        return true;
      }
    }
    lineEnd = at;
    return length > 0;
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  /** Adds characters up to the line's end; tells whether its last backslash joins the next line. */
  private boolean naturalLine() {
    boolean backslash = false;
    while (at < text.length() && !isNewline(text.charAt(at))) {
      char c = text.charAt(at);
      add(c, at++);
      backslash = c == '\\' && !backslash;
    }
    if (backslash) {
      length--;
    }
    return backslash;
  }

  private void add(char c, int offset) {
    if (length == line.length) {
      line = Arrays.copyOf(line, length * 2);
      offsets = Arrays.copyOf(offsets, length * 2);
    }
    line[length] = c;
    offsets[length++] = offset;
  }

  private static boolean isNewline(char c) {
    return c == '\n' || c == '\r';
  }

  private void newline() {
    if (at < text.length()) {
      boolean pair =
          text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
      at += pair ? 2 : 1;
    }
  }

  private void comment() {
    int start = at;
    while (at < text.length() && !isNewline(text.charAt(at))) {
      at++;
    }
    int number = lines.lineOf(start);
    if (start == lines.lineStart(number)
        && text.substring(start + 1, at).stripTrailing().equals("---")
        && !isComment(number - 1, text.charAt(start))
        && !isComment(number + 1, text.charAt(start))) {
      document++;
    }
    newline();
  }

  /** Between comments of its kind a separator is decoration. */
  private boolean isComment(int number, char mark) {
    return number >= 1
        && number <= lines.lineCount()
        && lines.lineEnd(number) > lines.lineStart(number)
        && text.charAt(lines.lineStart(number)) == mark;
  }

  // Entries

  private void entry() {
    int keyEnd = 0;
    int valueStart = length;
    boolean separated = false;
    boolean backslash = false;
    while (keyEnd < length) {
      char c = line[keyEnd];
      if (!backslash && (c == '=' || c == ':' || isBlank(c))) {
        separated = !isBlank(c);
        valueStart = keyEnd + 1;
        break;
      }
      backslash = c == '\\' && !backslash;
      keyEnd++;
    }
    while (valueStart < length) {
      char c = line[valueStart];
      if (!isBlank(c)) {
        if (separated || c != '=' && c != ':') {
          break;
        }
        separated = true;
      }
      valueStart++;
    }
    String value = unescaped(valueStart, length);
    entries.add(
        new ConfigEntry(
            unescaped(0, keyEnd),
            value,
            value,
            ConfigEntry.Kind.TEXT,
            span(0, keyEnd),
            span(valueStart, length),
            document));
  }

  private Span span(int from, int to) {
    if (from == to) {
      int offset = from < length ? offsets[from] : lineEnd;
      return ConfigReader.span(lines, offset, offset);
    }
    return ConfigReader.span(lines, offsets[from], offsets[to - 1] + 1);
  }

  private String unescaped(int from, int to) {
    StringBuilder result = new StringBuilder(to - from);
    int i = from;
    while (i < to) {
      char c = line[i++];
      if (c != '\\' || i == to) {
        if (c != '\\') {
          result.append(c);
        }
        continue;
      }
      char escaped = line[i++];
      switch (escaped) {
        case 't' -> result.append('\t');
        case 'r' -> result.append('\r');
        case 'n' -> result.append('\n');
        case 'f' -> result.append('\f');
        case 'u' -> i = unicode(i, to, result);
        default -> result.append(escaped);
      }
    }
    return result.toString();
  }

  private int unicode(int from, int to, StringBuilder result) {
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < to ? hexadecimal(line[i]) : -1;
      if (digit < 0) {
        problems.add(
            Problem.inSource(
                "this \\u escape lacks its four hexadecimal digits: Java refuses the whole file",
                span(from - 2, Math.min(to, from + 4))));
        result.append('u');
        return from;
      }
      value = value * 16 + digit;
    }
    result.append((char) value);
    return from + 4;
  }

  /** ASCII digits alone, other than {@link Character#digit} has it. */
  private static int hexadecimal(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
