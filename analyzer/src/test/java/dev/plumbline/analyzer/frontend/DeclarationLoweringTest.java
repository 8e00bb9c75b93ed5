package dev.plumbline.analyzer.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What declarations become; the first line of each test is the Java. */
class DeclarationLoweringTest {

  @Test
  void initialisersAreGathered() {
    assertThat(
            Lowered.members(
                """
                int f = 1, g; static final int[] H[] = {{1}, {}}; static { f(); } { int g = 2; g(); } static int z;
                """))
        .isEqualTo(
            """
            class A
              field int f = register 0
              field int g
              field int[][] H = register 3
              field int z
              void <init-fields>()
                b0:
                  %0 = 1
                  name f = %0
                  %2 = 2
                  g = %2
                  call g()
                  return
              void <clinit>()
                b0:
                  %0 = 1
                  %1 = new int[] {%0}
                  %2 = new int[] {}
                  %3 = new int[][] {%1, %2}
                  name H = %3
                  call f()
                  return
            """);
  }

  @Test
  void enumConstantsAreCreatedInTheStaticInitialiser() {
    assertThat(
            Lowered.file(
                """
                enum E { A(1) { void q() {} }, B; E(int... x) {} }
                """))
        .isEqualTo(
            """
            enum E
              constant A = register 1
                anonymous E$1
                  void q()
                    b0:
                      return
              constant B = register 2
              void <clinit>()
                b0:
                  %0 = 1
                  %1 = new E(%0)
                  name A = %1
                  %2 = new E()
                  name B = %2
                  return
              void <init>(int[] x)
                b0:
                  return
            """);
  }

  @Test
  void recordsHaveComponentsAndCompactConstructors() {
    assertThat(
            Lowered.file(
                """
                record P(int a, String... b) { P { a = 1; } static int z = 2; }
                """))
        .isEqualTo(
            """
            record P
              field int z = register 0
              void <init>(int a, String[] b)
                b0:
                  %2 = 1
                  a = %2
                  return
              void <clinit>()
                b0:
                  %0 = 2
                  name z = %0
                  return
            """);
  }

  @Test
  void fieldsOfInterfacesAreStatic() {
    assertThat(
            Lowered.file(
                """
                interface I { int C = f(); default void m() { g(); } }
                """))
        .isEqualTo(
            """
            interface I
              field int C = register 0
              void <clinit>()
                b0:
                  %0 = call f()
                  name C = %0
                  return
              void m()
                b0:
                  call g()
                  return
            """);
  }

  @Test
  void anonymousClassesCaptureAndShadow() {
    assertThat(
            Lowered.members(
                """
                void m(String p, String q) { new T(q) { String own = p; String q; void z() { use(p, own, q); } }; }
                """))
        .isEqualTo(
            """
            class A
              void m(String p, String q)
                b0:
                  %2 = new T(q) local type 0
                  return
                anonymous A$1
                  field String own = register 0
                  field String q
                  void <init-fields>()
                    captures p
                    b0:
                      name own = p
                      return
                  void z()
                    captures p
                    b0:
                      %1 = name own
                      %2 = name q
                      call use(p, %1, %2)
                      return
            """);
  }

  @Test
  void localTypesAreNumberedBySimpleName() {
    assertThat(
            Lowered.members(
                """
                void m(String p) { class L { String p; void z() { use(p); } } record R(String q) { void z() { use(p); } } new L() {}; } void n() { class L {} }
                """))
        .isEqualTo(
            """
            class A
              void m(String p)
                b0:
                  %1 = new L() local type 2
                  return
                class A$1L
                  field String p
                  void z()
                    b0:
                      %0 = name p
                      call use(%0)
                      return
                record A$1R
                  void z()
                    b0:
                      %0 = name p
                      call use(%0)
                      return
                anonymous A$1
              void n()
                b0:
                  return
                class A$2L
            """);
  }

  @Test
  void membersOfLocalClassesCaptureThroughThem() {
    assertThat(
            Lowered.members(
                """
                void m(String p) { class L { class M { Object z() { return p; } } static class N { Object z() { return p; } } } }
                """))
        .isEqualTo(
            """
            class A
              void m(String p)
                b0:
                  return
                class A$1L
                  class A$1L$M
                    Object z()
                      captures p
                      b0:
                        return p
                  class A$1L$N
                    Object z()
                      b0:
                        %0 = name p
                        return %0
            """);
  }

  @Test
  void packageNamesLeadBinaryNames() {
    assertThat(
            Lowered.file(
                """
                package p.q; class A { class B { Object o = new Object() { Object i = new Object() {}; }; } }
                """))
        .isEqualTo(
            """
            class p.q.A
              class p.q.A$B
                field Object o = register 0
                void <init-fields>()
                  b0:
                    %0 = new Object() local type 0
                    name o = %0
                    return
                  anonymous p.q.A$B$1
                    field Object i = register 0
                    void <init-fields>()
                      b0:
                        %0 = new Object() local type 0
                        name i = %0
                        return
                      anonymous p.q.A$B$1$1
            """);
  }
}
