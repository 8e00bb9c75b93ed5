package dev.plumbline.analyzer.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What statements become; the first line of each test is the Java. */
class StatementLoweringTest {

  @Test
  void ifElse() {
    assertThat(
            Lowered.members(
                """
                void m(boolean c) { if (c) a(); else if (d) b(); else return; e(); }
                """))
        .isEqualTo(
            """
            class A
              void m(boolean c)
                b0:
                  branch c b1 b2
                b1:
                  call a()
                  jump b5
                b2:
                  %1 = name d
                  branch %1 b3 b4
                b3:
                  call b()
                  jump b5
                b4:
                  return
                b5:
                  call e()
                  return
            """);
  }

  @Test
  void whileTrueHasNoOtherWayOut() {
    assertThat(
            Lowered.members(
                """
                void m() { while (true) { if (a()) break; } for (;;) { } }
                """))
        .isEqualTo(
            """
            class A
              void m()
                b0:
                  jump b1
                b1: header of loop 0
                  jump b2
                b2: loop 0
                  %0 = call a()
                  branch %0 b3 b4
                b3: loop 0
                  jump b5
                b4: loop 0
                  jump b1
                b5:
                  jump b6
                b6: header of loop 1
                  jump b7
                b7: loop 1
                  jump b6
            """);
  }

  @Test
  void doWhile() {
    assertThat(
            Lowered.members(
                """
                void m(int i) { do { if (a()) continue; i--; } while (i > 0); }
                """))
        .isEqualTo(
            """
            class A
              void m(int i)
                b0:
                  jump b1
                b1: header of loop 0
                  %1 = call a()
                  branch %1 b2 b3
                b2: loop 0
                  jump b4
                b3: loop 0
                  %2 = 1
                  %3 = SUBTRACT i, %2
                  i = %3
                  jump b4
                b4: loop 0
                  %4 = 0
                  %5 = GREATER i, %4
                  branch %5 b1 b5
                b5:
                  return
            """);
  }

  @Test
  void theIterableIsEvaluatedOnce() {
    assertThat(
            Lowered.members(
                """
                void m(List<String> xs) { for (String x : xs) { xs = null; if (x == null) continue; use(x); } }
                """))
        .isEqualTo(
            """
            class A
              void m(List<String> xs)
                b0:
                  %5 = xs
                  jump b1
                b1: header of loop 0
                  x = next %5 b2 b5
                b2: loop 0
                  %2 = null
                  xs = %2
                  %3 = null
                  %4 = EQUAL x, %3
                  branch %4 b3 b4
                b3: loop 0
                  jump b1
                b4: loop 0
                  call use(x)
                  jump b1
                b5:
                  return
            """);
  }

  @Test
  void labelledJumpsPassTheFinallyBlock() {
    assertThat(
            Lowered.members(
                """
                void m() { out: for (int i = 0; i < 3; i++) { try { if (i == 1) continue out; if (i == 2) break out; a(); } finally { b(); } } }
                """))
        .isEqualTo(
            """
            class A
              void m()
                try 0: everything -> b7
                b0:
                  %1 = 0
                  i = %1
                  jump b1
                b1: header of loop 0
                  %2 = 3
                  %3 = LESS i, %2
                  branch %3 b2 b15
                b2: loop 0 try 0
                  %5 = 1
                  %6 = EQUAL i, %5
                  branch %6 b3 b4
                b3: loop 0 try 0
                  %4 = 0
                  jump b8
                b4: loop 0 try 0
                  %7 = 2
                  %8 = EQUAL i, %7
                  branch %8 b5 b6
                b5: loop 0 try 0
                  %4 = 1
                  jump b8
                b6: loop 0 try 0
                  call a()
                  %4 = 2
                  jump b8
                b7: loop 0
                  %9 = catch everything
                  %4 = 3
                  jump b8
                b8: loop 0
                  call b()
                  switch %4 { 0 -> b9; 1 -> b10; 2 -> b11; default -> b12 }
                b9: loop 0
                  jump b14
                b10: loop 0
                  jump b15
                b11: loop 0
                  jump b13
                b12: loop 0
                  throw %9
                b13: loop 0
                  jump b14
                b14: loop 0
                  %10 = 1
                  %11 = ADD i, %10
                  i = %11
                  jump b1
                b15:
                  return
            """);
  }

  @Test
  void aRethrownExceptionMeetsTheHandlersAround() {
    assertThat(
            Lowered.members(
                """
                void m() { try { try { a(); } finally { b(); } } catch (E e) { c(e); } finally { d(); } }
                """))
        .isEqualTo(
            """
            class A
              void m()
                try 0: everything -> b7
                try 1 in try 0: E -> b6
                try 2 in try 1: everything -> b1
                b0: try 2
                  call a()
                  %1 = 0
                  jump b2
                b1: try 1
                  %2 = catch everything
                  %1 = 1
                  jump b2
                b2: try 1
                  call b()
                  switch %1 { 0 -> b3; default -> b4 }
                b3: try 1
                  jump b5
                b4: try 1
                  throw %2
                b5: try 1
                  %0 = 0
                  jump b8
                b6: try 0
                  e = catch E
                  call c(e)
                  %0 = 0
                  jump b8
                b7:
                  %4 = catch everything
                  %0 = 1
                  jump b8
                b8:
                  call d()
                  switch %0 { 0 -> b9; default -> b10 }
                b9:
                  jump b11
                b10:
                  throw %4
                b11:
                  return
            """);
  }

  @Test
  void theReturnedValueIsTheOneBeforeTheFinallyBlock() {
    assertThat(
            Lowered.members(
                """
                int m(int i) { try { return i; } finally { i = 2; } }
                """))
        .isEqualTo(
            """
            class A
              int m(int i)
                try 0: everything -> b1
                b0: try 0
                  %2 = i
                  %1 = 0
                  jump b2
                b1:
                  %3 = catch everything
                  %1 = 1
                  jump b2
                b2:
                  %4 = 2
                  i = %4
                  switch %1 { 0 -> b3; default -> b4 }
                b3:
                  return %2
                b4:
                  throw %3
            """);
  }

  @Test
  void aFinallyBlockThatDoesNotEndSwallowsTheRest() {
    assertThat(
            Lowered.members(
                """
                int m() { try { return 1; } finally { return 2; } }
                """))
        .isEqualTo(
            """
            class A
              int m()
                try 0: everything -> b1
                b0: try 0
                  %1 = 1
                  %0 = 0
                  jump b2
                b1:
                  %2 = catch everything
                  %0 = 1
                  jump b2
                b2:
                  %3 = 2
                  return %3
            """);
  }

  @Test
  void resourcesAreVariablesWithoutCalls() {
    assertThat(
            Lowered.members(
                """
                void m(Q q) { try (R r = open(); q; this.z) { use(r); } catch (A | B e) { log(e); } }
                """))
        .isEqualTo(
            """
            class A
              void m(Q q)
                try 0: A | B -> b1
                b0: try 0
                  %2 = call open()
                  r = %2
                  q#3 = q#0
                  %4 = name this
                  %5 = %4.z
                  this.z = %5
                  call use(r)
                  jump b2
                b1:
                  e = catch A | B
                  call log(e)
                  jump b2
                b2:
                  return
            """);
  }

  @Test
  void aMonitorIsLeftOnEveryWay() {
    assertThat(
            Lowered.members(
                """
                void m(Object l) { synchronized (l) { if (l == null) return; a(); } }
                """))
        .isEqualTo(
            """
            class A
              void m(Object l)
                try 0: everything -> b5
                b0:
                  %1 = l
                  enter %1
                  jump b1
                b1: try 0
                  %2 = null
                  %3 = EQUAL l, %2
                  branch %3 b2 b3
                b2:
                  exit %1
                  return
                b3: try 0
                  call a()
                  jump b4
                b4:
                  exit %1
                  jump b6
                b5:
                  %4 = catch everything
                  exit %1
                  throw %4
                b6:
                  return
            """);
  }

  @Test
  void anAssertionGuardsNothing() {
    assertThat(
            Lowered.members(
                """
                void m() { assert a() : b(); c(); }
                """))
        .isEqualTo(
            """
            class A
              void m()
                b0:
                  %0 = call a()
                  branch %0 b2 b1
                b1:
                  %1 = call b()
                  jump b2
                b2:
                  call c()
                  return
            """);
  }

  @Test
  void aLabelledBlockCanBeLeft() {
    assertThat(
            Lowered.members(
                """
                void m() { out: { if (a()) break out; b(); } c(); }
                """))
        .isEqualTo(
            """
            class A
              void m()
                b0:
                  %0 = call a()
                  branch %0 b1 b2
                b1:
                  jump b3
                b2:
                  call b()
                  jump b3
                b3:
                  call c()
                  return
            """);
  }

  @Test
  void unreachableCodeIsKept() {
    assertThat(
            Lowered.members(
                """
                void m() { if (false) { a(); } return; }
                """))
        .isEqualTo(
            """
            class A
              void m()
                b0:
                  jump b2
                b1:
                  call a()
                  jump b2
                b2:
                  return
            """);
  }

  @Test
  void explicitConstructorCalls() {
    assertThat(
            Lowered.members(
                """
                A() { this(1); } A(int x) { x().super(x); } A(long x) { super(x); }
                """))
        .isEqualTo(
            """
            class A
              void <init>()
                b0:
                  %0 = 1
                  call this(%0)
                  return
              void <init>(int x)
                b0:
                  %1 = call x()
                  call %1.super(x)
                  return
              void <init>(long x)
                b0:
                  call super(x)
                  return
            """);
  }

  @Test
  void unnamedVariables() {
    assertThat(
            Lowered.members(
                """
                void m() { int _ = 1; for (var _ : x()) { } try { f(); } catch (E _) { } g(_ -> 1, (_, _) -> 2); }
                """))
        .isEqualTo(
            """
            class A
              void m()
                try 0: E -> b4
                b0:
                  %1 = 1
                  _#0 = %1
                  %2 = call x()
                  jump b1
                b1: header of loop 0
                  _#3 = next %2 b2 b3
                b2: loop 0
                  jump b1
                b3: try 0
                  call f()
                  jump b5
                b4:
                  _#4 = catch E
                  jump b5
                b5:
                  %5 = lambda 0
                  %6 = lambda 1
                  call g(%5, %6)
                  return
                lambda 0:
                  b0:
                    %1 = 1
                    return %1
                lambda 1:
                  b0:
                    %2 = 2
                    return %2
            """);
  }
}
