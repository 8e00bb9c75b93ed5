package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What type variables stand for in calls. */
class BindingsTest {

  private static final String ASSERTS =
      """
      package p;
      import java.util.*;
      import java.util.function.*;
      class Check<S extends Check<S, E>, E> {
        S hasSize(int size) { return null; }
        S allMatch(Predicate<? super E> predicate) { return null; }
        static <T> Check<?, T> that(Collection<? extends T> values) { return null; }
      }
      """;

  @Test
  void aBoundThatNamesItsOwnVariableKeepsTheOtherArguments() {
    Program program =
        Programs.of(
            ASSERTS,
            """
            package p;
            import java.util.*;
            class A {
              void f(List<String> names) { Check.that(names).hasSize(1).hasSize(1).allMatch(x -> true); }
            }
            """);
    assertThat(Programs.typeOf(program, "x")).isEqualTo("String");
  }
}
