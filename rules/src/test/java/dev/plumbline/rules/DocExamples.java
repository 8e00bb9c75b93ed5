package dev.plumbline.rules;

import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.rule.RuleDocs;
import dev.plumbline.rules.fixture.Fixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The code blocks of a rule's doc as fixtures.
 *
 * <p>A block is a whole file; the word after the fence tells its kind ({@code java}, {@code yaml},
 * {@code properties} …). Each block is a workspace of its own, unless a path follows that word:
 * blocks with a path make one workspace together.
 */
final class DocExamples {

  private static final Pattern BLOCK =
      Pattern.compile(
          "^```([a-z]+)[ \\t]*(\\S*)[ \\t]*\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  private static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("java", "src/main/java/Example.java"),
          Map.entry("yaml", "src/main/resources/application.yml"),
          Map.entry("properties", "src/main/resources/application.properties"),
          Map.entry("xml", "src/main/resources/example.xml"),
          Map.entry("sql", "src/main/resources/db/migration/V1__example.sql"),
          Map.entry("json", "src/main/resources/example.json"),
          Map.entry("sh", "example.sh"),
          Map.entry("env", ".env"),
          Map.entry("dockerfile", "Dockerfile"));

  private DocExamples() {}

  /**
   * @throws IllegalStateException for a block without a language, or with one that is not known
   */
  static List<Fixture> of(Rule rule, String section) {
    String id = rule.info().id();
    String text = RuleDocs.of(rule).sections().get(section) + "\n";
    List<Fixture> fixtures = new ArrayList<>();
    Map<String, String> together = new TreeMap<>();
    Matcher block = BLOCK.matcher(text);
    int count = 0;
    while (block.find()) {
      count++;
      String name = id + " " + section + " " + count;
      if (!block.group(2).isEmpty()) {
        together.put(block.group(2), block.group(3));
        continue;
      }
      String path = PATHS.get(block.group(1));
      if (path == null) {
        throw new IllegalStateException(name + ": no file name for " + block.group(1));
      }
      fixtures.add(new Fixture(name, List.of(id), Map.of(path, block.group(3))));
    }
    if (!together.isEmpty()) {
      fixtures.add(new Fixture(id + " " + section, List.of(id), together));
    }
    long fences = text.lines().filter(line -> line.startsWith("```")).count();
    if (fences != 2L * count || fixtures.isEmpty()) {
      throw new IllegalStateException(
          id + ", " + section + ": no code block, or one without a language");
    }
    return fixtures;
  }
}
