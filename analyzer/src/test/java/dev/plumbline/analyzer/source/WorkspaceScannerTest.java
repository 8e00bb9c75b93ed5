package dev.plumbline.analyzer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.analyzer.source.SkippedFile.Reason;
import dev.plumbline.analyzer.source.WorkspaceScanner.Options;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceScannerTest {

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void resolveRoot() throws IOException {
    root = Files.createDirectory(temp.toRealPath().resolve("work"));
  }

  // --- what is listed ---

  @Test
  void listsByPathInStringOrder() throws IOException {
    write("b/A.java", "a.sql", "B.java", "b.java", "a/z.yml", "a-b.yml", "logo.png", "ü.java");
    Workspace workspace = scan(root);
    assertThat(workspace.root()).isEqualTo(root);
    assertThat(paths(workspace))
        .containsExactly("B.java", "a-b.yml", "a.sql", "a/z.yml", "b.java", "b/A.java", "ü.java");
    assertThat(workspace.skipped()).isEmpty();
    SourceFile file = workspace.files().get(5);
    assertThat(file)
        .isEqualTo(
            new SourceFile(
                "b/A.java", root.resolve("b/A.java"), SourceKind.JAVA, SourceRole.MAIN, "", 1));
    assertThat(file.name()).isEqualTo("A.java");
  }

  @Test
  void strangeNamesStayAsTheyAre() throws IOException {
    List<String> names =
        List.of(
            "a b.java", "100%.java", "%41.java", "a:b.java", "文件/名.java", "a\\b.java", "#.java");
    write(names.toArray(String[]::new));
    assertThat(paths(scan(root))).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void theOrderOfDirectoryEntriesDoesNotShow() throws IOException {
    write("a/A.java", "b/pom.xml", "b/src/main/java/B.java", "c/C.java", "pom.xml", "src/x.sql");
    Files.writeString(root.resolve(".gitignore"), "/c/\n");
    Workspace expected = scan(root);
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      FileTree shuffled =
          new SkippedFilesTest.Disk() {
            @Override
            public List<Path> children(Path directory) throws IOException {
              List<Path> children = new ArrayList<>(super.children(directory));
              Collections.shuffle(children, random);
              return children;
            }
          };
      assertThat(new WorkspaceScanner(shuffled).scan(root, Options.DEFAULT)).isEqualTo(expected);
    }
  }

  @Test
  void foldersOfOtherToolsAreNotListed() throws IOException {
    write(
        "node_modules/a/a.js",
        ".git/a.sh",
        ".idea/a.xml",
        "a/.gradle/a.sh",
        ".plumbline/cache/a.json");
    write(".plumbline/rules.yml", ".github/workflows/ci.yml", "cache/a.json");
    assertThat(paths(scan(root)))
        .containsExactly(".github/workflows/ci.yml", ".plumbline/rules.yml", "cache/a.json");
  }

  @Test
  void optionsNarrow() throws IOException {
    write("A.java", "a.sql", "docs/B.java", "docs/c/C.java");
    Options options =
        new Options(
            SizeLimits.DEFAULT, EnumSet.of(SourceKind.JAVA), List.of("/docs/*", "!/docs/c"));
    assertThat(paths(new WorkspaceScanner().scan(root, options)))
        .containsExactly("A.java", "docs/c/C.java");
  }

  @Test
  void deepDirectoriesAreWalked() throws IOException {
    String deep = "d/".repeat(300);
    write(deep + "A.java");
    assertThat(paths(scan(root))).containsExactly(deep + "A.java");
  }

  // --- root, start ---

  @Test
  void theRootIsTheTopOfTheWorkTree() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    write("a/b/A.java", "a/B.java", "C.java");
    Workspace workspace = scan(root.resolve("a/b"));
    assertThat(workspace.root()).isEqualTo(root);
    assertThat(paths(workspace)).containsExactly("a/b/A.java");
  }

  @Test
  void aWorkTreeMayHaveAFileForItsGitDirectory() throws IOException {
    Files.writeString(root.resolve(".git"), "gitdir: elsewhere\n");
    write("a/A.java");
    assertThat(paths(scan(root.resolve("a")))).containsExactly("a/A.java");
  }

  @Test
  void withoutGitTheStartIsTheRoot() throws IOException {
    write("a/A.java");
    assertThat(paths(scan(root.resolve("a")))).containsExactly("A.java");
  }

  @Test
  void aFileCanBeTheStart() throws IOException {
    write("m/pom.xml", "m/src/test/java/A.java", "m/notes.strange");
    Files.writeString(root.resolve(".gitignore"), "*.java\n");
    Files.createDirectories(root.resolve(".git"));
    Workspace workspace = scan(root.resolve("m/src/test/java/A.java"));
    assertThat(workspace.files())
        .containsExactly(
            new SourceFile(
                "m/src/test/java/A.java",
                root.resolve("m/src/test/java/A.java"),
                SourceKind.JAVA,
                SourceRole.TEST,
                "m",
                1));
    assertThat(scan(root.resolve("m/notes.strange")).files().get(0).kind())
        .isEqualTo(SourceKind.OTHER);
    Files.delete(root.resolve(".git"));
    assertThat(paths(scan(root.resolve("m/notes.strange")))).containsExactly("notes.strange");
  }

  @Test
  void aStartThatIsALinkIsResolved() throws IOException {
    write("real/A.java");
    Path link = Files.createSymbolicLink(root.resolve("link"), root.resolve("real"));
    Workspace workspace = scan(link);
    assertThat(workspace.root()).isEqualTo(root.resolve("real"));
    assertThat(paths(workspace)).containsExactly("A.java");
  }

  @Test
  void aMissingStartIsAnError() {
    assertThatThrownBy(() -> scan(root.resolve("none"))).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aStartThatCannotBeListedIsAnError() {
    FileTree closed = new SkippedFilesTest.Closed(root);
    assertThatThrownBy(() -> new WorkspaceScanner(closed).scan(root, Options.DEFAULT))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot scan " + root + ": permission denied");
  }

  @Test
  void aDeviceIsNoStart() {
    Path device = Path.of("/dev/null");
    Assumptions.assumeTrue(Files.exists(device), "SKIPPED: needs /dev/null");
    assertThatThrownBy(() -> scan(device))
        .hasMessage("cannot scan /dev/null: neither a directory nor a regular file");
  }

  // --- ignore files ---

  @Test
  void ignoreFilesOfEveryLevelApply() throws IOException {
    Files.createDirectories(root.resolve(".git/info"));
    Files.writeString(root.resolve(".git/info/exclude"), "/a/local.sql\n");
    write("a/x.sql", "a/keep.sql", "a/local.sql", "a/b/x.sql", "a/b/y.sh", "a/b/c/y.sh", "a/z.sh");
    Files.writeString(root.resolve(".gitignore"), "*.sql\n");
    Files.writeString(root.resolve("a/.gitignore"), "!keep.sql\n/b/*.sh\n");
    assertThat(paths(scan(root))).containsExactly("a/b/c/y.sh", "a/keep.sql", "a/z.sh");
    assertThat(paths(scan(root.resolve("a"))))
        .containsExactly("a/b/c/y.sh", "a/keep.sql", "a/z.sh");
    assertThat(paths(scan(root.resolve("a/b")))).containsExactly("a/b/c/y.sh");
  }

  @Test
  void nothingComesBackBelowAnIgnoredDirectory() throws IOException {
    write("gen/keep/A.java", "gen/B.java");
    Files.writeString(root.resolve(".gitignore"), "gen/\n!gen/keep/\n!gen/keep/A.java\n");
    Files.writeString(root.resolve("gen/.gitignore"), "!*\n");
    assertThat(paths(scan(root))).isEmpty();
  }

  @Test
  void ourOwnIgnoreFileOutranksGits() throws IOException {
    write("generated/A.java", "vendor/B.java", "C.java", "sub/generated/D.java");
    Files.writeString(root.resolve(".gitignore"), "generated/\n");
    Files.writeString(root.resolve(".plumblineignore"), "!/generated/\nvendor\n");
    assertThat(paths(scan(root))).containsExactly("C.java", "generated/A.java");
  }

  @Test
  void theStartIsNeverIgnored() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    write("lab/a/A.java", "lab/a/b.sql", "lab/a/c.sh");
    Files.writeString(root.resolve(".gitignore"), "lab/*\n*.sql\n");
    Files.writeString(root.resolve("lab/a/.gitignore"), "*.sh\n");
    assertThat(paths(scan(root))).isEmpty();
    assertThat(paths(scan(root.resolve("lab/a")))).containsExactly("lab/a/A.java", "lab/a/b.sql");
    assertThat(paths(scan(root.resolve("lab")))).as("lab itself is not ignored").isEmpty();
  }

  @Test
  void anIgnoreFileThatIsALinkIsNotRead() throws IOException {
    write("A.java", "b.sql");
    Files.writeString(root.resolve("rules"), "*\n");
    Files.createSymbolicLink(root.resolve(".gitignore"), root.resolve("rules"));
    assertThat(paths(scan(root))).containsExactly("A.java", "b.sql");
  }

  @Test
  void aHugeIgnoreFileIsReported() throws IOException {
    write("A.java");
    try (RandomAccessFile file = new RandomAccessFile(root.resolve(".gitignore").toFile(), "rw")) {
      file.setLength(2L << 20);
    }
    assertThat(scan(root).skipped())
        .containsExactly(
            new SkippedFile(
                ".gitignore", Reason.TOO_LARGE, "2097152 bytes, over the limit of 1048576"));
  }

  // --- build output ---

  @Test
  void outputOfMavenAndGradleIsLeftOutAndReported() throws IOException {
    write("m/pom.xml", "m/target/classes/a.yml", "m/build/docker/Dockerfile", "m/bin/run.sh");
    write("g/build.gradle.kts", "g/build/resources/a.yml", "g/bin/main/a.yml", "g/target/a.sh");
    write("i/pom.xml", "i/out/production/a.yml", "p/out/a.sh", "p/target/a.sh", "p/build/a.sh");
    Workspace workspace = scan(root);
    assertThat(paths(workspace))
        .containsExactly(
            "g/build.gradle.kts",
            "g/target/a.sh",
            "i/pom.xml",
            "m/bin/run.sh",
            "m/build/docker/Dockerfile",
            "m/pom.xml",
            "p/build/a.sh",
            "p/out/a.sh",
            "p/target/a.sh");
    assertThat(workspace.skipped())
        .extracting(SkippedFile::path, SkippedFile::reason)
        .containsExactly(
            tuple("g/bin", Reason.BUILD_OUTPUT),
            tuple("g/build", Reason.BUILD_OUTPUT),
            tuple("i/out", Reason.BUILD_OUTPUT),
            tuple("m/target", Reason.BUILD_OUTPUT));
    assertThat(workspace.skipped()).noneMatch(SkippedFile::incomplete);
  }

  @Test
  void packagesNamedLikeOutputAreListed() throws IOException {
    write("pom.xml", "build.gradle");
    String java = "src/main/java/com/acme/";
    write(java + "build/A.java", java + "target/B.java", java + "out/C.java", java + "bin/D.java");
    write("src/main/resources/archetype/pom.xml", "src/main/resources/archetype/target/a.yml");
    Workspace workspace = scan(root);
    assertThat(workspace.files()).hasSize(8);
    assertThat(workspace.skipped()).isEmpty();
  }

  @Test
  void outputCanBeKeptOrNamed() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    write("pom.xml", "target/generated-sources/A.java");
    assertThat(scan(root.resolve("target")).files().get(0).role()).isEqualTo(SourceRole.GENERATED);
    Files.writeString(root.resolve(".plumblineignore"), "!/target/\n");
    assertThat(paths(scan(root))).containsExactly("pom.xml", "target/generated-sources/A.java");
  }

  // --- modules and roles ---

  @Test
  void aFileBelongsToTheNearestModule() throws IOException {
    write("pom.xml", "a/pom.xml", "a/src/main/java/A.java", "a/b/build.gradle", "a/b/c/B.java");
    write("x/C.java", "k/build.gradle.kts", "k/K.java", "a/src/test/resources/p/pom.xml");
    Workspace workspace = scan(root);
    assertThat(workspace.modules()).containsExactly("", "a", "a/b", "k");
    assertThat(workspace.files())
        .extracting(file -> file.path() + " in " + file.module())
        .containsExactly(
            "a/b/build.gradle in a/b",
            "a/b/c/B.java in a/b",
            "a/pom.xml in a",
            "a/src/main/java/A.java in a",
            "a/src/test/resources/p/pom.xml in a",
            "k/K.java in k",
            "k/build.gradle.kts in k",
            "pom.xml in ",
            "x/C.java in ");
    Files.createDirectories(root.resolve(".git"));
    assertThat(scan(root.resolve("a/src")).modules()).containsExactly("a");
    assertThat(scan(root.resolve("a/b/c")).modules()).containsExactly("a/b");
  }

  @Test
  void aTestFolderBesideSrcHoldsTests() throws IOException {
    write("ant/src/com/acme/A.java", "ant/test/com/acme/ATest.java", "ant/build.xml");
    write("m/pom.xml", "m/src/com/acme/A.java", "m/test/com/acme/ATest.java");
    write("n/pom.xml", "n/test/com/acme/A.java", "o/pom.xml", "o/src/A.java");
    write("o/test/pom.xml", "o/test/src/main/java/A.java", "src/a.sh", "test/a.sh");
    assertThat(scan(root).files())
        .filteredOn(file -> file.role() == SourceRole.TEST)
        .extracting(SourceFile::path)
        .containsExactly("m/test/com/acme/ATest.java", "test/a.sh");
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
}
