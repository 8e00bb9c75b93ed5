package dev.plumbline.analyzer.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What expressions become; the first line of each test is the Java. */
class ExpressionLoweringTest {

  @Test
  void aVariableThatALaterOperandAssignsIsCopied() {
    assertThat(
            Lowered.members(
                """
                void m(int x) { int y = x + x++; f(x, x = 2); }
                """))
        .isEqualTo(
            """
            class A
              void m(int x)
                b0:
                  %6 = x
                  %2 = x
                  %3 = 1
                  %4 = ADD x, %3
                  x = %4
                  %5 = ADD %6, %2
                  y = %5
                  %8 = x
                  %7 = 2
                  x = %7
                  call f(%8, x)
                  return
            """);
  }

  @Test
  void aCompoundAssignmentEvaluatesItsPlaceOnce() {
    assertThat(
            Lowered.members(
                """
                void m(int[] a, int i) { a[i] += i++; a[i] = i = 3; o().f -= 2; }
                """))
        .isEqualTo(
            """
            class A
              void m(int[] a, int i)
                b0:
                  %7 = i
                  %2 = a[i]
                  %3 = i
                  %4 = 1
                  %5 = ADD i, %4
                  i = %5
                  %6 = ADD %2, %3
                  a[%7] = %6
                  %9 = i
                  %8 = 3
                  i = %8
                  a[%9] = i
                  %10 = call o()
                  %11 = %10.f
                  %12 = 2
                  %13 = SUBTRACT %11, %12
                  %10.f = %13
                  return
            """);
  }

  @Test
  void plusConcatenatesFromTheFirstStringOn() {
    assertThat(
            Lowered.members(
                """
                void m(String s, int i, Object o) { o = 1 + 2 + "a" + i + 3; s += i; i += i; o = i + i + s; o = (String) o + i; }
                """))
        .isEqualTo(
            """
            class A
              void m(String s, int i, Object o)
                b0:
                  %3 = 1
                  %4 = 2
                  %5 = ADD %3, %4
                  %6 = "a"
                  %7 = 3
                  %8 = CONCAT %5, %6, i, %7
                  o = %8
                  %9 = CONCAT s, i
                  s = %9
                  %10 = ADD i, i
                  i = %10
                  %11 = ADD i, i
                  %12 = CONCAT %11, s
                  o = %12
                  %13 = (String) o
                  %14 = CONCAT %13, i
                  o = %14
                  return
            """);
  }

  @Test
  void aParenthesisedConcatenationIsAPart() {
    assertThat(
            Lowered.members(
                """
                Object m(int a) { return a + ("b" + a) + (a + a); }
                """))
        .isEqualTo(
            """
            class A
              Object m(int a)
                b0:
                  %1 = "b"
                  %2 = CONCAT %1, a
                  %3 = ADD a, a
                  %4 = CONCAT a, %2, %3
                  return %4
            """);
  }

  @Test
  void shortCircuitsBranch() {
    assertThat(
            Lowered.members(
                """
                boolean m(int a, int b) { return a > 1 && b < 2 || !c; }
                """))
        .isEqualTo(
            """
            class A
              boolean m(int a, int b)
                b0:
                  %3 = 1
                  %4 = GREATER a, %3
                  branch %4 b1 b2
                b1:
                  %5 = 2
                  %6 = LESS b, %5
                  branch %6 b3 b2
                b2:
                  %7 = name c
                  branch %7 b4 b3
                b3:
                  %2 = true
                  jump b5
                b4:
                  %2 = false
                  jump b5
                b5:
                  return %2
            """);
  }

  @Test
  void theConditionalBranches() {
    assertThat(
            Lowered.members(
                """
                int m(boolean c) { return c ? 1 : f(); }
                """))
        .isEqualTo(
            """
            class A
              int m(boolean c)
                b0:
                  branch c b1 b2
                b1:
                  %2 = 1
                  %1 = %2
                  jump b3
                b2:
                  %3 = call f()
                  %1 = %3
                  jump b3
                b3:
                  return %1
            """);
  }

  @Test
  void incrementsKeepTheOldValueOnlyWhenItIsUsed() {
    assertThat(
            Lowered.members(
                """
                int m(int x) { x++; f(++x, x--); this.n++; return -x; }
                """))
        .isEqualTo(
            """
            class A
              int m(int x)
                b0:
                  %1 = 1
                  %2 = ADD x, %1
                  x = %2
                  %3 = 1
                  %4 = ADD x, %3
                  x = %4
                  %8 = x
                  %5 = x
                  %6 = 1
                  %7 = SUBTRACT x, %6
                  x = %7
                  call f(%8, %5)
                  %9 = name this
                  %10 = %9.n
                  %11 = 1
                  %12 = ADD %10, %11
                  %9.n = %12
                  %13 = NEGATE x
                  return %13
            """);
  }

  @Test
  void literalsHaveTheirValues() {
    assertThat(
            Lowered.members(
                """
                Object m() { return new Object[] { -2147483648, 0x7fff_ffff, 0xFFFFFFFF, 017, 0b101, 1_000L, -9223372036854775808L, 1.5f, 0x1p3, 'a', '\\u0041', '\\n', "a\\tb\\u0041\\\\u0041", int[].class, null, true }; }
                """))
        .isEqualTo(
            """
            class A
              Object m()
                b0:
                  %0 = -2147483648
                  %1 = 2147483647
                  %2 = -1
                  %3 = 15
                  %4 = 5
                  %5 = 1000L
                  %6 = -9223372036854775808L
                  %7 = 1.5
                  %8 = 8.0
                  %9 = 'a'
                  %10 = 'A'
                  %11 = '\\n'
                  %12 = "a\\tbA\\\\u0041"
                  %13 = int[].class
                  %14 = null
                  %15 = true
                  %16 = new Object[] {%0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15}
                  return %16
            """);
  }

  @Test
  void namesThatAreNoVariablesStayNames() {
    assertThat(
            Lowered.members(
                """
                void m(A a) { f(a.b.c, b.c.d, this.e, A.this.g, super.h, java.util.List.of(a)); b.c = a.d = 1; }
                """))
        .isEqualTo(
            """
            class A
              void m(A a)
                b0:
                  %1 = a.b
                  %2 = %1.c
                  %3 = name b.c.d
                  %4 = name this
                  %5 = %4.e
                  %6 = name A.this
                  %7 = %6.g
                  %8 = name super
                  %9 = %8.h
                  %10 = name java.util.List
                  %11 = call %10.of(a)
                  call f(%2, %3, %5, %7, %9, %11)
                  %12 = 1
                  a.d = %12
                  name b.c = %12
                  return
            """);
  }

  @Test
  void callsSayHowTheyNameTheirCallee() {
    assertThat(
            Lowered.members(
                """
                void m() { f(); A.super.m(); super.n(); this.<String>g(); outer().new In(1).x(); }
                """))
        .isEqualTo(
            """
            class A
              void m()
                b0:
                  call f()
                  call A.super.m()
                  call super.n()
                  %0 = name this
                  call %0.<String>g()
                  %1 = call outer()
                  %2 = 1
                  %3 = %1.new In(%2)
                  call %3.x()
                  return
            """);
  }

  @Test
  void methodReferences() {
    assertThat(
            Lowered.members(
                """
                void m(A a) { f(a::x, A::x, a.b::c, java.util.List::of, A::new, int[]::new, List<String>::size, super::h, A.super::h, (a)::y); }
                """))
        .isEqualTo(
            """
            class A
              void m(A a)
                b0:
                  %1 = a::x
                  %2 = name A
                  %3 = %2::x
                  %4 = a.b
                  %5 = %4::c
                  %6 = name java.util.List
                  %7 = %6::of
                  %8 = A::<init>
                  %9 = int[]::<init>
                  %10 = List<String>::size
                  %11 = super::h
                  %12 = A.super::h
                  %13 = a::y
                  call f(%1, %3, %5, %7, %8, %9, %10, %11, %12, %13)
                  return
            """);
  }

  @Test
  void lambdasCaptureThroughEveryBody() {
    assertThat(
            Lowered.members(
                """
                void m(String p) { Runnable r = () -> { String q = p; s(() -> use(p, q)); }; }
                """))
        .isEqualTo(
            """
            class A
              void m(String p)
                b0:
                  %2 = lambda 0
                  r = %2
                  return
                lambda 0:
                  captures p
                  b0:
                    q = p
                    %2 = lambda 0
                    call s(%2)
                    return
                  lambda 0:
                    captures p, q
                    b0:
                      %2 = call use(p, q)
                      return %2
            """);
  }

  @Test
  void aLambdaParameterShadowsNothingAround() {
    assertThat(
            Lowered.members(
                """
                Object m() { return f((String a) -> a, (b, c) -> { return b; }, () -> {}, (int... d) -> d[0]); }
                """))
        .isEqualTo(
            """
            class A
              Object m()
                b0:
                  %0 = lambda 0
                  %1 = lambda 1
                  %2 = lambda 2
                  %3 = lambda 3
                  %4 = call f(%0, %1, %2, %3)
                  return %4
                lambda 0:
                  b0:
                    return a
                lambda 1:
                  b0:
                    return b
                lambda 2:
                  b0:
                    return
                lambda 3:
                  b0:
                    %1 = 0
                    %2 = d[%1]
                    return %2
            """);
  }

  @Test
  void arrays() {
    assertThat(
            Lowered.members(
                """
                void m(int n) { Object o = new int[n][2][]; int[][] a = {{1}, {}}; o = new String[] {"x"}; o = a[0][n].length; }
                """))
        .isEqualTo(
            """
            class A
              void m(int n)
                b0:
                  %2 = 2
                  %3 = new int[][][] [n, %2]
                  o = %3
                  %5 = 1
                  %6 = new int[] {%5}
                  %7 = new int[] {}
                  %8 = new int[][] {%6, %7}
                  a = %8
                  %9 = "x"
                  %10 = new String[] {%9}
                  o = %10
                  %11 = 0
                  %12 = a[%11]
                  %13 = %12[n]
                  %14 = %13.length
                  o = %14
                  return
            """);
  }

  @Test
  void castsAndTypeTests() {
    assertThat(
            Lowered.members(
                """
                void m(Object o) { f((A & B) o, (int) g(), o instanceof String, o instanceof A<?>[]); }
                """))
        .isEqualTo(
            """
            class A
              void m(Object o)
                b0:
                  %1 = (A & B) o
                  %2 = call g()
                  %3 = (int) %2
                  %4 = o instanceof String
                  %5 = o instanceof A<?>[]
                  call f(%1, %3, %4, %5)
                  return
            """);
  }

  @Test
  void switchExpressionsYield() {
    assertThat(
            Lowered.members(
                """
                int m(E x) { return switch (x) { case A, B -> 1; case C -> { f(); yield 2; } }; }
                """))
        .isEqualTo(
            """
            class A
              int m(E x)
                b0:
                  switch x { A, B -> b1; C -> b2; default -> b2 }
                b1:
                  %2 = 1
                  %1 = %2
                  jump b3
                b2:
                  call f()
                  %3 = 2
                  %1 = %3
                  jump b3
                b3:
                  return %1
            """);
  }
}
