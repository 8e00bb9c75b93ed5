package dev.plumbline.analyzer.callgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BeansTest {

  private static final String SPRING =
      "import org.springframework.stereotype.*; import org.springframework.context.annotation.*;"
          + " import org.springframework.beans.factory.annotation.*;"
          + " import org.springframework.beans.factory.*; import java.util.*; import lombok.*; ";

  private static final String MAIL = "interface Sender { void send(); } ";

  /** Beans {@code fast} and {@code Slow}, and a class that nobody makes a bean. */
  private static final String SENDERS =
      SPRING
          + MAIL
          + "@Service(\"fast\") class Fast implements Sender { public void send() {} }"
          + " @Component class Slow implements Sender { public void send() {} }"
          + " class Plain implements Sender { public void send() {} } ";

  private static final List<String> BOTH = List.of("INJECTED Fast.send", "INJECTED Slow.send");

  private static List<String> sent(String type) {
    return Graphs.of(SENDERS, SPRING + type).callees("send");
  }

  @Test
  void theOneBeanOfTheTypeIsExact() {
    Graphs graphs =
        Graphs.of(
            SPRING
                + MAIL
                + "@Service class Real implements Sender { public void send() {} }"
                + " class Plain implements Sender { public void send() {} }",
            SPRING + "@Service class A { @Autowired Sender s; void f() { s.send(); } }");
    assertThat(graphs.callees("send")).containsExactly("INJECTED Real.send");
    assertThat(graphs.site("send").exact()).isPresent();
  }

  @Test
  void withoutAChoiceAllBeansAreLeft() {
    assertThat(sent("@Service class A { @Autowired Sender s; void f() { s.send(); } }"))
        .containsExactlyElementsOf(BOTH);
  }

  @Test
  void qualifiersChoose() {
    assertThat(sent("class A { @Autowired @Qualifier(\"fast\") Sender s; void f() { s.send(); } }"))
        .containsExactly("INJECTED Fast.send");
    assertThat(
            sent(
                "class A { @Autowired @Qualifier(A.Q) Sender s; static final String Q ="
                    + " \"sl\" + \"ow\"; void f() { s.send(); } }"))
        .containsExactly("INJECTED Slow.send");
    assertThat(
            sent(
                "class A { @javax.annotation.Resource(name = \"slow\") Sender s;"
                    + " void f() { s.send(); } }"))
        .containsExactly("INJECTED Slow.send");
    // A bean that is not in the sources: any class may be it.
    assertThat(sent("class A { @Autowired @Qualifier(\"x\") Sender s; void f() { s.send(); } }"))
        .hasSize(3)
        .allMatch(each -> each.startsWith("HIERARCHY"));
  }

  @Test
  void theNameOfTheFieldChoosesLast() {
    assertThat(sent("class A { @Autowired Sender fast; void f() { fast.send(); } }"))
        .containsExactly("INJECTED Fast.send");
  }

  @Test
  void qualifierAnnotationsOfTheWorkspaceChoose() {
    Graphs graphs =
        Graphs.of(
            SPRING
                + MAIL
                + "@Qualifier @interface Quick {}"
                + " @Quick @Service class Fast implements Sender { public void send() {} }"
                + " @Service class Slow implements Sender { public void send() {} }",
            SPRING + "@Service class A { @Autowired @Quick Sender s; void f() { s.send(); } }");
    assertThat(graphs.callees("send")).containsExactly("INJECTED Fast.send");
  }

  @Test
  void primaryBeatsTheNameButNotTheQualifier() {
    String beans =
        SPRING
            + MAIL
            + "@Primary @Service class Fast implements Sender { public void send() {} }"
            + " @Service class Slow implements Sender { public void send() {} }";
    assertThat(
            Graphs.of(
                    beans, SPRING + "class A { @Autowired Sender slow; void f() { slow.send(); } }")
                .callees("send"))
        .containsExactly("INJECTED Fast.send");
    assertThat(
            Graphs.of(
                    beans,
                    "class A { @javax.annotation.Resource Sender slow; void f() { slow.send(); } }")
                .callees("send"))
        .containsExactly("INJECTED Slow.send");
  }

  @Test
  void constructorsAreInjectedWrittenOrMadeByLombok() {
    assertThat(
            sent(
                "@Service class A { private final Sender s; A(@Qualifier(\"fast\") Sender x) {"
                    + " this.s = x; } void f() { s.send(); } }"))
        .containsExactly("INJECTED Fast.send");
    assertThat(
            sent(
                "@Service @RequiredArgsConstructor class A { private final Sender slow;"
                    + " void f() { slow.send(); } }"))
        .containsExactly("INJECTED Slow.send");
    // Not a bean: whoever creates it passes what he likes.
    assertThat(
            sent(
                "class A { private final Sender slow; A(Sender slow) { this.slow = slow; }"
                    + " void f() { slow.send(); } }"))
        .hasSize(3);
  }

  @Test
  void settersAndParametersAreInjected() {
    assertThat(
            sent(
                "@Service class A { private Sender mine; @Autowired void set(Sender slow) {"
                    + " mine = slow; } void f() { mine.send(); } }"))
        .containsExactly("INJECTED Slow.send");
    assertThat(
            sent(
                "@Configuration class A { @Bean Object f(@Qualifier(\"fast\") Sender s) {"
                    + " s.send(); return s; } }"))
        .containsExactly("INJECTED Fast.send");
  }

  @Test
  void collectionsTakeAllAndProvidersOne() {
    assertThat(
            sent(
                "@Service class A { @Autowired List<Sender> fast;"
                    + " void f() { for (Sender each : fast) { each.send(); } } }"))
        .containsExactlyElementsOf(BOTH);
    assertThat(
            sent(
                "@Service class A { @Autowired Map<String, Sender> all;"
                    + " void f() { all.get(\"x\").send(); } }"))
        .containsExactlyElementsOf(BOTH);
    assertThat(
            sent(
                "@Service class A { @Autowired List<Sender> all;"
                    + " void f() { all.stream().filter(x -> true).forEach(s -> s.send()); } }"))
        .containsExactlyElementsOf(BOTH);
    assertThat(
            sent(
                "@Service class A { @Autowired ObjectFactory<Sender> slow;"
                    + " void f() { Sender s = slow.getObject(); s.send(); } }"))
        .containsExactly("INJECTED Slow.send");
  }

  @Test
  void methodsMakeBeans() {
    Graphs graphs =
        Graphs.of(
            SPRING
                + MAIL
                + "class Fast implements Sender { public void send() {} }"
                + " class Slow implements Sender { public void send() {} }"
                + " class Third implements Sender { public void send() {} }"
                + " @Configuration class Conf { @Bean Sender one() { return new Fast(); }"
                + " @Bean(name = \"second\") @Profile(\"x\") Sender two() { Sender s = new Slow();"
                + " return s; } }",
            SPRING
                + "@Service class A { @Autowired Sender one; @Autowired Sender any;"
                + " @Autowired Sender second; void f() { any.send(); }"
                + " void g() { one.send(); second.send(); } }");
    assertThat(graphs.callees("send")).containsExactlyElementsOf(BOTH);
    assertThat(graphs.graph().sites(graphs.body("A.g")).stream().map(Graphs::describe).toList())
        .containsExactly(List.of("INJECTED Fast.send"), List.of("INJECTED Slow.send"));
    assertThat(new Beans(graphs.program(), graphs.library(), List.of()).all())
        .filteredOn(bean -> bean.name().equals("second"))
        .singleElement()
        .satisfies(bean -> assertThat(bean.conditions()).containsExactly("Profile"));
  }

  @Test
  void typeArgumentsChooseTheBean() {
    Graphs graphs =
        Graphs.of(
            SPRING
                + "interface Handler<T> { void handle(T t); } class Order {} class Mail {}"
                + " @Service class Orders implements Handler<Order> { public void handle(Order o) {} }"
                + " @Service class Mails implements Handler<Mail> { public void handle(Mail m) {} }",
            SPRING
                + "@Service class A { @Autowired Handler<Mail> h; void f(Mail m) { h.handle(m); } }");
    assertThat(graphs.callees("handle")).containsExactly("INJECTED Mails.handle");
  }

  @Test
  void composedStereotypesMakeBeans() {
    Graphs graphs =
        Graphs.of(
            SPRING
                + MAIL
                + "@Service @interface UseCase {}"
                + " @UseCase class Real implements Sender { public void send() {} }"
                + " class Plain implements Sender { public void send() {} }",
            SPRING
                + "@UseCase class A { final Sender s; A(Sender s) { this.s = s; }"
                + " void f() { s.send(); } }");
    assertThat(graphs.callees("send")).containsExactly("INJECTED Real.send");
  }

  @Test
  void beansOfTestsStayInTests() {
    Graphs graphs =
        Graphs.of(
                SPRING + MAIL + "@Service class Real implements Sender { public void send() {} }",
                SPRING + "@Service class A { @Autowired Sender s; void f() { s.send(); } }")
            .withTest(
                SPRING
                    + "@Primary @Service class Fake implements Sender { public void send() {} }");
    assertThat(graphs.callees("send")).containsExactly("INJECTED Real.send");
  }

  @Test
  void beansAreLookedUp() {
    String context = "org.springframework.beans.factory.BeanFactory c";
    assertThat(
            sent(
                "class A { void f("
                    + context
                    + ") { Sender s = c.getBean(Fast.class); s.send(); } }"))
        .containsExactly("INJECTED Fast.send");
    assertThat(
            sent("class A { void f(" + context + ") { ((Sender) c.getBean(\"slow\")).send(); } }"))
        .containsExactly("INJECTED Slow.send");
  }

  @Test
  void otherContainersInjectToo() {
    Graphs graphs =
        Graphs.of(
            "import javax.enterprise.context.*; import javax.inject.*; "
                + MAIL
                + "@ApplicationScoped @Named(\"fast\") class Fast implements Sender {"
                + " public void send() {} }"
                + " @javax.ejb.Stateless class Slow implements Sender { public void send() {} }",
            "import javax.inject.*; class A { @Inject @Named(\"fast\") Sender s;"
                + " @Inject Provider<Sender> p; void f() { s.send(); } void g() { Sender s = p.get(); s.send(); } }");
    assertThat(graphs.callees("send")).containsExactly("INJECTED Fast.send");
    assertThat(Graphs.describe(graphs.graph().sites(graphs.body("A.g")).get(1)))
        .containsExactlyElementsOf(BOTH);
  }
}
