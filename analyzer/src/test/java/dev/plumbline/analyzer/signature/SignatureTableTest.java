package dev.plumbline.analyzer.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeVariable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTableTest {

  @TempDir private Path folder;

  @Test
  void theShippedTableIsOfTheListOfLibraries() throws IOException {
    LibraryList list = LibraryList.read(Path.of("src/signatures/libraries.txt"));
    assertThat(new SignatureTable().fingerprint())
        .as("the list of libraries changed: run analyzer/src/signatures/rebuild")
        .isEqualTo(list.fingerprint());
  }

  @Test
  void theShippedTableCanBeReadToItsEnd() {
    SignatureTable table = new SignatureTable();
    int methods = 0;
    for (String name : table.typeNames()) {
      ExternalType type = table.find(name).orElseThrow();
      assertThat(type.name()).isEqualTo(name);
      methods += type.methods().size();
    }
    assertThat(methods).isGreaterThan(500_000);
  }

  @Test
  void signaturesComeBackAsTheSourceHasThem() throws IOException {
    SignatureTable table =
        new Jars(folder)
            .library(
                "g:a:1",
                """
                package l;
                import java.io.IOException;
                import java.util.*;
                public abstract class Box<T extends Number & Comparable<T>, U>
                    extends AbstractList<T[]> implements Cloneable {
                  public static final String NAME = "n";
                  public static final char SIGN = '+';
                  public static final long BIG = 1L << 40;
                  public static final double HALF = -0.5;
                  public static final byte SMALL = -1;
                  protected static final boolean YES = true;
                  public int[][] grid;
                  private int hidden;
                  protected Box(U seed) {}
                  public abstract <E extends Exception> Map<String, ? extends List<U>> all(
                      Set<?> any, List<? super T> sink, int... numbers) throws E, IOException;
                  public static void run() {}
                  void unseen() {}
                }
                """)
            .table();
    ExternalType box = table.find("l.Box").orElseThrow();
    JavaType t = JavaType.variable("T");
    JavaType u = JavaType.variable("U");
    assertThat(box.kind()).isEqualTo(ExternalType.Kind.CLASS);
    assertThat(box.hasMemberTypes()).isFalse();
    assertThat(box.typeVariables())
        .containsExactly(
            new TypeVariable(
                "T",
                List.of(JavaType.of("java.lang.Number"), JavaType.of("java.lang.Comparable", t))),
            TypeVariable.unbounded("U"));
    assertThat(box.supertypes())
        .containsExactly(
            JavaType.of("java.util.AbstractList", t.withDimensions(1)),
            JavaType.of("java.lang.Cloneable"));
    assertThat(box.methods()).containsOnlyKeys("<init>", "all", "run");
    ExternalMethod all = box.methods().get("all").get(0);
    assertThat(all.isAbstract()).isTrue();
    assertThat(all.variableArity()).isTrue();
    assertThat(all.typeVariables())
        .containsExactly(new TypeVariable("E", List.of(JavaType.of("java.lang.Exception"))));
    assertThat(all.returnType())
        .isEqualTo(JavaType.of("java.util.Map", JavaType.STRING, JavaType.of("java.util.List", u)));
    assertThat(all.parameters())
        .containsExactly(
            JavaType.of("java.util.Set", JavaType.UNKNOWN),
            JavaType.of("java.util.List", t),
            JavaType.INT.withDimensions(1));
    assertThat(all.thrown())
        .containsExactly(JavaType.variable("E"), JavaType.of("java.io.IOException"));
    assertThat(box.methods().get("run").get(0).isStatic()).isTrue();
    assertThat(box.methods().get("<init>").get(0).parameters()).containsExactly(u);
    assertThat(box.fields())
        .containsOnlyKeys("NAME", "SIGN", "BIG", "HALF", "SMALL", "YES", "grid");
    assertThat(box.fields().get("grid").type()).isEqualTo(JavaType.INT.withDimensions(2));
    assertThat(box.fields().get("grid").isStatic()).isFalse();
    assertThat(
            List.of("NAME", "SIGN", "BIG", "HALF", "SMALL", "YES").stream()
                .map(name -> box.fields().get(name).constant()))
        .containsExactly("n", '+', 1L << 40, -0.5, -1, true);
  }

  @Test
  void annotationsOfTypesKeepTheirValues() throws IOException {
    SignatureTable table =
        new Jars(folder)
            .library(
                "g:a:1",
                """
                package l;
                public @interface Mark {
                  String[] value() default {};
                  Class<?> type() default Object.class;
                  Thread.State state() default Thread.State.NEW;
                  int number() default 0;
                }
                """,
                """
                package l;
                @Mark(value = {"a", "b"}, type = int[].class, state = Thread.State.BLOCKED, number = -7)
                public enum Marked { ONE, TWO }
                """)
            .table();
    ExternalType marked = table.find("l.Marked").orElseThrow();
    assertThat(marked.kind()).isEqualTo(ExternalType.Kind.ENUM);
    assertThat(marked.fields()).containsKeys("ONE", "TWO");
    assertThat(table.find("l.Mark").orElseThrow().kind()).isEqualTo(ExternalType.Kind.ANNOTATION);
    var use = marked.annotations().get(0);
    assertThat(use.name()).isEqualTo("l.Mark");
    assertThat(use.elements().keySet()).containsExactly("value", "type", "state", "number");
    assertThat(use.elements().get("value").toString()).contains("a", "b");
    assertThat(use.elements().get("state").toString()).contains("BLOCKED");
    assertThat(use.elements().get("number").toString()).contains("-7");
    assertThat(use.elements().get("type").toString()).contains("int[].class");
  }

  @Test
  void innerClassesHaveTheVariablesOfTheClassesAroundThem() throws IOException {
    SignatureTable table =
        new Jars(folder)
            .library(
                "g:a:1",
                """
                package l;
                public class Configurer<H> {
                  public Registry<String> registry() { return null; }
                  public class Registry<A> {
                    public Registry(A first) {}
                    public H and() { return null; }
                    public Entry entry() { return null; }
                    public class Entry { public H up() { return null; } }
                  }
                  public static class Apart {}
                  public class Hiding<H> { public H own() { return null; } }
                }
                """)
            .table();
    JavaType h = JavaType.variable("H");
    ExternalType configurer = table.find("l.Configurer").orElseThrow();
    assertThat(configurer.hasMemberTypes()).isTrue();
    assertThat(configurer.methods().get("registry").get(0).returnType())
        .isEqualTo(JavaType.of("l.Configurer.Registry", JavaType.STRING, h));
    ExternalType registry = table.find("l.Configurer.Registry").orElseThrow();
    assertThat(registry.typeParameters()).containsExactly("A", "H");
    assertThat(registry.methods().get("<init>").get(0).parameters()).hasSize(1);
    assertThat(registry.methods().get("entry").get(0).returnType())
        .isEqualTo(JavaType.of("l.Configurer.Registry.Entry", JavaType.variable("A"), h));
    assertThat(table.find("l.Configurer.Registry.Entry").orElseThrow().typeParameters())
        .containsExactly("A", "H");
    assertThat(table.find("l.Configurer.Apart").orElseThrow().typeParameters()).isEmpty();
    assertThat(table.find("l.Configurer.Hiding").orElseThrow().typeParameters())
        .containsExactly("H", "H'");
  }

  @Test
  void anOlderVersionAddsWhatTheNewerOneDropped() throws IOException {
    SignatureTable table =
        new Jars(folder)
            .library(
                "g:a:2",
                "package l; public interface Api { int a(String s); default void b() {} }",
                "package l; public class Fresh {}")
            .library(
                "g:a:1",
                "package l; public interface Api { long a(String s); void a(int i); void gone(); }",
                "package l; public class Stale { public void m() {} }")
            .table();
    ExternalType api = table.find("l.Api").orElseThrow();
    assertThat(api.methods()).containsOnlyKeys("a", "b", "gone");
    assertThat(api.methods().get("a")).hasSize(2);
    assertThat(api.methods().get("a").get(0).returnType()).isEqualTo(JavaType.INT);
    assertThat(table.find("l.Fresh")).isPresent();
    assertThat(table.find("l.Stale")).isPresent();
  }

  @Test
  void whatNoApplicationNamesIsLeftOut() throws IOException {
    SignatureTable table =
        new Jars(folder)
            .line("# a comment")
            .line("- l.bench")
            .library(
                "g:a:1",
                "package l; public class Api { private static class Hidden {} Object o = new Object() {}; }",
                "package l.bench; public class Left {}",
                "package l.internal; public class Inside {}",
                "package l.benchmark; public class Kept {}")
            .table();
    assertThat(table.typeNames()).containsExactly("l.Api", "l.benchmark.Kept");
    assertThat(table.packages()).containsExactly("l", "l.benchmark");
    assertThat(table.hasPackage("l")).isTrue();
    assertThat(table.hasPackage("l.bench")).isFalse();
    assertThat(table.find("l.Nobody")).isEmpty();
    assertThat(table.find("l")).isEmpty();
  }

  @Test
  void theSameJarsGiveTheSameBytes() throws IOException {
    String[] sources = {
      "package b; public class B { public java.util.List<String> s() { return null; } }",
      "package a; public class A { public int x, y; public void m() {} public void n() {} }"
    };
    Path first =
        new Jars(Files.createDirectory(folder.resolve("1"))).library("g:a:1", sources).build();
    Path second =
        new Jars(Files.createDirectory(folder.resolve("2"))).library("g:a:1", sources).build();
    try (var files = Files.list(first)) {
      for (Path file : files.toList()) {
        assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
  }

  @Test
  void whatIsMissingOrDamagedIsSaid() throws IOException {
    Jars jars = new Jars(folder).library("g:a:1", "package l; public class Api {}");
    Path table = jars.build();
    byte[] chunk = Files.readAllBytes(table.resolve("0.bin"));
    Arrays.fill(chunk, 2, chunk.length, (byte) 0xFF);
    Files.write(table.resolve("0.bin"), chunk);
    SignatureTable damaged = new SignatureTable(Jars.in(table));
    assertThatThrownBy(() -> damaged.find("l.Api")).hasMessageContaining("damaged");
    Files.delete(table.resolve("0.bin"));
    SignatureTable incomplete = new SignatureTable(Jars.in(table));
    assertThatThrownBy(() -> incomplete.find("l.Api")).hasMessageContaining("lacks 0.bin");
    Files.delete(table.resolve("index.bin"));
    assertThatThrownBy(() -> new SignatureTable(Jars.in(table))).hasMessageContaining("index.bin");
    assertThatThrownBy(() -> jars.line("g:absent:3").build())
        .hasMessageContaining("g.absent-3.jar")
        .hasMessageContaining("rebuild");
    assertThatThrownBy(() -> jars.line("only:two").build())
        .hasMessageContaining("libraries.txt:3")
        .hasMessageContaining("only:two");
  }
}
