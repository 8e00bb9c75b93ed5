package dev.plumbline.analyzer.frontend;

import static dev.plumbline.analyzer.frontend.Configs.at;
import static dev.plumbline.analyzer.frontend.Configs.entry;
import static dev.plumbline.analyzer.frontend.Configs.pairs;
import static dev.plumbline.analyzer.frontend.Configs.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.ir.ConfigEntry;
import org.junit.jupiter.api.Test;

/** YAML becomes the keys that Spring makes of it, each with its place. */
class YamlReaderTest {

  @Test
  void mapsAndListsBecomeKeys() {
    ConfigOutcome outcome =
        read(
            "application.yml",
            """
            server:
              port: 8080
              ssl: {enabled: yes, ciphers: [A, "B"]}
            hosts:
              - name: a
                ports: [1, 2]
              - b
            empty: []
            none: {}
            'quoted.key': "line\\n"
            1: number
            [a, b]: x
            """
                .replace("[a, b]: x\n", ""));
    assertThat(pairs(outcome))
        .containsExactly(
            "server.port=8080",
            "server.ssl.enabled=true",
            "server.ssl.ciphers[0]=A",
            "server.ssl.ciphers[1]=B",
            "hosts[0].name=a",
            "hosts[0].ports[0]=1",
            "hosts[0].ports[1]=2",
            "hosts[1]=b",
            "empty=",
            "quoted.key=line\n",
            "[1]=number");
    assertThat(outcome.problems()).isEmpty();
  }

  @Test
  void scalarsAreReadAsYaml11AndKeptAsWritten() {
    String text =
        """
        octal: 0777
        hex: 0x1F
        grouped: 1_000
        minutes: 12:30
        on: off
        text: "8080"
        date: 2024-02-29
        tilde: ~
        nothing:
        float: 1e3
        version: 1.10
        """;
    ConfigOutcome outcome = read("application.yml", text);
    assertThat(pairs(outcome))
        .containsExactly(
            "octal=511",
            "hex=31",
            "grouped=1000",
            "minutes=750",
            "[true]=false",
            "text=8080",
            "date=2024-02-29",
            "tilde=",
            "nothing=",
            "float=1000.0",
            "version=1.1");
    assertThat(entry(outcome, "octal").written()).isEqualTo("0777");
    assertThat(entry(outcome, "octal").kind()).isEqualTo(ConfigEntry.Kind.NUMBER);
    assertThat(entry(outcome, "text").kind()).isEqualTo(ConfigEntry.Kind.TEXT);
    assertThat(entry(outcome, "nothing").kind()).isEqualTo(ConfigEntry.Kind.NULL);
    assertThat(at(text, entry(outcome, "text").valueSpan())).isEqualTo("\"8080\"");
    assertThat(entry(outcome, "nothing").valueSpan()).hasToString("9:9-9:9");
  }

  @Test
  void placesCountUtf16UnitsAndOurLines() {
    String text =
        "a: \"\uD83D\uDE00\"\r\nb: \"x\u2028 y\"\r\n\uD83D\uDE00c: |\r\n  one\r\n  two\r\n\r\nd: e";
    ConfigOutcome outcome = read("application.yml", text);
    assertThat(entry(outcome, "\uD83D\uDE00c").value()).isEqualTo("one\ntwo\n");
    assertThat(entry(outcome, "\uD83D\uDE00c").keySpan()).hasToString("3:1-3:4");
    assertThat(at(text, entry(outcome, "\uD83D\uDE00c").valueSpan()))
        .isEqualTo("|\r\n  one\r\n  two");
    assertThat(entry(outcome, "d").valueSpan()).hasToString("7:4-7:5");
  }

  @Test
  void anchorsAliasesAndMergeKeysAreFollowed() {
    String text =
        """
        base: &base {a: 1, b: {c: 2}}
        other: &other {a: 9, z: 8}
        one:
          <<: *base
          a: 3
        two:
          <<: [*other, *base]
        three: *base
        """;
    ConfigOutcome outcome = read("application.yml", text);
    assertThat(pairs(outcome))
        .contains("one.a=3", "one.b.c=2", "two.a=9", "two.z=8", "two.b.c=2", "three.a=1")
        .doesNotContain("one.a=1", "two.a=1");
    assertThat(entry(outcome, "three.b.c").valueSpan().startLine()).isEqualTo(1);
  }

  @Test
  void documentsAndTheirProfiles() {
    var file =
        read(
                "application.yml",
                """
                a: 0
                ---
                spring:
                  profiles: [dev, "!cloud"]
                a: 1
                ---
                spring.config.activate.on-profile: "prod & eu"
                a: 2
                """)
            .file();
    assertThat(file.documents()).isEqualTo(3);
    assertThat(file.activation(0)).isEmpty();
    assertThat(file.activation(1)).containsExactly("dev", "!cloud");
    assertThat(file.activation(2)).containsExactly("prod & eu");
  }

  @Test
  void whatMavenFiltersIsReadAsItStands() {
    String text = "info:\n  version: @project.version@\n  mail: me@example.org\n  x: a-@b@-c\n";
    ConfigOutcome outcome = read("application.yml", text);
    assertThat(outcome.problems()).isEmpty();
    assertThat(pairs(outcome))
        .containsExactly(
            "info.version=@project.version@", "info.mail=me@example.org", "info.x=a-@b@-c");
    assertThat(at(text, entry(outcome, "info.version").valueSpan())).isEqualTo("@project.version@");
  }

  @Test
  void whatCannotBeReadIsTold() {
    ConfigOutcome broken = read("application.yml", "a: 1\n---\nb: 2\nc: [\n");
    assertThat(pairs(broken)).containsExactly("a=1");
    assertThat(broken.problems()).hasSize(1);
    assertThat(broken.problems().get(0).span().orElseThrow().startLine()).isGreaterThan(3);

    for (String template :
        new String[] {"{{- if x }}\na: 1\n{{- end }}\n", "a: {{ .Values.a }}\n"}) {
      assertThat(read("application.yml", template).problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).contains("template"));
    }
    assertThat(read("application.yml", "a:\n\tb: 1\n").problems()).hasSize(1);
  }

  @Test
  void bombsAndCyclesEnd() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a" + i + ": &a" + i + " [");
      bomb.append(("*a" + (i - 1) + ",").repeat(9)).append("*a" + (i - 1) + "]\n");
    }
    assertThat(read("application.yml", bomb.toString()).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("aliases"));
    assertThat(read("application.yml", "a: &a\n  b: *a\n").problems()).hasSize(1);
    assertThat(read("application.yml", "a: &a\n  <<: *a\n").problems()).hasSize(1);
    assertThat(read("application.yml", "a: " + "[".repeat(5_000)).problems()).hasSize(1);
  }
}
