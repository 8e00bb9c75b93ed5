package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MembersTest {

  private static String result(Program program, JavaType type, String name, int arguments) {
    return program
        .members()
        .returnType(program.members().methods(type, name, arguments, null).get(0))
        .toString();
  }

  @Test
  void inheritedFieldsHaveTheArgumentsOfTheSubtype() {
    Program program =
        Programs.of(
            "package p; class Base<T> { T value; String name; }",
            "package p; class A extends Base<Integer> { int name; }");
    JavaType a = JavaType.of("p.A");
    assertThat(program.members().field(a, "value", null).orElseThrow().type())
        .hasToString("Integer");
    assertThat(program.members().field(a, "value", null).orElseThrow().owner()).isEqualTo("p.Base");
    assertThat(program.members().field(a, "name", null).orElseThrow().type()).hasToString("int");
    assertThat(program.members().field(a, "other", null)).isEmpty();
    assertThat(program.members().field(a.withDimensions(1), "length", null).orElseThrow().type())
        .isEqualTo(JavaType.INT);
  }

  @Test
  void overriddenMethodsAreLeftOut() {
    Program program =
        Programs.of(
            "package p; class Base<T> { T get() { return null; } void only(T t) {} }",
            "package p; class A extends Base<String> { String get() { return \"\"; } }");
    assertThat(program.members().methods(JavaType.of("p.A"), "get", 0, null))
        .extracting(method -> method.owner().name())
        .containsExactly("p.A");
    Members.Method only = program.members().methods(JavaType.of("p.A"), "only", 1, null).get(0);
    assertThat(program.members().parameterTypes(only)).containsExactly(JavaType.STRING);
    assertThat(program.members().methods(JavaType.of("p.A"), "hashCode", 0, null)).isNotEmpty();
    assertThat(program.members().methods(JavaType.of("p.A"), "get", 1, null)).isEmpty();
  }

  @Test
  void accessorsOfRecords() {
    Program program = Programs.of("package p; record R<T>(T first, int second) {}");
    JavaType r = JavaType.of("p.R", JavaType.STRING);
    assertThat(result(program, r, "first", 0)).isEqualTo("String");
    assertThat(result(program, r, "second", 0)).isEqualTo("int");
    assertThat(program.members().methods(r, "first", 1, null)).isEmpty();
  }

  @Test
  void componentsOfRecordsByNumber() {
    Program program = Programs.of("package p; record R<T>(int first, T second) {}");
    Members.Field second =
        program.members().field(JavaType.of("p.R", JavaType.STRING), "#1", null).orElseThrow();
    assertThat(second.name()).isEqualTo("second");
    assertThat(second.type()).isEqualTo(JavaType.STRING);
    assertThat(program.members().field(JavaType.of("p.R"), "#2", null)).isEmpty();
  }

  @Test
  void gettersOfLombokAndOfNobodyElse() {
    Program program =
        Programs.of(
            "package p; import lombok.Data; @Data class A { String name; boolean active; static"
                + " int count; }",
            "package p; class B { @lombok.Getter String name; String other; }",
            "package p; import my.Data; @Data class C { String name; }");
    assertThat(result(program, JavaType.of("p.A"), "getName", 0)).isEqualTo("String");
    assertThat(result(program, JavaType.of("p.A"), "isActive", 0)).isEqualTo("boolean");
    assertThat(program.members().methods(JavaType.of("p.A"), "getCount", 0, null)).isEmpty();
    assertThat(result(program, JavaType.of("p.B"), "getName", 0)).isEqualTo("String");
    assertThat(program.members().methods(JavaType.of("p.B"), "getOther", 0, null)).isEmpty();
    assertThat(program.members().methods(JavaType.of("p.C"), "getName", 0, null)).isEmpty();
  }

  @Test
  void methodsOfEnums() {
    Program program = Programs.of("package p; enum E { ONE }");
    JavaType e = JavaType.of("p.E");
    assertThat(result(program, e, "values", 0)).isEqualTo("E[]");
    assertThat(result(program, e, "valueOf", 1)).isEqualTo("E");
    assertThat(result(program, e, "name", 0)).isEqualTo("String");
    assertThat(result(program, e, "getDeclaringClass", 0)).isEqualTo("Class<E>");
    assertThat(program.members().field(e, "ONE", null).orElseThrow().type()).isEqualTo(e);
  }

  @Test
  void aRepositoryAnswersWithItsEntity() {
    Program program =
        Programs.of(
            "package p; class User {}",
            """
            package p;
            import org.springframework.data.jpa.repository.JpaRepository;
            interface Users extends JpaRepository<User, Long> {}
            """);
    assertThat(result(program, JavaType.of("p.Users"), "findById", 1)).isEqualTo("Optional<User>");
    assertThat(result(program, JavaType.of("p.Users"), "findAll", 0)).isEqualTo("List<User>");
  }

  @Test
  void implementationsAreWhatOverridesBelow() {
    Program program =
        Programs.of(
            "package p; interface I { void f(int x); }",
            "package p; class A implements I { public void f(int x) {} void f() {} }",
            "package p; class B extends A { public void f(int y) {} }");
    MethodInfo f = Programs.method(program, "p.I", "f");
    assertThat(program.members().implementations(f, 8)).hasToString("[p.A#f, p.B#f]");
    assertThat(program.members().implementations(f, 1)).hasSize(1);
  }

  @Test
  void variablesWithOtherBoundsAreOtherParameters() {
    Program program =
        Programs.of(
            """
            package p;
            class Base { <T> int that(T t) { return 1; } }
            class A extends Base {
              <T extends CharSequence> String that(T t) { return ""; }
              <T extends Throwable> long that(T t) { return 1; }
              <U> boolean that(U t) { return true; }
              void f(RuntimeException e) { var x = that(e); var y = that(""); var z = that(1); }
            }
            """);
    assertThat(Programs.typeOf(program, "x")).isEqualTo("long");
    assertThat(Programs.typeOf(program, "y")).isEqualTo("String");
    assertThat(Programs.typeOf(program, "z")).isEqualTo("boolean");
    assertThat(program.members().methods(JavaType.of("p.A"), "that", 1, null)).hasSize(3);
  }

  @Test
  void theLimitOfImplementationsIsThatOfTheQuestion() {
    StringBuilder classes = new StringBuilder("package p; interface I { void f(int x); }");
    for (int i = 0; i < 20; i++) {
      classes.append("class C").append(i).append(" implements I {");
      classes.append("public void f(int x) {} void f(String s) {} }");
    }
    Program program = Programs.of(classes.toString());
    MethodInfo f = Programs.method(program, "p.I", "f");
    assertThat(program.members().implementations(f, 5)).hasSize(5);
    assertThat(program.members().implementations(f, 17)).hasSize(17);
    assertThat(program.members().implementations(f, 100)).hasSize(40);
  }
}
