package dev.plumbline.analyzer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Placeholders are replaced as Spring replaces them, and there is an end to it. */
class PlaceholdersTest {

  private static final Map<String, String> DEFINED =
      Map.of(
          "a", "1",
          "b", "<${a}>",
          "name.1", "one",
          "self", "x${self}",
          "ping", "${pong:p}",
          "pong", "${ping}",
          "empty", "",
          "bomb0", "0123456789");

  private static Placeholders.Resolved resolve(String text) {
    return Placeholders.resolve(text, key -> Optional.ofNullable(DEFINED.get(key)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "plain | plain",
        "${a} | 1",
        "${b}/${a} | <1>/1",
        "${name.${a}} | one",
        "${none:d} | d",
        "${none:} | ''",
        "${none:${b}} | <1>",
        "${none:${also:x}}y | xy",
        "${none:http://h:80/} | http://h:80/",
        "${a:2} | 1",
        "${empty:2} | ''",
        "${none} | ${none}",
        "jdbc:${none}/x | jdbc:${none}/x",
        "${ a } | 1",
        "\\${a} | \\${a}",
        "${a | ${a",
        "#{ ${a} + 1 } | #{ 1 + 1 }",
        "${self} | x${self}",
        "${ping} | ${ping}",
        "{a} | {a}",
        "$a | $a",
      })
  void results(String text, String expected) {
    assertThat(resolve(text).text()).isEqualTo(expected);
  }

  @Test
  void whatOnlyTheEnvironmentKnowsIsTold() {
    Placeholders.Resolved resolved = resolve("${a}${NONE}${OTHER:x}");
    assertThat(resolved.isComplete()).isFalse();
    assertThat(resolved.unset()).containsExactly("NONE");
    assertThat(resolved.defaulted()).containsExactly("OTHER");
  }

  @Test
  void textsThatDoubleThemselvesEnd() {
    Placeholders.Resolved resolved =
        Placeholders.resolve(
            "${k40}",
            key -> {
              int n = Integer.parseInt(key.substring(1));
              String next = "${k" + (n - 1) + "}";
              return Optional.of(n == 0 ? "0123456789" : next + next);
            });
    assertThat(resolved.text().length()).isLessThan(10_000_000);
  }

  @Test
  void placeholdersAreListedWithTheirDefaults() {
    assertThat(Placeholders.in("x ${a:${b:c}} ${d.${e}} #{'${f}'.split(',')} ${unclosed"))
        .extracting(each -> each.key() + "=" + each.defaultText().orElse("-"))
        .containsExactly("a=${b:c}", "b=c", "e=-", "f=-");
  }
}
