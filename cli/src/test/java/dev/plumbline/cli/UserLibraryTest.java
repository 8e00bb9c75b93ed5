package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Library data of the scanned workspace, in {@code .plumbline/library}. */
class UserLibraryTest {

  private static final String SINK =
      "methods:\n  - {on: com.acme.MyDb, names: [run], arity: 1, sink: {sql: 0}}\n";

  @TempDir Path folder;

  @BeforeEach
  void codeWithAnOwnHelper() throws IOException {
    Path code = Files.createDirectories(folder.resolve("app/src/main/java/com/acme"));
    Files.writeString(
        code.resolve("MyDb.java"),
        "package com.acme;\npublic class MyDb { void run(String s) {} }\n");
    Files.writeString(
        code.resolve("Orders.java"),
        """
        package com.acme;
        class Orders {
          MyDb db;
          void find(String name) {
            db.run("select * from orders where name = '" + name + "'");
          }
        }
        """);
  }

  private Path own(String name, String text) throws IOException {
    Path file = folder.resolve("app/.plumbline/library").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private CommandRun scan() {
    return scan("sql-string-concat");
  }

  private CommandRun scan(String rule) {
    return CommandRun.with(
        RuleCatalog.all(), Map.of(), "scan", folder.resolve("app"), "--rule", rule);
  }

  @Test
  void anOwnHelperThatIsDeclaredASinkGetsFindings() throws IOException {
    assertThat(scan().out()).doesNotContain("sql-string-concat");
    own("own.yaml", SINK);
    CommandRun run = scan();
    assertThat(run.out()).contains("sql-string-concat").contains("Orders.java");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void whatIsSaidOfTheResultOfAnOwnMethodCountsInsteadOfItsCode() throws IOException {
    Files.writeString(
        folder.resolve("app/src/main/java/com/acme/Texts.java"),
        """
        package com.acme;
        class Texts {
          static String safe(String text) { return text; }
          static String fromOutside() { return "a"; }
        }
        """);
    Files.writeString(
        folder.resolve("app/src/main/java/com/acme/Orders.java"),
        """
        package com.acme;
        class Orders {
          java.sql.Statement statement;
          void find() throws Exception {
            statement.execute("select * from orders where name = '" + Texts.fromOutside() + "'");
          }
          void findSafe() throws Exception {
            statement.execute(
                "select * from orders where name = '" + Texts.safe(Texts.fromOutside()) + "'");
          }
        }
        """);
    assertThat(scan("sql-injection").code()).isZero();
    own(
        "own.yaml",
        """
        methods:
          - {on: com.acme.Texts, names: [safe], sanitizer: sql}
          - {on: com.acme.Texts, names: [fromOutside], source: {web-parameter: result}}
        """);
    assertThat(scan("sql-injection").out())
        .contains("Orders.java, 1 finding")
        .contains("Orders.java:5:5");
  }

  @Test
  void aShippedRoleCanBeOverridden() throws IOException {
    Files.writeString(
        folder.resolve("app/src/main/java/com/acme/Orders.java"),
        """
        package com.acme;
        class Orders {
          java.sql.Statement statement;
          void find(String name) throws Exception {
            statement.execute("select * from orders where name = '" + name + "'");
          }
        }
        """);
    assertThat(scan().code()).isEqualTo(1);
    own(
        "own.yaml",
        "methods:\n  - {on: java.sql.Statement, names: [execute], override: true, access: any}\n");
    assertThat(scan().code()).isZero();
  }

  @Test
  void mistakesAreToldWithTheirPlaceAndTheWordThatWasMeant() throws IOException {
    own("b.yaml", SINK.replace("sink:", "sinks:"));
    own("a.yml", SINK.replace("{sql: 0}", "{sqll: 0}"));
    CommandRun run = scan();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .containsSubsequence(
            ".plumbline/library/a.yml:2:56: unknown key sqll; did you mean sql?",
            ".plumbline/library/b.yaml:2:49: unknown key sinks; did you mean sink?",
            "docs/library-data.md");
  }

  /** The first YAML block of that page that speaks of methods of {@code com.acme.db.MyDb}. */
  private static String example(String page) throws IOException {
    Path root = Path.of(System.getProperty("plumbline.fixtures")).getParent();
    String text = Files.readString(root.resolve(page));
    int start = text.lastIndexOf("```yaml\n", text.indexOf("on: com.acme.db.MyDb"));
    return text.substring(start + "```yaml\n".length(), text.indexOf("```", start + 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/library-data.md"})
  void whatThePagesShowWorks(String page) throws IOException {
    Path code = folder.resolve("app/src/main/java/com/acme");
    Files.writeString(
        Files.createDirectories(code.resolve("db")).resolve("MyDb.java"),
        "package com.acme.db;\npublic class MyDb { public void run(String s) {} }\n");
    Files.writeString(
        code.resolve("Orders.java"),
        Files.readString(code.resolve("Orders.java")).replace("MyDb db", "com.acme.db.MyDb db"));
    assertThat(scan().code()).isZero();
    own("own.yaml", example(page));
    assertThat(scan().code()).isEqualTo(1);
  }

  @Test
  void thePageShowsWhatAMistakeGives() throws IOException {
    own("own.yaml", example("docs/library-data.md").replaceFirst("sink:", "sinks:"));
    String page =
        Files.readString(
            Path.of(System.getProperty("plumbline.fixtures"))
                .resolveSibling("docs/library-data.md"));
    assertThat(scan().err().lines()).isNotEmpty().allMatch(page::contains);
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.yaml"), SINK);
    Path inside = own("own.yaml", SINK);
    Files.delete(inside);
    Files.createSymbolicLink(inside, outside);
    CommandRun run = scan();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(".plumbline/library/own.yaml: expected a plain file; links are not followed");
  }

  @Test
  void aLinkedFolderIsNotFollowed() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside/library"));
    Files.writeString(outside.resolve("own.yaml"), SINK);
    Files.createSymbolicLink(folder.resolve("app/.plumbline"), outside.getParent());
    CommandRun run = scan();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(".plumbline: expected a folder; links are not followed");
  }

  @Test
  void whatIsNotYamlOrHasNoEndIsAMistakeToo() throws IOException {
    own("own.yaml", "methods: [\n");
    assertThat(scan().err()).contains("own.yaml:2:1: not YAML");
    own("own.yaml", "methods: &a [*a]\n");
    assertThat(scan().code()).isEqualTo(2);
    own("own.yaml", "");
    assertThat(scan().err()).contains("own.yaml:1:1: the file says nothing");
  }
}
