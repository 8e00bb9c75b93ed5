package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.Place;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places of the library data, read and written at a call. */
final class CallPlaces {

  /** These leave what a map has for a key, or may leave it. */
  private static final Set<String> ON_CONDITION =
      Set.of("putIfAbsent", "computeIfAbsent", "computeIfPresent", "merge");

  /** What a writer or stream writes to. */
  static final String INTO = "^into";

  /** A writer around a writer around a stream. */
  private static final int MAX_WRAPPED = 5;

  private final CodeBody body;
  private final Reader reader;

  CallPlaces(CodeBody body, Reader reader) {
    this.body = body;
    this.reader = reader;
  }

  static boolean isOwnTaint(List<Taint> taints, Val.Atom receiver) {
    return taints.size() == 1 && taints.get(0).origin().equals(receiver.id());
  }

  /** What comes from outside gets a step where a library passes it on. */
  List<Taint> steps(List<Taint> taints, LibraryCall call) {
    if (taints.isEmpty()) {
      return taints;
    }
    List<Taint> noted = new ArrayList<>(taints.size());
    for (Taint taint : taints) {
      boolean here =
          taint.trace() != null
              && taint.trace().before() == null
              && taint.trace().at().equals(body.location(call.site().span()));
      noted.add(
          !here && (taint.origin() instanceof Source || taint.trace() != null)
              ? taint.with(
                  Trace.step(
                      taint.trace(),
                      body,
                      call.site(),
                      "passes through " + call.target().displayName().replace("<init>", "new")))
              : taint);
    }
    return noted;
  }

  Val read(LibraryCall call, Place place, MethodModel model) {
    Val base = base(call, place);
    return base == null ? null : into(base, place, model, call.state(), call);
  }

  Val base(LibraryCall call, Place place) {
    List<Val> arguments = call.arguments();
    return switch (place.base()) {
      case RECEIVER -> call.receiver();
      case ARGUMENT -> place.index() < arguments.size() ? arguments.get(place.index()) : null;
      case LAST -> arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
      case FROM -> {
        Val joined = null;
        for (int i = place.index(); i < arguments.size(); i++) {
          joined = Join.of(joined, arguments.get(i));
        }
        yield joined;
      }
      case RESULT -> null;
    };
  }

  Val into(Val value, Place place, MethodModel model, State state) {
    return into(value, place, model, state, null);
  }

  Val into(Val value, Place place, MethodModel model, State state, LibraryCall call) {
    for (Place.Part part : place.parts()) {
      if (value == null) {
        return null;
      }
      value =
          switch (part) {
            case ELEMENT -> reader.load(value, Obj.ELEMENT, JavaType.UNKNOWN, state);
            case KEY -> reader.load(value, Obj.KEY, JavaType.UNKNOWN, state);
            case VALUE -> reader.load(value, key(call, model), JavaType.UNKNOWN, state);
            case FIELDS -> value;
          };
    }
    return value;
  }

  /** The slot for the key that a call names. */
  String key(LibraryCall call, MethodModel model) {
    if (call == null || model.key().isEmpty()) {
      return Obj.VALUE;
    }
    Val key = base(call, model.key().get());
    return key instanceof Val.Const constant ? ContainerCalls.slot(constant) : Obj.VALUE;
  }

  void writeTo(LibraryCall call, Place to, MethodModel model, Val value) {
    Val base = base(call, new Place(to.base(), to.index(), Optional.empty(), List.of()));
    if (base == null) {
      return;
    }
    if (to.parts().isEmpty() || to.parts().get(0) == Place.Part.FIELDS) {
      List<Taint> taints = Transfer.inexact(reader.deepTaints(value, call.state()));
      if (base instanceof Val.Atom atom && !taints.isEmpty() && !isOwnTaint(taints, atom)) {
        into(atom, value, steps(taints, call), call, 0);
      }
      return;
    }
    write(call, base, to, model, value);
  }

  /** Data go into an object that is looked at as a whole, and on to what stands behind it. */
  void into(Val.Atom object, Val value, List<Taint> taints, LibraryCall call, int depth) {
    State state = call.state();
    Obj held = state.object(object.id());
    Val text = held == null ? null : held.slot(Obj.TEXT);
    if (text != null) {
      reader.store(
          object, Obj.TEXT, Join.concat(List.of(text, reader.text(value, state)), null), state);
    } else {
      reader.store(
          object, Obj.TAINT, new Val.Atom(object.id().field("#"), JavaType.UNKNOWN, taints), state);
    }
    Val behind = held == null ? null : held.slot(INTO);
    if (behind instanceof Val.Atom next && depth < MAX_WRAPPED) {
      into(next, value, taints, call, depth + 1);
    }
  }

  void write(LibraryCall call, Val object, Place to, MethodModel model, Val value) {
    Val at = object;
    List<Place.Part> parts = to.parts();
    for (int i = 0; i < parts.size(); i++) {
      String slot =
          switch (parts.get(i)) {
            case ELEMENT -> Obj.ELEMENT;
            case KEY -> Obj.KEY;
            case VALUE -> key(call, model);
            case FIELDS -> Obj.TAINT;
          };
      if (i == parts.size() - 1) {
        Val old =
            ON_CONDITION.contains(call.target().name()) && parts.get(i) == Place.Part.VALUE
                ? reader.load(at, slot, JavaType.UNKNOWN, call.state())
                : null;
        reader.store(at, slot, Join.of(old, value), call.state());
      } else {
        Val next = slotOf(at, slot, call.state());
        if (next == null) {
          Id id = at instanceof Val.Atom atom ? atom.id().field(slot) : Id.made(call.number(), 77);
          call.state().putIfAbsent(id, Obj.fresh(JavaType.UNKNOWN));
          next = new Val.Atom(id, JavaType.UNKNOWN, List.of());
          reader.store(at, slot, next, call.state());
        }
        at = next;
      }
    }
  }

  static Val slotOf(Val object, String slot, State state) {
    if (object instanceof Val.Atom atom) {
      Obj held = state.object(atom.id());
      return held == null ? null : held.slot(slot);
    }
    return null;
  }
}
