package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where reports go, and what happens when they cannot. */
class ReportDeliveryTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;
  private Path code;

  @BeforeEach
  void goodFile() throws IOException {
    code = Files.createDirectories(folder.resolve("src/main/java"));
    Files.writeString(code.resolve("Good.java"), "class Good { String word = \"FINDME\"; }\n");
  }

  @Test
  void theConsoleReportGoesToStdout() {
    CommandRun run = CommandRun.of("scan", code);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("Good.java", ShoutedWord.ID);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theSummaryMakesRoomForAMachineFormat() {
    CommandRun run = CommandRun.of("scan", code, "--report", "sarif");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("{").contains("\"version\"", ShoutedWord.ID);
    assertThat(run.err()).startsWith("1 finding in 1 file: 1 error. ").hasLineCount(1);
  }

  @Test
  void severalReportsFromOneScan() {
    Path sarif = folder.resolve("out.sarif");
    Path json = folder.resolve("out.json");
    CommandRun run =
        CommandRun.of(
            "scan",
            code,
            "--report",
            "console=-",
            "--report",
            "sarif=" + sarif,
            "--report",
            "JSON=" + json);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("Good.java");
    assertThat(sarif).content().contains(ShoutedWord.ID);
    assertThat(json).content().contains(ShoutedWord.ID);
  }

  @Test
  void fileReportsAloneLeaveStdoutEmpty() {
    Path sarif = folder.resolve("out.sarif");
    CommandRun run = CommandRun.of("scan", code, "--report", "sarif=" + sarif);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("1 finding in 1 file: 1 error. ")
        .endsWith("\nsarif report: " + sarif + "\n")
        .hasLineCount(2);
  }

  @Test
  void quietSaysNothingBesideTheReport() {
    CommandRun run = CommandRun.of("scan", code, "--report", "sarif", "--quiet");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(ShoutedWord.ID);
  }

  @Test
  void twoReportsOnStdoutAreRefused() {
    CommandRun run = CommandRun.of("scan", code, "--report", "sarif", "--report", "json=-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("only one report can go to stdout");
  }

  @Test
  void twoReportsInOneFileAreRefused() {
    Path file = folder.resolve("out");
    CommandRun run =
        CommandRun.of(
            "scan",
            code,
            "--report",
            "sarif=" + file,
            "--report",
            "json=" + folder.resolve("src/../out"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("two reports cannot go to one file");
    assertThat(file).doesNotExist();
  }

  @Test
  void anUnknownFormat() {
    CommandRun run = CommandRun.of("scan", code, "--report", "xml=out.xml");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no report format 'xml'; choose one of console, sarif, json");
  }

  @Test
  void aFormatWithoutItsFile() {
    CommandRun run = CommandRun.of("scan", code, "--report", "sarif=");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("names no file");
  }

  @Test
  void aReportWhereAFolderIs() {
    assertRefusedEarly(folder, "this is a folder");
  }

  @Test
  void missingFoldersAreMade() {
    Path report = folder.resolve("target/reports/out.sarif");
    assertThat(CommandRun.of("scan", code, "--report", "sarif=" + report).code()).isEqualTo(1);
    assertThat(report).content().contains(ShoutedWord.ID);
  }

  @Test
  void aReportBelowAFile() {
    assertRefusedEarly(code.resolve("Good.java/out.sarif"), "is not a folder");
  }

  @Test
  void aReportInAReadOnlyFolder() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assertThat(locked.toFile().setWritable(false)).isTrue();
    try {
      Assumptions.assumeFalse(Files.isWritable(locked), "SKIPPED: root may write everywhere");
      assertRefusedEarly(locked.resolve("out.sarif"), "no permission in " + locked);
    } finally {
      assertThat(locked.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void aReportThatIsReadOnly() throws IOException {
    Path report = Files.writeString(folder.resolve("old.sarif"), "old");
    assertThat(report.toFile().setWritable(false)).isTrue();
    Assumptions.assumeFalse(Files.isWritable(report), "SKIPPED: root may write everywhere");
    assertRefusedEarly(report, "read-only");
    assertThat(report).hasContent("old");
  }

  @Test
  void aReportOnAFileSystemThatTakesNone() {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self")), "SKIPPED: there is no /proc");
    Path report = Path.of("/proc/plumbline.sarif");
    CommandRun run = CommandRun.of("scan", code, "--report", "sarif=" + report);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("cannot write the report to " + report + ": ");
    assertThat(run.err()).as("nothing is lost").contains("Good.java", ShoutedWord.ID);
  }

  private void assertRefusedEarly(Path report, String reason) {
    CommandRun run =
        CommandRun.with(
            List.of(
                new FailingRule(
                    () -> {
                      throw new AssertionError("the scan had begun");
                    })),
            Map.of(),
            "scan",
            code,
            "--report",
            "sarif=" + report);
    assertThat(run.err())
        .startsWith("plumbline: cannot write the report to " + report + ": ")
        .contains(reason)
        .hasLineCount(1);
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aFullDiskForAReportInAFile() {
    Assumptions.assumeTrue(Files.exists(FULL), "SKIPPED: there is no /dev/full");
    Path json = folder.resolve("out.json");
    CommandRun run =
        CommandRun.of("scan", code, "--report", "sarif=" + FULL, "--report", "json=" + json);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("cannot write the report to /dev/full: No space left on device");
    assertThat(run.err()).as("nothing is lost").contains("Good.java", ShoutedWord.ID);
    assertThat(json).as("other reports are written").content().contains(ShoutedWord.ID);
    assertThat(FULL).as("the device is still there").exists();
    assertThat(Files.isRegularFile(FULL)).isFalse();
  }

  @Test
  void aFullDiskForStdout() {
    CommandRun run =
        CommandRun.into(
            new FailingStream("No space left on device"),
            false,
            List.of(new ShoutedWord()),
            Map.of(),
            "scan",
            code,
            "--report",
            "sarif");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("cannot write the report to stdout: No space left on device")
        .contains("Good.java", ShoutedWord.ID);
  }

  @Test
  void aFullDiskForTheConsoleReport() {
    CommandRun run =
        CommandRun.into(
            new FailingStream("No space left on device"),
            false,
            List.of(new ShoutedWord()),
            Map.of(),
            "scan",
            code);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("No space left on device").contains("Good.java");
  }

  @Test
  void aReaderThatHasSeenEnough() {
    CommandRun run =
        CommandRun.into(
            new FailingStream("Broken pipe"),
            false,
            List.of(new ShoutedWord()),
            Map.of(),
            "scan",
            code);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void anOldReportIsReplacedWhole() throws IOException {
    Path report = Files.writeString(folder.resolve("old.json"), "x".repeat(1 << 20));
    assertThat(CommandRun.of("scan", code, "--report", "json=" + report).code()).isEqualTo(1);
    assertThat(report).content().contains(ShoutedWord.ID).doesNotContain("xxxx");
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .as("nothing temporary is left")
          .containsExactlyInAnyOrder("old.json", "src");
    }
  }

  private static final class FailingStream extends OutputStream {
    private final String reason;

    FailingStream(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(reason);
    }
  }
}
