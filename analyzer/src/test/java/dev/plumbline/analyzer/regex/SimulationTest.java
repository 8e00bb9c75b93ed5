package dev.plumbline.analyzer.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The simulation against the JDK's engine: it shows the parser to be right as well. */
class SimulationTest {

  @Test
  void matchesWhatTheJdkMatches() {
    RandomPatterns random = new RandomPatterns(23);
    int matched = 0;
    for (int i = 0; i < 4_000; i++) {
      int flags = random.flags();
      String regex = random.pattern(flags);
      if (regex.contains("\\R{") || regex.contains("(?<=\\x{")) {
        // JDK 17 overlooks a line break that is counted, and a pair of surrogates when it looks
        // back.
        continue;
      }
      Pattern pattern = Pattern.compile(regex, flags);
      RegexNode node = RegexParser.parse(regex, flags);
      assertThat(Facts.of(node).understood()).as(regex).isTrue();
      for (int j = 0; j < 8; j++) {
        String text = j % 2 == 0 ? random.text(5) : node.accept(new Sampler(random));
        boolean whole = pattern.matcher(new CountedText(text, 1_000_000)).matches();
        boolean part = pattern.matcher(new CountedText(text, 1_000_000)).find();
        matched += whole ? 1 : 0;
        String about = "/" + regex + "/ flags " + flags + " on " + Alphabet.of(text);
        assertThat(Simulation.matches(node, Loops.remembering(node), text, 1_000_000).matched())
            .as(about)
            .isEqualTo(whole);
        assertThat(Simulation.find(node, Loops.remembering(node), text, 1_000_000).matched())
            .as(about)
            .isEqualTo(part);
      }
    }
    assertThat(matched).isGreaterThan(4_000);
  }
}
