package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Operator;
import java.util.List;
import java.util.Optional;

/**
 * The operators of constant expressions with the arithmetic of Java: JLS 5.1, 5.6, 15.15 to 15.25.
 *
 * <p>Operands are Boolean, Character, Byte, Short, Integer, Long, Float, Double or String; their
 * class is their type. Where an operator is not defined on them, or completes abruptly ({@code 1 /
 * 0}), there is no value.
 */
public final class ConstantOperators {

  /** JVMS 4.4.7: no class file holds a longer constant; without a bound 40 lines make 2⁴⁰ chars. */
  static final int MAX_TEXT = 65_535;

  private ConstantOperators() {}

  /** What {@code operator} gives; {@link Operator#CONDITIONAL} chooses, and has one type. */
  public static Optional<Object> apply(Operator operator, List<?> operands) {
    return Optional.ofNullable(
        switch (operator) {
          case CONCAT -> concatenation(operands);
          case CONDITIONAL ->
              operands.size() == 3
                  ? conditional(operands.get(0), operands.get(1), operands.get(2))
                  : null;
          default ->
              switch (operands.size()) {
                case 1 -> unary(operator, operands.get(0));
                case 2 -> binary(operator, operands.get(0), operands.get(1));
                default -> null;
              };
        });
  }

  /**
   * A casting or assignment conversion to a primitive type or String (JLS 5.1.2, 5.1.3).
   *
   * @param type keyword of a primitive type, or {@code String}
   */
  public static Optional<Object> convert(Object value, String type) {
    if (type.equals("String")) {
      return value instanceof String ? Optional.of(value) : Optional.empty();
    }
    if (type.equals("boolean")) {
      return value instanceof Boolean ? Optional.of(value) : Optional.empty();
    }
    Number number = number(value);
    if (number == null) {
      return Optional.empty();
    }
    // Floating-point numbers become bytes, shorts and chars by way of int: JLS 5.1.3.
    boolean floating = number instanceof Double || number instanceof Float;
    int narrow = floating ? (int) number.doubleValue() : (int) number.longValue();
    return Optional.ofNullable(
        switch (type) {
          case "byte" -> (byte) narrow;
          case "short" -> (short) narrow;
          case "char" -> (char) narrow;
          case "int" -> narrow;
          case "long" -> floating ? (long) number.doubleValue() : number.longValue();
          case "float" -> number.floatValue();
          case "double" -> number.doubleValue();
          default -> null;
        });
  }

  private static Object concatenation(List<?> operands) {
    StringBuilder text = new StringBuilder();
    for (Object operand : operands) {
      text.append(operand);
      if (text.length() > MAX_TEXT) {
        return null;
      }
    }
    return text.toString();
  }

  private static Object unary(Operator operator, Object operand) {
    if (operand instanceof Boolean bool) {
      return operator == Operator.NOT ? !bool : null;
    }
    Object value = number(operand);
    if (value instanceof Integer i) {
      return switch (operator) {
        case NEGATE -> -i;
        case PLUS -> i;
        case COMPLEMENT -> ~i;
        default -> null;
      };
    }
    if (value instanceof Long l) {
      return switch (operator) {
        case NEGATE -> -l;
        case PLUS -> l;
        case COMPLEMENT -> ~l;
        default -> null;
      };
    }
    if (value instanceof Float f) {
      return operator == Operator.NEGATE ? (Object) (-f) : operator == Operator.PLUS ? f : null;
    }
    if (value instanceof Double d) {
      return operator == Operator.NEGATE ? (Object) (-d) : operator == Operator.PLUS ? d : null;
    }
    return null;
  }

  private static Object binary(Operator operator, Object left, Object right) {
    if (left instanceof String || right instanceof String) {
      return switch (operator) {
        case ADD -> concatenation(List.of(left, right));
        // Strings of constant expressions are interned (JLS 3.10.5), so equal means identical.
        case EQUAL -> left instanceof String && right instanceof String ? left.equals(right) : null;
        case NOT_EQUAL ->
            left instanceof String && right instanceof String ? !left.equals(right) : null;
        default -> null;
      };
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return booleans(operator, a, b);
    }
    Number a = number(left);
    Number b = number(right);
    if (a == null || b == null) {
      return null;
    }
    if (isShift(operator)) {
      return shift(operator, a, b);
    }
    if (a instanceof Double || b instanceof Double) {
      return doubles(operator, a.doubleValue(), b.doubleValue());
    }
    if (a instanceof Float || b instanceof Float) {
      return floats(operator, a.floatValue(), b.floatValue());
    }
    if (a instanceof Long || b instanceof Long) {
      return longs(operator, a.longValue(), b.longValue());
    }
    return integers(operator, a.intValue(), b.intValue());
  }

  /** The operand after unary numeric promotion (JLS 5.6), or {@code null}. */
  private static Number number(Object value) {
    if (value instanceof Character character) {
      return (int) character;
    }
    if (value instanceof Byte || value instanceof Short) {
      return ((Number) value).intValue();
    }
    return value instanceof Number number ? number : null;
  }

  private static Object booleans(Operator operator, boolean x, boolean y) {
    return switch (operator) {
      case AND, AND_THEN -> x && y;
      case OR, OR_ELSE -> x || y;
      case XOR, NOT_EQUAL -> x != y;
      case EQUAL -> x == y;
      default -> null;
    };
  }

  private static boolean isShift(Operator operator) {
    return operator == Operator.SHIFT_LEFT
        || operator == Operator.SHIFT_RIGHT
        || operator == Operator.SHIFT_RIGHT_UNSIGNED;
  }

  /** JLS 15.19: the type is that of the left operand alone. */
  private static Object shift(Operator operator, Number x, Number y) {
    if (!(y instanceof Integer || y instanceof Long)) {
      return null;
    }
    long distance = y.longValue();
    if (x instanceof Integer i) {
      return switch (operator) {
        case SHIFT_LEFT -> i << distance;
        case SHIFT_RIGHT -> i >> distance;
        default -> i >>> distance;
      };
    }
    if (x instanceof Long l) {
      return switch (operator) {
        case SHIFT_LEFT -> l << distance;
        case SHIFT_RIGHT -> l >> distance;
        default -> l >>> distance;
      };
    }
    return null;
  }

  private static Object integers(Operator operator, int x, int y) {
    boolean division = operator == Operator.DIVIDE || operator == Operator.REMAINDER;
    if (division && y == 0) {
      return null;
    }
    return switch (operator) {
      case ADD -> x + y;
      case SUBTRACT -> x - y;
      case MULTIPLY -> x * y;
      case DIVIDE -> x / y;
      case REMAINDER -> x % y;
      case AND -> x & y;
      case OR -> x | y;
      case XOR -> x ^ y;
      default -> comparison(operator, Integer.compare(x, y));
    };
  }

  private static Object longs(Operator operator, long x, long y) {
    boolean division = operator == Operator.DIVIDE || operator == Operator.REMAINDER;
    if (division && y == 0) {
      return null;
    }
    return switch (operator) {
      case ADD -> x + y;
      case SUBTRACT -> x - y;
      case MULTIPLY -> x * y;
      case DIVIDE -> x / y;
      case REMAINDER -> x % y;
      case AND -> x & y;
      case OR -> x | y;
      case XOR -> x ^ y;
      default -> comparison(operator, Long.compare(x, y));
    };
  }

  private static Object comparison(Operator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_EQUAL -> order >= 0;
      default -> null;
    };
  }

  private static Object doubles(Operator operator, double x, double y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUBTRACT -> x - y;
      case MULTIPLY -> x * y;
      case DIVIDE -> x / y;
      case REMAINDER -> x % y;
      default -> floating(operator, x, y);
    };
  }

  private static Object floats(Operator operator, float x, float y) {
    return switch (operator) {
      case ADD -> x + y;
      case SUBTRACT -> x - y;
      case MULTIPLY -> x * y;
      case DIVIDE -> x / y;
      case REMAINDER -> x % y;
      default -> floating(operator, x, y);
    };
  }

  /** NaN is not equal to itself and 0.0 equals -0.0, other than {@link Double#compare} has it. */
  private static Object floating(Operator operator, double x, double y) {
    return switch (operator) {
      case EQUAL -> x == y;
      case NOT_EQUAL -> x != y;
      case LESS -> x < y;
      case LESS_EQUAL -> x <= y;
      case GREATER -> x > y;
      case GREATER_EQUAL -> x >= y;
      default -> null;
    };
  }

  /** JLS 15.25: the value of the chosen operand, in the type that both have together. */
  private static Object conditional(Object condition, Object then, Object otherwise) {
    if (!(condition instanceof Boolean chosen)) {
      return null;
    }
    Object value = chosen ? then : otherwise;
    if (then.getClass() == otherwise.getClass()) {
      return value;
    }
    if (number(then) == null || number(otherwise) == null) {
      // A string or a boolean on one side: no constant expression, but the value is certain.
      return value;
    }
    return convert(value, commonType(then, otherwise)).orElse(null);
  }

  private static String commonType(Object then, Object otherwise) {
    String narrow = narrowType(then, otherwise);
    if (narrow == null) {
      narrow = narrowType(otherwise, then);
    }
    if (narrow != null) {
      return narrow;
    }
    if (then instanceof Double || otherwise instanceof Double) {
      return "double";
    }
    if (then instanceof Float || otherwise instanceof Float) {
      return "float";
    }
    return then instanceof Long || otherwise instanceof Long ? "long" : "int";
  }

  /** byte with short is short; byte, short or char with an int that fits in is that type. */
  private static String narrowType(Object small, Object other) {
    if (small instanceof Byte && other instanceof Short) {
      return "short";
    }
    if (!(other instanceof Integer number)) {
      return null;
    }
    String type =
        small instanceof Byte
            ? "byte"
            : small instanceof Short ? "short" : small instanceof Character ? "char" : null;
    if (type == null) {
      return null;
    }
    Object fitted = convert(number, type).orElseThrow();
    return number(fitted).intValue() == number ? type : null;
  }
}
