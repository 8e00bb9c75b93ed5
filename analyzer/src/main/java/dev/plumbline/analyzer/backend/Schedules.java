package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.program.ConstantValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts the elements of a scheduling annotation into words. */
final class Schedules {

  private static final List<String> OF_EJB =
      List.of("second", "minute", "hour", "dayOfMonth", "month", "dayOfWeek", "year");

  /** All elements that say when, of any framework. */
  static final List<String> ELEMENTS =
      List.of(
          "cron",
          "fixedRate",
          "fixedRateString",
          "fixedDelay",
          "fixedDelayString",
          "every",
          "interval",
          "second",
          "minute",
          "hour",
          "dayOfMonth",
          "month",
          "dayOfWeek",
          "year",
          "value");

  private Schedules() {}

  /**
   * When it runs.
   *
   * @param elements the value of an element, if it is written
   * @return empty when nothing is written that could be told
   */
  static Optional<String> when(Function<String, Optional<ConstantValue>> elements) {
    String unit =
        elements
            .apply("timeUnit")
            .map(value -> value instanceof ConstantValue.EnumName name ? name.name() : "")
            .map(name -> " " + name.toLowerCase(java.util.Locale.ROOT))
            .orElse(" ms");
    List<String> parts = new ArrayList<>();
    plain(elements, "cron", "cron ", "", parts);
    plain(elements, "fixedRate", "every ", unit, parts);
    plain(elements, "fixedRateString", "every ", unit, parts);
    plain(elements, "fixedDelay", "", unit + " after the last run", parts);
    plain(elements, "fixedDelayString", "", unit + " after the last run", parts);
    plain(elements, "every", "every ", "", parts);
    plain(elements, "interval", "every ", "", parts);
    for (String element : OF_EJB) {
      plain(elements, element, element + " ", "", parts);
    }
    if (parts.isEmpty()) {
      // The name under which a scheduler outside knows the job.
      plain(elements, "value", "by name ", "", parts);
      plain(elements, "name", "by name ", "", parts);
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  private static void plain(
      Function<String, Optional<ConstantValue>> elements,
      String element,
      String before,
      String after,
      List<String> parts) {
    elements
        .apply(element)
        .flatMap(value -> value.elements().stream().findFirst())
        .filter(ConstantValue.Scalar.class::isInstance)
        .map(value -> String.valueOf(((ConstantValue.Scalar) value).value()))
        .filter(text -> !text.isBlank())
        .ifPresent(text -> parts.add(before + text + (isDuration(text) ? suffix(after) : after)));
  }

  /** {@code PT5S}, {@code 10s} and placeholders bring their unit along. */
  private static boolean isDuration(String text) {
    return !text.chars().allMatch(Character::isDigit);
  }

  private static String suffix(String after) {
    int space = after.indexOf(' ', 1);
    return after.isEmpty() || space < 0 ? "" : after.substring(space);
  }
}
