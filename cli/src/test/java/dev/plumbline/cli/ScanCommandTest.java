package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options and what they do to the exit code. */
class ScanCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void goodFile() throws IOException {
    Path code = Files.createDirectories(folder.resolve("src/main/java"));
    Files.writeString(code.resolve("Good.java"), "class Good { String word = \"FINDME\"; }\n");
  }

  @ParameterizedTest
  @CsvSource({
    "CRITICAL, error,   1",
    "HIGH,     error,   1",
    "MEDIUM,   error,   0",
    "MEDIUM,   WARNING, 1",
    "LOW,      warning, 0",
    "LOW,      Note,    1",
    "INFO,     note,    1",
    "CRITICAL, never,   0"
  })
  void theThresholdDecides(Severity severity, String failOn, int code) {
    List<dev.plumbline.analyzer.rule.Rule> rules = List.of(new ShoutedWord(severity));
    assertThat(CommandRun.with(rules, Map.of(), "scan", folder, "--fail-on", failOn).code())
        .isEqualTo(code);
    Map<String, String> environment = Map.of("PLUMBLINE_FAIL_ON", failOn);
    assertThat(CommandRun.with(rules, environment, "scan", folder).code()).isEqualTo(code);
  }

  @Test
  void theCommandLineGoesBeforeTheEnvironment() {
    Map<String, String> environment = Map.of("PLUMBLINE_FAIL_ON", "error");
    CommandRun run =
        CommandRun.with(
            List.of(new ShoutedWord()), environment, "scan", folder, "--fail-on", "never");
    assertThat(run.code()).isZero();
  }

  @Test
  void aBadVariableIsNamed() {
    CommandRun run =
        CommandRun.with(
            List.of(new ShoutedWord()), Map.of("PLUMBLINE_FAIL_ON", "fatal"), "scan", folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("'fatal' is none of error, warning, note, never (from PLUMBLINE_FAIL_ON)");
  }

  @Test
  void anUnknownRule() {
    for (String option : List.of("--rule", "--exclude-rule")) {
      CommandRun run = CommandRun.of("scan", folder, option, "shouted-wrod");
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .isEqualTo("plumbline: there is no rule 'shouted-wrod'; did you mean shouted-word?\n");
    }
  }

  @Test
  void anUnknownRuleAmongKnownOnes() {
    CommandRun run =
        CommandRun.of("scan", folder, "--rule", "shouted-word,no-such-thing-at-all-anywhere");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'plumbline rules' lists all");
  }

  @Test
  void rulesAreChosen() {
    assertThat(CommandRun.of("scan", folder, "--rule", "shouted-word").code()).isEqualTo(1);
    assertThat(CommandRun.of("scan", folder, "--rule", " shouted-word , ").code()).isEqualTo(1);
  }

  @Test
  void noRuleLeftIsNotAGreenScan() {
    CommandRun run = CommandRun.of("scan", folder, "--exclude-rule", "shouted-word");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no rule is left to run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "257", "many", "1.5"})
  void threadsAreANumber(String threads) {
    assertThat(CommandRun.of("scan", folder, "--threads", threads).code()).isEqualTo(2);
  }

  @Test
  void statisticsGoToStderr() {
    CommandRun run = CommandRun.of("scan", folder, "--stats", "--fail-on", "never");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains(
            "java ",
            "lines of java",
            "names of types",
            "resolved, of all",
            "parse",
            "rules",
            "shouted-word",
            " ms");
    assertThat(run.out()).doesNotContain("lines of java");
  }

  @Test
  void theCacheOptionsAreAccepted() {
    Path cache = folder.resolve("cache");
    CommandRun run = CommandRun.of("scan", folder, "--no-cache", "--cache-dir", cache);
    assertThat(run.code()).isEqualTo(1);
    assertThat(cache).doesNotExist();
  }

  @Test
  void aSingleFile() {
    CommandRun run = CommandRun.of("scan", folder.resolve("src/main/java/Good.java"));
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void argumentsFromAFile() throws IOException {
    Path arguments =
        Files.writeString(folder.resolve("arguments"), "scan\n" + folder + "\n--fail-on\nnever\n");
    assertThat(CommandRun.of("@" + arguments).code()).isZero();
  }

  @Test
  void progressIsShownOnATerminalAndErased() {
    CommandRun run = CommandRun.onTerminal(List.of(new ShoutedWord()), "scan", folder);
    assertThat(run.err()).contains("parse").endsWith("\r\u001b[K");
  }

  @Test
  void noProgressElsewhere() {
    assertThat(CommandRun.of("scan", folder).err()).isEmpty();
    CommandRun quiet = CommandRun.onTerminal(List.of(new ShoutedWord()), "scan", folder, "-q");
    assertThat(quiet.err()).isEmpty();
  }

  @Test
  void colourFollowsOptionEnvironmentAndTerminal() {
    List<dev.plumbline.analyzer.rule.Rule> rules = List.of(new ShoutedWord());
    assertThat(CommandRun.onTerminal(rules, "scan", folder).out()).contains("\u001b[");
    assertThat(CommandRun.of("scan", folder).out()).doesNotContain("\u001b[");
    assertThat(CommandRun.of("scan", folder, "--color", "always").out()).contains("\u001b[");
    assertThat(CommandRun.onTerminal(rules, "scan", folder, "--color=never").out())
        .doesNotContain("\u001b[");
    assertThat(CommandRun.with(rules, Map.of("CLICOLOR_FORCE", "1"), "scan", folder).out())
        .contains("\u001b[");
  }
}
