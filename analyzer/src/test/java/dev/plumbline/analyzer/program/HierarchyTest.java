package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HierarchyTest {

  @Test
  void argumentsArePassedThroughEveryHeader() {
    Program program =
        Programs.of(
            "package p; import java.util.*; class Pairs<K, V> extends ArrayList<Map.Entry<K, V>> {}",
            "package p; class Names extends Pairs<String, Integer[]> {}");
    JavaType iterable = program.hierarchy().asSuper(JavaType.of("p.Names"), "java.lang.Iterable");
    assertThat(iterable).hasToString("Iterable<Entry<String, Integer[]>>");
    assertThat(program.hierarchy().asSuper(JavaType.of("p.Names"), "java.util.Set")).isNull();
  }

  @Test
  void aRawTypeHasUnknownArguments() {
    Program program = Programs.of("package p; class A<T> implements java.util.List<T> {}");
    assertThat(program.hierarchy().asSuper(JavaType.of("p.A"), "java.lang.Iterable").argument(0))
        .isEqualTo(JavaType.UNKNOWN);
  }

  @Test
  void cyclicHeadersEnd() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Program program =
              Programs.of(
                  "package p; class A extends B { class I extends A.I {} X x; }",
                  "package p; class B extends C {}",
                  "package p; class C extends A implements D {}",
                  "package p; interface D extends D {}",
                  "package p; class G<T> extends G<G<T>> {}");
          assertThat(program.hierarchy().ancestors("p.A"))
              .containsExactly("p.A", "p.B", "p.C", "p.D");
          assertThat(program.hierarchy().asSuper(JavaType.of("p.A"), "p.X")).isNull();
          assertThat(program.hierarchy().asSuper(JavaType.of("p.G"), "p.X")).isNull();
          assertThat(program.members().field(JavaType.of("p.A"), "none", null)).isEmpty();
          assertThat(
                  program.names().resolve("Nobody", Programs.type(program, "p.A"), null).isKnown())
              .isFalse();
        });
  }

  @Test
  void enumsRecordsAndAnnotationsHaveTheSupertypesOfTheLanguage() {
    Program program =
        Programs.of(
            "package p; enum E implements Runnable { ONE { public void run() {} } }",
            "package p; record R(int x) implements Comparable<R> {}",
            "package p; @interface N {}");
    assertThat(program.hierarchy().asSuper(JavaType.of("p.E"), "java.lang.Comparable"))
        .hasToString("Comparable<E>");
    assertThat(program.hierarchy().isSubtype(JavaType.of("p.R"), "java.lang.Record")).isTrue();
    assertThat(program.hierarchy().asSuper(JavaType.of("p.R"), "java.lang.Comparable"))
        .hasToString("Comparable<R>");
    assertThat(program.hierarchy().isSubtype(JavaType.of("p.N"), "java.lang.annotation.Annotation"))
        .isTrue();
  }

  @Test
  void superOfAClassWithoutExtendsIsObjectNotItsInterface() {
    Program program =
        Programs.of(
            "package p; class A implements Runnable {}",
            "package p; class B extends A {}",
            "package p; enum E implements Runnable { X }");
    assertThat(program.hierarchy().superclass(Programs.type(program, "p.A")))
        .isEqualTo(JavaType.OBJECT);
    assertThat(program.hierarchy().superclass(Programs.type(program, "p.B")))
        .isEqualTo(JavaType.of("p.A"));
    assertThat(program.hierarchy().superclass(Programs.type(program, "p.E")))
        .hasToString("Enum<E>");
  }

  @Test
  void directSubtypesInPathOrder() {
    Program program =
        Programs.of(
            "package p; interface I {}",
            "package p; class B implements I {}",
            "package p; class A implements I { I make() { return new I() {}; } }");
    assertThat(program.hierarchy().directSubtypes("p.I")).hasSize(3);
    assertThat(program.hierarchy().directSubtypes("p.I").get(0).name()).isEqualTo("p.B");
  }

  @Test
  void anInterfaceOfALibraryHasNoClassAbove() {
    // The table joins versions: in an older one the interface was a class below another.
    JavaType base = JavaType.of("l.Base");
    JavaType matcher = JavaType.of("l.Matcher");
    Map<String, ExternalType> types =
        Map.of(
            "l.Base", ExternalType.of("l.Base", ExternalType.Kind.CLASS, List.of(), Map.of()),
            "l.Matcher",
                ExternalType.of("l.Matcher", ExternalType.Kind.INTERFACE, List.of(base), Map.of()));
    Program program =
        Programs.link(
            new ExternalTypes() {
              @Override
              public Optional<ExternalType> find(String canonicalName) {
                return Optional.ofNullable(types.get(canonicalName));
              }

              @Override
              public boolean hasPackage(String packageName) {
                return packageName.equals("l");
              }
            },
            "package p; class A {}");
    assertThat(program.hierarchy().isSubtype(matcher, "l.Base")).isFalse();
  }
}
