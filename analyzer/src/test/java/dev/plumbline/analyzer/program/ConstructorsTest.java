package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConstructorsTest {

  private static List<ConstructorInfo> constructors(String type, String... texts) {
    Program program = Programs.of(texts);
    return program.generated().constructors(Programs.type(program, type));
  }

  private static ConstructorInfo only(String type, String... texts) {
    List<ConstructorInfo> all = constructors(type, texts);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void aClassWithoutConstructorsHasTheDefaultOne() {
    ConstructorInfo constructor = only("p.A", "package p; public class A { final int x = 1; }");
    assertThat(constructor).hasToString("A()");
    assertThat(constructor.origin()).isEqualTo(ConstructorInfo.Origin.DEFAULT);
    assertThat(constructor.access()).isEqualTo(Access.PUBLIC);
    assertThat(only("p.E", "package p; public enum E { ONE }").access()).isEqualTo(Access.PRIVATE);
    assertThat(constructors("p.I", "package p; interface I {}")).isEmpty();
  }

  @Test
  void parametersOfTheSourceKnowTheirFields() {
    List<ConstructorInfo> all =
        constructors(
            "p.A",
            """
            package p;
            import java.util.Objects;
            class A {
              private final String name; private Runnable task; private int size;
              A(String name, Runnable todo, int unused) {
                this.name = name;
                task = Objects.requireNonNull(todo, "todo");
                size = unused + 1;
              }
              A(Runnable job, String title) { this(title, job, 0); }
              protected A(String other) { String name = other; this.name = name; }
            }
            """);
    assertThat(all)
        .extracting(ConstructorInfo::toString)
        .containsExactly("A(String, Runnable, int)", "A(Runnable, String)", "A(String)");
    assertThat(all.get(0).parameters())
        .extracting(ConstructorInfo.Parameter::field)
        .containsExactly(Optional.of("name"), Optional.of("task"), Optional.empty());
    assertThat(all.get(1).parameters())
        .extracting(ConstructorInfo.Parameter::field)
        .containsExactly(Optional.of("task"), Optional.of("name"));
    assertThat(all.get(2).access()).isEqualTo(Access.PROTECTED);
    assertThat(all.get(0).declared()).isPresent();
  }

  @Test
  void recordsHaveTheCanonicalConstructorOnce() {
    String record = "package p; public record R<T>(T first, int... rest) { %s }";
    ConstructorInfo canonical = only("p.R", record.formatted(""));
    assertThat(canonical).hasToString("R(T, int[])");
    assertThat(canonical.parameters().get(1).variableArity()).isTrue();
    assertThat(canonical.parameters().get(0).field()).contains("first");
    ConstructorInfo compact = only("p.R", record.formatted("public R { }"));
    assertThat(compact.declared()).isPresent();
    assertThat(compact.parameters().get(1).field()).contains("rest");
    assertThat(constructors("p.R", record.formatted("R(T only) { this(only, 1); }")))
        .extracting(ConstructorInfo::toString)
        .containsExactly("R(T)", "R(T, int[])");
  }

  @Test
  void requiredArgumentsAreFinalOrNonNullWithoutValue() {
    ConstructorInfo constructor =
        only(
            "p.A",
            """
            package p;
            import lombok.*;
            import org.springframework.beans.factory.annotation.*;
            @RequiredArgsConstructor(onConstructor_ = @Autowired)
            class A {
              static final int COUNT = 0;
              private final Runnable task;
              private final String kept = "x";
              @NonNull private String name;
              @javax.validation.constraints.NotNull private String form;
              private int optional;
              @Qualifier("fast") final Runnable other;
            }
            """);
    assertThat(constructor).hasToString("A(Runnable, String, Runnable)");
    assertThat(constructor.parameters())
        .extracting(ConstructorInfo.Parameter::name)
        .containsExactly("task", "name", "other");
    assertThat(constructor.annotations())
        .extracting(each -> each.simpleName())
        .containsExactly("Autowired");
    // Lombok does not copy qualifiers unless lombok.config says so.
    assertThat(constructor.parameters().get(2).annotations()).isEmpty();
    assertThat(constructor.parameters().get(1).annotations()).hasSize(1);
  }

  @Test
  void nonNullIsThatOfAKnownLibrary() {
    String fields = " @lombok.RequiredArgsConstructor class A { @NonNull String x; }";
    assertThat(only("p.A", "package p; import org.springframework.lang.*;" + fields))
        .hasToString("A(String)");
    assertThat(only("p.A", "package p; import my.NonNull;" + fields)).hasToString("A()");
    assertThat(only("p.A", "package p;" + fields, "package p; @interface NonNull {}"))
        .hasToString("A()");
  }

  @Test
  void allAndNoArguments() {
    assertThat(
            constructors(
                "p.A",
                """
                package p;
                @lombok.NoArgsConstructor(access = lombok.AccessLevel.PROTECTED)
                @lombok.AllArgsConstructor(staticName = "of")
                class A { int x; final int fixed = 1; final String s; static int n; int $hidden; }
                """))
        .extracting(each -> each + " " + each.access())
        .containsExactly("A() PROTECTED", "A(int, String) PRIVATE");
    assertThat(
            only(
                "p.E",
                """
                package p;
                @lombok.AllArgsConstructor(onConstructor = @__({@Deprecated})) enum E {
                  ONE("1"); private final String code; }
                """))
        .hasToString("E(String)");
  }

  @Test
  void dataMakesOneOnlyWhereNobodyElseDoes() {
    String body = " class A { final int x; String s; %s }";
    assertThat(only("p.A", "package p; @lombok.Data" + body.formatted(""))).hasToString("A(int)");
    assertThat(only("p.A", "package p; @lombok.Value" + body.formatted("")))
        .hasToString("A(int, String)");
    assertThat(only("p.A", "package p; @lombok.Data" + body.formatted("A() { x = 1; }")))
        .hasToString("A()");
    assertThat(
            only("p.A", "package p; @lombok.Data @lombok.NoArgsConstructor" + body.formatted("")))
        .hasToString("A()");
    ConstructorInfo built =
        only("p.A", "package p; @lombok.Data @lombok.Builder" + body.formatted(""));
    assertThat(built).hasToString("A(int, String)");
    assertThat(built.access()).isEqualTo(Access.PACKAGE);
  }

  @Test
  void defaultsOfBuildersAreNoInitialValues() {
    assertThat(
            only(
                "p.A",
                """
                package p; import lombok.*;
                @Builder @AllArgsConstructor
                class A { @Builder.Default final int x = 1; final int y = 2; }
                """))
        .hasToString("A(int)");
  }

  @Test
  void fieldDefaultsMakeFieldsFinal() {
    assertThat(
            only(
                "p.A",
                """
                package p; import lombok.*; import lombok.experimental.*;
                @FieldDefaults(makeFinal = true, level = AccessLevel.PRIVATE)
                @RequiredArgsConstructor
                class A { String a; @NonFinal String b; String c = ""; }
                """))
        .hasToString("A(String)");
  }

  @Test
  void exceptionsAndUtilityClasses() {
    assertThat(
            constructors(
                "p.X",
                """
                package p; import lombok.experimental.StandardException;
                @StandardException class X extends RuntimeException {
                  X(String message) { super("X: " + message); } }
                """))
        .extracting(ConstructorInfo::toString)
        .containsExactly("X(String)", "X()", "X(Throwable)", "X(String, Throwable)");
    assertThat(only("p.U", "package p; @lombok.experimental.UtilityClass class U {}").access())
        .isEqualTo(Access.PRIVATE);
  }

  @Test
  void annotationsOfOthersMakeNothing() {
    assertThat(
            only(
                "p.A",
                "package p; @AllArgsConstructor class A { int x; }",
                "package p; @interface AllArgsConstructor {}"))
        .hasToString("A()");
    assertThat(only("p.A", "package p; import my.*; @AllArgsConstructor class A { int x; }"))
        .hasToString("A()");
    assertThat(
            only(
                "p.A",
                "package p; import lombok.*; import my.AllArgsConstructor;"
                    + " @AllArgsConstructor class A { int x; }"))
        .hasToString("A()");
    assertThat(
            only(
                "p.A",
                "package p; import lombok.*; class A { int x; @AllArgsConstructor"
                    + " @interface AllArgsConstructor {} }"))
        .hasToString("A()");
  }

  @Test
  void prefixesOfFieldsAreNoPartOfParameters() {
    assertThat(
            only(
                    "p.A",
                    """
                    package p; import lombok.*; import lombok.experimental.Accessors;
                    @AllArgsConstructor @Accessors(prefix = {"m", "_"})
                    class A { String mName; String _id; String other; }
                    """)
                .parameters())
        .extracting(ConstructorInfo.Parameter::name)
        .containsExactly("name", "id", "other");
  }
}
