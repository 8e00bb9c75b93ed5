package dev.plumbline.analyzer.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The prose of a rule: one Markdown text that {@code explain} prints, SARIF's help carries and the
 * site renders.
 *
 * @param title the text of the first heading
 * @param sections the second-level headings with their text, in order
 * @param markdown the whole text
 */
public record RuleDoc(String title, Map<String, String> sections, String markdown) {

  /** The headings that every doc has, in this order. */
  public static final List<String> SECTIONS =
      List.of(
          "What it reports",
          "Why it matters",
          "Bad",
          "Good",
          "How to fix",
          "What it cannot see",
          "References");

  public RuleDoc {
    sections = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sections));
  }

  /**
   * @throws IllegalArgumentException when the text lacks its heading or one of {@link #SECTIONS},
   *     or has them in another order
   */
  public static RuleDoc parse(String markdown) {
    String title = null;
    Map<String, StringBuilder> sections = new LinkedHashMap<>();
    StringBuilder current = null;
    boolean inCode = false;
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith("```")) {
        inCode = !inCode;
      }
      if (!inCode && line.startsWith("# ") && title == null) {
        title = line.substring(2).strip();
      } else if (!inCode && line.startsWith("## ")) {
        current = sections.computeIfAbsent(line.substring(3).strip(), k -> new StringBuilder());
      } else if (current != null) {
        current.append(line).append('\n');
      }
    }
    if (title == null) {
      throw new IllegalArgumentException("the doc has no first-level heading");
    }
    if (!new ArrayList<>(sections.keySet()).equals(SECTIONS)) {
      throw new IllegalArgumentException(
          "the doc has the sections " + sections.keySet() + " instead of " + SECTIONS);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    sections.forEach((name, text) -> texts.put(name, text.toString().strip()));
    return new RuleDoc(title, texts, markdown);
  }

  /** The first paragraph of <i>What it reports</i>. */
  public String summary() {
    return sections.get("What it reports").split("\n\\s*\n", 2)[0].replace('\n', ' ');
  }

  /** The code blocks of a section, without their fences. */
  public List<String> codeBlocks(String section) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = null;
    for (String line : sections.getOrDefault(section, "").split("\n", -1)) {
      if (line.startsWith("```")) {
        if (block == null) {
          block = new StringBuilder();
        } else {
          blocks.add(block.toString());
          block = null;
        }
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return List.copyOf(blocks);
  }
}
