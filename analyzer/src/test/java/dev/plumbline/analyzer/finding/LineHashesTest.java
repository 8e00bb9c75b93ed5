package dev.plumbline.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineHashesTest {

  @Test
  void anEmptyFileHasTheHashThatGitHubGivesIt() {
    assertThat(LineHashes.of("").hash(1)).isEqualTo("c129715d7a2bc9a3:1");
  }

  @Test
  void repeatedLinesAreCounted() {
    LineHashes hashes = LineHashes.of("x = 2\n".repeat(10).substring(0, 59));
    assertThat(hashes.hash(1)).endsWith(":1");
    assertThat(LineHashes.of("a\n\n\n").hash(9)).isEmpty();
  }

  @Test
  void lineEndsAndBlanksDoNotMatter() {
    String unix = LineHashes.of("int a;\nint b;\n").hash(2);
    assertThat(LineHashes.of("int a;\r\nint b;\r\n").hash(2)).isEqualTo(unix);
    assertThat(LineHashes.of("int a;\rint b;\r").hash(2)).isEqualTo(unix);
    assertThat(LineHashes.of("int a;\n\t int  b;\n").hash(2)).isEqualTo(unix);
    assertThat(LineHashes.of("int a;\nint c;\n").hash(2)).isNotEqualTo(unix);
  }

  /** The values that GitHub's upload action has for these texts in its own tests. */
  @Test
  void textsHaveTheHashesThatGitHubGivesThem() {
    assertHashes(
        " a\nb\n  \t\tc\n d",
        "271789c17abda88f:1",
        "54703d4cd895b18:1",
        "180aee12dab6264:1",
        "a23a3dc5e078b07b:1");
    assertHashes(
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
        "8b7cf3e952e7aeb2:1",
        "b1ae1287ec4718d9:1",
        "bff680108adb0fcc:1",
        "c6805c5e1288b612:1",
        "b86d3392aea1be30:1",
        "e6ceba753e1a442:1");
    assertHashes(
        "Lorem ipsum dolor sit amet.\n".repeat(10),
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n",
        " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r",
        " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n",
        " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n"
      })
  void everyLineEndGivesTheHashesOfGitHub(String text) {
    assertHashes(
        text,
        "e9496ae3ebfced30:1",
        "fb7c023a8b9ccb3f:1",
        "ce8ba1a563dcdaca:1",
        "e20e36e16fcb0cc8:1",
        "b3edc88f2938467e:1",
        "c8e28b0b4002a3a0:1",
        "c129715d7a2bc9a3:1");
  }

  @Test
  void aByteOrderMarkIsACharacterOfItsLineAlone() {
    LineHashes plain = LineHashes.of("int a;\nint b;");
    LineHashes marked = LineHashes.of("\uFEFFint a;\nint b;");
    assertThat(marked.hash(1)).isNotEqualTo(plain.hash(1));
    assertThat(marked.hash(2)).isEqualTo(plain.hash(2));
  }

  @Test
  void linesAboveDoNotMatter() {
    String file = "x = 1;\n".repeat(30);
    assertThat(LineHashes.of("// new\n\n" + file + "last();").hash(33))
        .isEqualTo(LineHashes.of(file + "last();").hash(31));
  }

  private static void assertHashes(String text, String... expected) {
    LineHashes hashes = LineHashes.of(text);
    assertThat(IntStream.rangeClosed(1, expected.length).mapToObj(hashes::hash))
        .containsExactly(expected);
    assertThat(hashes.hash(expected.length + 1)).isEmpty();
  }
}
