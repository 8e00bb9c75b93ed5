package dev.plumbline.analyzer.report;

import static dev.plumbline.analyzer.report.ReportSamples.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analyzer.finding.ScanReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

  @TempDir private Path folder;

  /** Writes {@code new}, then does what {@code end} does. */
  private record Text(Ending end) implements ReportFormat {
    private interface Ending {
      void run() throws IOException;
    }

    @Override
    public String id() {
      return "text";
    }

    @Override
    public void write(ScanReport report, OutputStream out) throws IOException {
      out.write("new".getBytes(StandardCharsets.UTF_8));
      end.run();
    }
  }

  private static final ReportFormat GOOD = new Text(() -> {});

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void missingFoldersAreMade() throws IOException {
    Path file = folder.resolve("a b/c/report.sarif");
    ReportWriter.writeFile(GOOD, nothing(), file);
    assertThat(file).hasContent("new");
  }

  @Test
  void theOldReportIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("r"), "an old and longer one");
    ReportWriter.writeFile(GOOD, nothing(), file);
    assertThat(file).hasContent("new");
    assertThat(names()).containsExactly("r");
  }

  @Test
  void aFailureMidwayLeavesTheOldReport() throws IOException {
    Path file = Files.writeString(folder.resolve("r"), "old");
    ReportFormat full =
        new Text(
            () -> {
              throw new IOException("No space left on device");
            });
    assertThatThrownBy(() -> ReportWriter.writeFile(full, nothing(), file))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "cannot write the report to "
                + file
                + ": No space left on device. Free some space or choose a file on another disk");
    ReportFormat broken =
        new Text(
            () -> {
              throw new IllegalStateException("a bug of ours");
            });
    assertThatThrownBy(() -> ReportWriter.writeFile(broken, nothing(), file))
        .hasMessage("a bug of ours");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("r");
  }

  @Test
  void aFailureMidwayLeavesNoNewFile() throws IOException {
    ReportFormat broken =
        new Text(
            () -> {
              throw new IOException("no");
            });
    assertThatThrownBy(() -> ReportWriter.writeFile(broken, nothing(), folder.resolve("r")))
        .hasMessageContaining("no");
    assertThat(names()).isEmpty();
  }

  @Test
  void messagesSayWhatIsWrong() throws IOException {
    assertThatThrownBy(() -> ReportWriter.writeFile(GOOD, nothing(), folder))
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("is a folder");
    Path file = Files.writeString(folder.resolve("f"), "");
    assertThatThrownBy(() -> ReportWriter.writeFile(GOOD, nothing(), file.resolve("r")))
        .hasMessageContaining(file + " is not a folder");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void permissionsStay() throws IOException {
    Path file = Files.writeString(folder.resolve("r"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    ReportWriter.writeFile(GOOD, nothing(), file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw----");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksStayLinks() throws IOException {
    Files.createDirectories(folder.resolve("real"));
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, Path.of("real/report"));
    ReportWriter.writeFile(GOOD, nothing(), link);
    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("real/report")).hasContent("new");
    Path circle = folder.resolve("circle");
    Files.createSymbolicLink(circle, Path.of("circle"));
    assertThatThrownBy(() -> ReportWriter.writeFile(GOOD, nothing(), circle))
        .hasMessageContaining("circle");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void devicesAreWrittenTo() throws IOException {
    ReportWriter.writeFile(GOOD, nothing(), Path.of("/dev/null"));
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    assertThatThrownBy(() -> ReportWriter.writeFile(GOOD, nothing(), Path.of("/dev/full")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/dev/full")
        .hasMessageContaining("No space left");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void pipesAreWrittenTo() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> reader =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    ReportWriter.writeFile(GOOD, nothing(), pipe);
    assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo("new");
    assertThat(names()).containsExactly("pipe");
  }
}
