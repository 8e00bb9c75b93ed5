package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryCommandTest {

  private static final Path EXAMPLE = Path.of(System.getProperty("plumbline.fixtures"), "example");

  @TempDir Path folder;

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void controller(String mappings) throws IOException {
    file(
        "src/main/java/p/Api.java",
        "package p;\nimport org.springframework.web.bind.annotation.*;\n@RestController\nclass Api {\n"
            + mappings
            + "}\n");
  }

  private static JsonNode json(Object... arguments) throws IOException {
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).as(run.err()).isZero();
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void eachSectionIsATableWithWhatWasNotUnderstood() throws IOException {
    controller(
        "  @GetMapping(\"/users\") Object users() { return 1; }\n"
            + "  @PostMapping(Gone.PATH) Object add() { return 1; }\n");
    CommandRun run =
        CommandRun.with(
            List.of(),
            Map.of("LANG", "C.UTF-8"),
            "inventory",
            folder,
            "--section",
            "endpoints,jobs");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "Endpoints · 2\n"
                + "  METHOD  PATH    HANDLER  WHERE\n"
                + "  GET     /users  users    Api.java:5\n"
                + "  POST    ?       add      Api.java:6\n"
                + "  Not understood: the path is not a constant (1)\n"
                + "    Api.add  src/main/java/p/Api.java:6\n"
                + "\n"
                + "Scheduled jobs · none\n"
                + "\n"
                + "Read 1 file with 7 lines of Java; 1 place not understood.\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aLongSectionIsCutUnlessAllIsWanted() throws IOException {
    StringBuilder mappings = new StringBuilder();
    for (int i = 10; i < 40; i++) {
      mappings.append("  @GetMapping(\"/u" + i + "\") Object u" + i + "() { return 1; }\n");
    }
    controller(mappings.toString());
    CommandRun cut = CommandRun.of("inventory", folder, "--section", "endpoints");
    assertThat(cut.out()).contains("/u10", "/u24", "... 15 more").doesNotContain("/u25");
    CommandRun all = CommandRun.of("inventory", folder, "--section", "endpoints", "--all");
    assertThat(all.out()).contains("/u10", "/u39").doesNotContain(" more");
  }

  @Test
  void columnsFitTheWidthAndCountWideCharacters() throws IOException {
    controller(
        "  @GetMapping(\"/用户/列表\") Object users() { return 1; }\n"
            + "  @GetMapping(\"/"
            + "x".repeat(200)
            + "\") Object long1() { return 1; }\n");
    CommandRun run =
        CommandRun.with(
            List.of(), Map.of("LANG", "C.UTF-8"), "inventory", folder, "--section", "endpoints");
    List<String> lines = run.out().lines().toList();
    // Each wide character takes two cells, so that the line has five characters less.
    assertThat(lines.get(3)).startsWith("  GET     /用户/列表 ");
    assertThat(lines.get(2)).contains("…").hasSizeLessThanOrEqualTo(100);
    assertThat(lines.get(3).indexOf("users")).isEqualTo(lines.get(2).indexOf("long1") - 4);
  }

  @Test
  void jsonTellsEverythingWithFileAndLine() throws IOException {
    JsonNode root = json("inventory", EXAMPLE, "--format", "json");
    assertThat(root.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(root.path("complete").asBoolean()).isTrue();
    for (String section :
        List.of(
            "modules",
            "endpoints",
            "entities",
            "repositories",
            "clients",
            "consumers",
            "jobs",
            "listeners",
            "configuration")) {
      assertThat(root.path(section).path("entries").isArray()).as(section).isTrue();
    }
    JsonNode endpoint = root.path("endpoints").path("entries").get(0);
    assertThat(endpoint.path("methods").get(0).asText()).isEqualTo("POST");
    assertThat(endpoint.path("paths").get(0).asText()).isEqualTo("/customers");
    assertThat(endpoint.path("handler").asText()).isEqualTo("CustomerController.register");
    assertThat(endpoint.path("path").asText()).endsWith("customer/CustomerController.java");
    assertThat(endpoint.path("line").asInt()).isEqualTo(34);
    assertThat(endpoint.path("parameters").get(0).path("from").asText()).isEqualTo("body");
    assertThat(root.path("entities").path("count").asInt()).isEqualTo(3);
    assertThat(root.path("counts").has("resolution")).isFalse();
  }

  private void shop() throws IOException {
    file(
        "src/main/java/p/Shop.java",
        """
        package p;
        import java.util.List;
        import java.util.Map;
        import org.springframework.beans.factory.annotation.Value;
        import org.springframework.boot.context.properties.ConfigurationProperties;
        import org.springframework.core.env.Environment;
        class Shop {
          @Value("${shop.max-items}") int max;
          @Value("${shop.gone}") String gone;
          @Value("${shop.greeting:hello}") String greeting;
          @Value("${shop.api-token:tulip}") String token;
          String open(Environment env, String key) {
            return env.getProperty("shop.openAt") + env.getProperty(key) + System.getenv("HOSTNAME");
          }
        }
        @ConfigurationProperties("mail")
        record Mail(String host, List<String> to, Map<String, String> headers) {}
        """);
    file(
        "src/main/resources/application.yml",
        """
        shop:
          maxItems: 20
          open-at: "09:00"
        mail:
          host: mail.example.org
          to: [a, b]
          headers: {x: "1"}
        spring.datasource.password: tulip
        ---
        spring.config.activate.on-profile: prod & eu
        shop.max-items: 50
        """);
    file("src/main/resources/application-dev.properties", "shop.open-at=10:00\n");
    file("src/test/resources/application.yml", "shop.gone: 1\n");
  }

  @Test
  void keysOfTheConfigurationMeetTheCodeThatReadsThem() throws IOException {
    shop();
    CommandRun run = CommandRun.of("inventory", folder, "--section", "configuration", "--all");
    assertThat(run.out().lines().map(line -> line.stripTrailing().replaceAll(" {2,}", "  ")))
        .containsExactly(
            "Configuration keys, 11",
            "  KEY  VALUE  READ BY  WHERE",
            "  HOSTNAME  -  Shop  Shop.java:13",
            "  mail.headers.x  1  Mail  application.yml:7",
            "  mail.host  mail.example.org  Mail  application.yml:5",
            "  mail.to[*]  a, b  Mail  application.yml:6",
            "  shop.api-token  -  Shop  Shop.java:11",
            "  shop.gone  -  Shop  Shop.java:9",
            "  shop.greeting  -  Shop  Shop.java:10",
            "  shop.maxItems  20 [prod & eu]  Shop  application.yml:2",
            "  shop.open-at  09:00 [dev]  Shop  application-dev.properties:1",
            "  spring.config.activate.on-profile  [prod & eu]  -  application.yml:10",
            "  spring.datasource.password  ***  -  application.yml:8",
            "  Not understood: the key is not a constant (1)",
            "  Shop  src/main/java/p/Shop.java:13",
            "  Not understood: read, without a default, and defined nowhere (1)",
            "  shop.gone  src/main/java/p/Shop.java:9",
            "",
            "Read 4 files with 17 lines of Java; 2 places not understood.");
  }

  @Test
  void theJsonTellsEachPlaceOfAKeyAndNoSecret() throws IOException {
    shop();
    CommandRun run =
        CommandRun.of("inventory", folder, "--section", "configuration", "--format", "json");
    assertThat(run.out()).doesNotContain("tulip");
    JsonNode max = null;
    for (JsonNode each :
        new ObjectMapper().readTree(run.out()).path("configuration").path("entries")) {
      max = each.path("key").asText().equals("shop.maxItems") ? each : max;
    }
    assertThat(max.path("values").toString()).isEqualTo("[\"20\"]");
    assertThat(max.path("profiles").toString()).isEqualTo("[\"prod & eu\"]");
    assertThat(max.path("places").toString())
        .isEqualTo(
            "[{\"use\":\"definition\",\"value\":\"20\",\"profiles\":[],"
                + "\"path\":\"src/main/resources/application.yml\",\"line\":2},"
                + "{\"use\":\"definition\",\"value\":\"50\",\"profiles\":[\"prod & eu\"],"
                + "\"path\":\"src/main/resources/application.yml\",\"line\":11},"
                + "{\"use\":\"value\",\"by\":\"Shop\","
                + "\"path\":\"src/main/java/p/Shop.java\",\"line\":8}]");
  }

  @Test
  void statisticsGoToStderrAndIntoTheJson() throws IOException {
    CommandRun run = CommandRun.of("inventory", EXAMPLE, "--format", "json", "--stats");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("resolved, of those in the table").doesNotContain("each rule");
    JsonNode calls =
        new ObjectMapper().readTree(run.out()).path("counts").path("resolution").path("calls");
    assertThat(calls.path("main").path("all").asInt()).isPositive();
    assertThat(calls.path("main").path("resolved").asInt())
        .isLessThanOrEqualTo(calls.path("main").path("inTable").asInt());
  }

  @Test
  void theNumberOfThreadsDoesNotShow() {
    Object[] one = {"inventory", EXAMPLE, "--format", "json", "--stats", "--threads", 1};
    Object[] four = {"inventory", EXAMPLE, "--format", "json", "--stats", "--threads", 4};
    assertThat(CommandRun.of(four).out()).isEqualTo(CommandRun.of(one).out());
  }

  @Test
  void aFileIsWrittenWholeAndTold() throws IOException {
    Path target = folder.resolve("out/inventory.json");
    CommandRun run = CommandRun.of("inventory", EXAMPLE, "--format", "json", "--output", target);
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("Read 27 files", "inventory: " + target);
    assertThat(new ObjectMapper().readTree(target.toFile()).path("complete").asBoolean()).isTrue();
  }

  @Test
  void aBrokenFileMakesItIncomplete() throws IOException {
    controller("  @GetMapping(\"/users\") Object users() { return 1; }\n");
    file("src/main/java/p/Broken.java", "package p; class Broken { void f( }");
    CommandRun run = CommandRun.of("inventory", folder);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("/users", "Not fully analysed", "Broken.java");
    assertThat(run.err()).contains("the analysis is incomplete: 1 problem");
    assertThat(CommandRun.of("inventory", folder, "--allow-incomplete").code()).isZero();
    CommandRun quiet = CommandRun.of("inventory", folder, "--format", "json", "-q");
    assertThat(quiet.code()).isEqualTo(3);
    assertThat(quiet.err()).contains("Broken.java");
    assertThat(new ObjectMapper().readTree(quiet.out()).path("complete").asBoolean()).isFalse();
  }

  @Test
  void anEmptyFolderAndWrongUsageAreTold() throws IOException {
    CommandRun empty = CommandRun.of("inventory", folder);
    assertThat(empty.code()).isEqualTo(2);
    assertThat(empty.err()).contains("nothing to list");
    assertThat(empty.out()).isEmpty();
    assertThat(CommandRun.of("inventory", folder.resolve("gone")).code()).isEqualTo(2);
    CommandRun section = CommandRun.of("inventory", folder, "--section", "endpoint");
    assertThat(section.code()).isEqualTo(2);
    assertThat(section.err()).contains("'endpoint' is none of modules, endpoints");
    assertThat(CommandRun.of("inventory", folder, "--format", "xml").code()).isEqualTo(2);
    file("taken", "x");
    assertThat(
            CommandRun.of("inventory", EXAMPLE, "--output", folder.resolve("taken/inside")).code())
        .isEqualTo(2);
  }

  @Test
  void controlCharactersOfTheCodeDoNotReachTheTerminal() throws IOException {
    controller("  @GetMapping(\"/a\\u001b[31mred\") Object users() { return 1; }\n");
    CommandRun run = CommandRun.of("inventory", folder, "--section", "endpoints");
    assertThat(run.out()).doesNotContain("\u001b").contains("\\u001b[31mred");
  }
}
