package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A summary in the words of a caller: inputs become what the caller hands over, in the state before
 * the call.
 */
final class Instantiation {

  /** Objects that one call makes and that are told apart. */
  private static final int MAX_MADE = 12;

  /** What the caller hands over for an input that is not a field of another; or {@code null}. */
  interface Inputs {
    Val of(Id.Root root);
  }

  private final Reader reader;
  private final State before;
  private final Inputs inputs;
  private final CodeBody caller;
  private final int site;
  private final int callee;
  private final Location at;
  private final String step;
  private final boolean near;
  private Map<Id, JavaType> crowd = Map.of();
  private final Map<Id, Val> resolved = new HashMap<>();
  private final Map<Val, Val> done = new IdentityHashMap<>();
  private final Map<Id, List<Taint>> deep = new HashMap<>();
  private final Map<List<Taint>, List<Taint>> translated = new IdentityHashMap<>();

  Instantiation(
      Reader reader,
      State before,
      Inputs inputs,
      CodeBody caller,
      int site,
      int callee,
      Location at,
      String step,
      boolean near) {
    this.reader = reader;
    this.before = before;
    this.inputs = inputs;
    this.caller = caller;
    this.site = site;
    this.callee = callee;
    this.at = at;
    this.step = step;
    this.near = near;
  }

  /**
   * Takes objects of one class for one where the callee makes many, or many callees make some: what
   * each of them is called here would be another name at each level of calls.
   */
  void crowd(Summary summary, int callees) {
    Map<Id, JavaType> made = new HashMap<>();
    for (Map.Entry<Id, Obj> entry : summary.heap().entrySet()) {
      Obj object = entry.getValue();
      if (object.fresh() && object.function() == null && object.type().isKnown()) {
        made.put(entry.getKey(), object.type());
      }
    }
    if (made.size() * callees > MAX_MADE) {
      crowd = made;
    }
  }

  /** What the caller has for an input of the callee. */
  Val resolve(Id id) {
    Val known = resolved.get(id);
    if (known != null || resolved.containsKey(id)) {
      return known;
    }
    Val value;
    if (id.fields().isEmpty()) {
      value = id.root() instanceof Id.Static ? reader.ofStatic(id, before) : inputs.of(id.root());
    } else {
      Val object = resolve(new Id(id.root(), id.fields().subList(0, id.fields().size() - 1)));
      String last = id.fields().get(id.fields().size() - 1);
      value =
          object == null
              ? null
              : last.equals(Obj.TEXT)
                  ? reader.text(object, before)
                  : reader.load(
                      object, id.fields().get(id.fields().size() - 1), JavaType.UNKNOWN, before);
    }
    resolved.put(id, value);
    return value;
  }

  /** The caller's name for what the callee made. */
  private Id made(Id id) {
    if (id.isInput()) {
      return id;
    }
    Id base = id.base();
    JavaType kind = crowd.get(base);
    Id here =
        Id.made(site, kind != null ? kind.toString().hashCode() : 31L * callee + base.hashCode());
    for (String field : id.fields()) {
      here = here.field(field);
    }
    return here;
  }

  /** Where all that the caller has for an input comes from. */
  private List<Taint> deepTaints(Id id) {
    List<Taint> known = deep.get(id);
    if (known == null) {
      Val value = resolve(id);
      known = value == null ? List.of() : reader.deepTaints(value, before);
      deep.put(id, known);
    }
    return known;
  }

  Val value(Val value) {
    if (value == null
        || value instanceof Val.Const
        || value instanceof Val.Atom atom && atom.id() == Id.OPAQUE) {
      return value;
    }
    Val known = done.get(value);
    if (known == null) {
      known = translate(value);
      if (known != null) {
        done.put(value, known);
      }
    }
    return known;
  }

  private Val translate(Val value) {
    if (value instanceof Val.Atom atom) {
      return atom(atom);
    }
    if (value instanceof Val.Text text) {
      return Join.concat(parts(text.parts()), text.joined());
    }
    if (value instanceof Val.Repeat repeat) {
      return new Val.Repeat(parts(repeat.parts()));
    }
    if (value instanceof Val.Choice choice) {
      Val joined = null;
      for (Val option : choice.options()) {
        joined = Join.of(joined, value(option));
      }
      return joined;
    }
    return condition((Val.Condition) value);
  }

  private List<Val> parts(List<Val> parts) {
    List<Val> translated = new ArrayList<>(parts.size());
    for (Val part : parts) {
      Val each = value(part);
      if (each != null) {
        translated.add(reader.text(each, before));
      }
    }
    return translated;
  }

  private Val condition(Val.Condition condition) {
    Map<Id, Long> whenTrue = new HashMap<>();
    Map<Id, Long> whenFalse = new HashMap<>();
    List<Val.Check> checks = new ArrayList<>();
    proofs(condition.whenTrue(), true, whenTrue, checks);
    proofs(condition.whenFalse(), false, whenFalse, checks);
    List<Id> ids = new ArrayList<>();
    for (Id id : condition.inputs()) {
      Val value = resolve(id);
      if (value != null) {
        for (Id each : Truth.inputs(value)) {
          if (!ids.contains(each)) {
            ids.add(each);
          }
        }
      }
    }
    return new Val.Condition(whenTrue, whenFalse, checks, ids);
  }

  private void proofs(
      Map<Id, Long> proofs, boolean when, Map<Id, Long> into, List<Val.Check> checks) {
    proofs.forEach(
        (id, kinds) -> {
          if (!id.isInput()) {
            return;
          }
          Val value = resolve(id);
          Val.Condition test = Truth.test(value, when, kinds, List.of());
          (when ? test.whenTrue() : test.whenFalse())
              .forEach((each, bits) -> into.merge(each, bits, (a, b) -> a | b));
          checks.addAll(test.checks());
        });
  }

  private Val atom(Val.Atom atom) {
    if (atom.id().isInput()) {
      Val value = resolve(atom.id());
      if (value == null) {
        return null;
      }
      Taint own = own(atom);
      Val here =
          own == null || own.trace() == null && own.cleared() == 0 ? value : passed(value, own);
      return atom.forms().isEmpty() && !atom.canonical() ? here : here;
    }
    List<Val.Form> forms = new ArrayList<>();
    for (Val.Form form : atom.forms()) {
      if (form.of().isInput()) {
        if (resolve(form.of()) instanceof Val.Atom other) {
          forms.add(new Val.Form(other.id(), form.kinds()));
        }
      } else {
        forms.add(new Val.Form(made(form.of()), form.kinds()));
      }
    }
    return new Val.Atom(
        made(atom.id()), atom.type(), taints(atom.taints()), forms, atom.canonical());
  }

  private static Taint own(Val.Atom atom) {
    for (Taint taint : atom.taints()) {
      if (taint.origin().equals(atom.id())) {
        return taint;
      }
    }
    return null;
  }

  /** The caller's value after what the callee did to it. */
  private Val passed(Val value, Taint inner) {
    if (value instanceof Val.Atom atom) {
      List<Taint> through = new ArrayList<>(atom.taints().size());
      for (Taint outer : atom.taints()) {
        Taint each = compose(outer, inner);
        if (!each.isSpent() || each.origin() instanceof Id) {
          through.add(each);
        }
      }
      return atom.with(through);
    }
    return Heap.cleared(value, inner.cleared());
  }

  private Taint compose(Taint outer, Taint inner) {
    Trace way =
        inner.trace() == null && step == null
            ? outer.trace()
            : outer.trace() == null && outer.origin() instanceof Id && inner.trace() == null
                ? null
                : Trace.call(outer.trace(), caller, at, step, inner.trace());
    return new Taint(
        outer.origin(),
        outer.cleared() | inner.cleared(),
        outer.encoded() | inner.encoded(),
        outer.exact() && inner.exact(),
        way);
  }

  List<Taint> taints(List<Taint> taints) {
    if (taints.isEmpty()) {
      return taints;
    }
    // The same list stands at many values.
    List<Taint> known = translated.get(taints);
    if (known == null) {
      known = translate(taints);
      translated.put(taints, known);
    }
    return known;
  }

  private List<Taint> translate(List<Taint> taints) {
    List<Taint> here = new ArrayList<>(taints.size());
    for (Taint taint : taints) {
      if (!(taint.origin() instanceof Id id)) {
        here.add(taint);
        continue;
      }
      for (Taint outer : deepTaints(id)) {
        Taint each = compose(outer, taint);
        if (!each.isSpent() || each.origin() instanceof Id) {
          here.add(each);
        }
      }
    }
    return Join.all(List.of(here));
  }

  /** Changes {@code after}, which was {@code before}, as the callee does. */
  void apply(Summary summary, State after) {
    Map<Id, Obj> changes = new HashMap<>();
    List<Runnable> stores = new ArrayList<>();
    for (Map.Entry<Id, Obj> entry : sorted(near ? summary.heap() : summary.far())) {
      Id id = entry.getKey();
      Obj object = entry.getValue();
      TreeMap<String, Val> slots = new TreeMap<>();
      for (Map.Entry<String, Val> slot : object.slots().entrySet()) {
        Val value = value(slot.getValue());
        if (value != null) {
          slots.put(slot.getKey(), value);
        }
      }
      List<Val> items = null;
      if (object.items() != null) {
        items = new ArrayList<>();
        for (Val item : object.items()) {
          Val value = value(item);
          items.add(value == null ? Val.NULL : value);
        }
      }
      if (object.fresh()) {
        Id here = made(id);
        Obj made = new Obj(object.type(), true, object.many(), slots, items, object.function());
        Obj old = after.object(here);
        changes.merge(
            here,
            old == null ? made : Join.objects(old, made, here, null).several(),
            (one, other) -> Join.objects(one, other, here, null).several());
      } else {
        Val target =
            id.fields().isEmpty() && id.root() instanceof Id.Static
                ? new Val.Atom(id, JavaType.UNKNOWN, List.of())
                : id.isInput() ? resolve(id) : new Val.Atom(made(id), object.type(), List.of());
        stores.add(() -> slots.forEach((name, v) -> reader.store(target, name, v, after)));
      }
    }
    changes.forEach(
        (id, object) -> {
          if (!object.equals(after.object(id))) {
            after.put(id, object);
          }
        });
    stores.forEach(Runnable::run);
    summary
        .checked()
        .forEach(
            (id, kinds) -> {
              if (id.isInput()) {
                Truth.assume(Truth.test(resolve(id), true, kinds, List.of()), true, after);
              }
            });
  }

  private static List<Map.Entry<Id, Obj>> sorted(Map<Id, Obj> heap) {
    if (heap.size() < 2) {
      return new ArrayList<>(heap.entrySet());
    }
    List<Map.Entry<Id, Obj>> entries = new ArrayList<>(heap.entrySet());
    entries.sort(Map.Entry.comparingByKey());
    return entries;
  }

  /** Whether something that may come from a source stands for one of the inputs that decide. */
  boolean carries(Hit hit) {
    for (Id id : hit.inputs()) {
      if (!near && id.isStore()) {
        // What other types' fields hold is found without order.
        continue;
      }
      Val value = resolve(id);
      if (value != null && (Val.TRUE.equals(value) || !deepTaints(id).isEmpty())) {
        return true;
      }
    }
    return false;
  }

  /** What comes into shared places through the callee, from the caller. */
  void stored(
      Summary summary, java.util.function.BiConsumer<SharedStores.Place, List<Taint>> into) {
    summary
        .stored()
        .forEach(
            (place, taints) -> {
              List<Taint> handed = new ArrayList<>();
              for (Taint taint : taints) {
                if (taint.origin() instanceof Id id && !(id.root() instanceof Id.Static)) {
                  handed.add(taint);
                }
              }
              List<Taint> here = taints(handed);
              if (!here.isEmpty()) {
                into.accept(place, here);
              }
            });
  }

  Hit hit(Hit hit) {
    TreeMap<String, Val> settings = new TreeMap<>();
    hit.settings().forEach((name, value) -> settings.put(name, value(value)));
    Val of = settings.remove(SettingsBehind.OF);
    boolean settled =
        hit.settled() | (of != null && SettingsBehind.collect(of, settings, reader, before));
    Val value = value(hit.value());
    return new Hit(
        hit.sink(),
        value == null ? null : reader.flat(value, before),
        settings,
        settled,
        hit.depth() + 1);
  }
}
