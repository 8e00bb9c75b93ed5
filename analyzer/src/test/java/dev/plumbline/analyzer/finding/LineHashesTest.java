package dev.plumbline.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The expected values are those that GitHub's upload action computes for the same texts; one that
 * differs gives users a warning for each result, and alerts that close and open again.
 */
class LineHashesTest {

  private static final List<String> GREETINGS_WITH_LAST_LINE_END =
      List.of(
          "e9496ae3ebfced30:1",
          "fb7c023a8b9ccb3f:1",
          "ce8ba1a563dcdaca:1",
          "e20e36e16fcb0cc8:1",
          "b3edc88f2938467e:1",
          "c8e28b0b4002a3a0:1",
          "c129715d7a2bc9a3:1");

  @Test
  void anEmptyFileHasOneLine() {
    assertThat(hashes("", 1)).containsExactly("c129715d7a2bc9a3:1");
    assertThat(LineHashes.of("").hash(2)).isEmpty();
  }

  @Test
  void indentationDoesNotMatter() {
    assertThat(hashes(" a\nb\n  \t\tc\n d", 4))
        .containsExactly(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
  }

  @Test
  void emptyLinesHaveHashesOfTheirOwn() {
    assertThat(hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End", 6))
        .containsExactly(
            "8b7cf3e952e7aeb2:1",
            "b1ae1287ec4718d9:1",
            "bff680108adb0fcc:1",
            "c6805c5e1288b612:1",
            "b86d3392aea1be30:1",
            "e6ceba753e1a442:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n",
        " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r",
        " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n",
        " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"
      })
  void everyKindOfLineEndCountsAsOne(String text) {
    assertThat(hashes(text, 7)).isEqualTo(GREETINGS_WITH_LAST_LINE_END);
    assertThat(LineHashes.of(text).hash(8)).isEmpty();
  }

  @Test
  void equalLinesAreCounted() {
    assertThat(hashes("Lorem ipsum dolor sit amet.\n".repeat(10), 11))
        .containsExactly(
            "a7f2ff13bc495cf2:1",
            "a7f2ff13bc495cf2:2",
            "a7f2ff13bc495cf2:3",
            "a7f2ff13bc495cf2:4",
            "a7f2ff13bc495cf2:5",
            "a7f2ff13bc495cf2:6",
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            "c129715d7a2bc9a3:1");
  }

  @Test
  void aByteOrderMarkIsACharacter() {
    assertThat(LineHashes.of("\uFEFFint a;\nint b;").hash(1))
        .isNotEqualTo(LineHashes.of("int a;\nint b;").hash(1));
    assertThat(LineHashes.of("\uFEFFint a;\nint b;").hash(2))
        .isEqualTo(LineHashes.of("int a;\nint b;").hash(2));
  }

  @Test
  void linesFarAboveDoNotMatter() {
    String file = "x = 1;\n".repeat(30);
    assertThat(LineHashes.of("// new\n\n" + file + "last();").hash(33))
        .isEqualTo(LineHashes.of(file + "last();").hash(31));
  }

  private static List<String> hashes(String text, int lines) {
    LineHashes hashes = LineHashes.of(text);
    return IntStream.rangeClosed(1, lines).mapToObj(hashes::hash).toList();
  }
}
