package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.GeneratedMethod;
import dev.plumbline.analyzer.program.JavaType;
import java.util.List;

/** Calls of code that a compiler writes: members of records, builders, accessors. */
final class GeneratedCalls {

  private final Context context;
  private final CodeBody body;
  private final Transfer transfer;
  private final Reader reader;

  GeneratedCalls(Context context, CodeBody body, Transfer transfer, Reader reader) {
    this.context = context;
    this.body = body;
    this.transfer = transfer;
    this.reader = reader;
  }

  CallTransfer.Outcome generated(LibraryCall call) {
    var method = call.target().method().orElse(null);
    if (method == null || method.declared().isPresent()) {
      return null;
    }
    GeneratedMethod generated = context.generated(method);
    if (generated == null) {
      return null;
    }
    State state = call.state();
    Val receiver = call.receiver();
    String property = generated.property().orElse(null);
    JavaType type = call.target().returnType();
    Val argument = call.arguments().isEmpty() ? null : call.arguments().get(0);
    switch (generated.role()) {
      case GETTER:
        return property == null
            ? null
            : new CallTransfer.Outcome(reader.load(receiver, property, type, state));
      case SETTER, BUILDER_SETTER:
        if (property != null && receiver != null) {
          reader.store(receiver, property, argument, state);
        }
        return new CallTransfer.Outcome(receiver);
      case BUILDER_ADDER:
        if (property != null && receiver != null && argument != null) {
          Val held = reader.load(receiver, property, JavaType.UNKNOWN, state);
          if (!(held instanceof Val.Atom)) {
            held = transfer.allocate(call.number(), Obj.fresh(JavaType.UNKNOWN), state);
            reader.store(receiver, property, held, state);
          }
          reader.store(held, Obj.ELEMENT, argument, state);
        }
        return new CallTransfer.Outcome(receiver);
      case BUILDER:
        return new CallTransfer.Outcome(transfer.allocate(call.number(), Obj.fresh(type), state));
      case BUILD, TO_BUILDER, WITHER:
        Val copy = copy(receiver, type, call.number(), state);
        if (generated.role() == GeneratedMethod.Role.WITHER && property != null) {
          reader.store(copy, property, argument, state);
        }
        return new CallTransfer.Outcome(copy);
      case FACTORY:
        Val.Atom made = transfer.allocate(call.number(), Obj.fresh(type), state);
        var info = context.program().type(type.name(), body.owner()).orElse(null);
        if (info != null) {
          for (var constructor : context.program().generated().constructors(info)) {
            if (constructor.parameters().size() == call.arguments().size()) {
              for (int i = 0; i < call.arguments().size(); i++) {
                Val each = call.arguments().get(i);
                constructor
                    .parameters()
                    .get(i)
                    .field()
                    .ifPresent(f -> reader.store(made, f, each, state));
              }
              break;
            }
          }
        }
        return new CallTransfer.Outcome(made);
      default:
        return null;
    }
  }

  /** An object with what another one holds: what a builder gives. */
  Val copy(Val from, JavaType type, int number, State state) {
    if (from instanceof Val.Choice choice) {
      Val joined = null;
      for (Val option : choice.options()) {
        joined = Join.of(joined, copy(option, type, number, state));
      }
      return joined;
    }
    if (!(from instanceof Val.Atom atom)) {
      return transfer.unknown(number, type, List.of());
    }
    Obj held = state.object(atom.id());
    Val.Atom made =
        transfer.allocate(
            number,
            held == null || !held.fresh()
                ? Obj.fresh(type)
                : new Obj(type, true, false, held.slots(), null, null),
            state);
    boolean fromOutside = held == null || !held.fresh();
    if (fromOutside) {
      // A builder that came in: the object is another form of it.
      return held == null ? atom : new Val.Atom(atom.id(), type, atom.taints());
    }
    return made;
  }
}
