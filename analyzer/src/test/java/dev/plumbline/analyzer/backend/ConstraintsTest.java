package dev.plumbline.analyzer.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintsTest {

  private static final String IMPORTS =
      """
      import jakarta.validation.*;
      import jakarta.validation.constraints.*;
      import java.util.*;
      """;

  @Test
  void typeArgumentsCarryConstraintsAndCascades() {
    assertThat(
            paths(
                "A",
                """
                class A {
                  List<@NotBlank String> names;
                  Map<@NotNull String, @Valid B> byName;
                  Optional<@Valid B> maybe;
                  List<List<@Size(max = 3) String>> deep;
                  List<B> plain;
                }
                class B { @Min(1) int count; }
                """))
        .containsExactly("names", "byName", "deep", "byName.count", "maybe.count");
  }

  @Test
  void aTypeVariableStandsForItsArgument() {
    Backend backend =
        Backends.of(
            IMPORTS
                + """
                class Request<T> { @Valid T data; @NotNull String id; }
                class Order { @NotBlank String sku; }
                """);
    TypeInfo near = backend.program().type("Request").orElseThrow();
    JavaType type = JavaType.of("Request", JavaType.of("Order"));
    assertThat(backend.constraints().of(type, near).stream().map(ConstrainedProperty::path))
        .containsExactly("id", "data.sku");
    assertThat(
            backend.constraints().of(JavaType.of("Request"), near).stream()
                .map(ConstrainedProperty::path))
        .containsExactly("id");
  }

  @Test
  void typesThatCascadeIntoEachOtherEnd() {
    assertThat(
            paths(
                "A",
                """
                class A { @Valid B b; @NotNull String x; }
                class B { @Valid A a; @Valid List<B> more; @NotNull String y; }
                """))
        .containsExactly("x", "b.y");
  }

  @Test
  void groupsAreNoted() {
    Backend backend =
        Backends.of(
            IMPORTS
                + """
                interface Step {}
                class A {
                  @NotNull(groups = Step.class) @Size(max = 3) String x;
                }
                """);
    TypeInfo near = backend.program().type("A").orElseThrow();
    List<ConstrainedProperty.Constraint> constraints =
        backend.constraints().of(near.type(), near).get(0).constraints();
    assertThat(constraints)
        .containsExactly(
            new ConstrainedProperty.Constraint("jakarta.validation.constraints.NotNull", true),
            new ConstrainedProperty.Constraint("jakarta.validation.constraints.Size", false));
  }

  @Test
  void namesakesOfConstraintsAreNone() {
    assertThat(
            paths(
                "A",
                """
                class A {
                  @lombok.NonNull String a;
                  @javax.annotation.Nonnull String b;
                  @org.jetbrains.annotations.NotNull String c;
                  static @NotNull String d;
                }
                """))
        .isEmpty();
  }

  private static List<String> paths(String type, String code) {
    Backend backend = Backends.of(IMPORTS + code);
    TypeInfo info = backend.program().type(type).orElseThrow();
    return backend.constraints().of(info.type(), info).stream()
        .map(ConstrainedProperty::path)
        .toList();
  }
}
