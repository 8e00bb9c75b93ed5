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

  @Test
  void anExactReferenceTellsWhatItIsCalledOn() {
    assertThat(typeOfX("Comparator.comparing(User::name).thenComparing(x -> x.id());"))
        .isEqualTo("User");
    assertThat(typeOfX("var x = users.stream().collect(Collectors.toMap(User::id, u -> u));"))
        .isEqualTo("Map<Long, User>");
    // Of a raw type it tells nothing; what the collector is given to does.
    assertThat(
            typeOfX(
                "Map<Long, User> m = null; var x = m.entrySet().stream()"
                    + ".collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));"))
        .isEqualTo("Map<Long, User>");
  }

  @Test
  void aVariableWithTwoBoundsHasTheMembersOfBoth() {
    Program program =
        Programs.of(
            """
            package p;
            interface Named { String name(); }
            interface Owned<T> { T owner(); }
            class A<I> {
              <E extends Named & Owned<Integer>> void f(E e) { var x = e.owner(); var y = e.name(); }
            }
            """);
    assertThat(Programs.typeOf(program, "x")).isEqualTo("Integer");
    assertThat(Programs.typeOf(program, "y")).isEqualTo("String");
  }

  private static String typeOfX(String statement) {
    return Programs.typeOf(
        Programs.of(
            "package p; record User(long id, String name) {}",
            "package p; import java.util.*; import java.util.stream.*; class A { void f(List<User>"
                + " users) { "
                + statement
                + " } }"),
        "x");
  }
}
