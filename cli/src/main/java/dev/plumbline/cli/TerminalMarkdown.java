package dev.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays out the Markdown of rule docs for a terminal: headings, paragraphs, lists, tables as they
 * are, fenced code, and in running text {@code code}, <b>strong</b> and links. Docs use no more;
 * what is not known stays as written.
 */
final class TerminalMarkdown {

  /** Wider lines are hard to read. */
  private static final int WIDTH = 88;

  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String CODE = "\u001b[36m";

  private static final Pattern ITEM = Pattern.compile("(\\s*)([-*]|\\d+\\.)\\s+(.*)");
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");
  private static final Pattern INLINE =
      Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\[([^\\]]+)\\]\\(([^)]+)\\)");

  /** What no line end may tear apart. */
  private static final Pattern WORD =
      Pattern.compile("(?:`[^`]+`|\\*\\*[^*]+\\*\\*|\\[[^\\]]+\\]\\([^)]+\\)|\\S)+");

  private final boolean colored;

  TerminalMarkdown(boolean colored) {
    this.colored = colored;
  }

  String render(String markdown) {
    StringBuilder out = new StringBuilder();
    Flow flow = new Flow(out);
    boolean inCode = false;
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith("```")) {
        flow.end();
        inCode = !inCode;
      } else if (inCode) {
        out.append(style(CODE, "    " + line).stripTrailing()).append('\n');
      } else {
        renderText(line, flow, out);
      }
    }
    flow.end();
    return out.toString().stripTrailing() + "\n";
  }

  private void renderText(String line, Flow flow, StringBuilder out) {
    Matcher heading = HEADING.matcher(line);
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      flow.end();
      out.append('\n');
    } else if (heading.matches()) {
      flow.end();
      out.append(style(BOLD, heading.group(1))).append('\n');
    } else if (line.startsWith("|")) {
      flow.end();
      out.append(line).append('\n');
    } else if (item.matches()) {
      flow.end();
      String first = item.group(1) + item.group(2) + " ";
      flow.begin(first, " ".repeat(first.length()));
      flow.add(item.group(3));
    } else {
      flow.add(line.strip());
    }
  }

  private String style(String code, String text) {
    return colored && !text.isBlank() ? code + text + RESET : text;
  }

  private String inline(String text) {
    return INLINE
        .matcher(text)
        .replaceAll(
            match -> {
              String shown;
              if (match.group(1) != null) {
                shown = colored ? style(CODE, match.group(1)) : match.group();
              } else if (match.group(2) != null) {
                shown = style(BOLD, match.group(2));
              } else {
                shown = link(match.group(3), match.group(4));
              }
              return Matcher.quoteReplacement(shown);
            });
  }

  private static String link(String text, String address) {
    return text.equals(address) ? address : text + " <" + address + ">";
  }

  /** Words that are filled into lines. */
  private final class Flow {
    private final StringBuilder out;
    private final List<String> words = new ArrayList<>();
    private String first = "";
    private String rest = "";

    Flow(StringBuilder out) {
      this.out = out;
    }

    void begin(String firstIndent, String restIndent) {
      first = firstIndent;
      rest = restIndent;
    }

    void add(String text) {
      Matcher word = WORD.matcher(text);
      while (word.find()) {
        words.add(word.group());
      }
    }

    /** Widths are those of the Markdown, so that colours do not count. */
    void end() {
      String indent = first;
      StringBuilder line = new StringBuilder();
      for (String word : words) {
        boolean full = indent.length() + line.length() + 1 + word.length() > WIDTH;
        if (full && line.length() > 0) {
          out.append(indent).append(inline(line.toString())).append('\n');
          indent = rest;
          line.setLength(0);
        }
        line.append(line.length() == 0 ? "" : " ").append(word);
      }
      if (line.length() > 0) {
        out.append(indent).append(inline(line.toString())).append('\n');
      }
      words.clear();
      first = "";
      rest = "";
    }
  }
}
