package dev.plumbline.analyzer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnorePatternTest {

  /** A path that ends with a slash is a directory. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          a.txt,          a.txt,          true
          a.txt,          d/a.txt,        true
          a.txt,          a.txt/,         true
          a.txt,          xa.txt,         false
          /a.txt,         a.txt,          true
          /a.txt,         d/a.txt,        false
          d/a.txt,        d/a.txt,        true
          d/a.txt,        e/d/a.txt,      false
          logs/,          logs/,          true
          logs/,          x/logs/,        true
          logs/,          logs,           false
          /logs/,         x/logs/,        false
          *.log,          a.log,          true
          *.log,          d/.log,         true
          *.log,          a.logs,         false
          *a*,            bab,            true
          d/*.log,        d/a.log,        true
          d/*.log,        d/e/a.log,      false
          *,              anything,       true
          **,             d/anything,     true
          **/a,           a,              true
          **/a,           d/e/a,          true
          **/a,           d/ba,           false
          **/d/a,         d/a,            true
          **/d/a,         x/y/d/a,        true
          **/d/a,         x/yd/a,         false
          d/**,           d/a,            true
          d/**,           d/e/a,          true
          d/**,           d/,             false
          a/**/b,         a/b,            true
          a/**/b,         a/x/b,          true
          a/**/b,         a/x/y/b,        true
          a/**/b,         a/xb,           false
          a/**/b,         ab,             false
          a**/b,          axx/b,          true
          x/a**b,         x/acb,          true
          x/a**b,         x/ac/b,         false
          x/a?b,          x/a/b,          false
          ?.txt,          a.txt,          true
          ?.txt,          ab.txt,         false
          [abc].txt,      b.txt,          true
          [!abc].txt,     b.txt,          false
          [^abc].txt,     d.txt,          true
          [a-c].txt,      b.txt,          true
          [a-c].txt,      d.txt,          false
          []-].txt,       ].txt,          true
          []-].txt,       -.txt,          true
          [\\]].txt,      ].txt,          true
          [[:digit:]],    7,              true
          [[:digit:]],    x,              false
          [[:nothing:]],  x,              false
          [[:alpha],      :,              true
          x/[!a],         x//,            false
          [a,             [a,             false
          [a,             a,              false
          \\#a,           #a,             true
          \\!a,           !a,             true
          \\a,            a,              true
          a\\,            a\\,            false
          \\*,            *,              true
          \\*,            a,              false
          "a ",           a,              true
          "a\\ ",         "a ",           true
          "a\\ ",         a,              false
          " a",           " a",           true
          "a b",          "a b",          true
          a//,            a/,             false
          /,              a/,             false
          größe,          größe,          true
          gr??ße,         größe,          true
          gr?ße,          größe,          false
          文件/*.txt,      文件/a.txt,      true
          """)
  void matchesAsInGit(String line, String path, boolean expected) {
    String bytes = IgnoreRules.byteString(path);
    boolean directory = bytes.endsWith("/");
    String entry = directory ? bytes.substring(0, bytes.length() - 1) : bytes;
    int name = entry.lastIndexOf('/') + 1;
    IgnorePattern pattern = IgnorePattern.parse(IgnoreRules.byteString(line)).orElseThrow();
    assertThat(pattern.matches(entry, 0, name, directory)).isEqualTo(expected);
  }

  @Test
  void blankLinesAndCommentsAreNone() {
    for (String line : List.of("", "   ", "#a", "# a b")) {
      assertThat(IgnorePattern.parse(line)).as("'%s'", line).isEmpty();
    }
  }

  @Test
  void theLastMatchDecides() {
    IgnoreRules rules = IgnoreRules.of(List.of()).withGit("", bytes("*.log\n!keep.log\nkeep.l*\n"));
    assertThat(rules.verdict("keep.log", false)).isEqualTo(IgnoreRules.Verdict.IGNORED);
    rules = IgnoreRules.of(List.of()).withGit("", bytes("*.log\n!keep.log\n"));
    assertThat(rules.verdict("d/keep.log", false)).isEqualTo(IgnoreRules.Verdict.KEPT);
    assertThat(rules.verdict("d/a.log", false)).isEqualTo(IgnoreRules.Verdict.IGNORED);
    assertThat(rules.verdict("d/a.txt", false)).isEqualTo(IgnoreRules.Verdict.UNNAMED);
  }

  @Test
  void theNearestFileIsAskedFirst() {
    IgnoreRules rules =
        IgnoreRules.of(List.of()).withGit("", bytes("/a\n*.log")).withGit("d", bytes("!*.log\n/b"));
    assertThat(rules.verdict("d/x.log", false)).isEqualTo(IgnoreRules.Verdict.KEPT);
    assertThat(rules.verdict("d/b", false)).isEqualTo(IgnoreRules.Verdict.IGNORED);
    assertThat(rules.verdict("d/e/b", false)).isEqualTo(IgnoreRules.Verdict.UNNAMED);
    assertThat(rules.verdict("d/a", false)).isEqualTo(IgnoreRules.Verdict.UNNAMED);
  }

  @Test
  void ownFilesOutrankGitsAndGivenLinesOutrankBoth() {
    IgnoreRules rules =
        IgnoreRules.of(List.of("*.secret"))
            .withOwn("", bytes("!*.java\n*.md\n!x.secret"))
            .withGit("d", bytes("*.java\n!*.md"));
    assertThat(rules.verdict("d/A.java", false)).isEqualTo(IgnoreRules.Verdict.KEPT);
    assertThat(rules.verdict("d/a.md", false)).isEqualTo(IgnoreRules.Verdict.IGNORED);
    assertThat(rules.verdict("x.secret", false)).isEqualTo(IgnoreRules.Verdict.IGNORED);
    assertThat(rules.withoutFiles().verdict("a.md", false)).isEqualTo(IgnoreRules.Verdict.UNNAMED);
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkAreNoPartOfAPattern() {
    byte[] content = "\uFEFF*.log\r\n*.tmp\r\n\r\nlast".getBytes(StandardCharsets.UTF_8);
    IgnoreRules rules = IgnoreRules.of(List.of()).withGit("", content);
    for (String path : List.of("a.log", "a.tmp", "last")) {
      assertThat(rules.verdict(path, false)).as(path).isEqualTo(IgnoreRules.Verdict.IGNORED);
    }
  }

  @Test
  void hostilePatternsEnd() {
    String deep = "a/".repeat(500) + "c";
    for (String line :
        List.of(
            "x/" + "*a".repeat(500) + "b", "*a".repeat(2_000) + "b", "**/".repeat(300) + "b/x")) {
      Assertions.assertTimeout(
          Duration.ofSeconds(5),
          () -> {
            IgnorePattern pattern = IgnorePattern.parse(line).orElseThrow();
            assertThat(pattern.matches(deep, 0, deep.length() - 1, false)).isFalse();
            String name = "a".repeat(1_000);
            assertThat(pattern.matches(name, 0, 0, false)).isFalse();
          });
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
