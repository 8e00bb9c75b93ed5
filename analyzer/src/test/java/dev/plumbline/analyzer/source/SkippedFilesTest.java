package dev.plumbline.analyzer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.analyzer.source.SkippedFile.Reason;
import dev.plumbline.analyzer.source.WorkspaceScanner.Options;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the scanner meets and does not list: each has a reason, and nothing ends the scan. */
class SkippedFilesTest {

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void resolveRoot() throws IOException {
    root = Files.createDirectory(temp.toRealPath().resolve("work"));
  }

  // --- what cannot be read ---

  @Test
  void aClosedDirectoryIsReported() throws IOException {
    write("a/A.java", "b/B.java");
    Workspace workspace =
        new WorkspaceScanner(new Closed(root.resolve("a"))).scan(root, Options.DEFAULT);
    assertThat(paths(workspace)).containsExactly("b/B.java");
    assertThat(workspace.skipped())
        .containsExactly(
            new SkippedFile(
                "a", Reason.UNREADABLE_DIRECTORY, "cannot be listed: permission denied"));
    assertThat(workspace.skipped().get(0).incomplete()).isTrue();
  }

  @Test
  void aFileThatVanishesIsReportedWhenItMattered() throws IOException {
    write("A.java", "b.png", "C.java");
    FileTree vanishing =
        new Disk() {
          @Override
          public BasicFileAttributes attributes(Path entry) throws IOException {
            if (!entry.endsWith("C.java")) {
              throw new NoSuchFileException(entry.toString());
            }
            return super.attributes(entry);
          }
        };
    Workspace workspace = new WorkspaceScanner(vanishing).scan(root, Options.DEFAULT);
    assertThat(paths(workspace)).containsExactly("C.java");
    assertThat(workspace.skipped())
        .containsExactly(
            new SkippedFile(
                "A.java", Reason.UNREADABLE, "cannot be read: it vanished during the scan"));
  }

  @Test
  void aPipeIsNotOpened() throws Exception {
    Path pipe = root.resolve("A.java");
    Process process;
    try {
      process = new ProcessBuilder("mkfifo", pipe.toString()).start();
    } catch (IOException e) {
      Assumptions.abort("SKIPPED: needs mkfifo");
      return;
    }
    assertThat(process.waitFor()).isZero();
    Workspace workspace = scan(root);
    assertThat(workspace.files()).isEmpty();
    assertThat(workspace.skipped())
        .containsExactly(
            new SkippedFile("A.java", Reason.UNREADABLE, "is a device, pipe or socket"));
  }

  @Test
  void largeFilesAreSkippedBySize() throws IOException {
    for (String name : List.of("Huge.java", "huge.sql", "huge.png")) {
      try (RandomAccessFile file = new RandomAccessFile(root.resolve(name).toFile(), "rw")) {
        file.setLength(10L << 30);
      }
    }
    Workspace workspace = scan(root);
    assertThat(workspace.files()).isEmpty();
    assertThat(workspace.skipped())
        .extracting(SkippedFile::path, SkippedFile::reason, SkippedFile::incomplete)
        .containsExactly(
            tuple("Huge.java", Reason.TOO_LARGE, true), tuple("huge.sql", Reason.TOO_LARGE, false));
  }

  // --- links ---

  @Test
  void linksInsideAreNotListedTwice() throws IOException {
    write("a/A.java");
    Files.createSymbolicLink(root.resolve("b"), Path.of("a"));
    Files.createSymbolicLink(root.resolve("a/up"), Path.of(".."));
    Files.createSymbolicLink(root.resolve("B.java"), Path.of("a/A.java"));
    Workspace workspace = scan(root);
    assertThat(paths(workspace)).containsExactly("a/A.java");
    assertThat(workspace.skipped()).isEmpty();
  }

  @Test
  void linksThatLeaveAreReportedAndNotFollowed() throws IOException {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.writeString(outside.resolve("X.java"), "x");
    Files.createSymbolicLink(root.resolve("dir"), Path.of("../outside"));
    Files.createSymbolicLink(root.resolve("X.java"), Path.of("../outside/X.java"));
    Files.writeString(outside.resolve("x.png"), "x");
    Files.createSymbolicLink(root.resolve("x.png"), Path.of("../outside/x.png"));
    Files.createSymbolicLink(root.resolve("ignored"), Path.of("../outside"));
    Files.writeString(root.resolve(".gitignore"), "/ignored\n");
    Workspace workspace = scan(root);
    assertThat(workspace.files()).isEmpty();
    assertThat(workspace.skipped())
        .containsExactly(
            new SkippedFile(
                "X.java", Reason.LINK_OUTSIDE, "leads out of the workspace: ../outside/X.java"),
            new SkippedFile("dir", Reason.LINK_OUTSIDE, "leads out of the workspace: ../outside"));
    assertThat(workspace.skipped()).noneMatch(SkippedFile::incomplete);
  }

  @Test
  void aNeighbourWithTheSamePrefixIsOutside() throws IOException {
    Files.createDirectory(temp.resolve("work-other"));
    Files.createSymbolicLink(root.resolve("dir"), Path.of("../work-other"));
    assertThat(scan(root).skipped())
        .extracting(SkippedFile::reason)
        .containsExactly(Reason.LINK_OUTSIDE);
  }

  @Test
  void linksToNothingAndToThemselvesAreReported() throws IOException {
    Files.createSymbolicLink(root.resolve("A.java"), Path.of("none"));
    Files.createSymbolicLink(root.resolve("x"), Path.of("y"));
    Files.createSymbolicLink(root.resolve("y"), Path.of("x"));
    assertThat(scan(root).skipped())
        .containsExactly(
            new SkippedFile("A.java", Reason.LINK_BROKEN, "leads to nothing: none"),
            new SkippedFile("x", Reason.LINK_LOOP, "leads to itself: y"),
            new SkippedFile("y", Reason.LINK_LOOP, "leads to itself: x"));
  }

  // --- helpers ---

  private Workspace scan(Path start) throws IOException {
    return new WorkspaceScanner().scan(start, Options.DEFAULT);
  }

  private static List<String> paths(Workspace workspace) {
    return workspace.files().stream().map(SourceFile::path).toList();
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "x");
    }
  }

  static class Disk implements FileTree {
    @Override
    public List<Path> children(Path directory) throws IOException {
      return FileTree.DISK.children(directory);
    }

    @Override
    public BasicFileAttributes attributes(Path entry) throws IOException {
      return FileTree.DISK.attributes(entry);
    }
  }

  /** A disk with a directory that may not be listed; for root, permissions are no obstacle. */
  static final class Closed extends Disk {
    private final Path closed;

    Closed(Path closed) {
      this.closed = closed;
    }

    @Override
    public List<Path> children(Path directory) throws IOException {
      if (directory.equals(closed)) {
        throw new AccessDeniedException(directory.toString());
      }
      return super.children(directory);
    }
  }
}
