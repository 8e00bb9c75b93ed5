package dev.plumbline.analyzer.taint;

import java.util.List;
import java.util.Locale;

/** What methods of constants give, as at run time; where they would throw there is no value. */
final class StringFolding {

  private static final int MAX_TEXT = 60_000;

  private StringFolding() {}

  /** {@code text.method(arguments)}, or {@code null} when it is not known. */
  static Val call(String text, String method, List<Object> arguments) {
    try {
      Object result = result(text, method, arguments);
      return result == null
          ? null
          : result instanceof String long_ && long_.length() > MAX_TEXT
              ? null
              : Transfer.boxed(result);
    } catch (RuntimeException thrownAtRunTime) {
      return null;
    }
  }

  private static Object result(String text, String method, List<Object> arguments) {
    Object first = arguments.isEmpty() ? null : arguments.get(0);
    Object second = arguments.size() < 2 ? null : arguments.get(1);
    switch (method) {
      case "length":
        return text.length();
      case "isEmpty":
        return text.isEmpty();
      case "isBlank":
        return text.isBlank();
      case "charAt":
        return first instanceof Integer at ? text.charAt(at) : null;
      case "concat":
        return first instanceof String other ? text.concat(other) : null;
      case "trim":
        return text.trim();
      case "strip":
        return text.strip();
      case "toUpperCase":
        return text.toUpperCase(Locale.ROOT);
      case "toLowerCase":
        return text.toLowerCase(Locale.ROOT);
      case "toString", "intern":
        return text;
      case "substring":
        return !(first instanceof Integer from)
            ? null
            : second instanceof Integer to ? text.substring(from, to) : text.substring(from);
      case "repeat":
        return first instanceof Integer count && (long) count * text.length() < MAX_TEXT
            ? text.repeat(count)
            : null;
      case "equals", "contentEquals":
        return text.equals(first);
      case "equalsIgnoreCase":
        return first instanceof String other
            ? text.equalsIgnoreCase(other)
            : first == null ? Boolean.FALSE : null;
      case "startsWith":
        return first instanceof String other && second == null ? text.startsWith(other) : null;
      case "endsWith":
        return first instanceof String other ? text.endsWith(other) : null;
      case "contains":
        return first instanceof String other ? text.contains(other) : null;
      case "compareTo":
        return first instanceof String other ? text.compareTo(other) : null;
      case "hashCode":
        return text.hashCode();
      case "indexOf":
        return index(text, first, second, true);
      case "lastIndexOf":
        return index(text, first, second, false);
      case "replace":
        return first != null && second != null
            ? text.replace(first.toString(), second.toString())
            : null;
      default:
        return null;
    }
  }

  private static Object index(String text, Object first, Object second, boolean forward) {
    String sought =
        first instanceof Integer code
            ? Character.toString(code)
            : first == null ? null : first.toString();
    if (sought == null) {
      return null;
    }
    if (second == null) {
      return forward ? text.indexOf(sought) : text.lastIndexOf(sought);
    }
    return second instanceof Integer from
        ? forward ? (Object) text.indexOf(sought, from) : (Object) text.lastIndexOf(sought, from)
        : null;
  }

  /** Static methods of the boxes of primitives. */
  static Val box(String owner, String method, List<Object> arguments) {
    if (arguments.size() != 1) {
      return null;
    }
    Object value = arguments.get(0);
    try {
      if (method.equals("toString")) {
        return new Val.Const(value.toString());
      }
      if (method.equals("valueOf") && !(value instanceof String)) {
        return Transfer.boxed(value);
      }
      if (!(value instanceof String text)
          || !method.equals("valueOf") && !method.startsWith("parse")) {
        return null;
      }
      return switch (owner) {
        case "java.lang.Integer" -> new Val.Const(Integer.parseInt(text));
        case "java.lang.Long" -> new Val.Const(Long.parseLong(text));
        case "java.lang.Boolean" -> Transfer.boxed(Boolean.parseBoolean(text));
        case "java.lang.Double" -> new Val.Const(Double.parseDouble(text));
        default -> null;
      };
    } catch (NumberFormatException thrownAtRunTime) {
      return null;
    }
  }

  static Val math(String method, List<Object> arguments) {
    if (arguments.size() == 2
        && arguments.get(0) instanceof Integer left
        && arguments.get(1) instanceof Integer right) {
      return switch (method) {
        case "max" -> new Val.Const(Math.max(left, right));
        case "min" -> new Val.Const(Math.min(left, right));
        default -> null;
      };
    }
    return arguments.size() == 1
            && arguments.get(0) instanceof Integer value
            && method.equals("abs")
        ? new Val.Const(Math.abs(value))
        : null;
  }
}
