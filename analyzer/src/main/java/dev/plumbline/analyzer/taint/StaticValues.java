package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What fields hold from their initialisers on, when nothing else assigns them. Initialisers are
 * looked at alone, without the methods that they call, so that no answer depends on what was asked
 * before.
 */
final class StaticValues {

  private static final List<String> MUTATORS =
      List.of(
          "add", "put", "set", "remove", "clear", "push", "offer", "replace", "compute", "merge",
          "insert", "append");

  private final Context context;
  private final Map<String, Optional<ConstantValue>> constants = new ConcurrentHashMap<>();
  private final Map<TypeInfo, Initial> statics = new ConcurrentHashMap<>();
  private final Map<TypeInfo, Initial> instances = new ConcurrentHashMap<>();
  private final Map<TypeInfo, Set<String>> changed = new ConcurrentHashMap<>();

  StaticValues(Context context) {
    this.context = context;
  }

  /**
   * What initialisers leave in fields.
   *
   * @param values by the field's name
   * @param heap what these refer to
   */
  private record Initial(Map<String, Val> values, Map<Id, Obj> heap) {
    static final Initial NONE = new Initial(Map.of(), Map.of());
  }

  /** The value of a static field that this body has not written. */
  Val of(Members.Field field, Id id, State state) {
    Val constant = constant(field, id, state);
    if (constant != null) {
      return constant;
    }
    Val initial = initial(field, true, state);
    return initial != null
        ? initial
        : Heap.input(id, field.type())
            .with(
                Heap.inType(
                    Heap.input(id, field.type()).taints(),
                    field.type(),
                    context.reader().hierarchy()));
  }

  /** The value of a field that only its initialiser assigns, or {@code null}. */
  Val ofFinalField(Members.Field field, State state) {
    if (field.info().isEmpty() || field.declaration().isEmpty()) {
      return null;
    }
    Val constant = constant(field, Id.ofStatic("=" + field.owner() + "." + field.name()), state);
    return constant != null ? constant : initial(field, false, state);
  }

  private Val constant(Members.Field field, Id id, State state) {
    ConstantValue value =
        constants
            .computeIfAbsent(
                field.owner() + "." + field.name(),
                key -> {
                  if (context.isFilled(field)) {
                    return Optional.empty();
                  }
                  ConstantValue known = context.program().fixedValues().of(field);
                  return known.isKnown() ? Optional.of(known) : Optional.empty();
                })
            .orElse(null);
    return value == null ? null : value(value, id, field.type(), state);
  }

  private static Val value(ConstantValue value, Id id, JavaType type, State state) {
    if (value instanceof ConstantValue.Scalar scalar) {
      return Transfer.boxed(scalar.value());
    }
    if (value instanceof ConstantValue.Several several) {
      List<Val> items = new ArrayList<>();
      int i = 0;
      for (ConstantValue element : several.elements()) {
        items.add(value(element, id.field("[" + i++ + "]"), JavaType.UNKNOWN, state));
      }
      Id own = Id.ofStatic("=" + id);
      if (items.size() > Obj.MAX_ITEMS) {
        Val all = null;
        for (Val item : items) {
          all = Join.of(all, item);
        }
        state.putIfAbsent(own, Obj.fresh(type).with(Obj.ELEMENT, all));
      } else {
        state.putIfAbsent(own, Obj.sequence(type, items));
      }
      return new Val.Atom(own, type, List.of());
    }
    if (value instanceof ConstantValue.Table table) {
      TreeMap<String, Val> slots = new TreeMap<>();
      Val keys = null;
      for (Map.Entry<ConstantValue, ConstantValue> entry : table.entries().entrySet()) {
        Val key = value(entry.getKey(), id, JavaType.UNKNOWN, state);
        Val held =
            value(entry.getValue(), id.field("{" + entry.getKey() + "}"), JavaType.UNKNOWN, state);
        if (key instanceof Val.Const constant) {
          slots.put(ContainerCalls.slot(constant), held);
        }
        keys = Join.of(keys, key);
      }
      if (keys != null) {
        slots.put(Obj.KEY, keys);
      }
      Id own = Id.ofStatic("=" + id);
      JavaType map = type.isClass() ? type : JavaType.of("java.util.Map");
      state.putIfAbsent(own, new Obj(map, true, false, slots, null, null));
      return new Val.Atom(own, map, List.of());
    }
    return new Val.Const(value);
  }

  // ---- initialisers

  private Val initial(Members.Field field, boolean isStatic, State state) {
    TypeInfo owner = field.info().orElse(null);
    FieldDecl declaration = field.declaration().orElse(null);
    if (owner == null
        || declaration == null
        || context.isLocal()
        || isReassigned(owner, declaration)
        || context.isFilled(field)) {
      return null;
    }
    Initial initial =
        (isStatic ? statics : instances).computeIfAbsent(owner, type -> evaluate(type, isStatic));
    Val value = initial.values().get(field.name());
    if (value == null) {
      return null;
    }
    place(value, initial.heap(), state, 0);
    return value;
  }

  private static void place(Val value, Map<Id, Obj> heap, State state, int depth) {
    if (value instanceof Val.Atom atom) {
      Obj object = heap.get(atom.id());
      if (object != null && depth < 6 && !state.has(atom.id())) {
        state.put(atom.id(), object);
        object.slots().values().forEach(each -> place(each, heap, state, depth + 1));
        if (object.items() != null) {
          object.items().forEach(each -> place(each, heap, state, depth + 1));
        }
      }
    } else {
      Reader.parts(value).forEach(each -> place(each, heap, state, depth));
    }
  }

  private Initial evaluate(TypeInfo type, boolean isStatic) {
    CodeBody code =
        type.method(isStatic ? MethodDecl.STATIC_INITIALIZER : MethodDecl.FIELD_INITIALIZER)
            .flatMap(MethodInfo::body)
            .orElse(null);
    if (code == null) {
      return Initial.NONE;
    }
    Summary summary = new BodyAnalysis(context.local(), code, Map.of(), 0, code).run();
    if (summary == null || !summary.returns()) {
      return Initial.NONE;
    }
    String prefix = "=" + type.name() + (isStatic ? "#" : "@");
    Map<Id, Obj> heap = new HashMap<>();
    Map<String, Val> values = new HashMap<>();
    Set<String> mutated = mutated(type);
    summary
        .heap()
        .forEach(
            (id, object) -> {
              if (object.fresh()) {
                heap.put(renamed(id, prefix), renamed(object, prefix));
              }
            });
    summary
        .heap()
        .forEach(
            (id, object) -> {
              String name = id.root() instanceof Id.Static root ? root.name() : "";
              String field = name.substring(name.lastIndexOf('.') + 1);
              if (id.fields().isEmpty()
                  && (name.startsWith(type.name() + ".")
                      || id.equals(context.sharedField(type.type(), field)))
                  && object.slot(Obj.STATIC) != null) {
                values.put(field, renamed(object.slot(Obj.STATIC), prefix));
              }
            });
    Obj self = summary.heap().get(Id.THIS);
    if (!isStatic && self != null) {
      self.slots().forEach((name, value) -> values.put(name, renamed(value, prefix)));
    }
    // What is changed elsewhere is a place like any other that methods share.
    values.keySet().removeAll(mutated);
    values.values().removeIf(value -> !isUseful(value, heap));
    return new Initial(values, heap);
  }

  /** Constants and objects; where a value comes from elsewhere, the field itself says more. */
  private static boolean isUseful(Val value, Map<Id, Obj> heap) {
    if (value instanceof Val.Atom atom) {
      return heap.containsKey(atom.id());
    }
    return value instanceof Val.Const constant && constant.value() != null;
  }

  private static Id renamed(Id id, String prefix) {
    if (id.isInput()) {
      return id;
    }
    Id here = Id.ofStatic(prefix + id.base().root().hashCode());
    for (String field : id.fields()) {
      here = here.field(field);
    }
    return here;
  }

  private static Val renamed(Val value, String prefix) {
    if (value instanceof Val.Atom atom) {
      return new Val.Atom(renamed(atom.id(), prefix), atom.type(), List.of());
    }
    if (value instanceof Val.Text text) {
      return new Val.Text(
          text.parts().stream().map(p -> renamed(p, prefix)).toList(), text.joined());
    }
    if (value instanceof Val.Repeat repeat) {
      return new Val.Repeat(repeat.parts().stream().map(p -> renamed(p, prefix)).toList());
    }
    if (value instanceof Val.Choice choice) {
      return new Val.Choice(choice.options().stream().map(o -> renamed(o, prefix)).toList());
    }
    return value;
  }

  private static Obj renamed(Obj object, String prefix) {
    TreeMap<String, Val> slots = new TreeMap<>();
    object.slots().forEach((name, value) -> slots.put(name, renamed(value, prefix)));
    List<Val> items =
        object.items() == null
            ? null
            : object.items().stream().map(i -> renamed(i, prefix)).toList();
    return new Obj(object.type(), true, object.many(), slots, items, object.function());
  }

  // ---- who else writes

  private boolean isReassigned(TypeInfo owner, FieldDecl field) {
    if (field.modifiers().isFinal() || owner.declaration().isInterface()) {
      return false;
    }
    return !field.modifiers().isPrivate() || changed(owner).contains(field.name());
  }

  /** Fields that a method or constructor of the type or of a type within it assigns. */
  private Set<String> changed(TypeInfo owner) {
    return changed.computeIfAbsent(
        owner,
        type -> {
          Set<String> names = new HashSet<>();
          collect(type, names);
          type.outer().ifPresent(outer -> collect(outer, names));
          return names;
        });
  }

  private static void collect(TypeInfo type, Set<String> names) {
    for (MethodInfo method : type.methods()) {
      MethodDecl.Kind kind = method.declaration().kind();
      if (kind != MethodDecl.Kind.STATIC_INITIALIZER && kind != MethodDecl.Kind.FIELD_INITIALIZER) {
        method.body().ifPresent(body -> assigned(body, names));
      }
    }
    type.memberTypes().forEach(member -> collect(member, names));
  }

  private static void assigned(CodeBody body, Set<String> names) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.StoreName store) {
          names.add(store.path().get(store.path().size() - 1));
        } else if (each instanceof Instruction.StoreField store) {
          names.add(store.name());
        }
      }
    }
    body.lambdas().forEach(lambda -> assigned(lambda, names));
    body.localTypes().forEach(local -> collect(local, names));
  }

  /** Fields whose objects a method of the type changes. */
  private static Set<String> mutated(TypeInfo type) {
    Set<String> names = new HashSet<>();
    for (MethodInfo method : type.methods()) {
      MethodDecl.Kind kind = method.declaration().kind();
      if (kind != MethodDecl.Kind.STATIC_INITIALIZER && kind != MethodDecl.Kind.FIELD_INITIALIZER) {
        method.body().ifPresent(body -> mutated(body, names));
      }
    }
    return names;
  }

  private static void mutated(CodeBody body, Set<String> names) {
    for (Block block : body.body().blocks()) {
      for (Instruction each : block.instructions()) {
        if (each instanceof Instruction.Call call
            && call.receiver() >= 0
            && MUTATORS.stream().anyMatch(call.name()::startsWith)) {
          for (Instruction definition : body.definitions(call.receiver())) {
            if (definition instanceof Instruction.LoadName load) {
              names.add(load.path().get(load.path().size() - 1));
            } else if (definition instanceof Instruction.LoadField load) {
              names.add(load.name());
            }
          }
        }
      }
    }
    body.lambdas().forEach(lambda -> mutated(lambda, names));
  }
}
