package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantOperators;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.NameMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The transfer function of {@link ValueAnalysis}: what one step of a body does to a state. Monotone
 * in the state, up to the widening of the solver.
 */
final class Transfer implements Instruction.Visitor<Void> {

  private final ValueAnalysis analysis;
  private final CodeBody body;
  private final int depth;
  private final Calls calls;
  private State state;

  Transfer(ValueAnalysis analysis, CodeBody body, int depth) {
    this.analysis = analysis;
    this.body = body;
    this.depth = depth;
    this.calls = new Calls(analysis, body, depth);
  }

  void apply(Instruction instruction, State to) {
    state = to;
    instruction.accept(this);
  }

  /** The ways that constants leave open. */
  List<Integer> successors(Instruction.Terminator terminator, State at) {
    if (terminator instanceof Instruction.Branch branch
        && at.get(branch.condition()) instanceof Value.Constant constant
        && constant.literal().kind() == Literal.Kind.BOOLEAN) {
      return List.of((Boolean) constant.literal().value() ? branch.then() : branch.otherwise());
    }
    return terminator.successors();
  }

  /** {@code at} as it is on the edge to {@code successor}: what a guard has made sure of. */
  State refine(Block block, int successor, State at) {
    if (!(block.terminator() instanceof Instruction.Branch branch)
        || branch.then() == branch.otherwise()) {
      return at;
    }
    return Guards.refine(analysis, body, branch.condition(), successor == branch.then(), at);
  }

  private Void set(Instruction instruction, Value value) {
    if (instruction.target() != Body.NONE) {
      state.set(instruction.target(), value);
    }
    return null;
  }

  private Location at(Instruction instruction) {
    return body.location(instruction.span());
  }

  private Value unknown(Value.Origin origin, JavaType type, String text, Instruction at) {
    return new Value.Unknown(origin, type, text, at(at));
  }

  private Value unknown(Instruction instruction, String text) {
    return unknown(
        Value.Origin.OTHER, analysis.typeOf(body, instruction.target()), text, instruction);
  }

  @Override
  public Void visit(Instruction.Constant constant) {
    return set(constant, new Value.Constant(constant.literal()));
  }

  @Override
  public Void visit(Instruction.Copy copy) {
    return set(copy, state.get(copy.source()));
  }

  @Override
  public Void visit(Instruction.Operation operation) {
    Operator operator = operation.operator();
    boolean text =
        operator == Operator.CONCAT
            || operator == Operator.ADD && analysis.typeOf(body, operation.target()).isString();
    if (text) {
      List<Value> parts = new ArrayList<>();
      for (int i = 0; i < operation.operands().size(); i++) {
        parts.add(part(operation.operands().get(i), operation));
      }
      return set(operation, Values.concat(parts, at(operation)));
    }
    Optional<Literal> folded = Folding.fold(operator, operands(operation));
    return set(
        operation, folded.<Value>map(Value.Constant::new).orElseGet(() -> computed(operation)));
  }

  private Value computed(Instruction.Operation operation) {
    JavaType type = analysis.typeOf(body, operation.target());
    // Every operator but + is defined on numbers and booleans alone.
    boolean number = !type.isKnown() && operation.operator() != Operator.ADD;
    return unknown(Value.Origin.OTHER, number ? JavaType.INT : type, "a computed value", operation);
  }

  private List<Value> operands(Instruction.Operation operation) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < operation.operands().size(); i++) {
      values.add(state.get(operation.operands().get(i)));
    }
    return values;
  }

  private Value part(int register, Instruction at) {
    Value value = state.read(state.get(register));
    return value != null
        ? value
        : unknown(Value.Origin.OTHER, analysis.typeOf(body, register), "a value", at);
  }

  @Override
  public Void visit(Instruction.LoadName load) {
    Value stored = load.path().size() == 1 ? state.field(load.path().get(0)) : null;
    if (stored != null) {
      return set(load, stored);
    }
    NameMeaning meaning = analysis.program().inference().meaning(body, load);
    Value value = analysis.fields().value(meaning, depth);
    if (value == null) {
      value = field(meaning, load);
    }
    return set(load, value);
  }

  private Value field(NameMeaning meaning, Instruction.LoadName load) {
    String name = String.join(".", load.path());
    Members.Field field = meaning.field().orElse(null);
    if (field == null) {
      return unknown(Value.Origin.OTHER, meaning.type(), name, load);
    }
    return unknownField(field, name, load);
  }

  private Value unknownField(Members.Field field, String name, Instruction load) {
    Value.Origin origin = Value.Origin.FIELD;
    if (field.declaration().isPresent()
        && field.info().isPresent()
        && analysis.isConfiguration(field.declaration().get().annotations(), field.info().get())) {
      origin = Value.Origin.CONFIGURATION;
    } else if (field.info().isEmpty() && isConstantName(field.name())) {
      // A library's constant: nobody outside chooses it.
      origin = Value.Origin.EXTERNAL_CONSTANT;
    }
    return unknown(origin, field.type(), "field " + name, load);
  }

  /** JLS 6.1: constants are written in capitals. */
  static boolean isConstantName(String name) {
    return name.equals(name.toUpperCase(java.util.Locale.ROOT));
  }

  @Override
  public Void visit(Instruction.StoreName store) {
    if (store.path().size() == 1) {
      state.setField(store.path().get(0), state.get(store.source()));
    }
    return null;
  }

  @Override
  public Void visit(Instruction.LoadField load) {
    Value stored = isThis(load.object()) ? state.field(load.name()) : null;
    if (stored != null) {
      return set(load, stored);
    }
    JavaType owner = analysis.typeOf(body, load.object());
    Members.Field field =
        analysis.program().members().field(owner, load.name(), body.owner()).orElse(null);
    if (field == null) {
      return set(load, unknown(Value.Origin.FIELD, JavaType.UNKNOWN, "field " + load.name(), load));
    }
    Value value = analysis.fields().value(field, depth);
    return set(load, value != null ? value : unknownField(field, load.name(), load));
  }

  @Override
  public Void visit(Instruction.StoreField store) {
    if (isThis(store.object())) {
      state.setField(store.name(), state.get(store.source()));
    }
    return null;
  }

  private boolean isThis(int register) {
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.LoadName load && load.path().equals(List.of("this"))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Void visit(Instruction.LoadElement load) {
    Value array = state.read(state.get(load.array()));
    return set(
        load,
        array instanceof Value.Elements elements && elements.element() != null
            ? elements.element()
            : unknown(load, "an array element"));
  }

  @Override
  public Void visit(Instruction.StoreElement store) {
    if (state.get(store.array()) instanceof Value.Builder array) {
      Value before = state.read(array);
      Value element = before instanceof Value.Elements elements ? elements.element() : null;
      state.write(
          array.site(),
          new Value.Elements(
              Values.join(element, state.read(state.get(store.source())), at(store))));
    }
    return null;
  }

  @Override
  public Void visit(Instruction.New creation) {
    return set(creation, calls.create(creation, state));
  }

  @Override
  public Void visit(Instruction.NewArray array) {
    Value element = null;
    for (int i = 0; i < array.elements().size(); i++) {
      element = Values.join(element, part(array.elements().get(i), array), at(array));
    }
    Value.Builder object = new Value.Builder(analysis.site(array));
    state.write(object.site(), new Value.Elements(element));
    return set(array, object);
  }

  @Override
  public Void visit(Instruction.Call call) {
    return set(call, calls.call(call, state));
  }

  @Override
  public Void visit(Instruction.MakeLambda lambda) {
    return set(lambda, unknown(lambda, "a lambda"));
  }

  @Override
  public Void visit(Instruction.MethodReference reference) {
    return set(reference, unknown(reference, "a method reference"));
  }

  @Override
  public Void visit(Instruction.Cast cast) {
    Value value = state.get(cast.source());
    if (value instanceof Value.Unknown unknown && !unknown.type().isKnown()) {
      JavaType type = analysis.typeOf(body, cast.target());
      value = new Value.Unknown(unknown.origin(), type, unknown.description(), unknown.location());
    } else if (value instanceof Value.Constant constant
        && constant.literal().value() != null
        && cast.type().kind() == TypeRef.Kind.PRIMITIVE) {
      value =
          ConstantOperators.convert(constant.literal().value(), cast.type().name())
              .<Value>map(number -> new Value.Constant(Literal.of(number)))
              .orElseGet(() -> unknown(cast, "a converted number"));
    }
    return set(cast, value);
  }

  @Override
  public Void visit(Instruction.InstanceOf test) {
    return set(test, unknown(test, "a type test"));
  }

  @Override
  public Void visit(Instruction.Catch handler) {
    return set(handler, unknown(handler, "an exception"));
  }

  @Override
  public Void visit(Instruction.Monitor monitor) {
    return null;
  }

  @Override
  public Void visit(Instruction.Jump jump) {
    return null;
  }

  @Override
  public Void visit(Instruction.Branch branch) {
    return null;
  }

  @Override
  public Void visit(Instruction.Switch choice) {
    return null;
  }

  @Override
  public Void visit(Instruction.Next next) {
    Value iterable = state.read(state.get(next.iterable()));
    return set(
        next,
        iterable instanceof Value.Elements elements && elements.element() != null
            ? elements.element()
            : unknown(next, "an element"));
  }

  @Override
  public Void visit(Instruction.Return exit) {
    return null;
  }

  @Override
  public Void visit(Instruction.Throw exit) {
    return null;
  }
}
