package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was set on the objects that fields hold: by initialisers, constructors and whatever else
 * assigns them or changes what they hold. Without order: what any method has set counts.
 */
final class FieldSettings {

  private final Context context;

  /** By the name of the field: its settings, and whether the object was made by who stored it. */
  private final Map<String, TreeMap<String, Val>> settings = new TreeMap<>();

  private final Map<String, Boolean> made = new TreeMap<>();

  FieldSettings(Context context) {
    this.context = context;
  }

  void collect(CodeBody body, Summary summary) {
    summary
        .heap()
        .forEach(
            (id, object) -> {
              if (object.fresh() || !isShared(id)) {
                return;
              }
              object
                  .slots()
                  .forEach(
                      (slot, value) -> {
                        if (slot.startsWith("!")) {
                          add(name(context, body, id, ""), slot.substring(1), value);
                        } else if (!slot.startsWith("^") && !slot.startsWith("#")) {
                          stored(name(context, body, id, slot), value, summary.heap());
                        }
                      });
            });
  }

  private static boolean isShared(Id id) {
    return id.root() instanceof Id.This || id.isStore();
  }

  private void stored(String field, Val value, Map<Id, Obj> heap) {
    if (field == null || !(value instanceof Val.Atom)) {
      return;
    }
    TreeMap<String, Val> found = new TreeMap<>();
    State state = State.of(heap);
    boolean settled = SettingsBehind.collect(value, found, context.reader(), state);
    found.remove(SettingsBehind.OF);
    made.merge(field, settled, Boolean::logicalAnd);
    found.forEach((name, each) -> add(field, name, each));
  }

  private void add(String field, String name, Val value) {
    if (field != null) {
      settings.computeIfAbsent(field, key -> new TreeMap<>()).merge(name, value, Join::of);
    }
  }

  /** The field at the end of the way, by the type that declares it; or {@code null}. */
  static String name(Context context, CodeBody body, Id id, String last) {
    List<String> way = new ArrayList<>(id.fields());
    String key = null;
    JavaType type = body.owner().type();
    if (id.root() instanceof Id.Static root) {
      boolean itself = way.isEmpty() && (last.isEmpty() || last.equals(Obj.STATIC));
      return itself && isShared(id) ? root.name() : null;
    }
    if (!(id.root() instanceof Id.This)) {
      return null;
    }
    if (!last.isEmpty()) {
      way.add(last);
    }
    for (String step : way) {
      Members.Field found =
          type.isClass()
              ? context.program().members().field(type, step, body.owner()).orElse(null)
              : null;
      if (found == null) {
        return null;
      }
      key = found.owner() + "." + step;
      type = found.type();
    }
    return key;
  }

  /** The hit with what is known of the object that a field held. */
  Hit of(Hit hit) {
    if (!(hit.settings().get(SettingsBehind.FIELD) instanceof Val.Const field)) {
      return hit;
    }
    String name = String.valueOf(field.value());
    TreeMap<String, Val> all = new TreeMap<>(hit.settings());
    settings.getOrDefault(name, new TreeMap<>()).forEach(all::putIfAbsent);
    boolean settled = hit.settled() || made.getOrDefault(name, false);
    return new Hit(hit.sink(), hit.value(), all, settled, hit.depth(), hit.inputs());
  }
}
