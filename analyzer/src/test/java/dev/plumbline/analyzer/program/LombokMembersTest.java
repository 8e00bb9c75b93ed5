package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members of types after Lombok, told like {@code String getName()}. */
class LombokMembersTest {

  /** What {@code type} gains, in the order in which it is made; constructors are told elsewhere. */
  private static List<String> gained(Program program, String type) {
    List<String> told = new ArrayList<>();
    program
        .generated()
        .members(Programs.type(program, type))
        .methods()
        .forEach(
            same ->
                same.stream()
                    .filter(each -> !each.name().equals("<init>"))
                    .forEach(each -> told.add(told(each))));
    told.remove("boolean canEqual(Object)");
    return told;
  }

  private static List<String> gained(String... texts) {
    return gained(Programs.of(texts), "p.A");
  }

  private static String told(GeneratedMethod method) {
    var signature = method.signature();
    String access = method.access() == Access.PUBLIC ? "" : method.access() + " ";
    String parameters = signature.parameters().toString();
    return (access
            + (signature.isStatic() ? "static " : "")
            + signature.returnType()
            + " "
            + signature.name()
            + "("
            + parameters.substring(1, parameters.length() - 1)
            + ")")
        .toString();
  }

  @Test
  void namesOfAccessors() {
    assertThat(
            gained(
                """
                package p; import lombok.Data;
                @Data class A {
                  String aName; boolean active; boolean isDone; boolean issue; Boolean isBoxed;
                  String URL; int x; static int count; final long id = 1; String $internal;
                }
                """))
        .containsExactly(
            "String getAName()",
            "void setAName(String)",
            "boolean isActive()",
            "void setActive(boolean)",
            "boolean isDone()",
            "void setDone(boolean)",
            "boolean isIssue()",
            "void setIssue(boolean)",
            "Boolean getIsBoxed()",
            "void setIsBoxed(Boolean)",
            "String getURL()",
            "void setURL(String)",
            "int getX()",
            "void setX(int)",
            "long getId()");
  }

  @Test
  void levelsAndWhatStandsOnFields() {
    assertThat(
            gained(
                """
                package p; import lombok.*;
                @Getter(AccessLevel.PROTECTED) class A {
                  @Getter(AccessLevel.NONE) String hidden;
                  @Setter(AccessLevel.PRIVATE) String kept;
                  @Getter String open;
                  @Getter @Setter static int count;
                }
                """))
        .containsExactly(
            "PROTECTED String getKept()",
            "PRIVATE void setKept(String)",
            "String getOpen()",
            "static int getCount()",
            "static void setCount(int)");
  }

  @Test
  void methodsOfTheSourceWin() {
    assertThat(
            gained(
                """
                package p; import lombok.*; import lombok.experimental.Tolerate;
                @Data class A {
                  String name; boolean active; int size; int other; int more;
                  String GetName() { return ""; }
                  boolean getActive() { return true; }
                  void setSize(String size) {}
                  int getOther(int index) { return 0; }
                  @Tolerate void setMore(String more) {}
                  void setOther(int... other) {}
                }
                """))
        .containsExactly(
            "void setName(String)",
            "void setActive(boolean)",
            "int getSize()",
            "int getOther()",
            "int getMore()",
            "void setMore(int)");
  }

  @Test
  void fluentChainedAndPrefixed() {
    assertThat(
            gained(
                """
                package p; import lombok.*; import lombok.experimental.Accessors;
                @Data @Accessors(fluent = true) class A<T> {
                  T value; @Accessors(chain = false) boolean isOn;
                  @Accessors(fluent = false, chain = true, prefix = "f") int fCount, front;
                  @Accessors(prefix = "m") boolean other;
                }
                """))
        .containsExactly(
            "T value()",
            "A<T> value(T)",
            "boolean isOn()",
            "void isOn(boolean)",
            "int getCount()",
            "A<T> setCount(int)");
  }

  @Test
  void comparableTypesSayWhatTheyCompareWith() {
    Program program =
        Programs.of("package p; @lombok.EqualsAndHashCode @lombok.ToString class A { int x; }");
    assertThat(program.members().methods(JavaType.of("p.A"), "canEqual", 1, null)).hasSize(1);
    assertThat(gained(program, "p.A")).isEmpty();
  }

  @Test
  void valuesHaveNoSetters() {
    assertThat(
            gained(
                """
                package p; import lombok.*; import lombok.experimental.*;
                @Value(staticConstructor = "of") class A {
                  String name; @NonFinal @Setter int size; @With int age; }
                """))
        .containsExactly(
            "String getName()",
            "int getSize()",
            "void setSize(int)",
            "int getAge()",
            "A withAge(int)",
            "static A of(String, int, int)");
  }

  @Test
  void copiesWithAnotherValue() {
    assertThat(
            gained(
                """
                package p; import lombok.*; import lombok.experimental.*;
                @With @AllArgsConstructor class A {
                  final String name; boolean isOn; final int fixed = 1; static int n;
                boolean isOff; void withIsOff(boolean off) {}
                  @WithBy @With(AccessLevel.NONE) final Long id; }
                """))
        .containsExactly(
            "A withName(String)", "A withOn(boolean)", "A withIdBy(Function<Long, Long>)");
    assertThat(gained("package p; @lombok.With record A(int x, String y) {}"))
        .contains("A withX(int)", "A withY(String)", "int x()");
  }

  @Test
  void buildersOfClasses() {
    Program program =
        Programs.of(
            """
            package p; import lombok.*; import java.util.*;
            @Builder(toBuilder = true, setterPrefix = "with") class A<T> {
              T value; final int fixed = 1; @Builder.Default final int size = 2;
              @Singular List<String> names; @Singular("put") Map<String, T> all;
              static A<String> make() {
                var made = A.<String>builder().withName("x").withSize(3).build();
                var copied = made.toBuilder().clearNames().withNames(List.of()).build();
                A.ABuilder<String> begun = new A.ABuilder<>();
                var sized = begun.withSize(1);
                return made;
              }
            }
            """);
    assertThat(gained(program, "p.A"))
        .containsExactly("static ABuilder<T> builder()", "ABuilder<T> toBuilder()");
    ExternalType builder = program.external().find("p.A.ABuilder").orElseThrow();
    assertThat(builder.methods().keySet())
        .containsExactlyInAnyOrder(
            "<init>",
            "withValue",
            "withSize",
            "withName",
            "withNames",
            "clearNames",
            "withPut",
            "withAll",
            "clearAll",
            "build");
    assertThat(Programs.typeOf(program, "copied")).startsWith("A");
    assertThat(Programs.typeOf(program, "sized")).isEqualTo("ABuilder<String>");
    assertThat(Programs.call(program, "withSize").method()).isPresent();
  }

  @Test
  void buildersOfConstructorsAndMethods() {
    Program program =
        Programs.of(
            """
            package p; import lombok.Builder;
            class A {
              @Builder A(String name, int... sizes) {}
              @Builder(builderMethodName = "greeting", buildMethodName = "say")
              static java.util.Optional<String> greet(String who) { return null; }
              @Builder(builderClassName = "Job", builderMethodName = "job") void run(int times) {}
              void f() {
                A a = A.builder().name("x").sizes(null).build();
                var said = A.greeting().who("you").say();
                job().times(3).build();
              }
            }
            """);
    assertThat(gained(program, "p.A"))
        .containsExactly(
            "static ABuilder builder()", "static OptionalBuilder greeting()", "Job job()");
    assertThat(Programs.typeOf(program, "said")).isEqualTo("Optional<String>");
    assertThat(Programs.call(program, "times").method()).isPresent();
    assertThat(Programs.call(program, "sizes").method()).isPresent();
  }

  @Test
  void theSourceMayBeginTheBuilder() {
    Program program =
        Programs.of(
            """
            package p; import lombok.Builder;
            @Builder class A {
              String name; int size;
              static A of() { return builder().upper("x").size(1).name("y").build(); }
              static class ABuilder {
                ABuilder upper(String name) { return this; }
                @lombok.experimental.Tolerate ABuilder size(String size) { return this; }
                ABuilder name(CharSequence name) { return this; }
              }
            }
            """);
    assertThat(gained(program, "p.A.ABuilder")).containsExactly("ABuilder size(int)", "A build()");
    assertThat(Programs.call(program, "name").declared()).isPresent();
    assertThat(Programs.returned(program, "p.A", "of")).hasToString("A");
  }

  @Test
  void buildersThroughInheritance() {
    Program program =
        Programs.of(
            "package p; import lombok.experimental.SuperBuilder;"
                + " @SuperBuilder abstract class Base<T> { T id; }",
            "package p; import lombok.experimental.*;"
                + " @SuperBuilder class Middle extends Base<Long> { String name; }",
            "package q; import lombok.experimental.*;"
                + " @SuperBuilder(toBuilder = true) class A extends p.Middle { int size; }",
            """
            package q;
            class Use {
              void f() {
                A a = A.builder().id(1L).name("x").size(3).build();
                var made = A.builder().name("x").id(2L);
                var built = made.build();
                var copied = a.toBuilder().id(3L).size(1).build();
                var middle = p.Middle.builder().id(1L).name("").build();
              }
            }
            """);
    assertThat(Programs.typeOf(program, "built")).isEqualTo("A");
    assertThat(Programs.typeOf(program, "copied")).isEqualTo("A");
    assertThat(Programs.typeOf(program, "middle")).isEqualTo("Middle");
    assertThat(gained(program, "p.Base")).isEmpty();
    assertThat(Programs.call(program, "id").owner())
        .hasToString("BaseBuilder<Long, A, ABuilderImpl>");
  }

  @Test
  void loggers() {
    Program program =
        Programs.of(
            "package p; import lombok.extern.slf4j.Slf4j; @Slf4j class A {}",
            "package p; @lombok.extern.java.Log enum E { ONE }",
            "package p; import lombok.extern.log4j.*; @Log4j2 class L { String log; }",
            "package p; import my.Slf4j; @Slf4j class N {}",
            "package p; import lombok.extern.slf4j.*;"
                + " @Slf4j(access = lombok.AccessLevel.NONE) class Z {}");
    assertThat(field(program, "p.A", "log")).isEqualTo("org.slf4j.Logger");
    assertThat(field(program, "p.E", "log")).isEqualTo("java.util.logging.Logger");
    assertThat(field(program, "p.L", "log")).isEqualTo("java.lang.String");
    assertThat(field(program, "p.N", "log")).isEqualTo("none");
    assertThat(field(program, "p.Z", "log")).isEqualTo("none");
  }

  private static String field(Program program, String type, String name) {
    return program
        .members()
        .field(JavaType.of(type), name, null)
        .map(field -> field.type().name())
        .orElse("none");
  }

  @Test
  void delegatedMethods() {
    Program program =
        Programs.of(
            """
            package p; import lombok.experimental.Delegate; import java.util.*;
            class A {
              @Delegate(excludes = Skip.class) private final Map<String, Long> counts = null;
              @Delegate private Other other;
              interface Skip { void clear(); }
              public int size() { return 0; }
            }
            """,
            """
            package p; import lombok.experimental.Delegate;
            class Other { @Delegate A a; public A self() { return a; } void hidden() {} }
            """);
    JavaType a = JavaType.of("p.A");
    var members = program.members();
    assertThat(members.returnType(members.methods(a, "get", 1, null).get(0))).hasToString("Long");
    assertThat(members.methods(a, "size", 0, null)).hasSize(1);
    assertThat(members.methods(a, "clear", 0, null)).isEmpty();
    assertThat(members.methods(a, "self", 0, null)).hasSize(1);
    assertThat(members.methods(a, "hidden", 0, null)).isEmpty();
    // What Other delegates to A is not delegated again.
    assertThat(members.methods(a, "containsKey", 1, null)).hasSize(1);
    assertThat(members.methods(a, "hashCode", 0, null))
        .extracting(each -> each.owner().name())
        .containsExactly("java.lang.Object");
  }

  @Test
  void namesOfFieldsAsConstants() {
    Program program =
        Programs.of(
            """
            package p; import lombok.experimental.FieldNameConstants;
            @FieldNameConstants class A {
              String userName; static int n; @FieldNameConstants.Exclude int age;
              String f() { return Fields.userName; }
            }
            """,
            """
            package p; import lombok.experimental.FieldNameConstants;
            @FieldNameConstants(asEnum = true, innerTypeName = "Column") class B { int age;
              Object f() { return B.Column.age.name(); } }
            """);
    assertThat(Programs.returned(program, "p.A", "f")).isEqualTo(JavaType.STRING);
    assertThat(Programs.returned(program, "p.B", "f")).isEqualTo(JavaType.STRING);
    assertThat(program.external().find("p.A.Fields").orElseThrow().fields()).hasSize(1);
  }

  @Test
  void annotationsOfOthersGiveNothing() {
    assertThat(
            gained(
                "package p; import lombok.*; @Data @Builder class A { String name; }",
                "package p; @interface Data {}",
                "package p; @interface Builder {}"))
        .isEmpty();
    assertThat(
            gained(
                "package p; import org.immutables.value.Value; @Value.Immutable"
                    + " class A { String name; }"))
        .isEmpty();
    assertThat(gained("package p; import lombok.*; @Data class A { String name; }")).hasSize(2);
    assertThat(gained("package p; @Data class A { String name; }")).isEmpty();
  }

  @Test
  void whatGeneratedMethodsDoIsKnown() {
    Program program =
        Programs.of(
            """
            package p; import lombok.*;
            @Data @Builder class A { String name;
              static void f(A a) { a.setName(A.builder().name("x").build().getName()); } }
            """);
    assertThat(role(program, "getName")).isEqualTo("GETTER name");
    assertThat(role(program, "setName")).isEqualTo("SETTER name");
    assertThat(role(program, "builder")).isEqualTo("BUILDER ");
    assertThat(role(program, "name")).isEqualTo("BUILDER_SETTER name");
    assertThat(role(program, "build")).isEqualTo("BUILD ");
  }

  private static String role(Program program, String call) {
    Members.Method method = Programs.call(program, call).method().orElseThrow();
    GeneratedMethod generated = program.generated().method(method).orElseThrow();
    return generated.role() + " " + generated.property().orElse("");
  }

  @Test
  void valIsInferred() {
    String code = " class %s { void f(java.util.List<String> all) { val %s = all.get(0); } }";
    Program program =
        Programs.of(
            "package p; import lombok.val;" + code.formatted("A", "one"),
            "package p; import lombok.*;" + code.formatted("B", "two"),
            "package p; import my.val;" + code.formatted("C", "three"));
    assertThat(Programs.typeOf(program, "one")).isEqualTo("String");
    assertThat(Programs.typeOf(program, "two")).isEqualTo("String");
    assertThat(Programs.typeOf(program, "three")).isEqualTo("val");
  }

  @Test
  void brokenAndCyclicTypesEnd() {
    Program program =
        Programs.of(
            "package p; import lombok.experimental.*; import lombok.*;"
                + " @SuperBuilder @Data class A extends B { A.ABuilder own; @Delegate A self; }",
            "package p; import lombok.experimental.*; import lombok.*;"
                + " @SuperBuilder class B extends A.ABuilder.X { B.BBuilder.Y own; @Builder B() {} }");
    assertThat(gained(program, "p.A")).contains("ABuilder getOwn()");
    assertThat(program.external().find("p.B.BBuilder").orElseThrow().methods()).isNotEmpty();
  }
}
