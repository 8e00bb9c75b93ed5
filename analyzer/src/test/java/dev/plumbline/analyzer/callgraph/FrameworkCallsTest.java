package dev.plumbline.analyzer.callgraph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Calls that a framework or reflection carries on. */
class FrameworkCallsTest {

  private static final String SPRING =
      "import org.springframework.context.ApplicationEventPublisher;"
          + " import org.springframework.context.event.EventListener;"
          + " import org.springframework.scheduling.annotation.Async;"
          + " import org.springframework.transaction.annotation.Transactional;"
          + " import org.springframework.context.ApplicationListener;"
          + " import org.springframework.transaction.event.TransactionalEventListener; ";

  @Test
  void eventsReachTheirListenersByType() {
    Graphs graphs =
        Graphs.of(
            "class Placed {} class Rush extends Placed {} class Cancelled {}",
            SPRING
                + "class L { @EventListener void on(Placed p) {} @EventListener void rush(Rush r) {}"
                + " @TransactionalEventListener void after(Placed p) {}"
                + " @EventListener(classes = Placed.class) void named() {}"
                + " @EventListener void other(Cancelled c) {} void none(Placed p) {}"
                + " @com.google.common.eventbus.Subscribe void guava(Placed p) {} }",
            SPRING
                + "class O implements ApplicationListener<Placed> {"
                + " public void onApplicationEvent(Placed p) {} }",
            SPRING
                + "class A { ApplicationEventPublisher bus; void f(Placed p) { bus.publishEvent(p); } }",
            SPRING
                + "class B { ApplicationEventPublisher bus; void f(Object o) { bus.publishEvent(o); } }");
    assertThat(graphs.callees("publishEvent"))
        .containsExactly(
            "EVENT L.on",
            "EVENT L.rush",
            "EVENT L.after",
            "EVENT L.named",
            "EVENT O.onApplicationEvent",
            "LIBRARY");
    assertThat(Graphs.describe(graphs.graph().sites(graphs.body("B.f")).get(0)))
        .containsExactly("LIBRARY", "?EVENT_TYPE");
  }

  @Test
  void proxiesActOnCallsFromOutsideOnly() {
    Graphs graphs =
        Graphs.of(
            SPRING
                + "class Mails { @Async public void send() {} public void all() { send(); this.send(); }"
                + " @Transactional public void save() {} }"
                + " class A { void f(Mails m) { m.send(); m.save(); } }");
    assertThat(Graphs.describe(graphs.graph().sites(graphs.body("A.f")).get(0)))
        .containsExactly("HIERARCHY Mails.send [ASYNC]");
    assertThat(Graphs.describe(graphs.graph().sites(graphs.body("A.f")).get(1)))
        .containsExactly("HIERARCHY Mails.save");
    assertThat(graphs.graph().sites(graphs.body("Mails.all")))
        .allSatisfy(
            site -> assertThat(site.edges().get(0).marks()).containsExactly(EdgeMark.PAST_PROXY));
  }

  @Test
  void reflectionWithConstantNamesIsFollowed() {
    Graphs graphs =
        Graphs.of(
            "class Job { Job() {} public void run() {} public void stop() {} }",
            "class A { void f(Object o) throws Exception {"
                + " java.lang.reflect.Method m = Class.forName(\"p.Job\").getMethod(\"run\");"
                + " m.invoke(o); Job.class.newInstance(); } }",
            "class B { void f(java.lang.reflect.Method m, Object o) throws Exception {"
                + " m.invoke(o); } }");
    assertThat(graphs.callees("invoke")).containsExactly("REFLECTION Job.run", "LIBRARY");
    assertThat(graphs.callees("newInstance")).containsExactly("REFLECTION new Job", "LIBRARY");
    assertThat(Graphs.describe(graphs.graph().sites(graphs.body("B.f")).get(0)))
        .containsExactly("LIBRARY", "?REFLECTION");
  }
}
