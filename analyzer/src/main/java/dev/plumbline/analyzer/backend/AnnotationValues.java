package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the elements of annotations say, as far as it is constant. */
final class AnnotationValues {

  private final Program program;

  AnnotationValues(Program program) {
    this.program = program;
  }

  /** The value of the first of {@code elements} that is written or fixed by a composition. */
  Optional<ConstantValue> value(MetaAnnotations.Present annotation, String... elements) {
    return annotation
        .element(elements)
        .map(element -> program.constants().of(element.value(), element.scope()));
  }

  /** As {@link #value}, where it is one text that is not blank. */
  Optional<String> text(MetaAnnotations.Present annotation, String... elements) {
    for (String element : elements) {
      Optional<String> text =
          value(annotation, element)
              .flatMap(value -> value.elements().stream().findFirst())
              .flatMap(ConstantValue::text)
              .filter(each -> !each.isBlank());
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /**
   * All texts that {@code elements} hold, in annotations inside them too.
   *
   * @return empty when one of them is not constant; an empty list when there is none
   */
  Optional<List<String>> texts(MetaAnnotations.Present annotation, String... elements) {
    List<String> texts = new ArrayList<>();
    for (String element : elements) {
      ConstantValue value = value(annotation, element).orElse(null);
      if (value != null && !collect(value, elements, texts)) {
        return Optional.empty();
      }
    }
    return Optional.of(texts);
  }

  private static boolean collect(ConstantValue value, String[] elements, List<String> texts) {
    for (ConstantValue each : value.elements()) {
      if (each instanceof ConstantValue.Nested nested) {
        for (String element : elements) {
          ConstantValue inner = nested.values().get(element);
          if (inner != null && !collect(inner, elements, texts)) {
            return false;
          }
        }
      } else if (each.text().isPresent()) {
        each.text().filter(text -> !text.isBlank()).ifPresent(texts::add);
      } else {
        return false;
      }
    }
    return true;
  }
}
