package dev.plumbline.analyzer.frontend;

import static dev.plumbline.analyzer.frontend.Configs.at;
import static dev.plumbline.analyzer.frontend.Configs.entry;
import static dev.plumbline.analyzer.frontend.Configs.pairs;
import static dev.plumbline.analyzer.frontend.Configs.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvReaderTest {

  @Test
  void namesAndValues() {
    String text =
        """
        # comment
        DB_URL=jdbc:h2:mem # in memory
        export TOKEN='a # $b\\n'
        TEXT="one
        two \\"three\\"\\n"
        EMPTY=
        HASH=a#b
        not an assignment
        LAST="open
        """;
    ConfigOutcome outcome = read(".env", text);
    assertThat(pairs(outcome))
        .containsExactly(
            "DB_URL=jdbc:h2:mem",
            "TOKEN=a # $b\\n",
            "TEXT=one\ntwo \"three\"\n",
            "EMPTY=",
            "HASH=a#b",
            "LAST=\"open");
    assertThat(at(text, entry(outcome, "TOKEN").valueSpan())).isEqualTo("'a # $b\\n'");
    assertThat(entry(outcome, "EMPTY").valueSpan()).hasToString("6:7-6:7");
  }
}
