package dev.plumbline.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.finding.ReportedFinding.Snippet;
import dev.plumbline.analyzer.finding.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeFrameTest {

  private static String frame(int width, Span span, int firstLine, String... lines) {
    Pen pen = new Pen(new ConsoleReport.Style(false, true, width));
    return String.join(
        "\n",
        new CodeFrame(pen).lines(span, new Snippet(firstLine, List.of(lines)), "", Pen.Tone.ERROR));
  }

  /** The frame of the first occurrence of {@code marked}. */
  private static String mark(String line, String marked) {
    int from = line.indexOf(marked) + 1;
    return frame(80, new Span(7, from, 7, from + marked.length()), 7, line);
  }

  @Test
  void caretsStandBelowExactlyTheRange() {
    assertThat(mark("int a = b;", "b")).isEqualTo("  7 │ int a = b;\n    │         ^");
  }

  @Test
  void tabsAreExpanded() {
    assertThat(mark("\tint\ta;", "a")).isEqualTo("  7 │     int a;\n    │         ^");
    assertThat(mark("\ta;", "\t")).isEqualTo("  7 │     a;\n    │ ^^^^");
  }

  @Test
  void wideCharactersTakeTwoCells() {
    assertThat(mark("\"订单\" + id", "id")).isEqualTo("  7 │ \"订单\" + id\n    │          ^^");
    assertThat(mark("\"🚀\" + 单", "单")).isEqualTo("  7 │ \"🚀\" + 单\n    │        ^^");
    assertThat(mark("한 x", "x")).isEqualTo("  7 │ 한 x\n    │    ^");
    assertThat(mark("\u26A0\uFE0F x", "x")).endsWith("\n    │    ^");
  }

  @Test
  void combiningMarksTakeNone() {
    assertThat(mark("e\u0301 x", "x")).isEqualTo("  7 │ e\u0301 x\n    │   ^");
    assertThat(mark("e\u0301 x", "\u0301")).endsWith("\n    │  ^");
  }

  @Test
  void escapesCountAsTheyAreShown() {
    assertThat(mark("a\u202eb", "b")).isEqualTo("  7 │ a\\u202eb\n    │        ^");
    assertThat(mark("a\u202eb", "\u202e")).isEqualTo("  7 │ a\\u202eb\n    │  ^^^^^^");
    assertThat(mark("\ud800 x", "x")).isEqualTo("  7 │ \\ud800 x\n    │        ^");
  }

  @Test
  void anEmptyRangeAndOneBehindTheLineHaveACaret() {
    assertThat(frame(80, new Span(1, 3, 1, 3), 1, "abcd")).endsWith("\n    │   ^");
    assertThat(frame(80, new Span(1, 9, 1, 12), 1, "ab")).endsWith("\n    │   ^");
    assertThat(frame(Integer.MAX_VALUE, new Span(1, 1, 1, 1), 1, "")).isEqualTo("  1 │\n    │ ^");
  }

  @Test
  void twoLinesAreBothMarked() {
    assertThat(frame(80, new Span(9, 3, 10, 4), 8, "", "  foo(", "   a);"))
        .isEqualTo("  9 │   foo(\n    │   ^^^^\n 10 │    a);\n    │    ^");
  }

  @Test
  void ofManyLinesTheFirstAndTheLastAreShown() {
    assertThat(frame(80, new Span(1, 1, 4, 2), 1, "if (a) {", "  b();", "  c();", "}"))
        .isEqualTo("  1 │ if (a) {\n    │ ^^^^^^^^\n  …\n  4 │ }\n    │ ^");
  }

  @Test
  void aRangeThatEndsBeforeALineDoesNotTouchIt() {
    assertThat(frame(80, new Span(1, 1, 2, 1), 1, "a();", "b();"))
        .isEqualTo("  1 │ a();\n    │ ^^^^");
  }

  @Test
  void aLastLineThatTheSnippetLacksIsNamed() {
    assertThat(frame(80, new Span(1, 1, 90, 2), 1, "if (a) {", "  b();"))
        .isEqualTo("  1 │ if (a) {\n    │ ^^^^^^^^\n  … to line 90");
    assertThat(frame(80, new Span(5, 1, 5, 2), 5)).isEmpty();
  }

  @Test
  void longLinesAreCutAroundTheMark() {
    String before = "abcdefghij".repeat(10);
    String after = "klmnopqrst".repeat(10);
    assertThat(frame(46, new Span(1, 1, 1, 4), 1, before))
        .isEqualTo("  1 │ abcdefghijabcdefghijabcdefghijabcdefghi…\n    │ ^^^");
    assertThat(frame(46, new Span(1, 101, 1, 105), 1, before + "MARK" + after))
        .isEqualTo(
            "  1 │ …efghijabcdefghijMARKklmnopqrstklmnopqrs…\n    │                  ^^^^"
                .replace("rstklmnopqrs…", "rstklmnopqr…"));
    assertThat(frame(46, new Span(1, 101, 1, 105), 1, before + "MARK"))
        .isEqualTo(
            "  1 │ …fghijabcdefghijabcdefghijabcdefghijMARK\n"
                + "    │                                     ^^^^");
  }

  @Test
  void aMarkLongerThanTheWidthIsCutItself() {
    String frame = frame(46, new Span(1, 51, 1, 251), 1, "a".repeat(50) + "b".repeat(250));
    assertThat(frame).isEqualTo("  1 │ …" + "b".repeat(38) + "…\n    │  " + "^".repeat(39));
  }

  @Test
  void cutWideCharactersKeepTheColumns() {
    for (int shift = 0; shift < 4; shift++) {
      String line = "x".repeat(shift) + "订".repeat(60) + "MARK" + "单".repeat(60);
      String frame =
          frame(46, new Span(1, shift + 61, 1, shift + 65), 1, line)
              // In two cells each, the wide characters make columns comparable.
              .replace("订", "--")
              .replace("单", "--");
      String[] lines = frame.split("\n");
      assertThat(lines[1].indexOf('^')).isEqualTo(lines[0].indexOf("MARK"));
      assertThat(lines[0].length()).isLessThanOrEqualTo(46);
    }
  }

  @Test
  void aLineOfMegabytesIsLaidOutNearItsMarkAlone() {
    String side = "🚀x".repeat(500_000);
    int from = side.length() + 1;
    String near = "🚀x".repeat(100);
    assertThat(frame(80, new Span(1, from, 1, from + 4), 1, side + "MARK" + side))
        .isEqualTo(frame(80, new Span(1, 301, 1, 305), 1, near + "MARK" + near));
  }
}
