package dev.plumbline.analyzer.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
