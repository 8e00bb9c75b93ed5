package dev.plumbline.analyzer.callgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionsTest {

  @Test
  void aLibraryCallsBackWhatItIsGiven() {
    Graphs graphs =
        Graphs.of(
            "import java.util.*; class User { String name() { return \"\"; } }"
                + " class A { List<String> f(List<User> users) {"
                + " return users.stream().map(this::dto).filter(s -> ok(s)).toList(); }"
                + " String dto(User u) { return u.name(); }"
                + " boolean ok(String s) { return true; } }"
                + " class B extends A { String dto(User u) { return \"\"; } }"
                + " class C { Object f(List<User> users) { return users.stream().map(User::name); } }");
    assertThat(graphs.callees("map"))
        .containsExactly("LIBRARY_CALLBACK A.dto", "LIBRARY_CALLBACK B.dto", "LIBRARY");
    assertThat(graphs.callees("filter")).containsExactly("LIBRARY_CALLBACK A.f->", "LIBRARY");
    assertThat(graphs.callees("toList")).containsExactly("LIBRARY");
  }

  @Test
  void aLibraryCallsBackObjectsByWhatItAsksOfThem() {
    Graphs graphs =
        Graphs.of(
            "class Task implements Runnable, Comparable<Task> { public void run() {}"
                + " public int compareTo(Task t) { return 0; } void other() {} }",
            "class A { void f(java.util.concurrent.ExecutorService pool, Task task) {"
                + " pool.execute(task); pool.submit(new Runnable() { public void run() {} }); } }");
    assertThat(graphs.callees("execute")).containsExactly("LIBRARY_CALLBACK Task.run", "LIBRARY");
    assertThat(graphs.callees("submit")).contains("LIBRARY_CALLBACK anonymous.run", "LIBRARY");
  }

  @Test
  void lambdasAreFollowedThroughParametersToWhereTheyRun() {
    Graphs graphs =
        Graphs.of(
            "import java.util.function.*; class Retry { <T> T call(Supplier<T> s) {"
                + " return twice(s); } private <T> T twice(Supplier<T> s) { return s.get(); } }",
            "class A { String f(Retry r) { return r.call(() -> load()); }"
                + " String g(Retry r) { return r.call(this::load); }"
                + " String load() { return null; } }");
    assertThat(graphs.callees("get")).containsExactly("LAMBDA A.f->", "LAMBDA A.load");
    assertThat(graphs.site("get").isComplete()).isTrue();
  }

  @Test
  void lambdasAreFollowedThroughFieldsAndOnToLibraries() {
    Graphs graphs =
        Graphs.of(
            "class Later { private final Runnable task; Later(Runnable task) { this.task = task; }"
                + " void fire() { task.run(); }"
                + " void spawn(java.util.concurrent.Executor e) { e.execute(task); } }",
            "class A { void f() { new Later(() -> done()); } void done() {} }");
    assertThat(graphs.callees("run")).containsExactly("LAMBDA A.f->");
    assertThat(graphs.callees("execute")).containsExactly("LIBRARY_CALLBACK A.f->", "LIBRARY");
  }

  @Test
  void whatComesOutOfACollectionIsUnknown() {
    Graphs graphs =
        Graphs.of(
            "import java.util.*; class Bus { private final List<Runnable> all = new ArrayList<>();"
                + " void on(Runnable r) { all.add(r); }"
                + " void fire() { for (Runnable r : all) { r.run(); } } }",
            "class A { void f(Bus bus) { bus.on(() -> {}); } }");
    assertThat(graphs.callees("run")).contains("?FUNCTION_VALUE");
    assertThat(graphs.callees("add")).containsExactly("LIBRARY_CALLBACK A.f->", "LIBRARY");
  }

  @Test
  void nobodyIsCalledWhereOnlyTheParametersOwnerKnows() {
    Graphs graphs =
        Graphs.of(
            "@FunctionalInterface interface Step { int go(int i); } class One implements Step {"
                + " public int go(int i) { return i; } }",
            "public class A { public int f(Step s) { return s.go(1); } Step g() { return new One(); } }");
    assertThat(graphs.callees("go")).containsExactly("HIERARCHY One.go", "?FUNCTION_VALUE");
  }

  @Test
  void anInterfaceThatNoLambdaImplementsIsNoFunction() {
    Graphs graphs =
        Graphs.of(
            "interface Step { int go(int i); } interface Test { boolean test(); }",
            "class One implements Step { public int go(int i) { return i; } }",
            "class A { int f(Step s, Test t) { t.test(); return s.go(1); }"
                + " Object g() { Test t = () -> true; return new One(); } }");
    assertThat(graphs.callees("go")).containsExactly("HIERARCHY One.go");
    assertThat(graphs.callees("test")).containsExactly("?FUNCTION_VALUE");
  }

  @Test
  void lambdasAreFollowedThroughGeneratedConstructorsBuildersAndGetters() {
    Graphs graphs =
        Graphs.of(
            "@lombok.RequiredArgsConstructor class Made { private final Runnable task;"
                + " void fire() { task.run(); } }",
            "@lombok.Builder class Built { private final Runnable work;"
                + " void fire() { work.run(); } }",
            "class Told { private final Runnable step;"
                + " @lombok.Builder Told(Runnable step) { this.step = step; }"
                + " void fire() { step.run(); } }",
            "record Kept(Runnable job, int n) { void fire() { job.run(); } }",
            "@lombok.Getter @lombok.Setter class Bean { private Runnable todo; }",
            "class A { void made() { new Made(() -> {}).fire(); }"
                + " void built() { Built.builder().work(() -> {}).build().fire(); }"
                + " void told() { Told.builder().step(() -> {}).build().fire(); }"
                + " void kept() { Kept k = new Kept(() -> {}, 1); k.fire(); k.job().run(); }"
                + " void bean(Bean b) { b.setTodo(() -> {}); b.getTodo().run(); } }");
    assertThat(runs(graphs, "Made.fire")).containsExactly("LAMBDA A.made->");
    assertThat(runs(graphs, "Built.fire")).containsExactly("LAMBDA A.built->");
    assertThat(runs(graphs, "Told.fire")).containsExactly("LAMBDA A.told->");
    assertThat(runs(graphs, "Kept.fire")).containsExactly("LAMBDA A.kept->");
    assertThat(runs(graphs, "A.kept")).containsExactly("LAMBDA A.kept->");
    assertThat(runs(graphs, "A.bean")).contains("LAMBDA A.bean->", "?FUNCTION_VALUE");
  }

  private static List<String> runs(Graphs graphs, String body) {
    return graphs.graph().sites(graphs.body(body)).stream()
        .filter(site -> site.target().orElseThrow().name().equals("run"))
        .flatMap(site -> Graphs.describe(site).stream())
        .toList();
  }

  @Test
  void whatIsOnlyCheckedIsNotCalled() {
    Graphs graphs =
        Graphs.of(
            "import java.util.Objects; class Later { private final Runnable task;"
                + " Later(Runnable task) { check(task); this.task = Objects.requireNonNull(task); }"
                + " static void check(Object o) { o.hashCode(); }"
                + " void fire() { task.run(); } }",
            "class A { void f(java.util.Map<Object, Runnable> all) { new Later(() -> {});"
                + " Runnable r = () -> {}; all.containsKey(r); all.put(1, r);"
                + " String.format(\"%s\", 1, r); } }");
    assertThat(graphs.callees("requireNonNull")).containsExactly("LIBRARY");
    assertThat(graphs.callees("run")).containsExactly("LAMBDA A.f->");
    assertThat(graphs.callees("format")).containsExactly("LIBRARY");
    assertThat(graphs.callees("containsKey")).containsExactly("LIBRARY");
    assertThat(graphs.callees("put")).containsExactly("LIBRARY_CALLBACK A.f->", "LIBRARY");
  }
}
