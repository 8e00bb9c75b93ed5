package dev.plumbline.analyzer.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LibraryPartsTest {

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
