package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names, members and types as linking knows them, from source. */
class ProgramTest {

  private static Program link(String... files) {
    List<LoweredFile> lowered = new ArrayList<>();
    for (int i = 0; i < files.length; i++) {
      String path = "m" + i + "/F" + i + ".java";
      SourceFile file =
          new SourceFile(
              path, Path.of(path), SourceKind.JAVA, SourceRole.MAIN, "m" + i, files[i].length());
      JavaFrontEnd.Outcome outcome = new JavaFrontEnd(true).parse(path, files[i]);
      assertThat(outcome.problems()).isEmpty();
      lowered.add(new LoweredFile(file, outcome.unit().orElseThrow()));
    }
    return Linker.link(lowered, Library.shipped());
  }

  private static JavaType resolve(Program program, String scope, String name) {
    return program.names().resolve(name, program.type(scope).orElseThrow(), null);
  }

  /** The type of what method {@code run} of class {@code T} returns. */
  private static String returned(Program program, String type) {
    MethodInfo method = program.type(type).orElseThrow().method("run").orElseThrow();
    CodeBody body = method.body().orElseThrow();
    for (Block block : body.body().blocks()) {
      if (block.terminator() instanceof Instruction.Return exit && exit.value() >= 0) {
        return program.inference().typeOf(body, exit.value()).toString();
      }
    }
    throw new AssertionError("nothing is returned");
  }

  private static String typeOf(String expression, String... more) {
    String[] files = new String[more.length + 1];
    files[0] =
        "package p; import java.util.*; import java.util.stream.*; import p.q.*;"
            + " import static p.Constants.LIMIT; import org.gone.Unknown;"
            + "class T extends Base<String> { List<Order> orders; Map<String, Order> byName;"
            + " Unknown unknown; Object run() { return "
            + expression
            + "; } }"
            + "class Base<E> { E element; List<E> all() { return null; } String own() { return \"\"; } }"
            + "record Order(long id, Customer customer) { String label() { return \"\"; } }"
            + "class Customer { String name; String getName() { return name; }"
            + " static Customer of(int id) { return null; }"
            + " static String of(String id) { return null; } }"
            + "interface Constants { int LIMIT = 3; }"
            + "enum Color { RED; String hex() { return \"\"; } }";
    System.arraycopy(more, 0, files, 1, more.length);
    return returned(link(files), "p.T");
  }

  @Test
  void namesAreFoundByTheRulesOfTheLanguage() {
    Program program =
        link(
            "package a; import b.Imported; import b.sub.*; import org.gone.Library;"
                + "class A<T> { class Inner {} Inherited x; } class Same {}"
                + "class B extends Parent {} class Parent { static class Inherited {} }",
            "package b; public class Imported { public static class Nested {} }",
            "package b.sub; public class OnDemand {}");
    assertThat(resolve(program, "a.A", "Imported")).isEqualTo(JavaType.of("b.Imported"));
    assertThat(resolve(program, "a.A", "Imported.Nested"))
        .isEqualTo(JavaType.of("b.Imported.Nested"));
    assertThat(resolve(program, "a.A", "OnDemand")).isEqualTo(JavaType.of("b.sub.OnDemand"));
    assertThat(resolve(program, "a.A", "Same")).isEqualTo(JavaType.of("a.Same"));
    assertThat(resolve(program, "a.A", "Inner")).isEqualTo(JavaType.of("a.A.Inner"));
    assertThat(resolve(program, "a.A", "T")).isEqualTo(JavaType.variable("T"));
    assertThat(resolve(program, "a.A", "String")).isEqualTo(JavaType.STRING);
    assertThat(resolve(program, "a.B", "Inherited")).isEqualTo(JavaType.of("a.Parent.Inherited"));
    // An import settles a name although nobody knows the type; a bare name does not.
    assertThat(resolve(program, "a.A", "Library")).isEqualTo(JavaType.of("org.gone.Library"));
    assertThat(resolve(program, "a.A", "Nowhere").kind()).isEqualTo(JavaType.Kind.UNRESOLVED);
    assertThat(resolve(program, "a.A", "java.util.Map.Entry"))
        .isEqualTo(JavaType.of("java.util.Map.Entry"));
  }

  @Test
  void ofTwoTypesOfOneNameTheNearOneIsMeant() {
    Program program =
        link(
            "package p; class Twin { int first; }",
            "package p; class Twin { int second; } class U { Twin t; }");
    TypeInfo user = program.type("p.U").orElseThrow();
    assertThat(program.type("p.Twin", user).orElseThrow().field("second")).isPresent();
    assertThat(program.type("p.Twin").orElseThrow().field("first")).isPresent();
  }

  @Test
  void cyclicHeadersEnd() {
    Program program =
        link("class A extends B {} class B extends A { class C {} } class D extends D.E {}");
    assertThat(program.hierarchy().ancestors("A")).containsExactly("A", "B");
    assertThat(resolve(program, "A", "C")).isEqualTo(JavaType.of("B.C"));
  }

  @Test
  void supertypesCarryTheirArguments() {
    Program program =
        link(
            "import java.util.*; interface Repo<K> extends Comparable<List<K>> {} class R implements Repo<Long> {}");
    assertThat(program.hierarchy().asSuper(JavaType.of("R"), "java.lang.Comparable"))
        .hasToString("Comparable<List<Long>>");
  }

  @Test
  void expressionsHaveTypes() {
    assertThat(typeOf("orders.get(0)")).isEqualTo("Order");
    assertThat(typeOf("orders.get(0).customer().getName()")).isEqualTo("String");
    assertThat(typeOf("byName.get(\"x\").label()")).isEqualTo("String");
    assertThat(typeOf("byName.entrySet().iterator().next().getValue()")).isEqualTo("Order");
    assertThat(typeOf("orders.stream().map(o -> o.customer()).toList()"))
        .isEqualTo("List<Customer>");
    assertThat(typeOf("orders.stream().map(Order::customer).findFirst().get()"))
        .isEqualTo("Customer");
    assertThat(typeOf("orders.stream().filter(o -> o.id() > 1).findFirst().orElseThrow().label()"))
        .isEqualTo("String");
    assertThat(typeOf("Optional.of(orders).map(l -> l.get(0)).get()")).isEqualTo("Order");
    assertThat(typeOf("all()")).isEqualTo("List<String>");
    assertThat(typeOf("element")).isEqualTo("String");
    assertThat(typeOf("this.element")).isEqualTo("String");
    assertThat(typeOf("super.element")).isEqualTo("String");
    assertThat(typeOf("super.own()")).isEqualTo("String");
    assertThat(typeOf("LIMIT")).isEqualTo("int");
    assertThat(typeOf("Constants.LIMIT + 1L")).isEqualTo("long");
    assertThat(typeOf("Color.valueOf(\"RED\")")).isEqualTo("Color");
    assertThat(typeOf("Color.values()[0].hex()")).isEqualTo("String");
    assertThat(typeOf("new int[3].length")).isEqualTo("int");
    assertThat(typeOf("\"a\" + 1")).isEqualTo("String");
    assertThat(typeOf("unknown.call()")).isEqualTo("?");
  }

  @Test
  void overloadsAreChosenByTheirArguments() {
    assertThat(typeOf("Customer.of(1)")).isEqualTo("Customer");
    assertThat(typeOf("Customer.of(\"1\")")).isEqualTo("String");
  }

  @Test
  void lombokGettersAreMembers() {
    assertThat(
            typeOf(
                "new Dto().getTotal()",
                "package p; @lombok.Data class Dto { private long total; }"))
        .isEqualTo("long");
    assertThat(typeOf("new Dto().getTotal()", "package p; class Dto { private long total; }"))
        .isEqualTo("?");
  }

  @Test
  void componentsOfRecordPatternsHaveTypes() {
    Program program =
        link(
            "record Point(String label, int x) {} class T { Object run(Object o) {"
                + " if (o instanceof Point(var label, var x)) { return label; } throw new Error(); } }");
    assertThat(returned(program, "T")).isEqualTo("String");
  }

  @Test
  void repositoriesHaveTheMethodsOfTheirBase() {
    assertThat(
            typeOf(
                "new Holder().repo.findById(1L).get()",
                "package p; import org.springframework.data.jpa.repository.JpaRepository;"
                    + " interface Repo extends JpaRepository<Order, Long> {}"
                    + " class Holder { Repo repo; }"))
        .isEqualTo("Order");
  }

  @Test
  void callersAreCountedWhereTheyCanBe() {
    Program program =
        link(
            "class A { private void target(String s) {} void one() { target(\"1\"); }"
                + " void two() { Runnable r = () -> target(\"2\"); } void target(int i) {}"
                + " @Endpoint void handler(String s) {} void three() { handler(\"x\"); } }");
    TypeInfo type = program.type("A").orElseThrow();
    assertThat(program.callIndex().callers(type.method("target").orElseThrow(), 5).orElseThrow())
        .hasSize(2);
    assertThat(program.callIndex().callers(type.method("target").orElseThrow(), 1)).isEmpty();
    assertThat(program.callIndex().callers(type.method("handler").orElseThrow(), 5)).isEmpty();
    assertThat(program.callIndex().callers(type.method("one").orElseThrow(), 5)).isEmpty();
  }

  @Test
  void aTypeKeepsWhatIsWrittenOfItsArguments() {
    Program program =
        link("import java.util.*; class A { Map<String, List<? extends Number>> m; }");
    TypeInfo type = program.type("A").orElseThrow();
    TypeRef written = type.field("m").orElseThrow().type();
    assertThat(program.names().resolve(written, type, null))
        .hasToString("Map<String, List<Number>>");
  }
}
