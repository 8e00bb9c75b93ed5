package dev.plumbline.analyzer.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Switches and patterns; the first line of each test is the Java. */
class PatternLoweringTest {

  @Test
  void oldSwitchesFallThrough() {
    assertThat(
            Lowered.members(
                """
                void m(int x) { switch (x) { case 1: case 2: a(); case 3: b(); break; default: c(); } d(); }
                """))
        .isEqualTo(
            """
            class A
              void m(int x)
                b0:
                  switch x { 1, 2 -> b1; 3 -> b2; default -> b3 }
                b1:
                  call a()
                  jump b2
                b2:
                  call b()
                  jump b4
                b3:
                  call c()
                  jump b4
                b4:
                  call d()
                  return
            """);
  }

  @Test
  void aDefaultMayStandFirst() {
    assertThat(
            Lowered.members(
                """
                void m(String x) { switch (x) { default: a(); case "k": b(); } }
                """))
        .isEqualTo(
            """
            class A
              void m(String x)
                b0:
                  switch x { "k" -> b2; default -> b1 }
                b1:
                  call a()
                  jump b2
                b2:
                  call b()
                  jump b3
                b3:
                  return
            """);
  }

  @Test
  void constantsAreKeptAsWritten() {
    assertThat(
            Lowered.members(
                """
                void m(int x) { switch (x) { case -1, A.B -> a(); case 'c', 1 + 2 -> { b(); } case K -> throw e; } }
                """))
        .isEqualTo(
            """
            class A
              void m(int x)
                b0:
                  switch x { -1, A.B -> b1; 'c', ADD(1, 2) -> b2; K -> b3; default -> b4 }
                b1:
                  call a()
                  jump b4
                b2:
                  call b()
                  jump b4
                b3:
                  %1 = name e
                  throw %1
                b4:
                  return
            """);
  }

  @Test
  void aNegatedPatternStaysInScopeBehind() {
    assertThat(
            Lowered.members(
                """
                void m(Object o) { if (!(o instanceof String s)) return; s.length(); }
                """))
        .isEqualTo(
            """
            class A
              void m(Object o)
                b0:
                  %1 = o instanceof String
                  branch %1 b1 b2
                b1:
                  s = o
                  jump b3
                b2:
                  return
                b3:
                  call s.length()
                  return
            """);
  }

  @Test
  void aPatternVariableShadowsAFieldOnlyWhereItIsBound() {
    assertThat(
            Lowered.members(
                """
                String s; void m(Object o) { if (o instanceof String s && s.isEmpty()) { s.length(); } else { s.trim(); } s.strip(); }
                """))
        .isEqualTo(
            """
            class A
              field String s
              void m(Object o)
                b0:
                  %1 = o instanceof String
                  branch %1 b1 b4
                b1:
                  s = o
                  jump b2
                b2:
                  %3 = call s.isEmpty()
                  branch %3 b3 b4
                b3:
                  call s.length()
                  jump b5
                b4:
                  %4 = name s
                  call %4.trim()
                  jump b5
                b5:
                  %5 = name s
                  call %5.strip()
                  return
            """);
  }

  @Test
  void aLoopThatEndsByItsConditionBindsBehind() {
    assertThat(
            Lowered.members(
                """
                void m(Object o) { while (!(o instanceof Integer i)) { o = f(); } i.intValue(); }
                """))
        .isEqualTo(
            """
            class A
              void m(Object o)
                b0:
                  jump b1
                b1: header of loop 0
                  %1 = o instanceof Integer
                  branch %1 b2 b3
                b2: loop 0
                  i = o
                  jump b4
                b3: loop 0
                  %3 = call f()
                  o = %3
                  jump b1
                b4:
                  call i.intValue()
                  return
            """);
  }

  @Test
  void recordPatternsReadComponents() {
    assertThat(
            Lowered.members(
                """
                int m(Object o) { return o instanceof P(var x, P(int y, String z)) && y > 1 ? x : 0; }
                """))
        .isEqualTo(
            """
            class A
              int m(Object o)
                b0:
                  %2 = o instanceof P
                  branch %2 b1 b6
                b1:
                  %3 = (P) o
                  %4 = %3.#0
                  x = %4
                  %6 = %3.#1
                  %7 = %6 instanceof P
                  branch %7 b2 b6
                b2:
                  %8 = (P) %6
                  %9 = %8.#0
                  y = %9
                  %11 = %8.#1
                  %12 = %11 instanceof String
                  branch %12 b3 b6
                b3:
                  z = %11
                  jump b4
                b4:
                  %14 = 1
                  %15 = GREATER y, %14
                  branch %15 b5 b6
                b5:
                  %1 = x
                  jump b7
                b6:
                  %16 = 0
                  %1 = %16
                  jump b7
                b7:
                  return %1
            """);
  }

  @Test
  void patternSwitchesAreChains() {
    assertThat(
            Lowered.members(
                """
                int m(Object o) { return switch (o) { case P(var x, P(int y, _)) when y > x -> x; case A _, B _ -> 1; case null, default -> 2; }; }
                """))
        .isEqualTo(
            """
            class A
              int m(Object o)
                b0:
                  %2 = o instanceof P
                  branch %2 b1 b4
                b1:
                  %3 = (P) o
                  %4 = %3.#0
                  x = %4
                  %6 = %3.#1
                  %7 = %6 instanceof P
                  branch %7 b2 b4
                b2:
                  %8 = (P) %6
                  %9 = %8.#0
                  y = %9
                  jump b3
                b3:
                  %11 = GREATER y, x
                  branch %11 b10 b4
                b4:
                  %12 = o instanceof A
                  branch %12 b5 b6
                b5:
                  _#13 = o
                  jump b11
                b6:
                  %14 = o instanceof B
                  branch %14 b7 b8
                b7:
                  _#15 = o
                  jump b11
                b8:
                  switch o { null -> b12; default -> b9 }
                b9:
                  jump b12
                b10:
                  %1 = x
                  jump b13
                b11:
                  %16 = 1
                  %1 = %16
                  jump b13
                b12:
                  %17 = 2
                  %1 = %17
                  jump b13
                b13:
                  return %1
            """);
  }

  @Test
  void theLastPatternOfAnExhaustiveSwitchIsNotTested() {
    assertThat(
            Lowered.members(
                """
                int m(S s) { return switch (s) { case A a -> a.n(); case B b -> b.n(); }; }
                """))
        .isEqualTo(
            """
            class A
              int m(S s)
                b0:
                  %2 = s instanceof A
                  branch %2 b1 b2
                b1:
                  a = s
                  jump b3
                b2:
                  b = s
                  jump b4
                b3:
                  %5 = call a.n()
                  %1 = %5
                  jump b5
                b4:
                  %6 = call b.n()
                  %1 = %6
                  jump b5
                b5:
                  return %1
            """);
  }

  @Test
  void constantsAmongPatterns() {
    assertThat(
            Lowered.members(
                """
                void m(Object o) { switch (o) { case "a" -> f(); case String s when s.isEmpty() -> g(); case E.X -> h(); default -> {} } }
                """))
        .isEqualTo(
            """
            class A
              void m(Object o)
                b0:
                  switch o { "a" -> b6; default -> b1 }
                b1:
                  %1 = o instanceof String
                  branch %1 b2 b4
                b2:
                  s = o
                  jump b3
                b3:
                  %3 = call s.isEmpty()
                  branch %3 b7 b4
                b4:
                  switch o { E.X -> b8; default -> b5 }
                b5:
                  jump b9
                b6:
                  call f()
                  jump b10
                b7:
                  call g()
                  jump b10
                b8:
                  call h()
                  jump b10
                b9:
                  jump b10
                b10:
                  return
            """);
  }
}
