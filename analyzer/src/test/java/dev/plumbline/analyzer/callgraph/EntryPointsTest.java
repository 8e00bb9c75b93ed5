package dev.plumbline.analyzer.callgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntryPointsTest {

  private static List<String> entries(String... texts) {
    Graphs graphs = Graphs.of(texts);
    return entryPoints(graphs).all().stream()
        .map(each -> each.kind() + " " + Graphs.name(each.method().body().orElseThrow()))
        .toList();
  }

  private static EntryPoints entryPoints(Graphs graphs) {
    return new EntryPoints(
        graphs.program(),
        graphs.library(),
        new Beans(graphs.program(), graphs.library(), List.of()));
  }

  @Test
  void annotationsOfFrameworksCall() {
    assertThat(
            entries(
                "import org.springframework.web.bind.annotation.*;"
                    + " import org.springframework.kafka.annotation.KafkaListener;"
                    + " import org.springframework.scheduling.annotation.Scheduled;"
                    + " import org.springframework.context.event.EventListener;"
                    + " class A { @GetMapping(\"/a\") void get() {} @KafkaListener void take() {}"
                    + " @Scheduled void tick() {} @EventListener void on(A a) {}"
                    + " @jakarta.annotation.PostConstruct void init() {}"
                    + " @ExceptionHandler void fail() {} @org.junit.jupiter.api.Test void test() {}"
                    + " @Deprecated void old() {} void plain() {}"
                    + " public static void main(String[] args) {} }"))
        .containsExactly(
            "REQUEST A.get",
            "MESSAGE A.take",
            "SCHEDULE A.tick",
            "EVENT A.on",
            "LIFECYCLE A.init",
            "AROUND A.fail",
            "TEST A.test",
            "MAIN A.main");
  }

  @Test
  void composedAndInheritedAnnotationsCount() {
    assertThat(
            entries(
                "import org.springframework.web.bind.annotation.*;"
                    + " @RequestMapping(method = RequestMethod.GET) @interface Read {}"
                    + " interface Api<T> { @PostMapping void save(T t); void other(T t); }"
                    + " class A implements Api<String> { public void save(String s) {}"
                    + " public void other(String s) {} public void save(Long l) {}"
                    + " @Read void read() {} }"))
        .containsExactly("REQUEST A.save", "REQUEST A.read");
  }

  @Test
  void clientsCallOut() {
    assertThat(
            entries(
                "import org.springframework.cloud.openfeign.FeignClient;"
                    + " import org.springframework.web.bind.annotation.*;"
                    + " @FeignClient(\"x\") interface C { @GetMapping default void get() {} }"))
        .isEmpty();
  }

  @Test
  void typesOfLibrariesCallWhatOverrides() {
    assertThat(
            entries(
                "class A implements Runnable, java.util.function.Supplier<String> {"
                    + " public void run() {} public String get() { return \"\"; }"
                    + " public String toString() { return \"\"; } void own() {} }",
                "class Tick extends java.util.TimerTask { public void run() {} }"))
        .containsExactly("THREAD A.run", "LIBRARY A.get", "THREAD Tick.run", "SCHEDULE Tick.run");
  }

  @Test
  void containersMakeComponents() {
    assertThat(
            entries(
                "@org.springframework.stereotype.Service class A { int n = f(); A() {}"
                    + " int f() { return 1; } }",
                "class B { int n = 1; B() {} }"))
        .containsExactly("BEAN fields of A", "BEAN new A");
  }

  @Test
  void whatAnUnknownLibraryDeclaresMayBeCalledByIt() {
    assertThat(
            entries(
                "class A extends com.acme.Base { @Override void on() {} void own() {} }",
                "interface I { void go(); } class B implements I { @Override public void go() {}"
                    + " }"))
        .containsExactly("LIBRARY A.on");
  }

  @Test
  void observersMarkTheirParameter() {
    assertThat(
            entries(
                "class A { void on(@jakarta.enterprise.event.Observes String s) {}"
                    + " static void main(final String... args) {} void main(int n) {} }"))
        .containsExactly("EVENT A.on", "MAIN A.main");
  }

  @Test
  void containersFillByMethodsAndControllersPrepareTheirModels() {
    assertThat(
            entries(
                "class A { @org.springframework.beans.factory.annotation.Autowired"
                    + " void set(A a) {}"
                    + " @org.springframework.web.bind.annotation.ModelAttribute A model() {"
                    + " return null; }"
                    + " @org.springframework.web.bind.annotation.InitBinder void bind() {} }"))
        .containsExactly("BEAN A.set", "AROUND A.model", "AROUND A.bind");
  }
}
