package dev.plumbline.analyzer.fix;

import dev.plumbline.analyzer.source.LineIndex;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes in the form that {@code git apply} and {@code patch -p1} take, from the root of the
 * workspace. What changes is known from the edits: nothing has to be compared.
 */
public final class UnifiedDiff {

  private static final int CONTEXT = 3;

  private static final String NO_LINE_END = "\n\\ No newline at end of file\n";

  private final FileChange change;
  private final String text;
  private final LineIndex lines;
  private final int lineCount;

  private UnifiedDiff(FileChange change) {
    this.change = change;
    this.text = change.before().text();
    this.lines = LineIndex.of(text);
    int last = lines.lineCount();
    this.lineCount = lines.lineStart(last) == text.length() ? last - 1 : last;
  }

  /** As text, with the line ends of the file in its lines. */
  public static String text(FileChange change) {
    return new UnifiedDiff(change).text();
  }

  /** As bytes, with the lines in the file's own charset, so that the patch fits the file. */
  public static byte[] bytes(FileChange change) {
    return text(change).getBytes(Charset.forName(change.before().decoding().charset()));
  }

  /**
   * Lines that others take the place of.
   *
   * @param from number of the first, from 1
   * @param to exclusive
   */
  private record Block(int from, int to, List<String> added) {}

  private String text() {
    StringBuilder out = new StringBuilder();
    out.append("--- ").append(name("a/")).append('\n');
    out.append("+++ ").append(name("b/")).append('\n');
    List<Block> blocks = blocks();
    int shift = 0;
    for (int i = 0; i < blocks.size(); ) {
      int end = i + 1;
      while (end < blocks.size()
          && blocks.get(end).from() - blocks.get(end - 1).to() <= 2 * CONTEXT) {
        end++;
      }
      shift += hunk(blocks.subList(i, end), shift, out);
      i = end;
    }
    return out.toString();
  }

  /** Returns by how many lines the text grows. */
  private int hunk(List<Block> blocks, int shift, StringBuilder out) {
    int from = Math.max(1, blocks.get(0).from() - CONTEXT);
    int to = Math.min(lineCount + 1, blocks.get(blocks.size() - 1).to() + CONTEXT);
    int growth = 0;
    StringBuilder body = new StringBuilder();
    int at = from;
    for (Block block : blocks) {
      at = context(at, block.from(), body);
      for (; at < block.to(); at++) {
        line('-', whole(at), body);
      }
      block.added().forEach(each -> line('+', each, body));
      growth += block.added().size() - (block.to() - block.from());
    }
    context(at, to, body);
    out.append("@@ -")
        .append(range(from, to - from))
        .append(" +")
        .append(range(from + shift, to - from + growth))
        .append(" @@\n")
        .append(body);
    return growth;
  }

  private int context(int from, int to, StringBuilder body) {
    for (int at = from; at < to; at++) {
      line(' ', whole(at), body);
    }
    return Math.max(from, to);
  }

  private static String range(int from, int count) {
    // An empty range stands behind the line before it.
    return (count == 0 ? from - 1 : from) + (count == 1 ? "" : "," + count);
  }

  private static void line(char mark, String line, StringBuilder body) {
    body.append(mark).append(line);
    if (!line.endsWith("\n")) {
      body.append(line.endsWith("\r") ? "\n" : NO_LINE_END);
    }
  }

  /** A line with its end. */
  private String whole(int line) {
    int end = line < lines.lineCount() ? lines.lineStart(line + 1) : text.length();
    return text.substring(lines.lineStart(line), end);
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    List<Edit> edits = change.edits();
    for (int i = 0; i < edits.size(); ) {
      int from = lines.lineOf(edits.get(i).start());
      int to = lines.lineOf(edits.get(i).end()) + 1;
      int end = i + 1;
      while (end < edits.size() && lines.lineOf(edits.get(end).start()) <= to) {
        to = Math.max(to, lines.lineOf(edits.get(end).end()) + 1);
        end++;
      }
      blocks.add(trimmed(from, Math.min(to, lineCount + 1), rewritten(from, to, edits, i, end)));
      i = end;
    }
    return blocks;
  }

  private List<String> rewritten(int from, int to, List<Edit> edits, int first, int last) {
    StringBuilder region = new StringBuilder();
    int at = lines.lineStart(from);
    for (Edit edit : edits.subList(first, last)) {
      region.append(text, at, edit.start()).append(edit.inserted());
      at = edit.end();
    }
    int end = to <= lines.lineCount() ? lines.lineStart(to) : text.length();
    region.append(text, at, end);
    return split(region.toString());
  }

  private static List<String> split(String region) {
    LineIndex index = LineIndex.of(region);
    List<String> split = new ArrayList<>();
    for (int line = 1; line <= index.lineCount(); line++) {
      int end = line < index.lineCount() ? index.lineStart(line + 1) : region.length();
      if (end > index.lineStart(line)) {
        split.add(region.substring(index.lineStart(line), end));
      }
    }
    return split;
  }

  /** Without the lines at both ends that stay as they are. */
  private Block trimmed(int from, int to, List<String> added) {
    int head = 0;
    while (from + head < to && head < added.size() && whole(from + head).equals(added.get(head))) {
      head++;
    }
    int tail = 0;
    while (to - 1 - tail >= from + head
        && added.size() - 1 - tail >= head
        && whole(to - 1 - tail).equals(added.get(added.size() - 1 - tail))) {
      tail++;
    }
    return new Block(from + head, to - tail, added.subList(head, added.size() - tail));
  }

  /** Names with blanks end in a tab; those with stranger characters are quoted as git does. */
  private String name(String prefix) {
    String name = prefix + change.path();
    if (name.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\' || c == 127)) {
      StringBuilder quoted = new StringBuilder("\"");
      name.chars()
          .forEach(
              c -> {
                if (c == '"' || c == '\\') {
                  quoted.append('\\').append((char) c);
                } else if (c < ' ' || c == 127) {
                  quoted.append(String.format("\\%03o", c));
                } else {
                  quoted.append((char) c);
                }
              });
      return quoted.append('"').toString();
    }
    return name.indexOf(' ') >= 0 ? name + "\t" : name;
  }
}
