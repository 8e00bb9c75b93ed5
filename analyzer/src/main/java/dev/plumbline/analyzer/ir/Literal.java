package dev.plumbline.analyzer.ir;

import java.util.Objects;

/**
 * A literal with its value.
 *
 * @param value {@code null} for NULL, else Boolean, Character, Integer, Long, Float, Double, String
 *     or, for CLASS, a {@link TypeRef}
 */
public record Literal(Kind kind, Object value) {

  /** The literals of JLS 15.8.1 and 15.8.2. */
  public enum Kind {
    NULL,
    BOOLEAN,
    CHAR,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    STRING,
    CLASS
  }

  public static final Literal NULL = new Literal(Kind.NULL, null);

  public Literal {
    Objects.requireNonNull(kind);
  }

  /**
   * The literal of a constant value.
   *
   * @param value Boolean, Character, Byte, Short, Integer, Long, Float, Double or String; there are
   *     no literals of type byte and short, so those become int
   */
  public static Literal of(Object value) {
    if (value instanceof String text) {
      return string(text);
    } else if (value instanceof Boolean bool) {
      return bool(bool);
    } else if (value instanceof Character) {
      return new Literal(Kind.CHAR, value);
    } else if (value instanceof Long) {
      return new Literal(Kind.LONG, value);
    } else if (value instanceof Float) {
      return new Literal(Kind.FLOAT, value);
    } else if (value instanceof Double) {
      return new Literal(Kind.DOUBLE, value);
    }
    return integer(((Number) value).intValue());
  }

  public static Literal string(String value) {
    return new Literal(Kind.STRING, value);
  }

  public static Literal integer(int value) {
    return new Literal(Kind.INT, value);
  }

  public static Literal bool(boolean value) {
    return new Literal(Kind.BOOLEAN, value);
  }

  @Override
  public String toString() {
    return switch (kind) {
      case STRING -> "\"" + ((String) value).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case CHAR -> "'" + value + "'";
      case LONG -> value + "L";
      case CLASS -> value + ".class";
      default -> String.valueOf(value);
    };
  }
}
