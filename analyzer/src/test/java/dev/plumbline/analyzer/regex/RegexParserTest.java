package dev.plumbline.analyzer.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexParserTest {

  private static final int[] SAMPLES =
      IntStream.concat(
              IntStream.range(0, 0x250),
              IntStream.of(
                  0x3A3, 0x3C2, 0x3C3, 0x130, 0x131, 0x17F, 0x1E9E, 0x2028, 0x2029, 0x212A, 0x2160,
                  0x3000, 0xD800, 0xDC00, 0xFEFF, 0xFF21, 0xFFFF, 0x10400, 0x10428, 0x1F600,
                  0x2F800, 0xE0001, 0xF0000, 0xFFFFE, 0x10FFFF))
          .toArray();

  /** Unions, ranges, negations, intersections and what they do to one another. */
  @Test
  void classesHaveTheCharactersThatTheJdkGivesThem() {
    RandomPatterns random = new RandomPatterns(7);
    int compared = 0;
    for (int i = 0; i < 4_000; i++) {
      int flags = random.flags();
      String text = random.bracketClass(2);
      Pattern pattern;
      try {
        pattern = Pattern.compile(text, flags);
      } catch (PatternSyntaxException e) {
        continue;
      }
      RegexNode node = RegexParser.parse(text, flags);
      assertThat(node).as(text).isNotInstanceOf(RegexNode.Unknown.class);
      if (!(node instanceof RegexNode.Chars chars)) {
        continue; // a bracket among its literals ends the class before the end of the text
      }
      compared++;
      for (int c : SAMPLES) {
        assertThat(chars.set().contains(c))
            .as("%s with flags %d and U+%04X", text, flags, c)
            .isEqualTo(pattern.matcher(Character.toString(c)).matches());
      }
    }
    assertThat(compared).isGreaterThan(1_500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\w",
        "\\W",
        "\\d",
        "\\s",
        "\\S",
        "\\h",
        "\\v",
        "\\V",
        "\\p{L}",
        "\\pL",
        "\\p{Lu}",
        "\\p{M}",
        "\\p{Nd}",
        "\\p{Alpha}",
        "\\p{Punct}",
        "\\p{Upper}",
        "\\p{Space}",
        "\\p{IsAlphabetic}",
        "\\p{IsHan}",
        "\\p{InGreek}",
        "\\p{script=Latin}",
        "\\P{Alnum}",
        "\\p{javaJavaIdentifierPart}",
        "\\p{Cn}",
        "\\p{Co}",
        "\\p{Cs}",
        "\\p{IsEmoji}",
        ".",
        "(?U)\\w",
        "(?U)\\p{Lower}",
        "(?i)\\p{Lower}",
        "(?iu)[a-z]",
        "(?iu)\u00e9",
        "(?i)\u00e9",
        "(?iu)k",
        "(?s).",
        "(?d)."
      })
  void namedClassesHaveTheCharactersThatTheJdkGivesThem(String text) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      return;
    }
    Alphabet set = Facts.of(RegexParser.parse(text, 0)).all();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 7) {
      if (set.contains(c) != pattern.matcher(Character.toString(c)).matches()) {
        assertThat(set.contains(c)).as("U+%04X", c).isEqualTo(!set.contains(c));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "a)", "[a", "a{2", "*a", "a**", "(?<n>a", "\\k<n>", "\\y", "(?q)a"})
  void whatTheJdkRefusesIsUnknown(String text) {
    assertThat(RegexParser.parse(text, 0)).isInstanceOf(RegexNode.Unknown.class);
  }

  @Test
  void whatIsTooLargeOrTooDeepIsUnknown() {
    assertThat(RegexParser.parse("a".repeat(30_000), 0))
        .isEqualTo(new RegexNode.Unknown("too large"));
    assertThat(RegexParser.parse("(".repeat(5_000) + ")".repeat(5_000), 0))
        .isEqualTo(new RegexNode.Unknown("groups nested too deep"));
    assertThat(RegexParser.parse("[".repeat(5_000) + "a" + "]".repeat(5_000), 0))
        .isEqualTo(new RegexNode.Unknown("classes nested too deep"));
  }
}
