package dev.plumbline.analyzer.callgraph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DispatchTest {

  @Test
  void theLanguageLeavesNoChoiceForStaticPrivateFinalAndSuper() {
    Graphs graphs =
        Graphs.of(
            "class Base { void up() {} static void stat() {} final void fin() {} }",
            "class A extends Base { void up() { super.up(); } private void priv() {}"
                + " void f(Base b) { Base.stat(); b.fin(); priv(); } }",
            "class B extends Base { void up() {} void priv() {} }");
    assertThat(graphs.callees("stat")).containsExactly("EXACT Base.stat");
    assertThat(graphs.callees("fin")).containsExactly("EXACT Base.fin");
    assertThat(graphs.callees("priv")).containsExactly("EXACT A.priv");
    assertThat(graphs.callees("up")).containsExactly("EXACT Base.up");
    assertThat(graphs.site("up").exact()).isPresent();
  }

  @Test
  void everyClassBelowTheReceiverMayAnswer() {
    Graphs graphs =
        Graphs.of(
            "interface Shape { double area(); default String name() { return \"\"; } }",
            "class Circle implements Shape { public double area() { return 1; } }",
            "class Square implements Shape { public double area() { return 2; }"
                + " public String name() { return \"square\"; } }",
            "class Cube { public double area() { return 3; } }",
            "class A { void f(Shape s) { s.area(); s.name(); }"
                + " Shape g() { return true ? new Circle() : new Square(); } }");
    assertThat(graphs.callees("area"))
        .containsExactly("HIERARCHY Circle.area", "HIERARCHY Square.area");
    assertThat(graphs.callees("name"))
        .containsExactly("HIERARCHY Shape.name", "HIERARCHY Square.name");
    assertThat(graphs.site("area").exact()).isEmpty();
  }

  @Test
  void aReceiverOfANarrowerTypeLeavesItsSiblingsOut() {
    Graphs graphs =
        Graphs.of(
            "abstract class Base { abstract void run(); void start() { run(); } }",
            "class One extends Base { void run() {} } class Two extends Base { void run() {} }"
                + " class Three extends Two { void run() {} }",
            "class A { void f(Two t) { t.run(); } }");
    assertThat(Graphs.describe(graphs.graph().sites(graphs.body("A.f")).get(0)))
        .containsExactly("HIERARCHY Two.run", "HIERARCHY Three.run [NEVER_CREATED]");
  }

  @Test
  void anObjectThatWasJustCreatedIsOfItsClass() {
    Graphs graphs =
        Graphs.of(
            "class Base { void run() {} } class Sub extends Base { void run() {} }",
            "class A { final Base kept = new Sub();"
                + " void f() { Base b = new Base(); b.run(); }"
                + " void g() { kept.run(); } }",
            "class B { void f(boolean x) { Base b = x ? new Base() : new Sub(); b.run(); }"
                + " void g(Base b) { b = new Base(); b.run(); } }");
    assertThat(called(graphs, "A.f", 1)).containsExactly("EXACT Base.run");
    assertThat(called(graphs, "A.g", 0)).containsExactly("EXACT Sub.run");
    assertThat(called(graphs, "B.f", 2)).containsExactly("EXACT Base.run", "EXACT Sub.run");
    // The parameter's own value may reach the call as far as flow-insensitive eyes see.
    assertThat(called(graphs, "B.g", 1)).containsExactly("HIERARCHY Base.run", "HIERARCHY Sub.run");
  }

  private static java.util.List<String> called(Graphs graphs, String body, int site) {
    return Graphs.describe(graphs.graph().sites(graphs.body(body)).get(site));
  }

  @Test
  void overloadsAreNotOverrides() {
    Graphs graphs =
        Graphs.of(
            "class Base { void find(Long id) {} }",
            "class Sub extends Base { void find(String id) {} void find(Long id, int n) {} }",
            "class A { void f(Base b, Long id) { b.find(id); } Object g() { return new Sub(); } }");
    assertThat(graphs.callees("find")).containsExactly("HIERARCHY Base.find");
  }

  @Test
  void typeArgumentsDecideWhatOverrides() {
    Graphs graphs =
        Graphs.of(
            "interface Handler<T> { void handle(T message); }",
            "class Order {} class Mail {}",
            "class Orders implements Handler<Order> {"
                + " public void handle(Order o) {} public void handle(Mail m) {} }",
            "abstract class Mails<M extends Mail> implements Handler<M> {"
                + " public void handle(M m) {} }",
            "class Sent extends Mails<Mail> { void handle(String text) {} }",
            "class Raw implements Handler { public void handle(Object o) {} }",
            "class A { void f(Handler h, Order o) { h.handle(o); }"
                + " void g(Handler<Order> orders, Order o) { orders.handle(o); } }");
    assertThat(
            graphs.site("handle").edges().stream()
                .map(edge -> edge.callee().method())
                .map(m -> m.owner() + " " + m.declaration().parameters().get(0).type()))
        .containsExactly("p.Orders Order", "p.Mails M", "p.Raw Object");
  }

  @Test
  void enumConstantsAnonymousClassesAndRecordsAnswerToo() {
    Graphs graphs =
        Graphs.of(
            "enum Op { ADD { int run() { return 1; } }, SUB { int run() { return 2; } };"
                + " abstract int run(); }",
            "interface Job { void go(); } record Rec(int id) implements Job { public void go() {} }",
            "class A { int f(Op op) { return op.run(); } void g(Job j) { j.go(); }"
                + " Job h() { return new Job() { public void go() {} }; } }");
    assertThat(graphs.callees("run")).hasSize(2).allMatch(each -> each.endsWith("anonymous.run"));
    assertThat(graphs.callees("go")).containsExactly("HIERARCHY Rec.go", "HIERARCHY anonymous.go");
  }

  @Test
  void testClassesAnswerToTestsOnly() {
    Graphs graphs =
        Graphs.of(
                "interface Port { void send(); } class Real implements Port { public void send() {} }",
                "class A { void f(Port p) { p.send(); } }")
            .withTest(
                "class Fake implements Port { public void send() {} }"
                    + " class T { void f(Port p) { p.send(); } }");
    assertThat(called(graphs, "A.f", 0)).hasSize(1).first().asString().contains("Real.send");
    assertThat(called(graphs, "T.f", 0)).hasSize(2);
  }

  @Test
  void creationRunsConstructorsAndInitialisersUpwards() {
    Graphs graphs =
        Graphs.of(
            "class Top { int a = one(); static int one() { return 1; } Top() {} }",
            "class Mid extends Top { int b = 2; Mid(int i) { this(); } Mid() { super(); } }",
            "class Low extends Mid { String s = \"\"; }",
            "class A { void f() { new Low(); new Mid(1); new String(\"\"); } }");
    assertThat(graphs.callees("Low"))
        .containsExactly(
            "EXACT fields of Low", "EXACT new Mid", "EXACT fields of Mid", "GENERATED");
    assertThat(graphs.callees("Mid")).containsExactly("EXACT new Mid");
    assertThat(graphs.callees("String")).containsExactly("LIBRARY");
    assertThat(graphs.callees("<init>")).containsExactly("EXACT new Mid");
  }

  @Test
  void whatCannotBeKnownIsSaid() {
    Graphs graphs =
        Graphs.of(
            "import org.strange.Thing; class A { void f(Thing t, Unseen u, Object o) {"
                + " t.go(); u.run(); o.toString(); missing(); } }",
            "abstract class Open { abstract void none(); void f() { none(); } }");
    assertThat(graphs.callees("go")).containsExactly("LIBRARY");
    assertThat(graphs.callees("run")).containsExactly("?RECEIVER");
    assertThat(graphs.callees("toString")).containsExactly("LIBRARY", "?OPEN_RECEIVER");
    assertThat(graphs.callees("missing")).containsExactly("?METHOD");
    assertThat(graphs.callees("none")).containsExactly("?NO_IMPLEMENTATION");
  }

  @Test
  void codeThatOthersWriteIsOutside() {
    Graphs graphs =
        Graphs.of(
            "import lombok.Data; @Data class User { String name; }"
                + " record Point(int x) {}"
                + " interface Named { String getName(); }"
                + " @Data class Dog implements Named { String name; }",
            "interface Users extends org.springframework.data.jpa.repository.JpaRepository<User,"
                + " Long> { User findByName(String n); default User any() { return null; } }",
            "class A { void f(User u, Point p, Users users, Named n) { u.getName(); p.x();"
                + " users.findByName(\"\"); users.findAll(); users.any(); } void g(Named n) {"
                + " n.getName(); } }");
    assertThat(graphs.callees("getName")).containsExactly("GENERATED");
    assertThat(graphs.callees("x")).containsExactly("GENERATED");
    assertThat(graphs.callees("findByName")).containsExactly("FRAMEWORK");
    assertThat(graphs.callees("findAll")).containsExactly("FRAMEWORK");
    assertThat(graphs.callees("any")).containsExactly("HIERARCHY Users.any [NEVER_CREATED]");
    assertThat(called(graphs, "A.g", 0)).containsExactly("GENERATED");
  }

  @Test
  void fragmentsOfRepositoriesHaveCodeHere() {
    Graphs graphs =
        Graphs.of(
            "class User {} interface Search { void search(); }",
            "class SearchImpl implements Search { public void search() {} }",
            "interface Users extends org.springframework.data.repository.CrudRepository<User,"
                + " Long>, Search {}",
            "class A { void f(Users users) { users.search(); } }");
    assertThat(graphs.callees("search"))
        .hasSize(1)
        .first()
        .asString()
        .contains("SearchImpl.search");
  }

  @Test
  void theLanguageCallsIteratorAndClose() {
    Graphs graphs =
        Graphs.of(
            "class Rows implements Iterable<String>, AutoCloseable {"
                + " public java.util.Iterator<String> iterator() { return null; }"
                + " public void close() {} }",
            "class A { void f() { try (Rows rows = new Rows()) { for (String row : rows) {} } } }");
    assertThat(graphs.graph().callees(graphs.body("A.f")).stream().map(Graphs::name))
        .containsExactlyInAnyOrder("Rows.iterator", "Rows.close");
  }

  @Test
  void typeArgumentsOfTheReceiverRuleClassesOut() {
    Graphs graphs =
        Graphs.of(
            "interface Mapper<S, T> { T map(S source); }",
            "class Item {} class Order extends Item {} class Mail {} class View {}",
            "class ToView implements Mapper<Order, View> {"
                + " public View map(Order o) { return null; } }",
            "class MailView implements Mapper<Mail, View> {"
                + " public View map(Mail m) { return null; } }",
            "class Any<T> implements Mapper<T, View> { public View map(T t) { return null; } }",
            "class Raw implements Mapper { public Object map(Object o) { return o; } }",
            "class A { void f(Mapper<Order, View> m, Order o) { m.map(o); } }",
            "class B { void g(Mapper<? extends Item, View> n) { n.map(null); } }");
    assertThat(graphs.callees("map"))
        .containsExactly(
            "HIERARCHY ToView.map [NEVER_CREATED]",
            "HIERARCHY Any.map [NEVER_CREATED]",
            "HIERARCHY Raw.map [NEVER_CREATED]");
    assertThat(graphs.graph().sites(graphs.body("B.g")).get(0).edges())
        .hasSameSizeAs(graphs.site("map").edges());
  }

  @Test
  void argumentsOfUnknownTypeLeaveOverloadsOpen() {
    Graphs graphs =
        Graphs.of(
            "import gone.*; class A { void all(Message m) { take(m.order(), 1); }"
                + " void take(OrderMessage m, int n) {} void take(MailMessage m, int n) {}"
                + " void take(MailMessage m, String s) {} void take(MailMessage m) {} }",
            "import gone.*; class B { void one(MailMessage m) { give(m); }"
                + " void give(OrderMessage m) {} void give(MailMessage m) {} }");
    assertThat(
            graphs.site("take").edges().stream()
                .map(edge -> edge.callee().method().declaration().parameters().toString())
                .toList())
        .hasSize(2)
        .noneMatch(parameters -> parameters.contains("String"));
    assertThat(graphs.site("give").exact().orElseThrow().method().declaration().parameters())
        .extracting(each -> each.type().toString())
        .containsExactly("MailMessage");
  }

  @Test
  void annotationsAreReadNotRun() {
    Graphs graphs =
        Graphs.of(
            "@interface Limit { int max() default 1; }"
                + " class A { int f(Limit limit) { return limit.max(); } }");
    assertThat(graphs.callees("max")).containsExactly("GENERATED");
  }

  @Test
  void familiesOfHundredsOfHandlersAreListed() {
    StringBuilder text = new StringBuilder("interface Command { void run(); }");
    for (int i = 0; i < 450; i++) {
      text.append(" class C" + i + " implements Command { public void run() {} }");
    }
    Graphs graphs = Graphs.of(text.toString(), "class A { void f(Command c) { c.run(); } }");
    assertThat(graphs.site("run").edges()).hasSize(450);
    assertThat(graphs.site("run").isComplete()).isTrue();
  }
}
