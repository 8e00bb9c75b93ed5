package dev.plumbline.analyzer.program;

import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Methods of the JDK, and of Guava's immutable collections, that give the same for the same
 * arguments and have no effect: what they give for constants. Collections that can be changed are
 * left out. Where a method asks for the default locale, the root locale stands for it.
 */
final class FixedCalls {

  private static final Set<String> ON_TEXT =
      Set.of(
          "concat",
          "trim",
          "strip",
          "stripIndent",
          "toUpperCase",
          "toLowerCase",
          "substring",
          "replace",
          "repeat",
          "intern",
          "toString",
          "formatted");

  private static final Set<String> STATIC =
      Set.of(
          "valueOf",
          "format",
          "join",
          "of",
          "ofEntries",
          "entry",
          "copyOf",
          "parseInt",
          "parseLong",
          "parseBoolean",
          "requireNonNull",
          "asList",
          "emptyList",
          "emptySet",
          "emptyMap",
          "singleton",
          "singletonList",
          "singletonMap",
          "unmodifiableList",
          "unmodifiableSet",
          "unmodifiableCollection",
          "unmodifiableMap");

  /** A width of millions is a bomb, not a format. */
  private static final Pattern LARGE_NUMBER = Pattern.compile("\\d{4}");

  private FixedCalls() {}

  /** The cheap test before types are asked for. */
  static boolean knows(String method) {
    return ON_TEXT.contains(method) || STATIC.contains(method);
  }

  /**
   * @param type that a static call names, or of the receiver
   * @param receiver {@code null} for a static call
   * @param arguments of variable arity one by one
   */
  static Optional<ConstantValue> result(
      JavaType type, String method, ConstantValue receiver, List<ConstantValue> arguments) {
    if (receiver != null) {
      return receiver
          .text()
          .flatMap(text -> onText(text, method, arguments))
          .filter(text -> text.length() <= ConstantOperators.MAX_TEXT)
          .map(ConstantValue.Scalar::new);
    }
    return switch (type.name()) {
      case "java.lang.String" -> text(method, arguments).map(ConstantValue.Scalar::new);
      case "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Boolean",
          "java.lang.Double",
          "java.lang.Character" ->
          boxed(type.simpleName(), method, arguments);
      case "java.util.Objects" ->
          method.equals("requireNonNull") && !arguments.isEmpty()
              ? Optional.of(arguments.get(0))
              : Optional.empty();
      case "java.util.List",
          "java.util.Set",
          "com.google.common.collect.ImmutableList",
          "com.google.common.collect.ImmutableSet" ->
          collection(method, arguments);
      case "java.util.Map", "com.google.common.collect.ImmutableMap" -> map(method, arguments);
      case "java.util.Collections" -> collections(method, arguments);
      // Its elements can be set, but nobody does in a constant; it is what unmodifiableList wraps.
      case "java.util.Arrays" ->
          method.equals("asList") ? collection("of", arguments) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> onText(
      String text, String method, List<ConstantValue> arguments) {
    List<Object> values = scalars(arguments);
    if (values == null) {
      return Optional.empty();
    }
    Object first = values.isEmpty() ? null : values.get(0);
    Object second = values.size() < 2 ? null : values.get(1);
    try {
      return Optional.ofNullable(
          switch (method) {
            case "concat" -> first instanceof String other ? text.concat(other) : null;
            case "trim" -> text.trim();
            case "strip" -> text.strip();
            case "stripIndent" -> text.stripIndent();
            case "toUpperCase" -> values.isEmpty() ? text.toUpperCase(Locale.ROOT) : null;
            case "toLowerCase" -> values.isEmpty() ? text.toLowerCase(Locale.ROOT) : null;
            case "intern", "toString" -> text;
            case "substring" ->
                !(first instanceof Integer from)
                    ? null
                    : second instanceof Integer to
                        ? text.substring(from, to)
                        : text.substring(from);
            case "replace" -> replaced(text, first, second);
            case "repeat" ->
                first instanceof Integer count
                        && (long) count * text.length() <= ConstantOperators.MAX_TEXT
                    ? text.repeat(count)
                    : null;
            case "formatted" -> formatted(text, values);
            default -> null;
          });
    } catch (IndexOutOfBoundsException | IllegalArgumentException thrownAtRunTime) {
      return Optional.empty();
    }
  }

  private static String replaced(String text, Object from, Object to) {
    boolean known =
        from instanceof String && to instanceof String
            || from instanceof Character && to instanceof Character;
    if (!known || (long) text.length() * to.toString().length() > ConstantOperators.MAX_TEXT) {
      return null;
    }
    return text.replace(from.toString(), to.toString());
  }

  private static Optional<String> text(String method, List<ConstantValue> arguments) {
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    List<Object> values = scalars(arguments);
    if (values == null && !method.equals("join")) {
      return Optional.empty();
    }
    return switch (method) {
      case "valueOf" ->
          values.size() == 1 ? Optional.of(values.get(0).toString()) : Optional.empty();
      case "join" -> joined(arguments);
      case "format" ->
          values.get(0) instanceof String format
              ? Optional.ofNullable(formatted(format, values.subList(1, values.size())))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> joined(List<ConstantValue> arguments) {
    List<Object> parts = scalars(spread(arguments));
    String separator = arguments.get(0).text().orElse(null);
    if (parts == null || separator == null) {
      return Optional.empty();
    }
    String text =
        String.join(
            separator, parts.subList(1, parts.size()).stream().map(Object::toString).toList());
    return text.length() > ConstantOperators.MAX_TEXT ? Optional.empty() : Optional.of(text);
  }

  private static String formatted(String format, List<Object> values) {
    if (LARGE_NUMBER.matcher(format).find()) {
      return null;
    }
    try {
      return String.format(Locale.ROOT, format, values.toArray());
    } catch (IllegalFormatException thrownAtRunTime) {
      return null;
    }
  }

  private static Optional<ConstantValue> boxed(
      String type, String method, List<ConstantValue> arguments) {
    if (arguments.size() != 1 || !(arguments.get(0) instanceof ConstantValue.Scalar scalar)) {
      return Optional.empty();
    }
    if (!(scalar.value() instanceof String text)) {
      return method.equals("valueOf") ? Optional.of(scalar) : Optional.empty();
    }
    try {
      return switch (type + "." + method) {
        case "Integer.valueOf", "Integer.parseInt" ->
            Optional.of(new ConstantValue.Scalar(Integer.parseInt(text)));
        case "Long.valueOf", "Long.parseLong" ->
            Optional.of(new ConstantValue.Scalar(Long.parseLong(text)));
        case "Boolean.valueOf", "Boolean.parseBoolean" ->
            Optional.of(new ConstantValue.Scalar(Boolean.parseBoolean(text)));
        default -> Optional.empty();
      };
    } catch (NumberFormatException thrownAtRunTime) {
      return Optional.empty();
    }
  }

  private static Optional<ConstantValue> collection(String method, List<ConstantValue> arguments) {
    return switch (method) {
      case "of" -> Optional.of(new ConstantValue.Several(arguments));
      case "copyOf" -> same(arguments);
      default -> Optional.empty();
    };
  }

  private static Optional<ConstantValue> map(String method, List<ConstantValue> arguments) {
    Map<ConstantValue, ConstantValue> entries = new LinkedHashMap<>();
    switch (method) {
      case "of":
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
          entries.put(arguments.get(i), arguments.get(i + 1));
        }
        return Optional.of(new ConstantValue.Table(entries));
      case "entry":
        return arguments.size() != 2
            ? Optional.empty()
            : Optional.of(new ConstantValue.Table(Map.of(arguments.get(0), arguments.get(1))));
      case "ofEntries":
        for (ConstantValue entry : arguments) {
          if (!(entry instanceof ConstantValue.Table one)) {
            return Optional.empty();
          }
          entries.putAll(one.entries());
        }
        return Optional.of(new ConstantValue.Table(entries));
      case "copyOf":
        return same(arguments);
      default:
        return Optional.empty();
    }
  }

  private static Optional<ConstantValue> collections(String method, List<ConstantValue> arguments) {
    return switch (method) {
      case "emptyList", "emptySet", "singleton", "singletonList" -> collection("of", arguments);
      case "emptyMap", "singletonMap" -> map("of", arguments);
      case "unmodifiableList", "unmodifiableSet", "unmodifiableCollection", "unmodifiableMap" ->
          same(arguments);
      default -> Optional.empty();
    };
  }

  private static Optional<ConstantValue> same(List<ConstantValue> arguments) {
    boolean container =
        arguments.size() == 1
            && (arguments.get(0) instanceof ConstantValue.Several
                || arguments.get(0) instanceof ConstantValue.Table);
    return container ? Optional.of(arguments.get(0)) : Optional.empty();
  }

  /** {@code join(", ", list)} */
  private static List<ConstantValue> spread(List<ConstantValue> arguments) {
    int last = arguments.size() - 1;
    if (last < 0 || !(arguments.get(last) instanceof ConstantValue.Several several)) {
      return arguments;
    }
    List<ConstantValue> all = new ArrayList<>(arguments.subList(0, last));
    all.addAll(several.elements());
    return all;
  }

  /** {@code null} when one is no scalar. */
  private static List<Object> scalars(List<ConstantValue> values) {
    List<Object> scalars = new ArrayList<>(values.size());
    for (ConstantValue value : values) {
      if (!(value instanceof ConstantValue.Scalar scalar)) {
        return null;
      }
      scalars.add(scalar.value());
    }
    return scalars;
  }
}
