package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.source.SourceRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A scan sees code that no compiler would pass, and names that no keyboard here has. */
class BrokenProgramTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void whatIsMissingHidesOnlyWhatHangsOnIt() {
    Program program =
        Programs.of(
            """
            package p;
            import gone.Base;
            import gone.dto.*;
            class A extends Base<String> implements Runnable {
              Dto dto;
              java.util.List<Dto> list;
              public void run() {
                var unknown = dto.value();
                var inherited = lookup("x");
                var size = list.size();
                var first = list.get(0);
                var text = String.valueOf(inherited).trim();
                list.forEach(each -> each.call());
              }
            }
            """);
    assertThat(Programs.call(program, "value").method()).isEmpty();
    assertThat(Programs.call(program, "lookup").method()).isEmpty();
    assertThat(Programs.call(program, "call").method()).isEmpty();
    assertThat(Programs.typeOf(program, "unknown")).isEqualTo("?");
    assertThat(Programs.typeOf(program, "size")).isEqualTo("int");
    assertThat(Programs.typeOf(program, "first")).isEqualTo("?");
    assertThat(Programs.typeOf(program, "text")).isEqualTo("String");
    assertThat(program.hierarchy().isSubtype(JavaType.of("p.A"), "java.lang.Runnable")).isTrue();
    assertThat(program.hierarchy().isSubtype(JavaType.of("p.A"), "gone.Base")).isTrue();
  }

  @Test
  void circlesEndWhereverTheyAreDrawn() {
    Program program =
        Assertions.assertTimeoutPreemptively(
            SOON,
            () ->
                Programs.of(
                    """
                    package p;
                    interface A extends B { int a(); }
                    interface B extends C { int b(); }
                    interface C extends A { int c(); }
                    class Loop extends Loop { int own() { return missing() + own(); } }
                    class Inner extends Inner.Deep { static class Deep extends Inner {} }
                    class Grow<T> extends Grow<Grow<T>> { T get() { return null; } }
                    class Self<T extends Self<T>> { T me() { return null; } }
                    class Each<T extends U, U extends T> { T t() { return null; } }
                    class Use {
                      void f(A a, Grow<String> grow, Self<?> self, Each each) {
                        var x = a.c();
                        var y = grow.get();
                        var z = self.me().me().me();
                        var w = each.t();
                        var v = v2; var v2 = v;
                        new Inner.Deep().toString();
                      }
                    }
                    """));
    Assertions.assertTimeoutPreemptively(
        SOON,
        () -> {
          assertThat(Programs.typeOf(program, "x")).isEqualTo("int");
          assertThat(Programs.typeOf(program, "y")).isEqualTo("String");
          assertThat(Programs.typeOf(program, "z")).isEqualTo("Self<?>");
          assertThat(Programs.call(program, "t").method()).isPresent();
          assertThat(Programs.call(program, "missing").method()).isEmpty();
          assertThat(Programs.call(program, "own").method()).isPresent();
          assertThat(Programs.call(program, "toString").method()).isPresent();
        });
  }

  @Test
  void everyModuleMeansItsOwnTwin() {
    Program program =
        Linker.link(
            List.of(
                Programs.file(
                    "a",
                    "a/T.java",
                    SourceRole.MAIN,
                    "package p; class T { int n() { return 1; } }"),
                Programs.file(
                    "a",
                    "a/U.java",
                    SourceRole.MAIN,
                    "package p; class U { void f(T t) { var x = t.n(); } }"),
                Programs.file(
                    "b",
                    "b/T.java",
                    SourceRole.MAIN,
                    "package p; class T { String n() { return \"\"; } }"),
                Programs.file(
                    "b",
                    "b/V.java",
                    SourceRole.MAIN,
                    "package p; class V { void f(T t) { var y = t.n(); } }"),
                Programs.file(
                    "c",
                    "c/W.java",
                    SourceRole.MAIN,
                    "package p; class W { void f(T t) { var z = t.n(); } }"),
                Programs.file(
                    "c",
                    "c/T.java",
                    SourceRole.TEST,
                    "package p; class T { long n() { return 1; } }")),
            Library.shipped());
    assertThat(Programs.typeOf(program, "x")).isEqualTo("int");
    assertThat(Programs.typeOf(program, "y")).isEqualTo("String");
    assertThat(Programs.call(program, "n").declared()).isPresent();
  }

  @Test
  void twoTypesOfOneNameInOneFileAreBothRead() {
    Program program =
        Programs.of(
            "package p; class T { int first() { return 1; } } class T { int second() { return 2; } }"
                + " class U { void f(T t) { var x = t.first(); } }");
    assertThat(Programs.typeOf(program, "x")).isEqualTo("int");
    assertThat(program.bodies()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void namesOfAllScripts() {
    Program program =
        Programs.of(
            """
            package 订单.сервис;
            import java.util.*;
            public class 用户服务 {
              private final Größe größe = new Größe();
              Map<String, List<用户>> 名簿 = new HashMap<>();
              record 用户(long id, String имя) {}
              void 查询() {
                for (var eintrag : 名簿.entrySet()) {
                  var 结果 = eintrag.getValue().stream().map(用户::имя).toList();
                }
                var länge = größe.länge();
              }
            }
            """,
            "package 订单.сервис; class Größe { double länge() { return 1; } }");
    assertThat(Programs.typeOf(program, "结果")).isEqualTo("List<String>");
    assertThat(Programs.typeOf(program, "länge")).isEqualTo("double");
    assertThat(Programs.call(program, "länge").declared())
        .hasToString("Optional[订单.сервис.Größe#länge]");
  }
}
