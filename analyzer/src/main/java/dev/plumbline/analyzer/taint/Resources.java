package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.JavaType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Properties that are loaded from files that lie in the workspace. */
final class Resources {

  private static final String NAME = "!resource";

  private static final Set<String> OPENING =
      Set.of("getResourceAsStream", "getResource", "getSystemResourceAsStream");

  private Resources() {}

  /** Opens, or loads from, a resource of known name; {@code null} for other calls. */
  static CallTransfer.Outcome call(LibraryCall call, Context context, Transfer transfer) {
    String name = call.target().name();
    if (OPENING.contains(name)
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Val.Const constant
        && constant.value() instanceof String path) {
      JavaType type = call.target().returnType();
      Obj stream = Obj.fresh(type).with(NAME, new Val.Const(path));
      return new CallTransfer.Outcome(transfer.allocate(call.number(), stream, call.state()));
    }
    if (name.equals("load") && call.receiver() instanceof Val.Atom properties) {
      return load(call, properties, context);
    }
    return null;
  }

  private static CallTransfer.Outcome load(LibraryCall call, Val.Atom properties, Context context) {
    Val from = call.arguments().isEmpty() ? null : call.arguments().get(0);
    Obj stream = from instanceof Val.Atom atom ? call.state().object(atom.id()) : null;
    Val name = stream == null ? null : stream.slot(NAME);
    if (!(name instanceof Val.Const constant)) {
      return null;
    }
    Optional<Map<String, String>> entries = context.resource(String.valueOf(constant.value()));
    if (entries.isEmpty()) {
      return null;
    }
    Obj held = call.state().object(properties.id());
    Obj filled = held == null ? Obj.overlay(properties.type()) : held;
    for (Map.Entry<String, String> entry : entries.get().entrySet()) {
      filled = filled.with("{" + entry.getKey() + "}", new Val.Const(entry.getValue()));
    }
    call.state().put(properties.id(), filled);
    return new CallTransfer.Outcome(null);
  }
}
