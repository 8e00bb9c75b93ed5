package dev.plumbline.analyzer.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.library.SinkKind;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AlphabetTest {

  private static final Alphabet LETTERS = Alphabet.range('a', 'z');

  /** Against sets of single characters. */
  @Test
  void setsFollowTheirLaws() {
    RandomPatterns random = new RandomPatterns(3);
    for (int i = 0; i < 2_000; i++) {
      Alphabet a = Alphabet.of(random.text(6));
      Alphabet b =
          random.chance(3) ? Alphabet.of(random.text(6)).complement() : Alphabet.of(random.text(6));
      for (int c = 0; c < 300; c++) {
        assertThat(a.union(b).contains(c)).isEqualTo(a.contains(c) || b.contains(c));
        assertThat(a.intersection(b).contains(c)).isEqualTo(a.contains(c) && b.contains(c));
        assertThat(a.minus(b).contains(c)).isEqualTo(a.contains(c) && !b.contains(c));
        assertThat(a.complement().contains(c)).isEqualTo(!a.contains(c));
      }
      assertThat(a.union(b)).isEqualTo(b.union(a));
      assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
      assertThat(a.complement().complement()).isEqualTo(a);
      assertThat(a.union(b).complement()).isEqualTo(a.complement().intersection(b.complement()));
      assertThat(a.union(b).containsAll(a)).isTrue();
      assertThat(a.size() + a.complement().size()).isEqualTo(Alphabet.EVERY.size());
      if (!a.isEmpty()) {
        assertThat(Alphabet.parse(a.toString())).contains(a);
      }
    }
  }

  @Test
  void textsOfLibraryDataAreReadAsBetweenBrackets() {
    assertThat(Alphabet.parse("a-z")).contains(LETTERS);
    assertThat(Alphabet.parse("0-9a-fA-FxXlLdD.+eE-").orElseThrow().contains('-')).isTrue();
    assertThat(Alphabet.parse("\\p{L}\\p{N}").orElseThrow().contains('é')).isTrue();
    assertThat(Alphabet.parse("a-z]|[b")).isEmpty();
    assertThat(Alphabet.parse("z-a")).isEmpty();
  }

  @Test
  void aReplacementRemovesWhatItAlwaysFinds() {
    assertThat(Alphabet.afterReplaceAll("[^a-z]", "", 0)).contains(LETTERS);
    assertThat(Alphabet.afterReplaceAll("[^a-z]+", "", 0)).contains(LETTERS);
    assertThat(Alphabet.afterReplaceAll("[^A-Z]", "", Pattern.CASE_INSENSITIVE).orElseThrow())
        .isEqualTo(LETTERS.union(Alphabet.range('A', 'Z')));
    assertThat(Alphabet.afterReplaceAll("[^a-z]*", "_", 0))
        .contains(LETTERS.union(Alphabet.of('_')));
    assertThat(Alphabet.afterReplaceAll("\r\n|\r|\n", " ", 0).orElseThrow().harmlessFor())
        .contains(SinkKind.LOG);
    assertThat(Alphabet.afterReplaceAll("\\R", "", 0).orElseThrow().contains('\r')).isFalse();
    assertThat(Alphabet.afterReplaceAll("\\s*[<>]\\s*", "", 0).orElseThrow().contains('<'))
        .isFalse();
    assertThat(Alphabet.afterReplace("'", "''").orElseThrow().contains('\'')).isTrue();
    assertThat(Alphabet.afterReplace("\n", "").orElseThrow().contains('\n')).isFalse();
  }

  @Test
  void aReplacementThatMayPassSomethingOnRemovesNothing() {
    assertThat(Alphabet.afterReplaceAll("<script>", "", 0)).isEmpty();
    assertThat(Alphabet.afterReplaceAll("'{2,}", "", 0)).isEmpty();
    assertThat(Alphabet.afterReplaceAll("'*?", "", 0)).isEmpty();
    assertThat(Alphabet.afterReplaceAll("a*|'", "", 0).orElseThrow().contains('\'')).isTrue();
    assertThat(Alphabet.afterReplaceAll("[\r\n](?=x)", "", 0)).isEmpty();
    assertThat(Alphabet.afterReplaceAll("(['\"])", "$1$1", 0)).isEmpty();
    assertThat(Alphabet.afterReplaceAll("'", "\\\\'", 0).orElseThrow().contains('\'')).isTrue();
    assertThat(Alphabet.afterReplace("../", "")).isEmpty();
  }

  @Test
  void whatIsSaidOfAReplacementHoldsForTheJdks() {
    RandomPatterns random = new RandomPatterns(5);
    int known = 0;
    for (int i = 0; i < 10_000; i++) {
      int flags = random.flags();
      String regex = random.pattern(flags);
      String replacement = random.chance(2) ? "" : "k";
      Alphabet left = Alphabet.afterReplaceAll(regex, replacement, flags).orElse(null);
      if (left != null) {
        known++;
        for (int j = 0; j < 5; j++) {
          String text = random.text(8);
          String result = Pattern.compile(regex, flags).matcher(text).replaceAll(replacement);
          assertThat(left.containsAll(result)).as("/%s/ on '%s'", regex, text).isTrue();
        }
      }
    }
    assertThat(known).isGreaterThan(1_000);
  }
}
