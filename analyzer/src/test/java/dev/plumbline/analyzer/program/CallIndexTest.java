package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.source.SourceRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallIndexTest {

  private static List<String> callers(Program program, String type, String method, int limit) {
    return program
        .callIndex()
        .callers(Programs.method(program, type, method), limit)
        .map(sites -> sites.stream().map(site -> site.body().method().toString()).toList())
        .orElse(null);
  }

  @Test
  void callsThroughTheClassItsInterfaceAndStrangersButNotOfOthers() {
    Program program =
        Programs.of(
            "package p; interface I { void run(int x); }",
            "package p; class A implements I { @Override public void run(int x) {} }",
            "package p; class B { void run(int x) {} }",
            """
            package p;
            class C {
              void direct(A a) { a.run(1); }
              void general(I i) { Runnable r = () -> i.run(1); }
              void other(B b) { b.run(1); }
              void arity(A a) { a.run(); }
              void stranger(Strange s) { s.run(1); }
            }
            """);
    assertThat(callers(program, "p.A", "run", 9))
        .containsExactly("p.C#direct", "p.C#general", "p.C#stranger");
    assertThat(callers(program, "p.A", "run", 2)).isNull();
    assertThat(callers(program, "p.B", "run", 9)).containsExactly("p.C#other", "p.C#stranger");
  }

  @Test
  void whatAFrameworkCallsOrNobodyCannotBeCounted() {
    Program program =
        Programs.of(
            "package p; class A { @my.Scheduled void a() {} void b() { a(); } @Deprecated void c()"
                + " { b(); } }");
    assertThat(callers(program, "p.A", "a", 9)).isNull();
    assertThat(callers(program, "p.A", "b", 9)).containsExactly("p.A#c");
    assertThat(callers(program, "p.A", "c", 9)).isNull();
  }

  @Test
  void testsAreNoCallers() {
    Program program =
        Linker.link(
            List.of(
                Programs.file("", "A.java", SourceRole.MAIN, "class A { void a() {} }"),
                Programs.file(
                    "", "T.java", SourceRole.TEST, "class T { void t() { new A().a(); } }")),
            ExternalTypes.NONE);
    assertThat(callers(program, "A", "a", 9)).isNull();
  }
}
