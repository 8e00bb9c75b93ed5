package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.frontend.GeneratorInputReader;
import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class LombokConfigsTest {

  private static GeneratorInput config(String path, String text) {
    return GeneratorInputReader.read(path, text, problem -> {}).orElseThrow();
  }

  private static Program program(String path, String text, GeneratorInput... configs) {
    return Linker.link(
        List.of(Programs.file("", path, SourceRole.MAIN, text)),
        List.of(configs),
        Library.shipped());
  }

  private static boolean has(Program program, String method, int arguments) {
    return !program.members().methods(JavaType.of("p.A"), method, arguments, null).isEmpty();
  }

  @Test
  void nearerFoldersWinAndBubblingStops() {
    GeneratorInput root =
        config("lombok.config", "# all\nlombok.Accessors.FLUENT = true\nlombok.log.fieldName=LOG");
    GeneratorInput app = config("app/lombok.config", "lombok.accessors.fluent=false");
    GeneratorInput stop = config("app/p/lombok.config", "config.stopBubbling = TRUE");
    String text = "package p; import lombok.*; @Data @lombok.extern.java.Log class A { int x; }";
    assertThat(has(program("lib/p/A.java", text, root, app), "x", 0)).isTrue();
    Program inApp = program("app/p/A.java", text, root, app);
    assertThat(has(inApp, "getX", 0)).isTrue();
    assertThat(inApp.members().field(JavaType.of("p.A"), "LOG", null)).isPresent();
    Program stopped = program("app/p/A.java", text, root, app, stop);
    assertThat(stopped.members().field(JavaType.of("p.A"), "log", null)).isPresent();
  }

  @Test
  void chainedSettersPrefixesAndLists() {
    Program program =
        program(
            "A.java",
            "package p; @lombok.Data class A { int mCount; int fSize; int plain; }",
            config(
                "lombok.config",
                """
                lombok.accessors.chain = true
                lombok.accessors.prefix += m
                lombok.accessors.prefix += f
                lombok.accessors.prefix -= f
                no directive
                clear lombok.accessors.fluent
                """));
    Members.Method setter =
        program.members().methods(JavaType.of("p.A"), "setCount", 1, null).get(0);
    assertThat(program.members().returnType(setter)).hasToString("A");
    assertThat(has(program, "getSize", 0)).isFalse();
    assertThat(has(program, "getPlain", 0)).isFalse();
  }

  @Test
  void copiedAnnotationsReachConstructors() {
    Program program =
        program(
            "A.java",
            """
            package p;
            import org.springframework.beans.factory.annotation.Qualifier;
            @lombok.RequiredArgsConstructor class A { @Qualifier("fast") final Runnable task; }
            """,
            config(
                "lombok.config",
                "lombok.copyableAnnotations +="
                    + " org.springframework.beans.factory.annotation.Qualifier"));
    ConstructorInfo constructor =
        program.generated().constructors(Programs.type(program, "p.A")).get(0);
    assertThat(constructor.parameters().get(0).annotations())
        .extracting(each -> each.simpleName())
        .containsExactly("Qualifier");
  }

  @Test
  void anExtraConstructorForWhatCreatesObjects() {
    GeneratorInput setting =
        config("lombok.config", "lombok.noArgsConstructor.extraPrivate = true");
    Program program =
        program(
            "A.java",
            "package p; import lombok.*; @Value class A { int x; } @Data class B { int y; }"
                + " @Value class C extends B { int z; }",
            setting);
    assertThat(program.generated().constructors(Programs.type(program, "p.A")))
        .extracting(each -> each + " " + each.access())
        .containsExactly("A(int) PUBLIC", "A() PRIVATE");
    assertThat(program.generated().constructors(Programs.type(program, "p.B"))).hasSize(1);
    assertThat(program.generated().constructors(Programs.type(program, "p.C"))).hasSize(1);
  }

  @Test
  void customLoggers() {
    assertThat(custom("my.Log my.Logs.of(NAME)(NAME, TOPIC)")).isEqualTo("my.Log");
    assertThat(custom("my.Logger.get(TYPE)")).isEqualTo("my.Logger");
    assertThat(custom("nonsense")).isEqualTo("none");
  }

  private static String custom(String declaration) {
    Program program =
        program(
            "A.java",
            "package p; @lombok.CustomLog class A {}",
            config("lombok.config", "lombok.log.custom.declaration = " + declaration));
    return program
        .members()
        .field(JavaType.of("p.A"), "log", null)
        .map(field -> field.type().name())
        .orElse("none");
  }
}
