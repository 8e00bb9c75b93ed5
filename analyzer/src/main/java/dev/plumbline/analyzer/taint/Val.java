package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.JavaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an expression <i>may</i> evaluate to. The absence of a value (unreachable, unassigned) is
 * bottom and written {@code null}; {@link Join} has the upper bound.
 */
sealed interface Val {

  Const NULL = new Const(null);
  Const TRUE = new Const(true);
  Const FALSE = new Const(false);
  Const EMPTY = new Const("");

  /**
   * A constant.
   *
   * @param value {@code null}, a boxed primitive, a String, or a {@code ConstantValue} of a class
   *     or enum constant
   */
  record Const(Object value) implements Val {
    boolean isText() {
      return value instanceof String;
    }
  }

  /**
   * Parts one after the other: a string.
   *
   * @param parts two or more; none of them a text
   * @param joined where they were put together, for paths; not part of equality
   */
  record Text(List<Val> parts, Trace joined) implements Val {
    public Text {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean equals(Object other) {
      return this == other || other instanceof Text text && parts.equals(text.parts);
    }

    @Override
    public int hashCode() {
      return parts.hashCode();
    }
  }

  /** Any sequence of these parts, the empty one too: what a loop appends. */
  record Repeat(List<Val> parts) implements Val {
    public Repeat {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A value with identity: an object, or a scalar that is not known. What an object holds stands in
   * the heap under its id.
   *
   * @param taints where it comes from, ordered by {@link Join#ORIGINS}; of an object what it is
   *     made of as a whole
   * @param forms values of which this one is another form or a view
   * @param canonical whether it is the path of a file without {@code ..} and links
   */
  record Atom(Id id, JavaType type, List<Taint> taints, List<Form> forms, boolean canonical)
      implements Val {
    public Atom {
      Objects.requireNonNull(id);
      taints = List.copyOf(taints);
      forms = List.copyOf(forms);
    }

    public Atom(Id id, JavaType type, List<Taint> taints) {
      this(id, type, taints, List.of(), false);
    }

    Atom with(List<Taint> others) {
      return others.equals(taints) ? this : new Atom(id, type, others, forms, canonical);
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || other instanceof Atom atom
              && id.equals(atom.id)
              && canonical == atom.canonical
              && taints.equals(atom.taints)
              && forms.equals(atom.forms);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  /**
   * Another value that a check of this one speaks about.
   *
   * @param kinds for which the check counts there
   */
  record Form(Id of, long kinds) {}

  /**
   * A truth value that is not known, with what each outcome proves.
   *
   * @param whenTrue for each value the kinds that it is harmless for if this is true
   * @param checks of values that are no atoms
   * @param inputs the inputs that it depends on
   */
  record Condition(
      Map<Id, Long> whenTrue, Map<Id, Long> whenFalse, List<Check> checks, List<Id> inputs)
      implements Val {
    Condition negated() {
      return new Condition(
          whenFalse, whenTrue, checks.stream().map(Check::negated).toList(), inputs);
    }
  }

  /** A check of a value that is put together of several. */
  record Check(Val value, boolean when, long kinds) {
    Check negated() {
      return new Check(value, !when, kinds);
    }
  }

  /** One of these; none of them a choice. */
  record Choice(List<Val> options) implements Val {
    public Choice {
      options = List.copyOf(options);
    }
  }
}
