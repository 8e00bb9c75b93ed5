package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What of a value at a sink comes from where, in the words of rules. */
final class Strands {

  private Strands() {}

  /** Whether data of a source are in the value that are harmful for the sink's kind. */
  static boolean reaches(Hit hit) {
    return reaches(hit.value(), hit);
  }

  private static boolean reaches(Val value, Hit hit) {
    if (value instanceof Val.Atom atom) {
      for (Taint taint : atom.taints()) {
        if (taint.origin() instanceof Source && isHarmful(taint, hit)) {
          return true;
        }
      }
      return false;
    }
    for (Val part : Reader.parts(value)) {
      if (reaches(part, hit)) {
        return true;
      }
    }
    return false;
  }

  static boolean isHarmful(Taint taint, Hit hit) {
    if (hit.sink().kind() == null) {
      return true;
    }
    return Kinds.isRandom(taint.origin()) || !Kinds.isCleared(taint.cleared(), hit.sink().kind());
  }

  /** The place of a part in the value. */
  private record Around(String before, boolean first, String after, boolean last) {}

  /** Hands each taint of the value to {@code found} with its strand. */
  static void each(Hit hit, BiConsumer<Taint, Strand> found, SourceOf sources) {
    walk(hit.value(), new Around("", true, "", true), null, hit, found, sources);
  }

  /** The sources behind an origin, with the way from each to it. */
  interface SourceOf {
    List<Taint> of(Taint taint);
  }

  private static void walk(
      Val value,
      Around around,
      Trace joined,
      Hit hit,
      BiConsumer<Taint, Strand> found,
      SourceOf sources) {
    if (value instanceof Val.Atom atom) {
      for (Taint taint : atom.taints()) {
        if (!isHarmful(taint, hit)) {
          continue;
        }
        for (Taint real : sources.of(taint)) {
          if (isHarmful(real, hit)) {
            found.accept(real, strand(real, around, joined));
          }
        }
      }
    } else if (value instanceof Val.Choice choice) {
      choice.options().forEach(o -> walk(o, around, joined, hit, found, sources));
    } else if (value instanceof Val.Repeat repeat) {
      Around within = new Around("", false, "", false);
      repeat.parts().forEach(p -> walk(p, within, joined, hit, found, sources));
    } else if (value instanceof Val.Text text) {
      for (int i = 0; i < text.parts().size(); i++) {
        Val part = text.parts().get(i);
        if (!(part instanceof Val.Const)) {
          walk(
              part,
              around(text.parts(), i, around),
              text.joined() != null ? text.joined() : joined,
              hit,
              found,
              sources);
        }
      }
    }
  }

  private static Around around(List<Val> parts, int at, Around outer) {
    StringBuilder before = new StringBuilder();
    int from = at - 1;
    while (from >= 0 && parts.get(from) instanceof Val.Const constant) {
      before.insert(0, Join.text(constant));
      from--;
    }
    boolean first = from < 0 && outer.first();
    if (from < 0) {
      before.insert(0, outer.before());
    }
    StringBuilder after = new StringBuilder();
    int to = at + 1;
    while (to < parts.size() && parts.get(to) instanceof Val.Const constant) {
      after.append(Join.text(constant));
      to++;
    }
    boolean last = to >= parts.size() && outer.last();
    if (to >= parts.size()) {
      after.append(outer.after());
    }
    return new Around(before.toString(), first, after.toString(), last);
  }

  private static Strand strand(Taint taint, Around around, Trace joined) {
    List<FlowStep> path = new ArrayList<>(Trace.steps(taint.trace()));
    if (joined != null && !path.isEmpty()) {
      Location place = joined.at();
      boolean known =
          path.stream()
              .anyMatch(
                  step ->
                      step.location().path().equals(place.path())
                          && step.location().span().startLine() == place.span().startLine());
      if (!known) {
        path.add(new FlowStep(place, "becomes part of a text"));
      }
    }
    return new Strand(
        (Source) taint.origin(),
        path,
        around.before(),
        around.first(),
        around.after(),
        around.last(),
        taint.exact());
  }

  // ---- uses

  /** The constants that the value may be; those of arrays one by one. */
  static List<Object> constants(Val value) {
    Set<Object> constants = new LinkedHashSet<>();
    collect(value, constants);
    List<Object> sorted = new ArrayList<>(constants);
    sorted.sort(java.util.Comparator.comparing(String::valueOf));
    return sorted;
  }

  private static void collect(Val value, Set<Object> constants) {
    if (value instanceof Val.Const constant && constant.value() != null) {
      if (constant.value() instanceof String text && text.indexOf('\0') >= 0) {
        constants.addAll(List.of(text.split("\0", -1)));
      } else {
        constants.add(constant.value());
      }
    } else if (value instanceof Val.Choice choice) {
      choice.options().forEach(option -> collect(option, constants));
    }
  }

  static boolean isComplete(Val value) {
    return value instanceof Val.Const
        || value instanceof Val.Choice choice
            && choice.options().stream().allMatch(Strands::isComplete);
  }

  static Settings settings(Hit hit) {
    Map<String, Set<String>> values = new TreeMap<>();
    hit.settings()
        .forEach(
            (name, value) -> {
              if (name.startsWith("^")) {
                return;
              }
              Set<String> texts = new TreeSet<>();
              texts(value, texts);
              values.put(name, texts);
            });
    return new Settings(values, hit.settled());
  }

  private static void texts(Val value, Set<String> texts) {
    if (value instanceof Val.Const constant) {
      texts.add(Join.text(constant));
    } else if (value instanceof Val.Choice choice) {
      choice.options().forEach(option -> texts(option, texts));
    } else if (value instanceof Val.Atom atom
        && atom.id().root() instanceof Id.Static field
        && atom.id().fields().isEmpty()
        && Character.isUpperCase(field.name().charAt(field.name().lastIndexOf('.') + 1))) {
      // A constant of a library by its name: MediaType.APPLICATION_JSON.
      texts.add(field.name().substring(field.name().lastIndexOf('.') + 1));
    } else {
      texts.add("?");
    }
  }
}
