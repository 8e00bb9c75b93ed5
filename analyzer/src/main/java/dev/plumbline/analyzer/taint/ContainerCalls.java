package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Collections and maps of the JDK whose contents are known exactly: positions of lists, constant
 * keys of maps. What is not exact here is left to the roles of the library data.
 */
final class ContainerCalls {

  private static final Set<String> OF =
      Set.of(
          "java.util.List",
          "java.util.Set",
          "java.util.Arrays",
          "com.google.common.collect.ImmutableList",
          "com.google.common.collect.ImmutableSet",
          "com.google.common.collect.Lists",
          "com.google.common.collect.Sets",
          "java.util.stream.Stream");

  private final Context context;
  private final Transfer transfer;
  private final Reader reader;

  ContainerCalls(Context context, Transfer transfer) {
    this.context = context;
    this.transfer = transfer;
    this.reader = context.reader();
  }

  /** The slot of a constant key. */
  static String slot(Val.Const key) {
    Object value = key.value();
    String text =
        value instanceof ConstantValue.EnumName name ? name.name() : String.valueOf(value);
    return "{" + text + "}";
  }

  /** A new collection, or {@code null} when it is none or its contents are not known here. */
  Val create(JavaType type, List<Val> arguments, int number, State state) {
    if (!type.isClass() || !type.name().startsWith("java.util.")) {
      return null;
    }
    boolean collection = reader.hierarchy().isSubtype(type, "java.util.Collection");
    boolean map = reader.hierarchy().isSubtype(type, "java.util.Map");
    if (!collection && !map) {
      return null;
    }
    Val first = arguments.isEmpty() ? null : arguments.get(0);
    boolean sized = first == null || isNumber(first);
    if (sized) {
      return transfer.allocate(
          number, collection ? Obj.sequence(type, List.of()) : Obj.fresh(type), state);
    }
    if (collection && first instanceof Val.Atom atom) {
      Obj held = state.object(atom.id());
      if (held != null && held.items() != null && held.fresh() && !held.many()) {
        return transfer.allocate(number, Obj.sequence(type, held.items()), state);
      }
    }
    if (map && first instanceof Val.Atom atom) {
      Obj held = state.object(atom.id());
      if (held != null && held.fresh() && held.slot(Obj.TAINT) == null) {
        return transfer.allocate(
            number, new Obj(type, true, false, held.slots(), null, null), state);
      }
    }
    return null;
  }

  private static boolean isNumber(Val value) {
    return value instanceof Val.Const constant && constant.value() instanceof Number
        || value instanceof Val.Atom atom
            && atom.type().kind() == JavaType.Kind.PRIMITIVE
            && !atom.type().isArray();
  }

  /**
   * @return {@code null} when the call is none of these
   */
  CallTransfer.Outcome call(LibraryCall call) {
    CallTarget target = call.target();
    if (call.receiver() == null) {
      return statics(call);
    }
    if (call.receiver() instanceof Val.Choice) {
      return null;
    }
    if (!(call.receiver() instanceof Val.Atom atom)) {
      return null;
    }
    Obj held = call.state().object(atom.id());
    if (held == null || !held.fresh() || held.many()) {
      return null;
    }
    boolean collection =
        target.receiver().isClass()
            && reader.hierarchy().isSubtype(target.receiver(), "java.util.Collection");
    if (collection
        && held.items() != null
        && held.slot(Obj.ELEMENT) == null
        && held.slot(Obj.TAINT) == null) {
      return onItems(call, atom, held);
    }
    if (isMap(target, held)) {
      return onMap(call, atom, held);
    }
    return null;
  }

  private boolean isMap(CallTarget target, Obj held) {
    return held.type() != null
        && held.type().isClass()
        && reader.hierarchy().isSubtype(held.type(), "java.util.Map");
  }

  private CallTransfer.Outcome statics(LibraryCall call) {
    String owner = call.target().owner().name();
    String name = call.target().name();
    List<Val> arguments = call.arguments();
    boolean listing =
        OF.contains(owner)
            && (name.equals("of")
                || name.equals("asList")
                || name.equals("newArrayList")
                || name.equals("newHashSet"));
    if (listing && arguments.size() <= Obj.MAX_ITEMS) {
      List<Val> items = items(arguments, call.state());
      if (items == null) {
        return null;
      }
      return new CallTransfer.Outcome(
          transfer.allocate(
              call.number(), Obj.sequence(call.target().returnType(), items), call.state()));
    }
    if (owner.equals("java.util.Collections")) {
      if (name.equals("emptyList") || name.equals("emptySet")) {
        return new CallTransfer.Outcome(
            transfer.allocate(
                call.number(), Obj.sequence(call.target().returnType(), List.of()), call.state()));
      }
      boolean wraps = name.startsWith("unmodifiable") || name.startsWith("synchronized");
      boolean one = name.equals("singleton") || name.equals("singletonList");
      if (one && arguments.size() == 1 && arguments.get(0) != null) {
        return new CallTransfer.Outcome(
            transfer.allocate(
                call.number(),
                Obj.sequence(call.target().returnType(), List.of(arguments.get(0))),
                call.state()));
      }
      if (wraps && arguments.size() == 1) {
        // A view: the same thing.
        return new CallTransfer.Outcome(arguments.get(0));
      }
    }
    if (owner.equals("java.util.Map") && name.equals("of")
        || owner.equals("com.google.common.collect.ImmutableMap") && name.equals("of")) {
      Val.Atom map =
          transfer.allocate(call.number(), Obj.fresh(JavaType.of("java.util.Map")), call.state());
      for (int i = 0; i + 1 < arguments.size(); i += 2) {
        put(map, arguments.get(i), arguments.get(i + 1), call.state());
      }
      return new CallTransfer.Outcome(map);
    }
    return null;
  }

  private static List<Val> items(List<Val> arguments, State state) {
    if (arguments.size() == 1 && arguments.get(0) instanceof Val.Atom atom) {
      Obj held = state.object(atom.id());
      if (held != null
          && held.items() != null
          && held.type() != null
          && (held.type().isArray() || !held.type().isKnown())) {
        return held.items();
      }
      if (atom.type().isArray() || held != null && held.type() != null && held.type().isArray()) {
        return null;
      }
    }
    List<Val> items = new ArrayList<>();
    for (Val argument : arguments) {
      items.add(argument == null ? Val.NULL : argument);
    }
    return items;
  }

  // ---- lists

  private CallTransfer.Outcome onItems(LibraryCall call, Val.Atom atom, Obj held) {
    List<Val> arguments = call.arguments();
    List<Val> items = held.items();
    State state = call.state();
    switch (call.target().name()) {
      case "add", "addLast", "offer", "offerLast", "addElement":
        if (arguments.size() == 1 && arguments.get(0) != null) {
          List<Val> longer = new ArrayList<>(items);
          if (isSet(held)
              && longer.contains(arguments.get(0))
              && arguments.get(0) instanceof Val.Const) {
            return new CallTransfer.Outcome(Val.FALSE);
          }
          longer.add(arguments.get(0));
          return changed(atom, held, longer, Val.TRUE, state);
        }
        if (arguments.size() == 2
            && index(arguments.get(0), items.size() + 1) >= 0
            && arguments.get(1) != null) {
          List<Val> longer = new ArrayList<>(items);
          longer.add(index(arguments.get(0), items.size() + 1), arguments.get(1));
          return changed(atom, held, longer, null, state);
        }
        return smear(call, atom, held);
      case "addFirst", "push", "offerFirst":
        if (arguments.size() == 1 && arguments.get(0) != null) {
          boolean stack = held.type() != null && held.type().name().equals("java.util.Stack");
          List<Val> longer = new ArrayList<>(items);
          longer.add(stack ? items.size() : 0, arguments.get(0));
          return changed(atom, held, longer, arguments.get(0), state);
        }
        return null;
      case "get", "elementAt":
        int at = arguments.size() == 1 ? index(arguments.get(0), items.size()) : -1;
        return at >= 0
            ? new CallTransfer.Outcome(items.get(at))
            : arguments.size() == 1 && arguments.get(0) instanceof Val.Const
                ? new CallTransfer.Outcome(null)
                : null;
      case "set":
        int where = arguments.size() == 2 ? index(arguments.get(0), items.size()) : -1;
        if (where >= 0 && arguments.get(1) != null) {
          List<Val> replaced = new ArrayList<>(items);
          Val old = replaced.set(where, arguments.get(1));
          return changed(atom, held, replaced, old, state);
        }
        return smear(call, atom, held);
      case "remove", "removeElementAt":
        return remove(call, atom, held);
      case "getFirst", "firstElement", "element", "peekFirst":
        return items.isEmpty() ? null : new CallTransfer.Outcome(items.get(0));
      case "getLast", "lastElement", "peekLast":
        return items.isEmpty() ? null : new CallTransfer.Outcome(items.get(items.size() - 1));
      case "peek":
        return items.isEmpty()
            ? null
            : new CallTransfer.Outcome(items.get(isStack(held) ? items.size() - 1 : 0));
      case "pop", "poll", "removeFirst", "pollFirst":
        if (items.isEmpty()) {
          return null;
        }
        int first = isStack(held) && call.target().name().equals("pop") ? items.size() - 1 : 0;
        return taken(atom, held, first, state);
      case "removeLast", "pollLast":
        return items.isEmpty() ? null : taken(atom, held, items.size() - 1, state);
      case "clear", "removeAllElements":
        return changed(atom, held, List.of(), null, state);
      case "size":
        return new CallTransfer.Outcome(new Val.Const(items.size()));
      case "isEmpty":
        return new CallTransfer.Outcome(items.isEmpty() ? Val.TRUE : Val.FALSE);
      case "addAll":
        if (arguments.size() == 1 && arguments.get(0) instanceof Val.Atom other) {
          Obj more = state.object(other.id());
          if (more != null && more.items() != null && !more.many()) {
            List<Val> longer = new ArrayList<>(items);
            longer.addAll(more.items());
            return changed(atom, held, longer, Val.TRUE, state);
          }
        }
        return smear(call, atom, held);
      case "contains":
        Boolean known = arguments.get(0) == null ? null : contains(atom, arguments.get(0), state);
        return known == null ? null : new CallTransfer.Outcome(known ? Val.TRUE : Val.FALSE);
      case "iterator", "listIterator", "elements", "stream", "toArray", "subList", "parallelStream":
        return null;
      default:
        return null;
    }
  }

  private boolean isSet(Obj held) {
    return held.type() != null
        && held.type().isClass()
        && reader.hierarchy().isSubtype(held.type(), "java.util.Set");
  }

  private static boolean isStack(Obj held) {
    return held.type() != null && held.type().name().equals("java.util.Stack");
  }

  /** The positions are lost from here on. */
  private CallTransfer.Outcome smear(LibraryCall call, Val.Atom atom, Obj held) {
    Val all = held.slot(Obj.ELEMENT);
    for (Val item : held.items()) {
      all = Join.of(all, item);
    }
    Obj loose = held.withItems(null);
    call.state().put(atom.id(), all == null ? loose : loose.with(Obj.ELEMENT, all));
    return null;
  }

  private CallTransfer.Outcome remove(LibraryCall call, Val.Atom atom, Obj held) {
    List<Val> items = held.items();
    if (call.arguments().isEmpty()) {
      return items.isEmpty() ? null : taken(atom, held, 0, call.state());
    }
    Val what = call.arguments().get(0);
    boolean list =
        held.type() == null
            || !held.type().isClass()
            || reader.hierarchy().isSubtype(held.type(), "java.util.List");
    if (list && what instanceof Val.Const constant && constant.value() instanceof Integer) {
      int at = index(what, items.size());
      return at >= 0 ? taken(atom, held, at, call.state()) : new CallTransfer.Outcome(null);
    }
    if (what != null) {
      int at = items.indexOf(what);
      boolean allConstant =
          items.stream().allMatch(i -> i instanceof Val.Const) && what instanceof Val.Const;
      if (at >= 0) {
        List<Val> shorter = new ArrayList<>(items);
        shorter.remove(at);
        return changed(atom, held, shorter, Val.TRUE, call.state());
      }
      if (allConstant) {
        return new CallTransfer.Outcome(Val.FALSE);
      }
    }
    return smear(call, atom, held);
  }

  private static CallTransfer.Outcome taken(Val.Atom atom, Obj held, int at, State state) {
    List<Val> shorter = new ArrayList<>(held.items());
    Val taken = shorter.remove(at);
    return changed(atom, held, shorter, taken, state);
  }

  private static CallTransfer.Outcome changed(
      Val.Atom atom, Obj held, List<Val> items, Val result, State state) {
    if (items.size() > Obj.MAX_ITEMS) {
      Val all = null;
      for (Val item : items) {
        all = Join.of(all, item);
      }
      state.put(atom.id(), held.withItems(null).with(Obj.ELEMENT, all));
    } else {
      state.put(atom.id(), held.withItems(items));
    }
    return new CallTransfer.Outcome(result);
  }

  private static int index(Val index, int size) {
    return index instanceof Val.Const constant
            && constant.value() instanceof Integer at
            && at >= 0
            && at < size
        ? at
        : -1;
  }

  /** Whether a collection holds a value, where both are known. */
  static Boolean contains(Val collection, Val value, State state) {
    if (!(collection instanceof Val.Atom atom) || !(value instanceof Val.Const)) {
      return null;
    }
    Obj held = state.object(atom.id());
    if (held == null || !held.fresh() || held.many() || held.items() == null) {
      return null;
    }
    if (held.items().contains(value)) {
      return true;
    }
    return held.slot(Obj.ELEMENT) == null
            && held.items().stream().allMatch(i -> i instanceof Val.Const)
        ? false
        : null;
  }

  // ---- maps

  private void put(Val.Atom map, Val key, Val value, State state) {
    if (value == null) {
      return;
    }
    if (key instanceof Val.Const constant) {
      reader.store(map, slot(constant), value, state);
    } else {
      reader.store(map, Obj.VALUE, value, state);
    }
    if (key != null && !(key instanceof Val.Const)) {
      reader.store(map, Obj.KEY, key, state);
    } else if (key != null) {
      Obj held = state.object(map.id());
      Val keys = held == null ? null : held.slot(Obj.KEY);
      reader.store(map, Obj.KEY, Join.of(keys, key), state);
    }
  }

  private CallTransfer.Outcome onMap(LibraryCall call, Val.Atom atom, Obj held) {
    List<Val> arguments = call.arguments();
    State state = call.state();
    switch (call.target().name()) {
      case "put", "setProperty", "replace":
        if (arguments.size() == 2) {
          Val old =
              arguments.get(0) instanceof Val.Const constant ? held.slot(slot(constant)) : null;
          put(atom, arguments.get(0), arguments.get(1), state);
          return new CallTransfer.Outcome(old == null ? Val.NULL : old);
        }
        return null;
      case "get", "getProperty", "getOrDefault":
        return get(call, atom, held);
      case "remove":
        if (arguments.size() == 1 && arguments.get(0) instanceof Val.Const constant) {
          Val old = held.slot(slot(constant));
          state.put(atom.id(), held.with(slot(constant), null));
          return new CallTransfer.Outcome(old == null ? Val.NULL : old);
        }
        return null;
      case "clear":
        state.put(atom.id(), Obj.fresh(held.type()));
        return new CallTransfer.Outcome(null);
      case "computeIfAbsent", "putIfAbsent":
        Val there =
            arguments.size() == 2 && arguments.get(0) instanceof Val.Const constant
                ? held.slot(slot(constant))
                : null;
        return there != null && !(there instanceof Val.Choice) && !Val.NULL.equals(there)
            ? new CallTransfer.Outcome(there)
            : null;
      case "containsKey":
        if (arguments.get(0) instanceof Val.Const constant
            && held.slot(slot(constant)) != null
            && held.slot(Obj.VALUE) == null) {
          return new CallTransfer.Outcome(Val.TRUE);
        }
        return null;
      default:
        return null;
    }
  }

  private CallTransfer.Outcome get(LibraryCall call, Val.Atom atom, Obj held) {
    Val key = call.arguments().get(0);
    if (!(key instanceof Val.Const constant) || held.slot(Obj.TAINT) != null) {
      return null;
    }
    Val fallback = call.arguments().size() > 1 ? call.arguments().get(1) : Val.NULL;
    Val value = held.slot(slot(constant));
    Val rest = held.slot(Obj.VALUE);
    if (value == null) {
      value = rest == null ? fallback : Join.of(rest, fallback);
    } else if (rest != null) {
      value = Join.of(value, rest);
    }
    return new CallTransfer.Outcome(value);
  }
}
