package dev.plumbline.analyzer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineIndexTest {

  @Test
  void crLfAndCrlfEndALine() {
    LineIndex lines = LineIndex.of("a\rbb\nccc\r\n\r\r\n\n\u2028\u0085\fz");
    assertThat(lines.lineCount()).isEqualTo(7);
    assertThat(lines.line(1)).isEqualTo("a");
    assertThat(lines.line(2)).isEqualTo("bb");
    assertThat(lines.line(3)).isEqualTo("ccc");
    assertThat(lines.line(4)).isEmpty();
    assertThat(lines.line(5)).isEmpty();
    assertThat(lines.line(6)).isEmpty();
    assertThat(lines.line(7)).isEqualTo("\u2028\u0085\fz");
  }

  @Test
  void anEmptyTextHasOneLine() {
    LineIndex lines = LineIndex.of("");
    assertThat(lines.lineCount()).isEqualTo(1);
    assertThat(lines.line(1)).isEmpty();
    assertThat(lines.lineOf(0)).isEqualTo(1);
    assertThat(lines.columnOf(0)).isEqualTo(1);
  }

  @Test
  void theEndOfTheTextIsOnALine() {
    LineIndex lines = LineIndex.of("a\n");
    assertThat(lines.lineCount()).isEqualTo(2);
    assertThat(lines.lineOf(2)).isEqualTo(2);
    assertThat(lines.columnOf(2)).isEqualTo(1);
    assertThat(lines.line(2)).isEmpty();
  }

  @Test
  void columnsCountUtf16Units() {
    LineIndex lines = LineIndex.of("x\n\t\uD83D\uDE00y");
    assertThat(lines.columnOf(2)).isEqualTo(1);
    assertThat(lines.columnOf(5)).isEqualTo(4);
    assertThat(lines.offset(2, 4)).isEqualTo(5);
  }

  @Test
  void aColumnPastTheLineIsItsEnd() {
    LineIndex lines = LineIndex.of("ab\r\nc");
    assertThat(lines.offset(1, 3)).isEqualTo(2);
    assertThat(lines.offset(1, Integer.MAX_VALUE)).isEqualTo(2);
    assertThat(lines.offset(2, 9)).isEqualTo(5);
  }

  @Test
  void refusesWhatIsNotThere() {
    LineIndex lines = LineIndex.of("ab");
    assertThatThrownBy(() -> lines.line(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> lines.line(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> lines.offset(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> lines.lineOf(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> lines.lineOf(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void offsetsAndPlacesAreInverse() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append("a\r\n".charAt(random.nextInt(3)));
      }
      LineIndex lines = LineIndex.of(text.toString());
      assertThat(lines.lineCount()).isEqualTo(text.toString().split("\r\n|\r|\n", -1).length);
      for (int offset = 0; offset <= text.length(); offset++) {
        int line = lines.lineOf(offset);
        assertThat(lines.lineStart(line) + lines.columnOf(offset) - 1).isEqualTo(offset);
        if (offset <= lines.lineEnd(line)) {
          assertThat(lines.offset(line, lines.columnOf(offset))).isEqualTo(offset);
        }
      }
    }
  }
}
