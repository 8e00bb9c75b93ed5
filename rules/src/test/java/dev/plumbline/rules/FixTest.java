package dev.plumbline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.engine.Engine;
import dev.plumbline.analyzer.engine.Progress;
import dev.plumbline.analyzer.engine.ScanOptions;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.fix.FileChange;
import dev.plumbline.analyzer.fix.FixPlan;
import dev.plumbline.analyzer.fix.FixPlanner;
import dev.plumbline.analyzer.fix.FixWriter;
import dev.plumbline.rules.fixture.FixtureFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code test-fixtures/fixes} is code before and after all of its fixes are made;
 * what is behind "none is certainly right" stays as it is. {@code stubs} holds as much of the
 * libraries as the compiler wants to see.
 */
class FixTest {

  private static final List<String> RULES =
      List.of(
          "insecure-cookie",
          "cookie-no-httponly",
          "sql-injection",
          "jpql-injection",
          "sql-string-concat");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> pairs() throws IOException {
    return FixtureFolder.children(FixtureFolder.root().resolve("fixes")).stream()
        .filter(each -> Files.isDirectory(each.resolve("before")))
        .map(
            each ->
                DynamicTest.dynamicTest(each.getFileName().toString(), () -> check(each, "\n")));
  }

  /** Lines end as they did, and new ones as the others. */
  @TestFactory
  Stream<DynamicTest> pairsWithOtherLineEnds() throws IOException {
    return FixtureFolder.children(FixtureFolder.root().resolve("fixes")).stream()
        .filter(each -> Files.isDirectory(each.resolve("before")))
        .map(
            each ->
                DynamicTest.dynamicTest(each.getFileName().toString(), () -> check(each, "\r\n")));
  }

  private void check(Path pair, String lineEnd) throws Exception {
    Path work = Files.createTempDirectory(folder, "fix");
    Path root = Files.createDirectories(work.resolve("src/main/java/app"));
    for (Path each : FixtureFolder.children(pair.resolve("before"))) {
      Files.writeString(
          root.resolve(each.getFileName()), Files.readString(each).replace("\n", lineEnd));
    }
    compile(work, root);
    FixPlan plan = FixPlanner.plan(scan(work));
    assertThat(plan.leftOut()).isEmpty();
    for (FileChange change : plan.changes()) {
      FixWriter.write(change);
    }
    for (Path each : FixtureFolder.children(root)) {
      String wanted = Files.readString(pair.resolve("after").resolve(each.getFileName()));
      assertThat(Files.readString(each)).isEqualTo(wanted.replace("\n", lineEnd));
    }
    compile(work, root);
    List<Finding> again =
        scan(work).findings().stream()
            .map(ReportedFinding::finding)
            .filter(finding -> finding.fix().isPresent())
            .toList();
    assertThat(again).isEmpty();
    int mended = plan.changes().stream().mapToInt(each -> each.mended().size()).sum();
    assertThat(mended).isPositive();
  }

  private static ScanReport scan(Path root) throws Exception {
    return new Engine(RuleCatalog.all(), "0")
        .scan(ScanOptions.of(root).withOnlyRules(RULES), Progress.SILENT);
  }

  private static void compile(Path work, Path root) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> sources = new ArrayList<>(FixtureFolder.children(root));
    try (Stream<Path> stubs = Files.walk(FixtureFolder.root().resolve("fixes/stubs"))) {
      stubs.filter(each -> each.toString().endsWith(".java")).forEach(sources::add);
    }
    StringWriter said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      Path classes = Files.createDirectories(work.resolve("target"));
      boolean compiles =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-proc:none", "-nowarn", "-d", classes.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiles).as(said.toString()).isTrue();
    }
  }
}
