package dev.plumbline.analyzer.taint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of an object that was made of another one, or that came in, where the other one is
 * known: a parser's are those of its factory, a parameter's those of what the caller hands over.
 */
final class SettingsBehind {

  /** The slot, and the setting, that leads to the object which has them. */
  static final String OF = "^of";

  /** The setting that names the field that held the object, for what others have set on it. */
  static final String FIELD = "^field";

  private static final int MAX_STEPS = 4;

  private SettingsBehind() {}

  /**
   * Adds what is set on {@code of} and not yet among {@code settings}; where it comes in from
   * outside, the way to it is left under {@link #OF} for the caller.
   *
   * @return whether the whole life of the object is known
   */
  static boolean collect(Val of, TreeMap<String, Val> settings, Reader reader, State state) {
    Val next = of;
    boolean settled = false;
    for (int i = 0; i < MAX_STEPS && next instanceof Val.Atom atom; i++) {
      Obj held = state.object(atom.id());
      next = null;
      if (held != null) {
        for (Map.Entry<String, Val> slot : held.slots().entrySet()) {
          if (slot.getKey().startsWith("!")) {
            settings.putIfAbsent(slot.getKey().substring(1), reader.flat(slot.getValue(), state));
          }
        }
        settled |= held.fresh();
        next = held.slot(OF);
      }
      if (next == null && atom.id().isInput() && !settled) {
        settings.put(OF, new Val.Atom(atom.id(), atom.type(), List.of()));
      }
    }
    return settled;
  }
}
