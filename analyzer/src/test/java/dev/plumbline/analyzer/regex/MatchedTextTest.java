package dev.plumbline.analyzer.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.library.SinkKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchedTextTest {

  @Test
  void whatIsSaidHoldsForEachTextThatTheJdkMatches() {
    RandomPatterns random = new RandomPatterns(11);
    int matched = 0;
    for (int i = 0; i < 5_000; i++) {
      int flags = random.flags();
      String regex = random.pattern(flags);
      Pattern pattern = Pattern.compile(regex, flags);
      RegexNode node = RegexParser.parse(regex, flags);
      Optional<MatchedText> whole = MatchedText.whenMatches(regex, flags);
      Optional<MatchedText> found = MatchedText.whenFound(regex, flags);
      Optional<MatchedText> begun = MatchedText.whenLookingAt(regex, flags);
      Optional<Alphabet> left = MatchedText.whenNotFound(regex, flags);
      for (int j = 0; j < 12; j++) {
        String text = j % 3 == 0 ? random.text(6) : node.accept(new Sampler(random));
        String around = random.chance(2) ? text : random.text(1) + text + random.text(2);
        if (pattern.matcher(text).matches()) {
          matched++;
          assertHolds(whole, text, regex, flags);
        }
        if (pattern.matcher(around).lookingAt()) {
          assertHolds(begun, around, regex, flags);
        }
        if (pattern.matcher(around).find()) {
          assertHolds(found, around, regex, flags);
        } else {
          left.ifPresent(set -> assertThat(set.containsAll(around)).as(regex).isTrue());
        }
      }
    }
    assertThat(matched).isGreaterThan(5_000);
  }

  private static void assertHolds(
      Optional<MatchedText> said, String text, String regex, int flags) {
    if (said.isEmpty()) {
      return;
    }
    MatchedText fact = said.get();
    int[] characters = text.codePoints().toArray();
    String about = "/" + regex + "/ flags " + flags + " on '" + text + "': " + fact;
    assertThat(fact.alphabet().containsAll(text)).as(about).isTrue();
    assertThat(characters.length).as(about).isGreaterThanOrEqualTo(fact.minLength());
    fact.maxLength()
        .ifPresent(max -> assertThat(characters.length).as(about).isLessThanOrEqualTo(max));
    assertThat(folded(text)).as(about).startsWith(folded(fact.prefix()));
    assertThat(folded(text)).as(about).endsWith(folded(fact.suffix()));
    if (characters.length > 0) {
      assertThat(fact.first().contains(characters[0])).as(about).isTrue();
      assertThat(fact.last().contains(characters[characters.length - 1])).as(about).isTrue();
    }
    for (int i = 1; i < characters.length; i++) {
      if (characters[i] == characters[i - 1]) {
        assertThat(fact.doubled().contains(characters[i])).as(about).isTrue();
      }
    }
  }

  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[A-Za-z0-9_]+",
        "\\w{1,30}",
        "(id|name|created_at)",
        "(?i)[a-z][a-z0-9]*",
        "\\p{L}+",
        "[a-z]+(\\.[a-z]+)*",
        "[0-9a-f]{8}-[0-9a-f]{4}",
        "\\d+(,\\d+)*"
      })
  void namesAndNumbersAreHarmlessInSql(String regex) {
    assertThat(MatchedText.whenMatches(regex, 0).orElseThrow().harmlessFor())
        .contains(SinkKind.SQL, SinkKind.JPQL, SinkKind.SORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".*",
        "[^;]+",
        "[\\w ]+",
        "[A-Za-z-]+",
        "[\\w'.]+",
        "[\\w()]+",
        "[\\w=]+",
        "(?s).+",
        "[a-z]*(.*)",
        "(a|b')",
        "(\\w)(?!')\\1*.",
        "[\\w\\\\]+",
        "-?\\d+"
      })
  void whatMeansMoreIsNot(String regex) {
    assertThat(MatchedText.whenMatches(regex, 0).orElseThrow().harmlessFor())
        .doesNotContain(SinkKind.SQL);
  }

  @Test
  void digitsAreHarmlessForAllButAllocations() {
    assertThat(MatchedText.whenMatches("[0-9]+", 0).orElseThrow().harmlessFor())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(SinkKind.NUMBER)));
    assertThat(MatchedText.whenMatches("\\d{1,3}", 0).orElseThrow().harmlessFor())
        .isEqualTo(EnumSet.allOf(SinkKind.class));
  }

  @Test
  void aDotLeadsUpOnlyWhenAnotherMayFollow() {
    assertThat(harmless("[\\w-]+\\.(png|jpg)")).contains(SinkKind.PATH);
    assertThat(harmless("[\\w.-]+")).doesNotContain(SinkKind.PATH);
    assertThat(harmless("[\\w/-]+")).doesNotContain(SinkKind.PATH);
  }

  @Test
  void aDashIsAnOptionOnlyWhereItComesFirst() {
    assertThat(harmless("[a-z0-9][a-z0-9-]*")).contains(SinkKind.COMMAND);
    assertThat(harmless("[a-z0-9=-]+")).doesNotContain(SinkKind.COMMAND);
    assertThat(harmless("[a-z0-9][a-z0-9=-]*")).contains(SinkKind.COMMAND);
    assertThat(harmless("[a-z0-9_/.-]+")).contains(SinkKind.COMMAND);
    assertThat(harmless("[a-z0-9 ]+")).doesNotContain(SinkKind.COMMAND);
    assertThat(harmless("[a-z][^,;\\s\"]*")).contains(SinkKind.CSV);
  }

  @Test
  void aNameIsHarmlessForNeitherClassesNorSettings() {
    assertThat(harmless("\\w+"))
        .doesNotContain(
            SinkKind.REFLECTION,
            SinkKind.BEAN,
            SinkKind.CONFIG,
            SinkKind.TRUST,
            SinkKind.DESERIALIZATION,
            SinkKind.NUMBER);
  }

  private static Set<SinkKind> harmless(String regex) {
    return MatchedText.whenMatches(regex, 0).orElseThrow().harmlessFor();
  }

  @Test
  void findTestsAPartUnlessBothEndsAreTied() {
    assertThat(MatchedText.whenFound("[a-z]+", 0)).isEmpty();
    assertThat(MatchedText.whenFound("^[a-z]+|x$", 0)).isEmpty();
    assertThat(MatchedText.whenFound("^[a-z]+\\z", 0).orElseThrow().alphabet())
        .isEqualTo(Alphabet.range('a', 'z'));
    assertThat(MatchedText.whenFound("^([a-z]+|[0-9])\\z", Pattern.MULTILINE)).isEmpty();
    assertThat(MatchedText.whenFound("\\A(?:[a-z]+|[0-9])\\z", Pattern.MULTILINE)).isPresent();
  }

  /** What log injection needs gets past a dollar. */
  @Test
  void aDollarLetsALastLineBreakPass() {
    MatchedText text = MatchedText.whenFound("^[a-z]+$", 0).orElseThrow();
    assertThat(text.alphabet().contains('\n')).isTrue();
    assertThat(text.harmlessFor()).contains(SinkKind.HTML).doesNotContain(SinkKind.LOG);
    assertThat(MatchedText.whenMatches("^[a-z]+$", 0).orElseThrow().harmlessFor())
        .contains(SinkKind.LOG);
  }

  @Test
  void anAddressIsFixedToItsHost() {
    assertThat(harmless("https://example\\.com/.*")).contains(SinkKind.URL, SinkKind.REDIRECT);
    assertThat(harmless("(?i)https://example\\.com/.*")).contains(SinkKind.URL);
    assertThat(harmless("https://(a|b)\\.example\\.com/.*")).doesNotContain(SinkKind.URL);
    assertThat(harmless("https://example\\.com.*")).doesNotContain(SinkKind.URL);
    assertThat(harmless("https://example.com/.*")).doesNotContain(SinkKind.URL);
    assertThat(harmless("https?://example\\.com/.*")).doesNotContain(SinkKind.URL);
    assertThat(MatchedText.whenFound("^https://example\\.com/", 0).orElseThrow().fixesHost())
        .isTrue();
    assertThat(MatchedText.whenFound("https://example\\.com/", 0)).isEmpty();
    assertThat(harmless("/app/.*")).contains(SinkKind.REDIRECT).doesNotContain(SinkKind.URL);
    assertThat(harmless("/.*")).doesNotContain(SinkKind.REDIRECT);
  }
}
