package dev.plumbline.rules.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeywordsTest {

  private static final List<String> WORDS = List.of("SG.", "sl.", "eyJ", "abab", "key", "-----B");

  /** Words that overlap, stand at odd and even places, at the beginning and at the end. */
  @Test
  void findsWhatALookAtEachPlaceFinds() {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 12) {
        text.append(
            random.nextInt(3) == 0
                ? WORDS.get(random.nextInt(WORDS.size()))
                : "abkeySG.é中-\n".substring(random.nextInt(10)).substring(0, 1));
      }
      assertThat(new Keywords(WORDS, false).starts(Keywords.bytes(text.toString())))
          .as(text.toString())
          .isEqualTo(each(text.toString()));
    }
  }

  private static int[] each(String text) {
    return IntStream.range(0, text.length())
        .filter(at -> WORDS.stream().anyMatch(word -> text.startsWith(word, at)))
        .toArray();
  }

  @Test
  void caseMeansNothingWhereItIsIgnored() {
    Keywords words = new Keywords(List.of("key", "secret"), true);
    assertThat(words.starts(Keywords.bytes("apiKey, KEY, key, SeCrEt")))
        .containsExactly(3, 8, 13, 18);
    assertThat(words.starts(Keywords.bytes("kei; cey; kEY"))).containsExactly(10);
  }
}
