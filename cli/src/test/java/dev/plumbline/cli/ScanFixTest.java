package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.engine.Engine;
import dev.plumbline.analyzer.engine.Progress;
import dev.plumbline.analyzer.engine.ScanOptions;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.rule.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scan --fix} as users meet it. */
class ScanFixTest {

  private static final String TEXT = "class A {\r\n  int old = 1;\r\n  int other = old;\r\n}\r\n";

  private static final Rule OLD = new MendedWord("old-word", "old", "fresh\n");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    Path code = Files.createDirectories(folder.resolve("src/main/java"));
    file = Files.writeString(code.resolve("A.java"), TEXT);
  }

  @Test
  void aDryRunPrintsADiffAndChangesNothing() throws IOException {
    CommandRun run = run(List.of(OLD), "scan", "--fix", folder);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            --- a/src/main/java/A.java
            +++ b/src/main/java/A.java
            @@ -1,4 +1,6 @@
             class A {\r
            -  int old = 1;\r
            -  int other = old;\r
            +  int fresh\r
            + = 1;\r
            +  int other = fresh\r
            +;\r
             }\r
            """);
    assertThat(run.err())
        .contains("Nothing was changed. --fix=apply makes these changes (2 findings)");
    assertThat(Files.readString(file)).isEqualTo(TEXT);
  }

  @Test
  void applyWritesAndWhatIsMendedIsNoFinding() throws IOException {
    CommandRun run = run(List.of(OLD), "scan", folder, "--fix=apply");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("fixed: src/main/java/A.java (2 findings)");
    assertThat(run.out()).contains("fix available: Replace it");
    assertThat(Files.readString(file)).isEqualTo(TEXT.replace("old", "fresh\r\n"));
    CommandRun again = run(List.of(OLD), "scan", folder, "--fix=apply");
    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("There is nothing that --fix can mend.");
  }

  @Test
  void theLaterOfTwoThatOverlapIsTold() throws IOException {
    Rule whole = new MendedWord("whole-word", "int old", "long old");
    CommandRun run = run(List.of(OLD, whole), "scan", folder, "--fix=apply");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("not fixed: src/main/java/A.java:2:7 old-word: it overlaps")
        .contains("fixed: src/main/java/A.java (2 findings)");
    assertThat(Files.readString(file)).contains("long old = 1;", "other = fresh\r\n;");
  }

  @Test
  void whatWouldNotParseIsNotWritten() throws IOException {
    Path good = Files.writeString(file.resolveSibling("B.java"), "class B { int old; }\n");
    Rule broken = new MendedWord("broken-word", "other", ")");
    CommandRun run = run(List.of(OLD, broken), "scan", folder, "--fix=apply");
    assertThat(run.code()).isEqualTo(70);
    assertThat(run.err()).contains("NOTHING WAS FIXED").contains("would not parse");
    assertThat(Files.readString(file)).isEqualTo(TEXT);
    assertThat(Files.readString(good)).isEqualTo("class B { int old; }\n");
  }

  @Test
  void aFileThatHasChangedIsNotTouched() throws Exception {
    ScanOptions options = ScanOptions.of(folder);
    ScanReport report = new Engine(List.of(OLD), "0").scan(options, Progress.SILENT);
    Files.writeString(file, "// mine\n" + TEXT);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Host host =
        new Host(new ByteArrayOutputStream(), new PrintStream(err, true), false, false, Map.of());
    ScanSettings settings =
        new ScanSettings(
            options,
            List.of(ReportTarget.DEFAULT),
            FailOn.ERROR,
            false,
            false,
            false,
            FixMode.APPLY,
            ColorMode.NEVER);
    FixRun run = new FixRun(host, settings, report);
    run.run();
    assertThat(run.exitCode()).isEqualTo(Optional.of(ExitCode.USAGE));
    assertThat(run.remaining(report)).hasSize(2);
    assertThat(err.toString()).contains("the file has changed since it was scanned; scan again");
    assertThat(Files.readString(file)).isEqualTo("// mine\n" + TEXT);
  }

  @Test
  void theDiffHasStdoutForItself() {
    CommandRun run = run(List.of(OLD), "scan", "--fix", "--report", "json", folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("the diff of --fix goes to stdout");
    Path report = folder.resolve("report.json");
    CommandRun both = run(List.of(OLD), "scan", "--fix", "--report", "json=" + report, folder);
    assertThat(both.out()).startsWith("--- a/");
    assertThat(report).exists();
  }

  @Test
  void testsAreNotChanged() throws IOException {
    Path tests = Files.createDirectories(folder.resolve("src/test/java"));
    Files.move(file, tests.resolve("A.java"));
    CommandRun run = run(List.of(OLD), "scan", folder, "--fix=apply");
    assertThat(Files.readString(tests.resolve("A.java"))).isEqualTo(TEXT);
    assertThat(run.err()).doesNotContain("fixed:");
  }

  @Test
  void anUnknownModeIsAMistake() {
    CommandRun run = run(List.of(OLD), "scan", folder, "--fix=aply");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'aply' is none of off, dry-run, apply");
  }

  private static CommandRun run(List<Rule> rules, Object... arguments) {
    return CommandRun.with(rules, Map.of(), arguments);
  }
}
