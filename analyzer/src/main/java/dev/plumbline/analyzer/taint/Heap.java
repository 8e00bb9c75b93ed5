package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.Hierarchy;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.List;

/** Values of things that nobody has looked into yet. */
final class Heap {

  /** The value of a setting on a way on which it was not set. */
  static final String NOT_SET = "-";

  private Heap() {}

  /** A part of an input, as it was when the body began. */
  static Val.Atom inputField(Id object, String field, JavaType type) {
    return input(object.field(field), type);
  }

  /** An input as a whole. What an initialiser has made for good no caller knows better. */
  static Val.Atom input(Id id, JavaType type) {
    return new Val.Atom(
        id, type, id.isInitial() ? List.of() : List.of(new Taint(id, 0, 0, true, null)));
  }

  /**
   * What is left of the taints in a value of {@code type}: numbers, dates and enum constants cannot
   * carry text.
   */
  static List<Taint> inType(List<Taint> taints, JavaType type, Hierarchy hierarchy) {
    if (taints.isEmpty() || isCharacters(type) || !HarmlessTypes.contains(type, hierarchy)) {
      return taints;
    }
    long cleared = isNumber(type, hierarchy) ? Kinds.TEXT : Kinds.ALL;
    List<Taint> left = new ArrayList<>(taints.size());
    for (Taint taint : taints) {
      if (Kinds.isRandom(taint.origin())) {
        left.add(taint);
        continue;
      }
      Taint clean = taint.clear(cleared);
      if (!clean.isSpent()) {
        left.add(clean);
      }
    }
    return left;
  }

  /** Arrays of bytes and characters are text, and characters are what it is made of. */
  private static boolean isCharacters(JavaType type) {
    return type.name().equals("char")
        || type.name().equals("java.lang.Character")
        || type.isArray() && type.name().equals("byte");
  }

  static boolean isNumber(JavaType type, Hierarchy hierarchy) {
    if (type.isArray()) {
      return false;
    }
    if (type.kind() == JavaType.Kind.PRIMITIVE) {
      return switch (type.name()) {
        case "byte", "short", "int", "long", "float", "double" -> true;
        default -> false;
      };
    }
    return hierarchy.isSubtype(type, "java.lang.Number");
  }

  static List<Taint> clear(List<Taint> taints, long kinds) {
    if (kinds == 0 || taints.isEmpty()) {
      return taints;
    }
    List<Taint> cleared = new ArrayList<>(taints.size());
    for (Taint taint : taints) {
      Taint clean = taint.clear(kinds);
      if (!clean.isSpent() || taint.origin() instanceof Id) {
        cleared.add(clean);
      }
    }
    return cleared;
  }

  /** {@code value} with each of its atoms harmless for {@code kinds}. */
  static Val cleared(Val value, long kinds) {
    if (kinds == 0) {
      return value;
    }
    if (value instanceof Val.Atom atom) {
      return atom.with(clear(atom.taints(), kinds));
    }
    if (value instanceof Val.Text text) {
      return new Val.Text(
          text.parts().stream().map(p -> cleared(p, kinds)).toList(), text.joined());
    }
    if (value instanceof Val.Repeat repeat) {
      return new Val.Repeat(repeat.parts().stream().map(p -> cleared(p, kinds)).toList());
    }
    if (value instanceof Val.Choice choice) {
      return new Val.Choice(choice.options().stream().map(o -> cleared(o, kinds)).toList());
    }
    return value;
  }
}
