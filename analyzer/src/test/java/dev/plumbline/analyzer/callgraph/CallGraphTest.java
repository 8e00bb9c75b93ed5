package dev.plumbline.analyzer.callgraph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.program.CodeBody;
import java.util.List;
import java.util.Random;
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

  private static final List<String> MECHANISMS =
      List.of(
          "interface Port<T> { void go(T t); } class Order {} class Done {}",
          "@org.springframework.stereotype.Service class X implements Port<Order> {"
              + " public void go(Order o) {} }",
          "@org.springframework.stereotype.Service class Y implements Port<Order> {"
              + " public void go(Order o) {} }",
          "class Z implements Port<Done> { public void go(Done d) {} }",
          "@org.springframework.stereotype.Service @lombok.RequiredArgsConstructor class A {"
              + " private final java.util.List<Port<Order>> ports;"
              + " private final org.springframework.context.ApplicationEventPublisher events;"
              + " void all(Order o) { for (Port<Order> p : ports) { p.go(o); }"
              + " ports.forEach(p -> p.go(o)); events.publishEvent(new Done()); } }",
          "class L1 { @org.springframework.context.event.EventListener void on(Done d) {} }",
          "class L2 { @org.springframework.context.event.EventListener void on(Object o) {} }",
          "class Run { private final Runnable r; Run(Runnable r) { this.r = r; }"
              + " void fire() { r.run(); } }",
          "class U1 { void f() { new Run(() -> g()).fire(); } void g() {} }",
          "class U2 { void f() { new Run(this::g).fire(); } void g() {} }",
          "class V { void f(Port<?> p, Port q) { p.go(null); q.go(new Done()); } }");

  @Test
  void theOrderOfFilesChangesNothing() {
    String expected = print(Graphs.named(MECHANISMS));
    assertThat(expected).contains("INJECTED", "EVENT", "LAMBDA", "LIBRARY_CALLBACK", "HIERARCHY");
    Random random = new Random(42);
    for (int i = 0; i < 12; i++) {
      Graphs shuffled = Graphs.named(MECHANISMS).inOrder(random);
      assertThat(print(shuffled)).isEqualTo(expected);
    }
  }

  /** Every site of every body in order, the components, the entry points. */
  private static String print(Graphs graphs) {
    CallGraph graph = graphs.graph();
    StringBuilder text = new StringBuilder();
    for (CodeBody body : graph.bodies()) {
      text.append(Graphs.name(body)).append('\n');
      for (CallSite site : graph.sites(body)) {
        text.append("  ").append(site.location()).append(Graphs.describe(site)).append('\n');
      }
      text.append("  called at ");
      graph.callers(body).forEach(site -> text.append(site.location()));
      text.append('\n');
    }
    graph.bottomUp().forEach(each -> text.append(each.stream().map(Graphs::name).toList()));
    Beans beans = new Beans(graphs.program(), graphs.library(), List.of());
    new EntryPoints(graphs.program(), graphs.library(), beans)
        .all()
        .forEach(each -> text.append(each.kind()).append(each.method().displayName()).append('\n'));
    return text.toString();
  }
}
