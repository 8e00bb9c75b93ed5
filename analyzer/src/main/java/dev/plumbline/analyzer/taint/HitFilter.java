package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which hits a summary keeps for the callers. */
final class HitFilter {

  /** Callers are asked that far from the sink. */
  static final int MAX_DEPTH = 12;

  /** Whether a text is constant is asked of near callers: it gets long on the way. */
  private static final int MAX_TEXT_DEPTH = 3;

  /** Of one kind and input; more say nothing new about the input. */
  private static final int PER_INPUT = 4;

  private HitFilter() {}

  private record Key(Class<?> role, SinkKind kind, boolean isText, Id input) {}

  /** What stands for a value of which only the origin matters. */
  private static final Id WHOLE = Id.made(-8, 0);

  /** The hits that depend on inputs, those nearest to their sinks where there are too many. */
  static List<Hit> open(List<Hit> hits, BodyAnalysis analysis) {
    if (hits.isEmpty()) {
      return List.of();
    }
    List<Hit> open = new ArrayList<>();
    Map<Key, Integer> counts = new HashMap<>();
    List<Hit> sorted = new ArrayList<>(hits);
    sorted.sort(java.util.Comparator.comparingInt(Hit::depth));
    for (Hit hit : sorted) {
      if (hit.value() == null) {
        continue;
      }
      boolean isText = hit.sink().kind() == null && hit.sink().role() instanceof MethodRole.Sink;
      if (hit.depth() > (isText ? MAX_TEXT_DEPTH : MAX_DEPTH)) {
        continue;
      }
      List<Id> inputs = inputs(hit);
      if (inputs.isEmpty()) {
        continue;
      }
      // A use is told of here, too, if nobody calls: none of the body's own is one too many.
      boolean keep = hit.sink().kind() == null && hit.depth() == 0;
      for (Id id : inputs) {
        int count =
            counts.merge(
                new Key(hit.sink().role().getClass(), hit.sink().kind(), hit.sink().isText(), id),
                1,
                Integer::sum);
        keep |= count <= (hit.sink().kind() == SinkKind.LOG ? 1 : PER_INPUT);
      }
      if (keep) {
        open.add(hit.sink().kind() == SinkKind.LOG ? whole(hit, inputs) : hit.with(inputs));
      } else {
        analysis.context.budgets().spent(Budgets.Limit.SINKS, analysis.body);
      }
    }
    return open;
  }

  /** The hit without the texts around: in a log it does not matter where the data stand. */
  private static Hit whole(Hit hit, List<Id> inputs) {
    List<Taint> taints = new ArrayList<>();
    taints(hit.value(), hit, taints);
    return new Hit(
        hit.sink(),
        new Val.Atom(WHOLE, JavaType.UNKNOWN, Join.all(List.of(taints))),
        hit.settings(),
        hit.settled(),
        hit.depth(),
        inputs);
  }

  private static void taints(Val value, Hit hit, List<Taint> into) {
    if (value instanceof Val.Atom atom) {
      for (Taint taint : atom.taints()) {
        if (taint.origin() instanceof Id && !Kinds.isCleared(taint.cleared(), hit.sink().kind())) {
          into.add(taint);
        }
      }
      return;
    }
    Reader.parts(value).forEach(part -> taints(part, hit, into));
  }

  static boolean dependsOnInputs(Hit hit) {
    return !inputs(hit).isEmpty();
  }

  /** The inputs that decide whether this is a flow, or what the value of a use is. */
  static List<Id> inputs(Hit hit) {
    List<Id> ids = new ArrayList<>();
    collect(hit.value(), hit, ids);
    if (hit.sink().kind() == null) {
      hit.settings().values().forEach(value -> collect(value, hit, ids));
    } else if (hit.settings().get("html") instanceof Val.Atom writer && writer.id().isInput()) {
      ids.add(writer.id());
    }
    return ids;
  }

  private static void collect(Val value, Hit hit, List<Id> ids) {
    if (value instanceof Val.Atom atom) {
      Sink sink = hit.sink();
      // Of a text that comes to a sink, too, only what can do harm there is of interest.
      SinkKind kind = sink.isText() ? ((MethodRole.Sink) sink.role()).kind() : sink.kind();
      for (Taint taint : atom.taints()) {
        boolean counts = kind == null || !Kinds.isCleared(taint.cleared(), kind);
        if (counts && taint.origin() instanceof Id id && !ids.contains(id)) {
          ids.add(id);
        }
      }
      if (kind == null && atom.id().isInput() && !ids.contains(atom.id())) {
        ids.add(atom.id());
      }
      return;
    }
    Reader.parts(value).forEach(part -> collect(part, hit, ids));
  }
}
