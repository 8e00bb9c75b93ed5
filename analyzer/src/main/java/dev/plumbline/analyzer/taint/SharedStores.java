package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What methods leave in places that other methods read: static fields, fields of objects that there
 * is one of (beans, servlets), attributes of sessions and requests by their keys. Without order:
 * what any method has written, any may read.
 */
final class SharedStores {

  /** Stores that are filled from stores that are filled from stores. */
  private static final int MAX_DEPTH = 4;

  private final Context context;
  private final Map<String, List<Taint>> taints = new TreeMap<>();

  SharedStores(Context context) {
    this.context = context;
  }

  boolean isEmpty() {
    return taints.isEmpty();
  }

  void collect(CodeBody body, Summary summary) {
    summary
        .written()
        .forEach(
            (field, sources) -> {
              String key = ofField(body, field);
              if (key != null) {
                taints.merge(key, sources, Join::taints);
              }
            });
    summary
        .heap()
        .forEach(
            (id, object) -> {
              if (object.fresh()) {
                return;
              }
              object
                  .slots()
                  .forEach(
                      (slot, value) -> {
                        String key = key(body, id, slot);
                        if (key != null && !slot.startsWith("!")) {
                          add(key, value, summary, id);
                        }
                      });
            });
  }

  private void add(String key, Val value, Summary summary, Id target) {
    State heap = State.of(summary.heap());
    List<Taint> kept = new ArrayList<>();
    for (Taint taint : context.reader().deepTaints(value, heap)) {
      boolean shared =
          taint.origin() instanceof Id id
              && id.root() instanceof Id.Static
              && !id.base().equals(target.base());
      if (taint.origin() instanceof Source || shared) {
        kept.add(taint);
      }
    }
    if (!kept.isEmpty()) {
      taints.merge(key, kept, Join::taints);
    }
  }

  /** The name of a place that methods share, or {@code null}. */
  private String key(CodeBody body, Id id, String slot) {
    if (id.root() instanceof Id.Static root) {
      if (root.name().startsWith("=")) {
        return null;
      }
      if (root.name().startsWith("@")) {
        String first = id.fields().isEmpty() ? slot : id.fields().get(0);
        return root.name() + first;
      }
      return root.name();
    }
    if (id.root() instanceof Id.This) {
      String field = id.fields().isEmpty() ? slot : id.fields().get(0);
      return ofField(body, field);
    }
    return null;
  }

  private String ofField(CodeBody body, String field) {
    if (field.startsWith("^") || field.startsWith("#") || !context.isShared(body.owner())) {
      return null;
    }
    JavaType owner = body.owner().type();
    Members.Field found =
        context.program().members().field(owner, field, body.owner()).orElse(null);
    return found == null ? null : found.owner() + "." + field;
  }

  /** The sources behind a taint that comes from a shared place. */
  List<Taint> of(CodeBody body, Taint taint) {
    return of(body, taint, 0);
  }

  private List<Taint> of(CodeBody body, Taint taint, int depth) {
    Id id = (Id) taint.origin();
    if (depth > MAX_DEPTH || id.fields().isEmpty() && !(id.root() instanceof Id.Static)) {
      return List.of();
    }
    String key =
        id.root() instanceof Id.Static || id.root() instanceof Id.This
            ? key(body, id, id.fields().isEmpty() ? "" : id.fields().get(0))
            : null;
    if (key == null) {
      return List.of();
    }
    List<Taint> found = new ArrayList<>(taints.getOrDefault(key, List.of()));
    if (key.startsWith("@")) {
      // A key that is not known may be any.
      String store = key.substring(0, key.indexOf('{') < 0 ? key.length() : key.indexOf('{'));
      if (key.endsWith(Obj.VALUE)) {
        taints.forEach(
            (other, more) -> {
              if (other.startsWith(store + "{") && !other.equals(key)) {
                found.addAll(more);
              }
            });
      } else {
        found.addAll(taints.getOrDefault(store + Obj.VALUE, List.of()));
      }
    }
    List<Taint> sources = new ArrayList<>();
    for (Taint stored : found) {
      if (stored.origin() instanceof Source) {
        sources.add(after(stored, taint));
      } else {
        for (Taint deeper : of(body, stored, depth + 1)) {
          sources.add(after(deeper, taint));
        }
      }
    }
    return sources;
  }

  private static Taint after(Taint stored, Taint read) {
    Trace way =
        read.trace() == null
            ? stored.trace()
            : Trace.call(stored.trace(), null, read.trace().at(), null, read.trace());
    return new Taint(
        stored.origin(), stored.cleared() | read.cleared(), 0, stored.exact() && read.exact(), way);
  }
}
