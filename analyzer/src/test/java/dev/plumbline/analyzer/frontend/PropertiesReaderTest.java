package dev.plumbline.analyzer.frontend;

import static dev.plumbline.analyzer.frontend.Configs.at;
import static dev.plumbline.analyzer.frontend.Configs.entry;
import static dev.plumbline.analyzer.frontend.Configs.pairs;
import static dev.plumbline.analyzer.frontend.Configs.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.ir.ConfigEntry;
import dev.plumbline.analyzer.ir.ConfigFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties files mean what {@link Properties} makes of them. */
class PropertiesReaderTest {

  /** What decides anything in the syntax, and a few letters between. */
  private static final String[] PIECES = {
    "a",
    "b.c",
    "=",
    ":",
    " ",
    "\t",
    "\f",
    "\n",
    "\r",
    "\r\n",
    "\\",
    "\\\\",
    "\\\n",
    "\\\r\n",
    "#",
    "!",
    "\\u0041",
    "\\n",
    "\\t",
    "\\ ",
    "\\=",
    "é",
    "\uD83D\uDE00",
    "x=y",
    "\n\n",
    "---"
  };

  @Test
  void anyTextGivesWhatTheJdkGives() throws IOException {
    Random random = new Random(20_240_229);
    for (int round = 0; round < 60_000; round++) {
      StringBuilder text = new StringBuilder();
      int pieces = random.nextInt(24);
      for (int i = 0; i < pieces; i++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      Properties expected = new Properties();
      expected.load(new StringReader(text.toString()));
      ConfigOutcome outcome = read("a.properties", text.toString());
      Map<Object, Object> actual = new HashMap<>();
      for (ConfigEntry entry : outcome.file().entries()) {
        actual.put(entry.key(), entry.value());
      }
      assertThat(actual).as("round %s: %s", round, quoted(text)).isEqualTo(expected);
      assertThat(outcome.problems()).isEmpty();
    }
  }

  private static String quoted(CharSequence text) {
    return text.toString().replace("\n", "\\n").replace("\r", "\\r").replace("\f", "\\f");
  }

  @Test
  void placesAreThoseOfTheText() {
    String text = "# c\n  \uD83D\uDE00key = va\\\n    lue  \nempty=\nlast:1";
    ConfigOutcome outcome = read("a.properties", text);
    assertThat(pairs(outcome)).containsExactly("\uD83D\uDE00key=value  ", "empty=", "last=1");
    ConfigEntry first = outcome.file().entries().get(0);
    assertThat(first.keySpan()).hasToString("2:3-2:8");
    assertThat(first.valueSpan()).hasToString("2:11-3:10");
    assertThat(at(text, first.valueSpan())).isEqualTo("va\\\n    lue  ");
    assertThat(entry(outcome, "empty").valueSpan()).hasToString("4:7-4:7");
    assertThat(at(text, entry(outcome, "last").valueSpan())).isEqualTo("1");
  }

  @Test
  void aBrokenEscapeIsTold() {
    ConfigOutcome outcome = read("a.properties", "a=1\npath=C:\\users\n\\uABCD=2");
    assertThat(outcome.problems()).hasSize(1);
    assertThat(outcome.problems().get(0).span().orElseThrow()).hasToString("2:8-2:14");
    assertThat(pairs(outcome)).containsExactly("a=1", "path=C:users", "\uABCD=2");
  }

  @Test
  void documentsArePartedAsSpringBootDoes() {
    String text =
        """
        a=0
        #---
        spring.config.activate.on-profile=prod & !cloud,live
        a=1
        !---
        a=2
         #---
        #----
        #
        #---
        # decoration
        a=3
        """;
    ConfigFile file = read("application.properties", text).file();
    assertThat(file.entries().stream().map(e -> e.document() + ":" + e.key() + "=" + e.value()))
        .containsExactly(
            "0:a=0",
            "1:spring.config.activate.on-profile=prod & !cloud,live",
            "1:a=1",
            "2:a=2",
            "2:a=3");
    assertThat(file.activation(0)).isEmpty();
    assertThat(file.activation(1)).containsExactly("prod & !cloud", "live");
  }

  @Test
  void utf8TextIsNotWhatALatin1ReaderSees() {
    ConfigFile file = read("application.properties", "a=\u00e9").file();
    assertThat(file.entries().get(0).value()).isEqualTo("\u00e9");
    assertThat(file.asLatin1("\u00e9")).isEqualTo("\u00c3\u00a9");
  }
}
