package dev.plumbline.rules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.engine.Engine;
import dev.plumbline.analyzer.engine.Progress;
import dev.plumbline.analyzer.engine.ScanOptions;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.rules.RuleCatalog;
import dev.plumbline.rules.fixture.ReportBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The number of threads does not show in a report, on code that is large enough for threads to get
 * in each other's way: methods that call each other in circles, also by way of one interface that
 * many classes implement, places that all methods share, and the fixtures of rules on data flow.
 */
class ThreadsTest {

  private static final int PROGRAMS = 40;
  private static final int CIRCLE = 30;

  /** Their fixtures have specials, shared stores and many ways between methods. */
  private static final List<String> FIXTURES =
      List.of("sql-injection", "second-order-injection", "trust-boundary-violation", "xss");

  @TempDir Path root;

  @Test
  void oneTwoAndFourThreadsGiveTheSameBytes() throws Exception {
    for (int seed = 0; seed < PROGRAMS; seed++) {
      String name = "p" + seed;
      write(
          "src/main/java/" + name + "/App.java",
          Printer.print(ProgramMaker.make(seed), name).text());
    }
    for (int i = 0; i < CIRCLE; i++) {
      write("src/main/java/circle/Node" + i + ".java", node(i));
    }
    write(
        "src/main/java/circle/Next.java",
        "package circle;\n\ninterface Next {\n  String go(String text, int depth) throws Exception;\n}\n");
    for (String each : FIXTURES) {
      copy(Path.of(System.getProperty("plumbline.fixtures"), "rules", each), each);
    }
    ScanReport one = scan(1);
    assertThat(one.findings()).hasSizeGreaterThan(2 * PROGRAMS);
    assertThat(one.findings())
        .anySatisfy(each -> assertThat(each.finding().location().path()).contains("circle/"));
    String bytes = ReportBytes.of(one);
    assertThat(ReportBytes.of(scan(2))).isEqualTo(bytes);
    assertThat(ReportBytes.of(scan(4))).isEqualTo(bytes);
  }

  /** Each calls two others of the circle, one of them by way of the interface. */
  private static String node(int number) {
    return """
        package circle;

        import jakarta.servlet.http.HttpServletRequest;
        import java.sql.Connection;

        public class Node%1$d implements Next {
          static String last = "k";
          Next next = new Node%2$d();
          Connection connection;

          void handle(HttpServletRequest request) throws Exception {
            connection.createStatement().execute("select " + go(request.getParameter("p"), 3));
          }

          public String go(String text, int depth) throws Exception {
            Node%3$d.last = text;
            connection.createStatement().execute("select " + last);
            return depth == 0 ? text + "%1$d" : next.go(text, depth - 1) + new Node%3$d().go(last, depth - 1);
          }
        }
        """
        .formatted(number, (number + 1) % CIRCLE, (number * 7 + 3) % CIRCLE);
  }

  private ScanReport scan(int threads) throws Exception {
    ScanOptions options = ScanOptions.of(root).withThreads(threads);
    return new Engine(RuleCatalog.all(), "0").scan(options, Progress.SILENT);
  }

  private void copy(Path from, String module) throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      write(module + "/src/main/java/" + from.relativize(file), Files.readString(file));
    }
  }

  private void write(String path, String text) throws Exception {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
