package dev.plumbline.analyzer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tracked is listed although an ignore file names it, as git itself has it. */
class TrackedFilesTest {

  @TempDir Path root;

  @BeforeEach
  void makeRepository() throws Exception {
    try {
      git("init", "-q");
    } catch (IOException e) {
      Assumptions.abort("git is missing");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3", "4"})
  void trackedFilesAreListed(String version) throws Exception {
    write("A.java", "a/local.properties", "a/other.properties", "a/ü.sql", "gen/p/B.java");
    write("gen/p/C.java", "gen/q/D.java");
    Files.writeString(root.resolve(".gitignore"), "*.properties\n*.sql\ngen/\n");
    git("add", "-f", "A.java", "a/local.properties", "a/ü.sql", "gen/p/B.java");
    if (version.equals("3")) {
      // An entry of that kind is what makes the version.
      git("add", "-N", "-f", "gen/q/D.java");
      git("update-index", "--index-version", "3");
      assertThat(paths())
          .containsExactly(
              "A.java", "a/local.properties", "a/ü.sql", "gen/p/B.java", "gen/q/D.java");
      return;
    }
    git("update-index", "--index-version", version);
    assertThat(paths()).containsExactly("A.java", "a/local.properties", "a/ü.sql", "gen/p/B.java");
  }

  @Test
  void whatTheUserExcludesStaysExcluded() throws Exception {
    write("a/A.java", "b/B.java", "c/C.java");
    git("add", "-f", ".");
    Files.writeString(root.resolve(".gitignore"), "c/\n");
    Files.writeString(root.resolve(".plumblineignore"), "/a/\n");
    assertThat(paths("/b/")).containsExactly("c/C.java");
  }

  @Test
  void aDamagedIndexTracksNothing() throws Exception {
    write("A.java", "b.sql");
    git("add", "-f", ".");
    Files.writeString(root.resolve(".gitignore"), "*.sql\n");
    Path index = root.resolve(".git/index");
    byte[] bytes = Files.readAllBytes(index);
    for (int length : new int[] {0, 3, 11, 12, 40, 80, bytes.length / 2}) {
      Files.write(index, java.util.Arrays.copyOf(bytes, length));
      assertThat(paths()).as("the first %s bytes", length).containsExactly("A.java");
    }
  }

  private List<String> paths(String... excludes) throws IOException {
    WorkspaceScanner.Options all = WorkspaceScanner.Options.DEFAULT;
    WorkspaceScanner.Options options =
        new WorkspaceScanner.Options(all.limits(), all.kinds(), List.of(excludes));
    return new WorkspaceScanner()
        .scan(root, options).files().stream().map(SourceFile::path).toList();
  }

  private void write(String... paths) throws IOException {
    for (String each : paths) {
      Path file = root.resolve(each);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(output).isZero();
  }
}
