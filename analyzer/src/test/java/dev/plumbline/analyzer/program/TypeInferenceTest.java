package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypeInferenceTest {

  private static final String USER = "package p; record User(String name, int age) {}";
  private static final String USERS =
      "package p; interface Users extends"
          + " org.springframework.data.jpa.repository.JpaRepository<User, Long> {}";

  /** Members of a class {@code p.A} that has the field {@code repo}. */
  private static Program members(String members) {
    return Programs.of(
        USER, USERS, "package p; import java.util.*; class A { Users repo; " + members + " }");
  }

  private static String typeOfX(String statements) {
    return Programs.typeOf(members("void f(User user, String text) { " + statements + " }"), "x");
  }

  @Test
  void varHasTheTypeOfItsValue() {
    assertThat(typeOfX("var x = 1;")).isEqualTo("int");
    assertThat(typeOfX("var x = text + 1;")).isEqualTo("String");
    assertThat(typeOfX("var x = new ArrayList<User>();")).isEqualTo("ArrayList<User>");
    assertThat(typeOfX("var x = (User) null;")).isEqualTo("User");
    assertThat(typeOfX("var x = user.age() > 3;")).isEqualTo("boolean");
    assertThat(typeOfX("var x = new int[] {1};")).isEqualTo("int[]");
    assertThat(typeOfX("var x = strange();")).isEqualTo("?");
  }

  @Test
  void aVariableThatDependsOnItselfEnds() {
    assertThat(typeOfX("var x = text; while (true) { x = x.trim(); }")).isEqualTo("String");
  }

  @Test
  void elementsOfLoops() {
    assertThat(typeOfX("for (var x : repo.findAll()) {}")).isEqualTo("User");
    assertThat(typeOfX("for (var x : text.split(\",\")) {}")).isEqualTo("String");
    assertThat(typeOfX("Map<String, User> m = null; for (var x : m.entrySet()) {}"))
        .isEqualTo("Entry<String, User>");
    assertThat(typeOfX("Map<String, User> m = null; for (var x : m.values()) {}"))
        .isEqualTo("User");
  }

  @Test
  void chainsOfOptionalAndStreams() {
    assertThat(typeOfX("var x = repo.findById(1L);")).isEqualTo("Optional<User>");
    assertThat(typeOfX("var x = repo.findById(1L).map(u -> u.name());"))
        .isEqualTo("Optional<String>");
    assertThat(typeOfX("var x = repo.findById(1L).orElseThrow(() -> new RuntimeException());"))
        .isEqualTo("User");
    assertThat(typeOfX("var x = repo.findAll().stream().map(u -> u.name()).toList();"))
        .isEqualTo("List<String>");
    assertThat(typeOfX("var x = repo.findAll().stream().map(u -> u.age()).toList();"))
        .isEqualTo("List<Integer>");
    assertThat(typeOfX("var x = repo.findAll().stream().map(User::name).findFirst().get();"))
        .isEqualTo("String");
    assertThat(typeOfX("var x = List.of(user).stream().filter(u -> u.age() > 1).toList();"))
        .isEqualTo("List<User>");
  }

  @Test
  void parametersOfLambdas() {
    assertThat(typeOfX("repo.findAll().forEach(x -> x.name());")).isEqualTo("User");
    assertThat(typeOfX("repo.findAll().stream().map(u -> u.name()).forEach(x -> {});"))
        .isEqualTo("String");
    assertThat(typeOfX("Map<String, User> m = null; m.forEach((k, x) -> x.name());"))
        .isEqualTo("User");
    assertThat(typeOfX("java.util.function.Predicate<User> p = x -> true;")).isEqualTo("User");
  }

  @Test
  void methodReferencesNameTheirTarget() {
    Program program = members("Object f(User u) { return Optional.of(u).map(User::name); }");
    assertThat(Programs.returned(program, "p.A", "f")).hasToString("Optional<String>");
    Program creation =
        members("Object f(String s) { return Optional.of(s).map(StringBuilder::new); }");
    assertThat(Programs.returned(creation, "p.A", "f")).hasToString("Optional<StringBuilder>");
  }

  @Test
  void overloadsAreChosenByTheTypesOfArguments() {
    String overloads =
        "int g(int i) { return 1; } String g(Object o) { return null; }"
            + " User g(String s) { return null; } long g(String... s) { return 1; } ";
    assertThat(Programs.typeOf(members(overloads + "void f() { var x = g(1); }"), "x"))
        .isEqualTo("int");
    assertThat(Programs.typeOf(members(overloads + "void f() { var x = g(\"\"); }"), "x"))
        .isEqualTo("User");
    assertThat(Programs.typeOf(members(overloads + "void f(A a) { var x = g(a); }"), "x"))
        .isEqualTo("String");
    assertThat(Programs.typeOf(members(overloads + "void f() { var x = g(\"\", \"\"); }"), "x"))
        .isEqualTo("long");
  }

  @Test
  void whatHasNoKnownTypeMeansTheWidestOverload() {
    String overloads =
        "int g(boolean b) { return 1; } String g(Object o) { return null; }"
            + " User g(String s) { return null; } <T> T any() { return null; } ";
    assertThat(
            Programs.typeOf(
                members(overloads + "void f(java.util.HashMap m) { var x = g(m.get(1)); }"), "x"))
        .isEqualTo("String");
    assertThat(
            Programs.typeOf(
                members(overloads + "void f(Missing missing) { var x = g(missing); }"), "x"))
        .isEqualTo("String");
    // What may have any type takes that of the most specific one (JLS 15.12.2.5).
    assertThat(
            Programs.typeOf(
                members(
                    "String h(Object o) { return null; } User h(String s) { return null; }"
                        + " <T> T any() { return null; } void f() { var x = h(any()); }"),
                "x"))
        .isEqualTo("User");
  }

  @Test
  void resultsThatNothingTellsAreObjectsAtLeast() {
    String path = "<T> T read(String path) { return null; } ";
    assertThat(
            Programs.typeOf(members(path + "void f() { var x = read(\"id\").toString(); }"), "x"))
        .isEqualTo("String");
    assertThat(
            Programs.typeOf(
                members("void f(java.util.Map<?, ?> m) { var x = m.get(1).toString(); }"), "x"))
        .isEqualTo("String");
    assertThat(
            Programs.typeOf(
                members("void f(java.util.HashMap m) { var x = m.get(1).equals(\"\"); }"), "x"))
        .isEqualTo("boolean");
    // The class of a call that nobody knows may have an equals of its own.
    assertThat(
            Programs.typeOf(members("void f(Missing m) { var x = m.get(1).equals(\"\"); }"), "x"))
        .isEqualTo("?");
  }

  @Test
  void staticImportsOfMethodsAndConstants() {
    Program program =
        Programs.of(
            "package p; class K { static final String NAME = \"\"; static int make() { return 1; } }",
            """
            package q;
            import static p.K.NAME;
            import static p.K.*;
            import static java.util.stream.Collectors.toList;
            class A { void f() { var x = NAME; var y = make(); var z = p.K.NAME; } Object g() { return toList(); } }
            """);
    assertThat(Programs.typeOf(program, "x")).isEqualTo("String");
    assertThat(Programs.typeOf(program, "y")).isEqualTo("int");
    assertThat(Programs.typeOf(program, "z")).isEqualTo("String");
    assertThat(Programs.call(program, "toList").owner().name())
        .isEqualTo("java.util.stream.Collectors");
    assertThat(Programs.call(program, "toList").isStatic()).isTrue();
  }

  @Test
  void constantsOfOtherClasses() {
    Program program =
        Programs.of(
            "package p; class K { static final K ONE = null; String text; enum E { A } }",
            "package p; class A { void f() { var x = K.ONE.text; var y = K.E.A; var z = System.out; } }");
    assertThat(Programs.typeOf(program, "x")).isEqualTo("String");
    assertThat(Programs.typeOf(program, "y")).isEqualTo("E");
    assertThat(Programs.typeOf(program, "z")).isEqualTo("PrintStream");
  }

  @Test
  void thisAndSuperAndThoseOfOuterTypes() {
    Program program =
        Programs.of(
            "package p; class Base<T> { T field; T give() { return null; } }",
            """
            package p;
            class A extends Base<String> {
              int field;
              class In extends Base<Long> {
                void f() {
                  var own = this.field; var up = super.field; var outer = A.this.field;
                  var outerUp = A.super.field; var called = super.give();
                }
              }
              void g() { var mine = this.field; var inherited = super.field; }
            }
            """);
    assertThat(Programs.typeOf(program, "mine")).isEqualTo("int");
    assertThat(Programs.typeOf(program, "inherited")).isEqualTo("String");
    assertThat(Programs.typeOf(program, "own")).isEqualTo("Long");
    assertThat(Programs.typeOf(program, "up")).isEqualTo("Long");
    assertThat(Programs.typeOf(program, "outer")).isEqualTo("int");
    assertThat(Programs.typeOf(program, "outerUp")).isEqualTo("String");
    assertThat(Programs.typeOf(program, "called")).isEqualTo("Long");
  }

  @Test
  void componentsOfRecordPatterns() {
    String pair = "record Pair<T>(User left, T right) {} record One(Pair<String> pair) {} ";
    assertThat(
            Programs.typeOf(
                members(
                    pair
                        + "void f(Object o) { if (o instanceof Pair(User(var x, var y), var z)) {} }"),
                "x"))
        .isEqualTo("String");
    assertThat(
            Programs.typeOf(
                members(pair + "void f(Pair<Long> p) { if (p instanceof Pair(var l, var x)) {} }"),
                "x"))
        // A gap: the pattern names the raw type; the arguments of the tested value are lost.
        .isEqualTo("?");
    assertThat(
            Programs.typeOf(
                members(pair + "void f(Object o) { if (o instanceof One(Pair(var l, var x))) {} }"),
                "x"))
        // The same gap.
        .isEqualTo("?");
    assertThat(
            Programs.typeOf(
                members(
                    pair
                        + "int f(Object o) { return switch (o) { case User(var n, var a) -> 1;"
                        + " case One(var x) -> 2; default -> 3; }; }"),
                "x"))
        .isEqualTo("Pair<String>");
  }

  @Test
  void innerClassesOfGenericOnesKeepTheArgumentsOfTheOuter() {
    Program program =
        Programs.of(
            """
            package p;
            import org.springframework.security.config.annotation.web.builders.HttpSecurity;
            import org.springframework.security.config.annotation.web.configurers.ExpressionUrlAuthorizationConfigurer;
            class A {
              void f(HttpSecurity http,
                  ExpressionUrlAuthorizationConfigurer<HttpSecurity>.ExpressionInterceptUrlRegistry urls) {
                var x = http.authorizeRequests().antMatchers("/a").permitAll().and();
                var y = urls.and();
              }
            }
            """);
    assertThat(Programs.typeOf(program, "x")).isEqualTo("HttpSecurity");
    assertThat(Programs.typeOf(program, "y")).isEqualTo("HttpSecurity");
  }

  @Test
  void aPrivateFieldOfAnotherClassHidesNoType() {
    Program program =
        Programs.of(
            """
            package p;
            class Policy {
              private String Statement;
              static class Statement { static int size() { return 1; } }
              void in() { var own = Policy.Statement.length(); }
            }
            """,
            "package p; class A { void f() { var x = Policy.Statement.size(); } }");
    assertThat(Programs.typeOf(program, "x")).isEqualTo("int");
    assertThat(Programs.call(program, "length").receiver().isString()).isTrue();
  }
}
