package dev.plumbline.analyzer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileExpressionTest {

  @ParameterizedTest
  @CsvSource({
    "prod, prod, true",
    "prod, dev, false",
    "!prod, dev, true",
    "prod & eu, prod, false",
    "prod & !cloud, prod, true",
    "prod&(eu|us), us prod, true",
    "(prod & eu) | dev, dev, true",
    "!(prod | test), test, false",
    "(unclosed, unclosed, true",
    "!!prod, prod, true",
    "'', prod, false",
  })
  void holds(String expression, String active, boolean expected) {
    assertThat(ProfileExpression.holds(expression, Set.of(active.split(" ")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dev", "test", "local", "it", "dev-mysql", "unit_test", "TEST", "dev2", "ci"})
  void development(String profile) {
    assertThat(ProfileExpression.isDevelopment(profile)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod", "production", "staging", "latest", "devices", "kubernetes", "eu"})
  void notDevelopment(String profile) {
    assertThat(ProfileExpression.isDevelopment(profile)).isFalse();
  }
}
