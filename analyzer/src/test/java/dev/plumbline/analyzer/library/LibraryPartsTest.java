package dev.plumbline.analyzer.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analyzer.program.JavaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryPartsTest {

  @Test
  void typeTextReadsArgumentsArraysVariablesAndPrimitives() {
    assertThat(TypeText.parse("java.util.Map<K, java.util.List<V[]>>[]", List.of("K", "V")))
        .isEqualTo(
            new JavaType(
                JavaType.Kind.CLASS,
                "java.util.Map",
                List.of(
                    JavaType.variable("K"),
                    JavaType.of("java.util.List", JavaType.variable("V").withDimensions(1))),
                1));
    assertThat(TypeText.parse("long[][]", List.of()))
        .isEqualTo(JavaType.primitive("long").withDimensions(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "java.util.List<", "java.util.List<>", "a.B<c.D", "a.B>", "a.B]"})
  void whatIsNoTypeIsAnError(String text) {
    assertThatThrownBy(() -> TypeText.parse(text, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MethodModel model(
      List<String> names, List<String> except, MethodModel.Arity arity) {
    return new MethodModel(
        "x.Y",
        names,
        except,
        arity,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        false,
        List.of());
  }

  @Test
  void methodsMatchByNameBeginningExceptionAndArity() {
    MethodModel any = model(List.of("find*", "get"), List.of("findNothing"), MethodModel.Arity.ANY);
    assertThat(any.matches("find", 0)).isTrue();
    assertThat(any.matches("findAll", 3)).isTrue();
    assertThat(any.matches("findNothing", 0)).isFalse();
    assertThat(any.matches("get", 1)).isTrue();
    assertThat(any.matches("getOne", 1)).isFalse();
    assertThat(any.matches("fin", 0)).isFalse();
    MethodModel two = model(List.of("put"), List.of(), new MethodModel.Arity(2, 2));
    assertThat(two.matches("put", 2)).isTrue();
    assertThat(two.matches("put", 1)).isFalse();
  }
}
