package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Literal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The lattice of {@link Value}: join, widening and concatenation. {@code null} is bottom.
 *
 * <p>Join is associative, commutative and idempotent up to the order of options, as long as no
 * bound is hit; past a bound the result is {@link Value.Repeat} of all parts, which stands for
 * more, never for less.
 */
public final class Values {

  /** More ways than this to be one string are kept as an unordered mixture of their parts. */
  static final int MAX_OPTIONS = 12;

  /** A text of more parts than this is kept as a mixture; such texts are built by machines. */
  static final int MAX_PARTS = 400;

  private Values() {}

  /** What may be either. */
  public static Value join(Value left, Value right, Location location) {
    if (left == null || left.equals(right)) {
      return right;
    }
    if (right == null) {
      return left;
    }
    if (left instanceof Value.Elements one && right instanceof Value.Elements other) {
      return new Value.Elements(join(one.element(), other.element(), location));
    }
    Set<Value> options = new LinkedHashSet<>();
    addOptions(left, options);
    addOptions(right, options);
    if (options.size() == 1) {
      return options.iterator().next();
    }
    if (options.size() > MAX_OPTIONS) {
      Set<Value> atoms = new LinkedHashSet<>();
      options.forEach(option -> forEachAtom(option, atoms::add));
      return new Value.Repeat(List.copyOf(atoms), location);
    }
    return new Value.Choice(List.copyOf(options));
  }

  private static void addOptions(Value value, Set<Value> options) {
    if (value instanceof Value.Choice choice) {
      options.addAll(choice.options());
    } else {
      options.add(value);
    }
  }

  /**
   * An upper bound of both that cannot grow for ever: a text that changes becomes a mixture of its
   * parts, of which a program has finitely many; a number that changes is forgotten.
   */
  static Value widen(Value before, Value after, Location location) {
    if (before == null || before.equals(after)) {
      return after;
    }
    if (after == null) {
      return before;
    }
    if (before instanceof Value.Elements one && after instanceof Value.Elements other) {
      return new Value.Elements(widen(one.element(), other.element(), location));
    }
    Set<Value> atoms = new LinkedHashSet<>();
    forEachAtom(before, atoms::add);
    forEachAtom(after, atoms::add);
    return new Value.Repeat(List.copyOf(atoms), location);
  }

  /** {@code left} then {@code right} as one text. */
  public static Value concat(Value left, Value right, Location location) {
    return concat(List.of(left, right), location);
  }

  /** The parts one after the other as one text; neighbouring constants become one. */
  public static Value concat(List<Value> parts, Location location) {
    List<Value> flat = new ArrayList<>();
    for (Value part : parts) {
      append(part, flat);
    }
    if (flat.isEmpty()) {
      return Value.Constant.of("");
    }
    if (flat.size() == 1) {
      return flat.get(0) instanceof Value.Constant constant
          ? Value.Constant.of(constant.text())
          : flat.get(0);
    }
    if (flat.size() > MAX_PARTS) {
      Set<Value> atoms = new LinkedHashSet<>();
      flat.forEach(part -> forEachAtom(part, atoms::add));
      return new Value.Repeat(List.copyOf(atoms), location);
    }
    return new Value.Text(flat, location);
  }

  private static void append(Value part, List<Value> flat) {
    if (part instanceof Value.Text text) {
      text.parts().forEach(each -> append(each, flat));
      return;
    }
    int last = flat.size() - 1;
    if (part instanceof Value.Constant constant) {
      if (constant.text().isEmpty() && constant.literal().kind() == Literal.Kind.STRING) {
        return;
      }
      if (last >= 0 && flat.get(last) instanceof Value.Constant before) {
        flat.set(last, Value.Constant.of(before.text() + constant.text()));
        return;
      }
      flat.add(Value.Constant.of(constant.text()));
      return;
    }
    flat.add(part);
  }

  /** Calls {@code sink} with every part that is no composition of others. */
  public static void forEachAtom(Value value, Consumer<Value> sink) {
    if (value instanceof Value.Text text) {
      text.parts().forEach(part -> forEachAtom(part, sink));
    } else if (value instanceof Value.Repeat repeat) {
      repeat.parts().forEach(part -> forEachAtom(part, sink));
    } else if (value instanceof Value.Choice choice) {
      choice.options().forEach(option -> forEachAtom(option, sink));
    } else if (value instanceof Value.Elements elements) {
      if (elements.element() != null) {
        forEachAtom(elements.element(), sink);
      }
    } else if (value != null) {
      sink.accept(value);
    }
  }

  /** The string, if {@code value} can be only one. */
  public static java.util.Optional<String> constantText(Value value) {
    return value instanceof Value.Constant constant
            && constant.literal().kind() == Literal.Kind.STRING
        ? java.util.Optional.of(constant.text())
        : java.util.Optional.empty();
  }
}
