package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Input that nobody wishes for. Each gives one clear message and the right exit code, and the
 * findings of the good file beside it are never lost.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BadInputTest {

  /** 200,000 of them overflow any recursive parser. */
  private static final int PARENTHESES = 200_000;

  private static final long HUGE = 50L << 20;

  @TempDir Path folder;
  private Path code;

  @BeforeEach
  void goodFile() throws IOException {
    code = Files.createDirectories(folder.resolve("src/main/java"));
    write("Good.java", "class Good {\n  String word = \"FINDME\";\n}\n");
  }

  @Test
  void anEmptyFolder(@TempDir Path empty) {
    CommandRun run = CommandRun.of("scan", empty);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("plumbline: nothing to review: " + empty).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aFolderWithNothingThatIsRead(@TempDir Path images) throws IOException {
    Files.write(images.resolve("logo.png"), new byte[] {1, 2, 3});
    assertThat(CommandRun.of("scan", images).code()).isEqualTo(2);
  }

  @Test
  void anEmptyFolderLeavesTheOldReportAlone(@TempDir Path empty) throws IOException {
    Path report = Files.writeString(folder.resolve("old.sarif"), "old");
    assertThat(CommandRun.of("scan", empty, "--report", "sarif=" + report).code()).isEqualTo(2);
    assertThat(report).hasContent("old");
  }

  @Test
  void aPathThatDoesNotExist() {
    Path missing = folder.resolve("nowhere");
    CommandRun run = CommandRun.of("scan", missing);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("plumbline: cannot scan " + missing + ": there is no such file or folder\n");
  }

  @Test
  void aLinkToNothing() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
    CommandRun run = CommandRun.of("scan", link);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("it is a link to nothing");
  }

  @Test
  void twoPaths() {
    CommandRun run = CommandRun.of("scan", folder, folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Unmatched argument");
  }

  @Test
  void aFileWithASyntaxError() throws IOException {
    write("Broken.java", "class Broken {\n  int a = ;\n}\n");
    assertIncomplete("Broken.java");
  }

  @Test
  void deeplyNestedParentheses() throws IOException {
    write(
        "Deep.java",
        "class Deep { int a = " + "(".repeat(PARENTHESES) + "1" + ")".repeat(PARENTHESES) + "; }");
    assertIncomplete("Deep.java");
  }

  @Test
  void aHugeFile() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(code.resolve("Huge.java").toFile(), "rw")) {
      file.setLength(HUGE);
    }
    assertIncomplete("Huge.java");
  }

  @Test
  void anUnreadableFile() throws IOException, InterruptedException {
    Path file = code.resolve("Unreadable.java");
    // Permissions mean nothing to root; a pipe is no file to anyone.
    Assumptions.assumeTrue(made(file), "SKIPPED: there is no mkfifo on this machine");
    assertIncomplete("Unreadable.java");
  }

  @Test
  void aFileWithoutPermission() throws IOException {
    Path file = write("Secret.java", "class Secret {}");
    assertThat(file.toFile().setReadable(false)).isTrue();
    Assumptions.assumeFalse(Files.isReadable(file), "SKIPPED: root may read everything");
    assertIncomplete("Secret.java");
  }

  @Test
  void invalidUtf8() throws IOException {
    byte[] bytes = "class Old { String s = \"Gr??e\"; }".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xFC : bytes[i];
    }
    Files.write(code.resolve("Old.java"), bytes);
    CommandRun run = CommandRun.of("scan", folder, "--fail-on", "never");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Good.java").contains("Old.java").contains("UTF-8");
  }

  @Test
  void loopsOfLinks(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("Other.java"), "class Other { String s = \"FINDME\"; }");
    Files.createSymbolicLink(code.resolve("one"), Path.of("two"));
    Files.createSymbolicLink(code.resolve("two"), Path.of("one"));
    Files.createSymbolicLink(code.resolve("again"), code);
    Files.createSymbolicLink(code.resolve("outside"), elsewhere);
    CommandRun run = CommandRun.of("scan", folder, "--report", "json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("1 finding in 1 file: 1 error.");
    assertThat(CommandRun.of("scan", folder, "--fail-on", "never").code()).isZero();
  }

  @Test
  void aLoopAsPath() throws IOException {
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    CommandRun run = CommandRun.of("scan", loop);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("plumbline: cannot scan " + loop);
  }

  @Test
  void severalAtOnceAreAllTold() throws IOException {
    write("Broken.java", "class Broken {");
    write("Worse.java", "class } {");
    CommandRun run = CommandRun.of("scan", folder, "--report", "json", "--fail-on", "never");
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("incomplete: 2 problems", "Broken.java", "Worse.java");
  }

  /** The good file's finding is there in every report, and the bad file is named. */
  private void assertIncomplete(String bad) {
    CommandRun found = CommandRun.of("scan", folder);
    assertThat(found.out()).contains("Good.java", ShoutedWord.ID, bad);
    assertThat(found.err()).startsWith("plumbline: the analysis is incomplete: 1 problem");
    assertThat(found.code()).as("findings outrank what was not analysed").isEqualTo(1);

    CommandRun tolerant = CommandRun.of("scan", folder, "--fail-on", "never");
    assertThat(tolerant.code()).isEqualTo(3);
    assertThat(tolerant.out()).contains("Good.java", bad);

    CommandRun json =
        CommandRun.of("scan", folder, "--fail-on", "never", "--report", "json", "--quiet");
    assertThat(json.code()).isEqualTo(3);
    assertThat(json.out()).contains("Good.java", bad);
    assertThat(json.err()).contains("incomplete: 1 problem", bad);

    CommandRun accepted = CommandRun.of("scan", folder, "--fail-on", "never", "--allow-incomplete");
    assertThat(accepted.code()).isZero();
    assertThat(accepted.err()).contains("1 problem, accepted by --allow-incomplete");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(code.resolve(name), text);
  }

  private static boolean made(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
