package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.source.SourceRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static JavaType resolve(Program program, String name, String scope) {
    return program.names().resolve(name, Programs.type(program, scope), null);
  }

  @Test
  void aSingleTypeImportSettlesTheNameOfAnUnknownLibrary() {
    Program program = Programs.of("package p; import x.y.Thing; class A {}");
    assertThat(resolve(program, "Thing", "p.A")).isEqualTo(JavaType.of("x.y.Thing"));
    assertThat(resolve(program, "Thing.Part", "p.A")).isEqualTo(JavaType.of("x.y.Thing.Part"));
  }

  @Test
  void anImportOfALongerNameIsAnotherName() {
    Program program = Programs.of("package p; import x.y.BigThing; class A {}");
    assertThat(resolve(program, "Thing", "p.A").kind()).isEqualTo(JavaType.Kind.UNRESOLVED);
  }

  @Test
  void theSamePackageComesBeforeOnDemandImportsAndAfterSingleOnes() {
    String other = "package q; public class B {}";
    String same = "package p; class B {}";
    assertThat(
            resolve(Programs.of("package p; import q.*; class A {}", other, same), "B", "p.A")
                .name())
        .isEqualTo("p.B");
    assertThat(
            resolve(Programs.of("package p; import q.B; class A {}", other, same), "B", "p.A")
                .name())
        .isEqualTo("q.B");
    assertThat(resolve(Programs.of("package p; import q.*; class A {}", other), "B", "p.A").name())
        .isEqualTo("q.B");
  }

  @Test
  void onDemandImportsReachTheJdkAndMemberTypes() {
    Program program =
        Programs.of(
            "package p; import java.util.*; import q.Out.*; import unknown.*; class A {}",
            "package q; public class Out { public static class In {} }");
    assertThat(resolve(program, "List", "p.A").name()).isEqualTo("java.util.List");
    assertThat(resolve(program, "Map.Entry", "p.A").name()).isEqualTo("java.util.Map.Entry");
    assertThat(resolve(program, "In", "p.A").name()).isEqualTo("q.Out.In");
  }

  @Test
  void memberTypesAreFoundInOuterTypesAndInherited() {
    Program program =
        Programs.of(
            "package p; class Base { static class Part {} }",
            "package p; class A extends Base { class Own { class Deep {} } }",
            "package p; class M implements java.util.Map<String, String> {}");
    assertThat(resolve(program, "Part", "p.A").name()).isEqualTo("p.Base.Part");
    assertThat(resolve(program, "Part", "p.A.Own.Deep").name()).isEqualTo("p.Base.Part");
    assertThat(resolve(program, "Own", "p.A.Own.Deep").name()).isEqualTo("p.A.Own");
    assertThat(resolve(program, "A.Part", "p.A").name()).isEqualTo("p.Base.Part");
    assertThat(resolve(program, "Entry", "p.M").name()).isEqualTo("java.util.Map.Entry");
  }

  @Test
  void javaLangNeedsNoImportAndYieldsToThePackage() {
    Program program = Programs.of("package p; class A {}", "package q; class Record {} ");
    assertThat(resolve(program, "String", "p.A").name()).isEqualTo("java.lang.String");
    assertThat(resolve(program, "Record", "q.Record").name()).isEqualTo("q.Record");
  }

  @Test
  void localTypesHideOthersInTheirBodyAndItsLambdas() {
    Program program =
        Programs.of(
            """
            package p;
            class A {
              class B {}
              Object f() {
                class B {}
                var here = new B();
                java.util.function.Supplier<Object> s = () -> { var inside = new B(); return inside; };
                return here;
              }
              Object g() { var there = new B(); return there; }
            }
            """);
    String local =
        Programs.method(program, "p.A", "f").body().orElseThrow().localTypes().get(0).name();
    assertThat(Programs.returned(program, "p.A", "f").name()).isEqualTo(local);
    assertThat(Programs.typeOf(program, "inside")).isEqualTo(JavaType.of(local).toString());
    assertThat(Programs.returned(program, "p.A", "g").name()).isEqualTo("p.A.B");
  }

  @Test
  void typeVariablesHideTypes() {
    Program program =
        Programs.of(
            "package p; class T {}",
            "package p; class A<T> { <String> String f(String s, T t) { return s; } }");
    assertThat(resolve(program, "T", "p.A")).isEqualTo(JavaType.variable("T"));
    MethodInfo f = Programs.method(program, "p.A", "f");
    assertThat(program.names().resolve(f.declaration().returnType(), f))
        .isEqualTo(JavaType.variable("String"));
  }

  @Test
  void qualifiedNamesOfTheWorkspaceTheJdkAndStrangers() {
    Program program =
        Programs.of("package p; class A {}", "package q.r; public class B { class C {} }");
    assertThat(resolve(program, "q.r.B.C", "p.A").name()).isEqualTo("q.r.B.C");
    assertThat(resolve(program, "java.util.Map.Entry", "p.A").name())
        .isEqualTo("java.util.Map.Entry");
    assertThat(resolve(program, "com.strange.Thing", "p.A"))
        .isEqualTo(JavaType.of("com.strange.Thing"));
  }

  @Test
  void ofTwoTypesTheOneOfTheSameModuleIsMeant() {
    LoweredFile a =
        Programs.file("a", "a/D.java", SourceRole.MAIN, "package p; class D { int a; }");
    LoweredFile b =
        Programs.file("b", "b/D.java", SourceRole.MAIN, "package p; class D { String b; }");
    LoweredFile user =
        Programs.file("b", "b/U.java", SourceRole.MAIN, "package p; class U { D d; }");
    Program program = Linker.link(List.of(user, b, a), ExternalTypes.NONE);
    TypeInfo near = Programs.type(program, "p.U");
    assertThat(program.type("p.D", near).orElseThrow().file()).isSameAs(b);
    assertThat(program.type("p.D").orElseThrow().file()).isSameAs(a);
    assertThat(program.members().field(JavaType.of("p.D"), "b", near)).isPresent();
  }

  @Test
  void mainCodeComesBeforeTests() {
    LoweredFile test =
        Programs.file("a", "a/src/test/D.java", SourceRole.TEST, "package p; class D {}");
    LoweredFile main =
        Programs.file("b", "b/src/main/D.java", SourceRole.MAIN, "package p; class D {}");
    Program program = Linker.link(List.of(test, main), ExternalTypes.NONE);
    assertThat(program.type("p.D").orElseThrow().file()).isSameAs(main);
  }

  @Test
  void whatNobodyKnowsStaysUnresolvedAsWritten() {
    Program program = Programs.of("package p; import unknown.*; class A {}");
    assertThat(resolve(program, "Thing", "p.A")).isEqualTo(JavaType.unresolved("Thing"));
    assertThat(resolve(program, "Thing.Part", "p.A")).isEqualTo(JavaType.unresolved("Thing.Part"));
    assertThat(program.names().unresolvedCount()).isEqualTo(2);
  }
}
