package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Literal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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

  /**
   * A value of more nested parts than this is kept as a mixture. Bounds the cost of a step; reached
   * by dynamic queries with dozens of optional clauses, of which every combination is possible.
   */
  static final int MAX_NODES = 120;

  /** A mixture of more atoms than this keeps its first unknown ones, and one word for the rest. */
  static final int MAX_ATOMS = 60;

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
    Value.Choice choice = new Value.Choice(List.copyOf(options));
    return options.size() > MAX_OPTIONS || isLarge(choice)
        ? mixture(List.of(choice), location)
        : choice;
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
    return mixture(List.of(before, after), location);
  }

  /** Any sequence of the atoms of these. */
  public static Value mixture(List<Value> values, Location location) {
    Set<Value> atoms = new LinkedHashSet<>();
    values.forEach(value -> forEachAtom(value, atoms::add));
    if (atoms.size() <= MAX_ATOMS) {
      return new Value.Repeat(List.copyOf(atoms), location);
    }
    List<Value> kept = new ArrayList<>();
    for (Value atom : atoms) {
      if (!(atom instanceof Value.Constant) && kept.size() < MAX_ATOMS - 1) {
        kept.add(atom);
      }
    }
    kept.add(Value.Constant.of("\u2026"));
    return new Value.Repeat(kept, location);
  }

  private static boolean isLarge(Value value) {
    return nodes(value, MAX_NODES) > MAX_NODES;
  }

  /** How many values {@code value} is made of; stops counting past {@code limit}. */
  private static int nodes(Value value, int limit) {
    List<Value> inner = List.of();
    if (value instanceof Value.Text text) {
      inner = text.parts();
    } else if (value instanceof Value.Repeat repeat) {
      inner = repeat.parts();
    } else if (value instanceof Value.Choice choice) {
      inner = choice.options();
    }
    int count = 1;
    for (int i = 0; i < inner.size() && count <= limit; i++) {
      count += nodes(inner.get(i), limit - count);
    }
    return count;
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
    placeInContext(flat);
    Value.Text text = new Value.Text(flat, location);
    return isLarge(text) ? mixture(flat, location) : text;
  }

  /** Tells unknown parts what stands around them, before a mixture forgets the order. */
  private static void placeInContext(List<Value> flat) {
    for (int i = 0; i < flat.size(); i++) {
      if (flat.get(i) instanceof Value.Unknown unknown) {
        flat.set(i, unknown.between(text(flat, i - 1), text(flat, i + 1)));
      } else if (flat.get(i) instanceof Value.Choice choice) {
        String before = text(flat, i - 1);
        String after = text(flat, i + 1);
        flat.set(
            i,
            new Value.Choice(
                choice.options().stream()
                    .map(o -> o instanceof Value.Unknown u ? u.between(before, after) : o)
                    .toList()));
      }
    }
  }

  private static String text(List<Value> parts, int index) {
    return index >= 0 && index < parts.size() && parts.get(index) instanceof Value.Constant constant
        ? constant.text()
        : "";
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

  /**
   * {@code value} with those of its unknown parts that come from the same place as checked ones.
   */
  static Value markHarmless(Value value, Set<Value> checked) {
    if (value instanceof Value.Unknown unknown) {
      for (Value each : checked) {
        Value.Unknown other = (Value.Unknown) each;
        if (other.description().equals(unknown.description())
            && Objects.equals(other.location(), unknown.location())) {
          return unknown.harmless();
        }
      }
    } else if (value instanceof Value.Text text) {
      return new Value.Text(markHarmless(text.parts(), checked), text.location());
    } else if (value instanceof Value.Repeat repeat) {
      return new Value.Repeat(markHarmless(repeat.parts(), checked), repeat.location());
    } else if (value instanceof Value.Choice choice) {
      return new Value.Choice(markHarmless(choice.options(), checked));
    }
    return value;
  }

  private static List<Value> markHarmless(List<Value> values, Set<Value> checked) {
    return values.stream().map(value -> markHarmless(value, checked)).toList();
  }

  /** The string, if {@code value} can be only one. */
  public static java.util.Optional<String> constantText(Value value) {
    return value instanceof Value.Constant constant
            && constant.literal().kind() == Literal.Kind.STRING
        ? java.util.Optional.of(constant.text())
        : java.util.Optional.empty();
  }
}
