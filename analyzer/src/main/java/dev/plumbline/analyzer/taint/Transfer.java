package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.Place;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantOperators;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.NameMeaning;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What each step does to a state. */
final class Transfer {

  static final String OUTER = "^outer";

  private final BodyAnalysis analysis;
  private final Context context;
  private final CodeBody body;
  private final Reader reader;
  private final CallTransfer calls;
  private final Val.Atom self;
  private int cost;

  Transfer(BodyAnalysis analysis) {
    this.analysis = analysis;
    this.context = analysis.context;
    this.body = analysis.body;
    this.reader = context.reader();
    this.calls = new CallTransfer(analysis, this);
    List<Taint> own =
        context.isShared(body.owner()) ? List.of() : List.of(new Taint(Id.THIS, 0, 0, true, null));
    this.self = new Val.Atom(Id.THIS, body.owner().type(), own);
  }

  int takeCost() {
    int taken = cost;
    cost = 0;
    return taken;
  }

  void cost(int steps) {
    cost += steps;
  }

  /** Changes {@code state}; {@code false} when the step never completes. */
  boolean step(Instruction instruction, int number, State state, Block block) {
    if (instruction instanceof Instruction.Copy copy) {
      state.set(copy.target(), converted(copy.target(), state.get(copy.source())));
    } else if (instruction instanceof Instruction.Call call) {
      return calls.call(call, number, state);
    } else if (instruction instanceof Instruction.Constant constant) {
      state.set(constant.target(), constant(constant.literal()));
    } else if (instruction instanceof Instruction.LoadName load) {
      state.set(load.target(), loadName(load, number, state));
    } else if (instruction instanceof Instruction.Operation operation) {
      state.set(operation.target(), operation(operation, number, state));
    } else if (instruction instanceof Instruction.New creation) {
      return calls.create(creation, number, state);
    } else if (instruction instanceof Instruction.LoadField load) {
      state.set(load.target(), loadField(load, number, state));
    } else if (instruction instanceof Instruction.StoreField store) {
      Val stored = noted(state.get(store.source()), store);
      reader.store(state.get(store.object()), store.name(), stored, state);
      if (stored != null) {
        written(state.get(store.object()), store.name(), stored, state);
      }
    } else if (instruction instanceof Instruction.StoreName store) {
      storeName(store, state);
    } else if (instruction instanceof Instruction.LoadElement load) {
      state.set(
          load.target(),
          Sequences.get(
              reader,
              state.get(load.array()),
              state.get(load.index()),
              analysis.typeOf(load.target()),
              state));
    } else if (instruction instanceof Instruction.StoreElement store) {
      Sequences.set(
          reader,
          state.get(store.array()),
          state.get(store.index()),
          state.get(store.source()),
          state);
    } else if (instruction instanceof Instruction.NewArray creation) {
      newArray(creation, number, state);
    } else if (instruction instanceof Instruction.MakeLambda lambda) {
      state.set(lambda.target(), lambda(lambda, number, state));
    } else if (instruction instanceof Instruction.MethodReference reference) {
      state.set(reference.target(), reference(reference, number, state));
    } else if (instruction instanceof Instruction.Cast cast) {
      state.set(cast.target(), cast(cast, state));
    } else if (instruction instanceof Instruction.InstanceOf test) {
      state.set(test.target(), instanceOf(test, number, state));
    } else if (instruction instanceof Instruction.Catch handler) {
      Val caught = analysis.caught(state);
      state.set(
          handler.target(),
          caught != null
              ? Join.of(caught, unknown(number, analysis.typeOf(handler.target()), List.of()))
              : unknown(number, analysis.typeOf(handler.target()), List.of()));
    }
    return true;
  }

  Val.Atom unknown(int number, JavaType type, List<Taint> taints) {
    return new Val.Atom(Id.made(number, 0), type, Heap.inType(taints, type, reader.hierarchy()));
  }

  // ---- constants

  Val constant(Literal literal) {
    if (literal.kind() == Literal.Kind.CLASS) {
      JavaType type =
          context.program().names().resolve((TypeRef) literal.value(), body.owner(), body);
      return new Val.Const(new ConstantValue.ClassName(type));
    }
    Object value = literal.value();
    return value == null
        ? Val.NULL
        : value instanceof Boolean truth ? truth ? Val.TRUE : Val.FALSE : new Val.Const(value);
  }

  /** A constant that is assigned to a variable of another primitive type. */
  private Val converted(int target, Val value) {
    if (!(value instanceof Val.Const constant)
        || !(constant.value() instanceof Number || constant.value() instanceof Character)) {
      return value;
    }
    JavaType type = analysis.typeOf(target);
    return type.kind() == JavaType.Kind.PRIMITIVE && !type.isArray()
        ? ConstantOperators.convert(constant.value(), type.name())
            .<Val>map(Val.Const::new)
            .orElse(value)
        : value;
  }

  /** Whether nothing of the value is unknown. */
  static boolean isConstant(Val value) {
    return value instanceof Val.Const
        || !(value instanceof Val.Atom)
            && Reader.parts(value).stream().allMatch(Transfer::isConstant);
  }

  static boolean isSwitchConstant(Val value) {
    return value instanceof Val.Const constant && constant.value() != null;
  }

  /** Whether the label is that constant; {@code null} when it cannot be told. */
  Boolean isLabel(ElementValue label, Val option) {
    Object value = ((Val.Const) option).value();
    if (value instanceof ConstantValue.EnumName name) {
      return label instanceof ElementValue.NameValue written
          ? written.path().get(written.path().size() - 1).equals(name.name())
          : null;
    }
    ConstantValue known = context.program().constants().of(label, body.owner());
    if (!(known instanceof ConstantValue.Scalar scalar)) {
      return null;
    }
    Object other = scalar.value();
    if (value instanceof String || other instanceof String) {
      return value.equals(other);
    }
    Long left = number(value);
    Long right = number(other);
    return left == null || right == null ? null : left.equals(right);
  }

  /** What is known of a value that is not that label. */
  long lacking(ElementValue label) {
    return context.program().constants().of(label, body.owner())
                instanceof ConstantValue.Scalar scalar
            && scalar.value() instanceof Character character
        ? Kinds.without(character)
        : 0;
  }

  private static Long number(Object value) {
    if (value instanceof Character character) {
      return (long) character;
    }
    return value instanceof Number number ? number.longValue() : null;
  }

  private Val cast(Instruction.Cast cast, State state) {
    Val value = state.get(cast.source());
    JavaType type = analysis.typeOf(cast.target());
    if (value instanceof Val.Const constant) {
      return type.kind() == JavaType.Kind.PRIMITIVE && constant.value() != null
          ? ConstantOperators.convert(constant.value(), type.name())
              .<Val>map(Val.Const::new)
              .orElse(value)
          : value;
    }
    if (value instanceof Val.Atom atom) {
      List<Taint> taints = Heap.inType(atom.taints(), type, reader.hierarchy());
      JavaType known = type.isKnown() && !atom.type().isKnown() ? type : atom.type();
      return taints.equals(atom.taints()) && known == atom.type()
          ? atom
          : new Val.Atom(atom.id(), known, taints, atom.forms(), atom.canonical());
    }
    return value;
  }

  private Val instanceOf(Instruction.InstanceOf test, int number, State state) {
    Val value = state.get(test.source());
    if (value instanceof Val.Const constant && constant.value() == null) {
      return Val.FALSE;
    }
    if (value instanceof Val.Atom atom) {
      Obj object = state.object(atom.id());
      Binding binding = analysis.bindings.get(atom.id());
      JavaType exact =
          object != null && object.fresh()
              ? object.type()
              : binding != null ? binding.type() : null;
      if (exact != null && exact.isClass()) {
        JavaType asked = context.program().names().resolve(test.type(), body.owner(), body);
        if (asked.isClass() && context.program().hasType(exact.name())) {
          return reader.hierarchy().isSubtype(exact, asked.name()) ? Val.TRUE : Val.FALSE;
        }
      }
      if (atom.id().isInput()) {
        analysis.decides(atom.id());
      }
    }
    return new Val.Condition(
        java.util.Map.of(), java.util.Map.of(), List.of(), Truth.inputs(orNull(value)));
  }

  private static Val orNull(Val value) {
    return value == null ? Val.NULL : value;
  }

  // ---- operators

  private Val operation(Instruction.Operation operation, int number, State state) {
    Operands operands = operation.operands();
    List<Val> values = new ArrayList<>(operands.size());
    for (int i = 0; i < operands.size(); i++) {
      values.add(state.get(operands.get(i)));
    }
    Operator operator = operation.operator();
    if (operator == Operator.CONCAT
        || operator == Operator.ADD && analysis.typeOf(operation.target()).isString()) {
      List<Val> parts = new ArrayList<>(values.size());
      for (Val value : values) {
        if (value != null) {
          parts.add(reader.text(value, state));
        }
      }
      return Join.concat(parts, Trace.step(null, body, operation, null));
    }
    if (operator == Operator.NOT) {
      return negated(values.get(0), number);
    }
    Val folded = folded(operator, values);
    if (folded != null) {
      return folded;
    }
    Val compared = Comparisons.of(operator, values, state);
    if (compared != null) {
      return compared;
    }
    List<Taint> taints = List.of();
    for (Val value : values) {
      taints =
          Join.taints(
              taints, value instanceof Val.Atom atom ? state.taints(atom) : Join.taintsOf(value));
    }
    Val.Atom result = unknown(number, analysis.typeOf(operation.target()), inexact(taints));
    boolean moved =
        operator == Operator.ADD
            && values.get(0) instanceof Val.Atom atom
            && !atom.forms().isEmpty()
            && values.get(1) instanceof Val.Const;
    return moved
        ? new Val.Atom(
            result.id(), result.type(), result.taints(), ((Val.Atom) values.get(0)).forms(), false)
        : result;
  }

  static List<Taint> inexact(List<Taint> taints) {
    return taints.isEmpty() ? taints : taints.stream().map(Taint::inexact).toList();
  }

  private Val negated(Val value, int number) {
    if (value instanceof Val.Condition condition) {
      return condition.negated();
    }
    if (value instanceof Val.Const constant && constant.value() instanceof Boolean truth) {
      return truth ? Val.FALSE : Val.TRUE;
    }
    if (value == null) {
      return null;
    }
    return new Val.Condition(
        java.util.Map.of(), java.util.Map.of(), List.of(), Truth.inputs(value));
  }

  private Val folded(Operator operator, List<Val> values) {
    Val joined = null;
    int alternatives = 1;
    for (Val value : values) {
      alternatives *= value instanceof Val.Choice choice ? choice.options().size() : 1;
    }
    if (alternatives > 9) {
      return null;
    }
    for (List<Val> each : combinations(values)) {
      List<Object> constants = new ArrayList<>(each.size());
      for (Val value : each) {
        if (!(value instanceof Val.Const constant)) {
          return null;
        }
        constants.add(constant.value());
      }
      Val result = folded(operator, constants, 0);
      if (result == null) {
        return null;
      }
      joined = Join.of(joined, result);
    }
    return joined;
  }

  private static List<List<Val>> combinations(List<Val> values) {
    List<List<Val>> all = new ArrayList<>();
    all.add(List.of());
    for (Val value : values) {
      List<Val> options =
          value instanceof Val.Choice choice
              ? choice.options()
              : value == null ? List.of() : List.of(value);
      List<List<Val>> longer = new ArrayList<>();
      for (List<Val> prefix : all) {
        for (Val option : options) {
          List<Val> next = new ArrayList<>(prefix);
          next.add(option);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private static Val folded(Operator operator, List<Object> constants, int ignored) {
    if (constants.size() == 2
        && (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL)
        && (isReference(constants.get(0)) || isReference(constants.get(1)))) {
      boolean equal = java.util.Objects.equals(constants.get(0), constants.get(1));
      return equal == (operator == Operator.EQUAL) ? Val.TRUE : Val.FALSE;
    }
    if (constants.contains(null)) {
      return null;
    }
    return ConstantOperators.apply(operator, constants).map(Transfer::boxed).orElse(null);
  }

  private static boolean isReference(Object value) {
    return value == null || value instanceof ConstantValue;
  }

  static Val boxed(Object value) {
    return value instanceof Boolean truth ? truth ? Val.TRUE : Val.FALSE : new Val.Const(value);
  }

  // ---- names and fields

  private Val loadName(Instruction.LoadName load, int number, State state) {
    NameMeaning meaning = context.program().inference().meaning(body, load);
    if (meaning.isThis() && meaning.fields().isEmpty()) {
      return receiver(
          meaning.type(),
          load.path().size() > 1 && load.path().get(load.path().size() - 1).equals("this"));
    }
    if (meaning.fields().isEmpty()) {
      return unknown(number, meaning.type(), List.of());
    }
    Val value = null;
    boolean first = true;
    for (Members.Field field : meaning.fields()) {
      value = first ? firstField(field, state) : field(value, field, state);
      first = false;
    }
    return value;
  }

  /** {@code this}, or an enclosing instance. */
  Val receiver(JavaType type, boolean qualified) {
    boolean own = !qualified || type.name().equals(body.owner().name());
    return own
        ? self()
        : new Val.Atom(
            Id.THIS.field(OUTER), type, List.of(new Taint(Id.THIS.field(OUTER), 0, 0, true, null)));
  }

  Val.Atom self() {
    return self;
  }

  private Val firstField(Members.Field field, State state) {
    if (isStatic(field)) {
      return staticField(field, state);
    }
    return field(holder(field, state), field, state);
  }

  /** The object whose field a simple name means: this, or an enclosing one. */
  private Val holder(Members.Field field, State state) {
    boolean own =
        field.owner().equals(body.owner().name())
            || reader.hierarchy().isSubtype(body.owner().type(), field.owner());
    return own ? self() : reader.load(self(), OUTER, JavaType.of(field.owner()), state);
  }

  static boolean isStatic(Members.Field field) {
    if (field.declaration().isPresent()) {
      return field.declaration().get().modifiers().isStatic()
          || field.info().filter(info -> info.declaration().isInterface()).isPresent();
    }
    // Enum constants and fields of libraries; a record's component is none.
    return field.info().isEmpty()
        || field.info().get().declaration().enumConstants().stream()
            .anyMatch(constant -> constant.name().equals(field.name()));
  }

  private Val staticField(Members.Field field, State state) {
    Id id = Id.ofStatic(field.owner() + "." + field.name());
    Obj object = state.object(id);
    Val stored = object == null ? null : object.slot(Obj.STATIC);
    if (stored != null) {
      return stored;
    }
    return context.statics().of(field, id, state);
  }

  private Val field(Val object, Members.Field field, State state) {
    Val value = reader.load(object, field.name(), field.type(), state);
    Id raced = raced(object, field);
    if (raced != null) {
      // Another request may have written it meanwhile.
      return Join.of(value, Heap.input(raced, field.type()));
    }
    if (value instanceof Val.Atom atom && atom.id().isInput() && !state.has(atom.id())) {
      Val known = context.statics().ofFinalField(field, state);
      if (known != null) {
        return known;
      }
      return sourced(atom, field);
    }
    return value;
  }

  /** The field, if all requests share it and this body has written it without a lock. */
  private Id raced(Val object, Members.Field field) {
    if (!analysis.isUnlocked() || !(object instanceof Val.Atom atom)) {
      return null;
    }
    Id place = context.sharedField(atom.type(), field.name());
    return place != null && analysis.hasWritten(place) ? place : null;
  }

  private Val sourced(Val.Atom atom, Members.Field field) {
    List<Taint> outside = context.boundaryField(field);
    return outside.isEmpty() ? atom : atom.with(Join.taints(atom.taints(), outside));
  }

  private Val loadField(Instruction.LoadField load, int number, State state) {
    Val object = state.get(load.object());
    JavaType type = analysis.typeOf(load.target());
    if (load.name().equals("length") && object != null) {
      Val length = Sequences.size(object, state);
      if (length != null) {
        return length;
      }
      return unknown(number, JavaType.INT, List.of());
    }
    JavaType owner = analysis.typeOf(load.object());
    Optional<Members.Field> field =
        context.program().members().field(owner, load.name(), body.owner());
    if (field.isPresent() && isStatic(field.get())) {
      return staticField(field.get(), state);
    }
    if (load.name().startsWith("#")) {
      return component(object, load, type, state);
    }
    Val value = reader.load(object, load.name(), type, state);
    if (field.isPresent() && value instanceof Val.Atom atom && atom.id().isInput()) {
      return field(object, field.get(), state);
    }
    return value;
  }

  /** The n-th component of a record pattern. */
  private Val component(Val object, Instruction.LoadField load, JavaType type, State state) {
    JavaType owner = analysis.typeOf(load.object());
    int index = Integer.parseInt(load.name().substring(1));
    TypeInfo record = context.program().type(owner.name(), body.owner()).orElse(null);
    if (record == null || index >= record.declaration().recordComponents().size()) {
      return reader.load(object, Obj.ELEMENT, type, state);
    }
    String name = record.declaration().recordComponents().get(index).name();
    return reader.load(object, name, type, state);
  }

  private void storeName(Instruction.StoreName store, State state) {
    NameMeaning meaning = context.program().inference().meaning(body, store);
    Val value = noted(state.get(store.source()), store);
    if (meaning.fields().isEmpty() || value == null) {
      return;
    }
    Val object = null;
    List<Members.Field> fields = meaning.fields();
    for (int i = 0; i < fields.size() - 1; i++) {
      object = i == 0 ? firstField(fields.get(0), state) : field(object, fields.get(i), state);
    }
    Members.Field last = fields.get(fields.size() - 1);
    if (isStatic(last)) {
      Id id = Id.ofStatic(last.owner() + "." + last.name());
      state.put(id, Obj.overlay(last.type()).with(Obj.STATIC, value));
      return;
    }
    Val owner = object != null ? object : holder(last, state);
    reader.store(owner, last.name(), value, state);
    written(owner, last.name(), value, state);
  }

  /** Remembers what a field that all requests share holds for a moment. */
  private void written(Val object, String field, Val value, State state) {
    if (!(object instanceof Val.Atom atom) || !analysis.isUnlocked()) {
      return;
    }
    Id place = context.sharedField(atom.type(), field);
    if (place != null) {
      for (Taint taint : reader.deepTaints(value, state)) {
        if (taint.origin() instanceof Source) {
          analysis.written(place, taint);
        }
      }
    }
  }

  /** A value that comes from outside gets a step where it is kept. */
  private Val noted(Val value, Instruction instruction) {
    if (!(value instanceof Val.Atom atom) || atom.taints().isEmpty()) {
      return value;
    }
    List<Taint> noted = new ArrayList<>(atom.taints().size());
    boolean any = false;
    for (Taint taint : atom.taints()) {
      boolean real = taint.origin() instanceof Source;
      any |= real;
      noted.add(
          real
              ? taint.with(
                  Trace.step(taint.trace(), body, instruction, "kept in " + stored(instruction)))
              : taint);
    }
    return any ? atom.with(noted) : value;
  }

  private static String stored(Instruction instruction) {
    return instruction instanceof Instruction.StoreField field
        ? "field " + field.name()
        : "field "
            + ((Instruction.StoreName) instruction)
                .path()
                .get(((Instruction.StoreName) instruction).path().size() - 1);
  }

  // ---- arrays and functions

  private void newArray(Instruction.NewArray creation, int number, State state) {
    JavaType type = analysis.typeOf(creation.target());
    List<Val> items = null;
    Val rest = null;
    if (creation.initialized()) {
      items = new ArrayList<>();
      for (int i = 0; i < creation.elements().size(); i++) {
        Val each = state.get(creation.elements().get(i));
        items.add(each == null ? Val.NULL : each);
      }
      if (items.size() > Obj.MAX_ITEMS) {
        for (Val item : items) {
          rest = Join.of(rest, item);
        }
        items = null;
      }
    } else if (!creation.dimensions().isEmpty()) {
      Val length = state.get(creation.dimensions().get(0));
      calls.allocation(creation, number, length, state);
      if (length instanceof Val.Const constant
          && constant.value() instanceof Integer count
          && count >= 0
          && count <= Obj.MAX_ITEMS
          && creation.dimensions().size() == 1) {
        Val initial =
            type.component().kind() == JavaType.Kind.PRIMITIVE ? new Val.Const(0) : Val.NULL;
        items = new ArrayList<>(java.util.Collections.nCopies(count, initial));
      }
    }
    Obj object = Obj.sequence(type, items);
    Val.Atom array = allocate(number, object, state);
    if (creation.dimensions().size() > 1) {
      // All rows are one object that stands for several.
      Id row = Id.made(number, 1);
      state.put(row, Obj.fresh(type.component()).several());
      reader.store(array, Obj.ELEMENT, new Val.Atom(row, type.component(), List.of()), state);
    }
    if (rest != null) {
      reader.store(array, Obj.ELEMENT, rest, state);
    }
    state.set(creation.target(), array);
  }

  /** A new object; one that the same step made before lives on as one of several. */
  Val.Atom allocate(int number, Obj object, State state) {
    Id id = Id.made(number, 0);
    Obj old = state.object(id);
    if (old != null && isReferenced(id, state)) {
      state.put(id, Join.objects(old, object, id, null).several());
    } else {
      state.put(id, object);
    }
    if (!state.checked.isEmpty() && state.checked.containsKey(id)) {
      java.util.Map<Id, Long> left = new java.util.HashMap<>(state.checked);
      left.remove(id);
      state.checked = left;
    }
    return new Val.Atom(id, object.type() == null ? JavaType.UNKNOWN : object.type(), List.of());
  }

  /** Whether anything but temporaries that are over refers to an object. */
  private boolean isReferenced(Id id, State state) {
    for (dev.plumbline.analyzer.ir.Variable variable : body.body().variables()) {
      if (refers(state.get(variable.register()), id) && !isOwn(variable.register(), id)) {
        return true;
      }
    }
    for (var entry : state.objects().entrySet()) {
      if (entry.getKey().equals(id)) {
        continue;
      }
      for (Val value : entry.getValue().slots().values()) {
        if (refers(value, id)) {
          return true;
        }
      }
      if (entry.getValue().items() != null) {
        for (Val value : entry.getValue().items()) {
          if (refers(value, id)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * A variable that is only ever assigned what this step makes holds no older object of interest.
   */
  private boolean isOwn(int register, Id id) {
    List<Instruction> definitions = body.definitions(register);
    return definitions.size() == 1
        && definitions.get(0) instanceof Instruction.Copy copy
        && body.definitions(copy.source()).size() == 1;
  }

  private static boolean refers(Val value, Id id) {
    if (value instanceof Val.Atom atom) {
      return atom.id().equals(id);
    }
    for (Val part : Reader.parts(value)) {
      if (refers(part, id)) {
        return true;
      }
    }
    return false;
  }

  private Val lambda(Instruction.MakeLambda lambda, int number, State state) {
    CodeBody code = body.lambdas().get(lambda.lambda());
    TreeMap<String, Val> captured = new TreeMap<>();
    for (Body.Capture capture : code.body().captures()) {
      Val value = state.get(capture.outer());
      if (value != null) {
        captured.put("^" + capture.outer(), value);
      }
    }
    captured.put("^this", self());
    FunctionCode function = new FunctionCode(code, null, null, body);
    return allocate(
        number, Obj.function(analysis.typeOf(lambda.target()), function, captured), state);
  }

  private Val reference(Instruction.MethodReference reference, int number, State state) {
    CallTarget target = context.program().inference().target(body, reference);
    TreeMap<String, Val> captured = new TreeMap<>();
    if (reference.receiver() != Body.NONE && !isTypeName(reference.receiver())) {
      Val receiver = state.get(reference.receiver());
      if (receiver != null) {
        captured.put("^receiver", receiver);
      }
    }
    captured.put("^this", self());
    FunctionCode function = new FunctionCode(null, reference, target, body);
    return allocate(
        number, Obj.function(analysis.typeOf(reference.target()), function, captured), state);
  }

  boolean isTypeName(int register) {
    List<Instruction> definitions = body.definitions(register);
    return definitions.size() == 1
        && definitions.get(0) instanceof Instruction.LoadName load
        && context.program().inference().meaning(body, load).isType();
  }

  /** The next element of what a loop goes over. */
  void next(Instruction.Next next, int number, State state) {
    Val iterable = state.get(next.iterable());
    if (iterable == null) {
      return;
    }
    Val element = reader.load(iterable, Obj.ELEMENT, analysis.typeOf(next.target()), state);
    if (element == null && !Sequences.isKnownEmpty(iterable, state)) {
      element = unknown(number, analysis.typeOf(next.target()), List.of());
    }
    state.set(next.target(), typed(element, analysis.typeOf(next.target())));
  }

  Val typed(Val value, JavaType type) {
    if (value instanceof Val.Atom atom) {
      return atom.with(Heap.inType(atom.taints(), type, reader.hierarchy()));
    }
    return value;
  }

  /** What a framework does with the result of a method. */
  void returned(Instruction.Return exit, int number, State state) {
    if (exit.value() == Body.NONE || body.enclosing().isPresent()) {
      return;
    }
    MethodInfo method = body.method();
    for (SinkKind kind : context.returned(method)) {
      Val value = state.get(exit.value());
      if (value == null) {
        continue;
      }
      MethodRole role = new MethodRole.Sink(kind, Place.RESULT, false);
      CallTarget target =
          CallTarget.undeclared(
              method.owner().type(), false, method.name(), context.typeOf(body, exit.value()));
      Sink sink = new Sink(body, number, exit, target, role, kind, false, Flow.RESULT);
      calls.report(sink, value, null, state);
    }
  }
}
