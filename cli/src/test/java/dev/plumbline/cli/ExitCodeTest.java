package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise to scripts: each number, and that a crash never looks like findings. */
class ExitCodeTest {

  @TempDir Path folder;
  private Path code;

  @BeforeEach
  void goodFile() throws IOException {
    code = Files.createDirectories(folder.resolve("src/main/java"));
    Files.writeString(code.resolve("Good.java"), "class Good { String word = \"FINDME\"; }\n");
  }

  @Test
  void theNumbersStay() {
    assertThat(Stream.of(ExitCode.values()).map(ExitCode::number))
        .containsExactly(0, 1, 2, 3, 70, 130);
  }

  @Test
  void theReadmeTellsEachOne() throws IOException {
    Path readme = Path.of(System.getProperty("plumbline.fixtures")).resolveSibling("README.md");
    for (ExitCode each : ExitCode.values()) {
      assertThat(readme).content().contains("| " + each.number() + " | " + each.meaning() + " |");
    }
  }

  @Test
  void theHelpTellsEachOne() {
    String help = CommandRun.of("scan", "--help").out().replaceAll("\\s+", " ");
    for (ExitCode each : ExitCode.values()) {
      assertThat(help).contains(each.number() + " " + each.meaning());
    }
  }

  @Test
  void aRuleThatThrowsMakesTheAnalysisIncomplete() {
    CommandRun run =
        failing(
            () -> {
              throw new IllegalStateException("oops");
            },
            "--exclude-rule",
            ShoutedWord.ID);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("failing-rule").contains("oops");
    assertThat(run.err()).contains("incomplete: 1 problem");
  }

  @Test
  void aRuleThatThrowsLosesNoFindingOfOthers() {
    CommandRun run =
        failing(
            () -> {
              throw new IllegalStateException("oops");
            });
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("Good.java", ShoutedWord.ID, "failing-rule");
    assertThat(run.err()).contains("incomplete: 1 problem");
  }

  @Test
  void outOfMemory() {
    CommandRun run =
        failing(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    assertThat(run.code()).isEqualTo(70);
    assertThat(run.err()).contains("out of memory").contains("PLUMBLINE_JAVA_OPTS");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anErrorThatNobodyExpects() {
    CommandRun run =
        failing(
            () -> {
              throw new NoClassDefFoundError("dev/plumbline/Missing");
            });
    assertThat(run.code()).isEqualTo(70);
    assertThat(run.err()).contains("internal failure").contains("report it");
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @Test
  void theStackTraceOnDemand() {
    Runnable failure =
        () -> {
          throw new NoClassDefFoundError("dev/plumbline/Missing");
        };
    assertThat(failing(failure, "--stacktrace").err()).contains("\tat ");
    List<Rule> rules = List.of(new FailingRule(failure));
    assertThat(CommandRun.with(rules, Map.of("PLUMBLINE_DEBUG", "1"), "scan", code).err())
        .contains("\tat ");
  }

  @Test
  void aCatalogueThatCannotBeMade() {
    var err = new java.io.ByteArrayOutputStream();
    Host host =
        new Host(
            new java.io.ByteArrayOutputStream(),
            new java.io.PrintStream(err, true),
            false,
            false,
            Map.of());
    int number =
        Plumbline.run(
            new String[] {"scan"},
            host,
            () -> {
              throw new StackOverflowError();
            });
    assertThat(number).isEqualTo(70);
    assertThat(err.toString()).contains("internal failure");
  }

  @Test
  void interrupted() {
    Path report = folder.resolve("out.sarif");
    Thread.currentThread().interrupt();
    CommandRun run;
    try {
      run = CommandRun.of("scan", code, "--report", "sarif=" + report);
    } finally {
      Thread.interrupted();
    }
    assertThat(run.code()).isEqualTo(130);
    assertThat(run.err()).contains("interrupted; no report was written");
    assertThat(report).doesNotExist();
  }

  @Test
  void wrongUsage() {
    for (String[] args :
        new String[][] {
          {}, {"scna"}, {"scan", "--no-such"}, {"explain"}, {"rules", "x"}, {"sc"}, {"help", "x"}
        }) {
      CommandRun run = CommandRun.of((Object[]) args);
      assertThat(run.code()).as(String.join(" ", args)).isEqualTo(2);
      assertThat(run.err()).as(String.join(" ", args)).isNotEmpty();
      assertThat(run.out()).as(String.join(" ", args)).isEmpty();
    }
  }

  private CommandRun failing(Runnable failure, Object... options) {
    List<Object> arguments = new java.util.ArrayList<>(List.of("scan", code));
    arguments.addAll(List.of(options));
    return CommandRun.with(
        List.of(new FailingRule(failure), new ShoutedWord()), Map.of(), arguments.toArray());
  }
}
