package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.source.SourceRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Types and targets hang neither on the order of files nor on who asks first for what. */
class TypeRepeatabilityTest {

  /** The analyser itself: generics, records, lambdas, streams and switches by the thousand. */
  private static final Path SOURCES = Path.of("src/main/java");

  private static final int THREADS = 4;

  @Test
  void neitherTheOrderOfFilesNorThatOfQuestionsShows() throws Exception {
    List<LoweredFile> files = files();
    String expected = describe(Linker.link(files, Library.shipped()), null);
    assertThat(expected.lines().count()).isGreaterThan(50_000);
    Random random = new Random(1);
    List<LoweredFile> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, random);
    String actual = describe(Linker.link(shuffled, Library.shipped()), random);
    // Not compared as one text: a message of two megabytes helps nobody.
    assertThat(firstDifference(actual, expected)).isEmpty();
  }

  private static String firstDifference(String actual, String expected) {
    if (actual.equals(expected)) {
      return "";
    }
    List<String> ours = actual.lines().toList();
    List<String> theirs = expected.lines().toList();
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      if (!ours.get(i).equals(theirs.get(i))) {
        return "line " + i + ": " + ours.get(i) + " instead of " + theirs.get(i);
      }
    }
    return ours.size() + " lines instead of " + theirs.size();
  }

  private static List<LoweredFile> files() throws IOException {
    List<LoweredFile> files = new ArrayList<>();
    try (var paths = Files.walk(SOURCES)) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
        String name = SOURCES.relativize(path).toString();
        files.add(Programs.file("", name, SourceRole.MAIN, Files.readString(path)));
      }
    }
    return files;
  }

  /** Every type and target, by file; asked by several threads in any order if told how. */
  private static String describe(Program program, Random random) throws Exception {
    if (random != null) {
      List<CodeBody> bodies = new ArrayList<>(program.bodies());
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      try {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          List<CodeBody> order = new ArrayList<>(bodies);
          Collections.shuffle(order, random);
          tasks.add(
              () -> {
                order.forEach(body -> describeBody(program, body));
                return null;
              });
        }
        for (Future<Void> each : threads.invokeAll(tasks)) {
          each.get();
        }
      } finally {
        threads.shutdownNow();
      }
    }
    TreeMap<String, StringBuilder> byFile = new TreeMap<>();
    for (CodeBody body : program.bodies()) {
      byFile
          .computeIfAbsent(body.owner().file().file().path(), key -> new StringBuilder())
          .append(describeBody(program, body));
    }
    StringBuilder all = new StringBuilder();
    byFile.forEach((path, text) -> all.append(path).append('\n').append(text));
    return all.toString();
  }

  private static String describeBody(Program program, CodeBody body) {
    StringBuilder text = new StringBuilder(body.toString()).append('\n');
    for (int register = 0; register < body.body().registerCount(); register++) {
      JavaType type = program.inference().typeOf(body, register);
      text.append(' ').append(type.name()).append(' ').append(type).append('\n');
    }
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call) {
          CallTarget target = program.inference().target(body, call);
          text.append("  ").append(target.owner().name()).append('.').append(target.name());
          text.append(target.method().map(method -> method.signature().toString()).orElse("?"));
          text.append(" : ").append(target.returnType()).append('\n');
        }
      }
    }
    return text.toString();
  }
}
