package dev.plumbline.analyzer.rule;

import dev.plumbline.analyzer.finding.RuleDoc;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Finds the doc of a rule: the Markdown file of the same name beside its class. */
public final class RuleDocs {

  private RuleDocs() {}

  /**
   * @throws IllegalStateException when the rule has no doc or a malformed one; a test of the
   *     catalogue makes sure that this never ships
   */
  public static RuleDoc of(Rule rule) {
    String name = rule.getClass().getSimpleName() + ".md";
    try (InputStream in = rule.getClass().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "rule " + rule.info().id() + " has no doc: " + name + " is missing beside its class");
      }
      return RuleDoc.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
