package dev.plumbline.analyzer.callgraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.program.CodeBody;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallGraphTest {

  private static final Graphs CYCLE =
      Graphs.of(
          "class A { static void a() { B.b(); } static void leaf() {} static void top() { a(); } }",
          "class B { static void b() { C.c(); A.leaf(); } static void self() { self(); } }",
          "class C { static void c() { A.a(); } }");

  @Test
  void calleesComeBeforeCallersAndCyclesTogether() {
    List<List<String>> names =
        CYCLE.graph().bottomUp().stream()
            .map(component -> component.stream().map(Graphs::name).toList())
            .toList();
    assertThat(names)
        .containsExactly(
            List.of("A.leaf"), List.of("A.a", "B.b", "C.c"), List.of("A.top"), List.of("B.self"));
  }

  @Test
  void callersAreTheOtherEndOfCallees() {
    CallGraph graph = CYCLE.graph();
    for (CodeBody body : graph.bodies()) {
      for (CallSite site : graph.sites(body)) {
        assertThat(graph.site(body, site.instruction())).containsSame(site);
        site.edges()
            .forEach(edge -> assertThat(graph.callers(edge.callee())).containsOnlyOnce(site));
      }
    }
    assertThat(graph.callers(CYCLE.body("A.a")).stream().map(site -> Graphs.name(site.caller())))
        .containsExactly("A.top", "C.c");
  }

  @Test
  void whatIsReachedIsAllThatMayRun() {
    assertThat(CYCLE.graph().reachable(List.of(CYCLE.body("C.c"))).stream().map(Graphs::name))
        .containsExactly("C.c", "A.a", "B.b", "A.leaf");
  }

  @Test
  void chainsAreDeeperThanAStack() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(i % 50 == 0 ? (i == 0 ? "" : "} ") + "class C" + i / 50 + " { " : "");
      String next = "C" + (i + 1) / 50 + ".m" + (i + 1);
      text.append("static void m" + i + "() { " + (i == 19_999 ? "" : next + "();") + " } ");
    }
    assertThat(Graphs.of(text + "}").graph().bottomUp()).hasSize(20_000);
  }

  @Test
  void theGraphIsTheSameEachTime() {
    String[] texts = {
      "interface P { void go(); } class X implements P { public void go() {} }",
      "class Y implements P { public void go() {} } class A { void f(P p) { p.go(); } }"
    };
    assertThat(Graphs.of(texts).callees("go")).isEqualTo(Graphs.of(texts).callees("go")).hasSize(2);
  }
}
