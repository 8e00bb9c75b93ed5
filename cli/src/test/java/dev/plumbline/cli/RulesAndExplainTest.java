package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.rules.RuleCatalog;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be found, and what it means. */
class RulesAndExplainTest {

  @Test
  void theTableOfRules() {
    assertThat(CommandRun.of("rules"))
        .isEqualTo(
            new CommandRun(
                0,
                """
                RULE          ITEM  SEVERITY  DEFAULT  TITLE
                shouted-word  C10   high      on       A shouted word
                """,
                ""));
  }

  @Test
  void theRulesAsJson() throws IOException {
    CommandRun run = CommandRun.of("rules", "--format", "JSON");
    assertThat(run.code()).isZero();
    JsonNode rule = new ObjectMapper().readTree(run.out()).get(0);
    assertThat(rule.get("id").asText()).isEqualTo("shouted-word");
    assertThat(rule.get("item").asText()).isEqualTo("C10");
    assertThat(rule.get("level").asText()).isEqualTo("error");
    assertThat(rule.get("onByDefault").asBoolean()).isTrue();
    assertThat(rule.get("stage").asText()).isEqualTo("stable");
  }

  @Test
  void aPipeGetsTheMarkdown() {
    CommandRun run = CommandRun.of("explain", "shouted-word");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("# A shouted word\n").contains("```java\n", "**any**");
  }

  @Test
  void aTerminalGetsALayout() {
    CommandRun run =
        CommandRun.onTerminal(
            List.of(new ShoutedWord()), "explain", "shouted-word", "--color", "never");
    assertThat(run.out())
        .startsWith(
            "shouted-word | C10 Code is readable and maintainable | high | on by default\n\n"
                + "A shouted word\n")
        .contains("    String word = \"FINDME\";\n")
        .contains("- See the manual <https://example.org/manual>.\n")
        .contains("1. Say it quietly.")
        .doesNotContain("```", "**", "#", "\u001b");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 88);
  }

  @Test
  void colour() {
    CommandRun run = CommandRun.onTerminal(List.of(new ShoutedWord()), "explain", "shouted-word");
    assertThat(run.out()).contains("\u001b[36mFINDME\u001b[0m", "\u001b[1many\u001b[0m");
  }

  @Test
  void anUnknownRule() {
    CommandRun run = CommandRun.of("explain", "shoutedword");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo("plumbline: there is no rule 'shoutedword'; did you mean shouted-word?\n");
  }

  @Test
  void everyShippedRuleIsListedAndExplained() {
    List<Rule> rules = RuleCatalog.all();
    String table = CommandRun.with(rules, Map.of(), "rules").out();
    for (Rule rule : rules) {
      String id = rule.info().id();
      assertThat(table).contains(id);
      assertThat(CommandRun.with(rules, Map.of(), "explain", id).out())
          .startsWith("# " + rule.info().title());
      assertThat(CommandRun.onTerminal(rules, "explain", id).out()).contains(rule.info().title());
    }
  }
}
