package dev.plumbline.analyzer.regex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.regex.Backtracking.Attack;
import dev.plumbline.analyzer.regex.Backtracking.Engine;
import dev.plumbline.analyzer.regex.Backtracking.Growth;
import dev.plumbline.analyzer.regex.Backtracking.Test;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktrackingTest {

  private static final long LIMIT = 2_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a+)+)+b",
        "(a|b|ab)*?c",
        "(x+x+)+?y",
        "((a|a)+)?b",
        "((a*)*)*b",
        "^(([a-z]+)*\\.)+$",
        "(a+){2,}b\\1",
        "(.+)+?\\1b",
        "(?:(?:\\w+\\s?)*,)+",
        "(a+){10}b",
        "([a-z]+[0-9]*){1,40}!",
        "(([\\w-]+\\.?)+@)+x",
        "[0-9]{4}-((a+)+)+b",
        "(?i)((A|a)+)*?b",
        "(\\w+\\s?)*?$",
        "((\\d|\\w)+)?;",
        "(?s)((.*)*)?\\z!",
        "^((?:a|aa)+)*?$",
        "((a?a?)*)?b"
      })
  void isSlowForTheRealEngineToo(String regex) {
    Backtracking found = Backtracking.of(regex, 0, Test.WHOLE, Engine.JAVA_9);
    assertThat(found.growth()).isEqualTo(Growth.EXPONENTIAL);
    Attack attack = found.attack().orElseThrow();
    assertThat(looks(regex, attack.text(64), Test.WHOLE)).as("%s", attack).isEqualTo(LIMIT + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+b",
        "(a|aa)+b",
        "(([a-z])+.)+[A-Z]([a-z])+",
        "(\\w+\\s?)*$",
        "([a-z]+)*!",
        "(a|b|ab)*c",
        "(.*)*x",
        "^(a?)+$"
      })
  void isSlowOnlyForEnginesThatDoNotRemember(String regex) {
    assertThat(Backtracking.of(regex, 0, Test.WHOLE, Engine.JAVA_9).growth())
        .isNotEqualTo(Growth.EXPONENTIAL);
    if (!regex.contains("?)+")) {
      assertThat(Backtracking.of(regex, 0, Test.WHOLE, Engine.JAVA_8).growth())
          .isEqualTo(Growth.EXPONENTIAL);
    }
    assertThat(looks(regex, "a".repeat(64) + "!?", Test.WHOLE)).isLessThan(LIMIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "[a-z]+",
        "(ab)*c",
        "a*b*c*",
        "(a|b)*c",
        "(\\w+,)*\\w+",
        "\\d{1,3}(\\.\\d{1,3}){3}",
        "(?>a+)+b",
        "(a++)+b",
        "(?:a+b)*c",
        "[a-z]+(-[a-z]+)*",
        "(\"[^\"]*\"|[^,]*),",
        "(([a-z]+)\\.)+x",
        "^[\\w.]+@[a-z]+\\.[a-z]{2,4}$",
        "(https?|ftp)://[^/]+/.*",
        "((a+b)+c)+",
        "(?:(?:a+b)*c)*?d",
        "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
        "((a+)+)+.*"
      })
  void isQuick(String regex) {
    assertThat(Backtracking.of(regex, Pattern.DOTALL, Test.WHOLE, Engine.JAVA_8).growth())
        .isIn(Growth.MODEST, Growth.POLYNOMIAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\s+$",
        "\\s*,\\s*",
        "[a-z]+[0-9a-z]*!",
        "a*a*b",
        ".*.*=.*",
        "\\s*([a-z]+)\\s*=",
        "<!--.*?-->",
        "^(.+)@(.+)\\.(.+)!$",
        "(a+)+b"
      })
  void growsWithAPower(String regex) {
    Backtracking found = Backtracking.of(regex, 0, Test.PART, Engine.JAVA_9);
    assertThat(found.growth()).isEqualTo(Growth.POLYNOMIAL);
    Attack attack = found.attack().orElseThrow();
    long some = looks(regex, attack.text(60), Test.PART);
    long more = looks(regex, attack.text(120), Test.PART);
    assertThat((double) more / some).as("%s", attack).isGreaterThan(2.8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a-z]+,", "^\\s+", "\\s+", "[^,]*,", "^[a-z]+$", "\\d+\\.\\d+", "a++$"})
  void doesNotGrowThoughItIsSearched(String regex) {
    assertThat(Backtracking.of(regex, 0, Test.PART, Engine.JAVA_9).growth())
        .as(regex)
        .isIn(Growth.MODEST, Growth.POLYNOMIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\X+", "(a", "(?U)\\b{g}a"})
  void whatIsNotUnderstoodIsSaid(String regex) {
    assertThat(Backtracking.of(regex, 0, Test.PART, Engine.JAVA_9).growth())
        .isEqualTo(Growth.UNKNOWN);
  }

  /** Whatever is found by chance must be as slow as is said. */
  @org.junit.jupiter.api.Test
  void whatIsSaidOfPatternsByChanceHoldsForTheRealEngine() {
    RandomPatterns random = new RandomPatterns(31);
    int exponential = 0;
    int polynomial = 0;
    for (int i = 0; i < 300; i++) {
      String regex = random.nested();
      Test test = random.chance(2) ? Test.WHOLE : Test.PART;
      Backtracking found = Backtracking.of(regex, 0, test, Engine.JAVA_9);
      if (found.growth() == Growth.EXPONENTIAL) {
        exponential++;
        assertThat(looks(regex, found.attack().orElseThrow().text(50), test))
            .as("/%s/ %s %s", regex, test, found)
            .isEqualTo(LIMIT + 1);
      } else if (found.growth() == Growth.POLYNOMIAL) {
        polynomial++;
        Attack attack = found.attack().orElseThrow();
        long some = looks(regex, attack.text(50), test);
        long more = looks(regex, attack.text(100), test);
        assertThat(more > LIMIT || more > 2.5 * some)
            .as("/%s/ %s %s: %d, %d", regex, test, found, some, more)
            .isTrue();
      }
    }
    assertThat(exponential).isGreaterThan(10);
    assertThat(polynomial).isGreaterThan(10);
  }

  private static long looks(String regex, String text, Test test) {
    CountedText counted = new CountedText(text, LIMIT);
    Matcher matcher = Pattern.compile(regex).matcher(counted);
    try {
      if (test == Test.WHOLE) {
        matcher.matches();
      } else {
        matcher.find();
      }
    } catch (CountedText.Spent e) {
      return LIMIT + 1;
    } catch (StackOverflowError e) {
      return LIMIT + 1; // deep in ways that it has still to try
    }
    return counted.looks();
  }
}
