package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.callgraph.Dispatch.Targets;
import dev.plumbline.analyzer.callgraph.Unknown.Reason;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code Class.forName("…").getMethod("…").invoke(…)} and {@code newInstance()}, where class and
 * method are constants. With any other name the call is unknown.
 */
final class Reflection {

  /** Copies between the steps of one chain. */
  private static final int MAX_COPIES = 8;

  private final Program program;

  Reflection(Program program) {
    this.program = program;
  }

  /** {@code targets} with what the reflective call runs. */
  Targets add(CodeBody body, Instruction.Call call, CallTarget target, Targets targets) {
    String owner = target.owner().name();
    if (call.name().equals("invoke") && owner.equals("java.lang.reflect.Method")) {
      return joined(targets, invoked(body, call));
    }
    if (call.name().equals("newInstance")
        && (owner.equals("java.lang.Class") || owner.equals("java.lang.reflect.Constructor"))) {
      return joined(targets, created(body, call));
    }
    return targets;
  }

  private static Targets joined(Targets targets, List<CallEdge> edges) {
    return edges.isEmpty()
        ? new Targets(
            targets.edges(),
            targets.outside(),
            Optional.of(new Unknown(Reason.REFLECTION, "the name is no constant")))
        : Callbacks.joined(targets, edges, targets.unknown());
  }

  private List<CallEdge> invoked(CodeBody body, Instruction.Call call) {
    Instruction.Call lookup = call(body, call.receiver());
    if (lookup == null
        || lookup.arguments().isEmpty()
        || !lookup.name().equals("getMethod") && !lookup.name().equals("getDeclaredMethod")) {
      return List.of();
    }
    String name = text(body, lookup.arguments().get(0)).orElse(null);
    TypeInfo type = type(body, lookup.receiver()).orElse(null);
    List<CallEdge> edges = new ArrayList<>();
    if (name != null && type != null) {
      for (String ancestor : program.hierarchy().ancestors(type.name())) {
        program.type(ancestor, type).ifPresent(each -> edges(each, name, edges));
        if (!edges.isEmpty()) {
          break;
        }
      }
    }
    return edges;
  }

  private List<CallEdge> created(CodeBody body, Instruction.Call call) {
    Instruction.Call lookup = call(body, call.receiver());
    boolean constructor = lookup != null && lookup.name().endsWith("Constructor");
    List<CallEdge> edges = new ArrayList<>();
    type(body, constructor ? lookup.receiver() : call.receiver())
        .ifPresent(
            type -> {
              edges(type, MethodDecl.FIELD_INITIALIZER, edges);
              edges(type, MethodDecl.CONSTRUCTOR, edges);
            });
    return edges;
  }

  private static void edges(TypeInfo type, String name, List<CallEdge> edges) {
    for (MethodInfo method : type.methods()) {
      if (method.name().equals(name)) {
        method.body().ifPresent(code -> edges.add(new CallEdge(code, EdgeKind.REFLECTION)));
      }
    }
  }

  private Optional<TypeInfo> type(CodeBody body, int register) {
    ConstantValue value = program.fixedValues().of(body, register);
    if (value instanceof ConstantValue.ClassName named) {
      return program.type(named.type().name(), body.owner());
    }
    Instruction.Call lookup = call(body, register);
    if (lookup == null || lookup.arguments().isEmpty() || !lookup.name().equals("forName")) {
      return Optional.empty();
    }
    return text(body, lookup.arguments().get(0))
        .flatMap(name -> program.type(name.replace('$', '.'), body.owner()));
  }

  private Optional<String> text(CodeBody body, int register) {
    return program.fixedValues().of(body, register) instanceof ConstantValue.Scalar scalar
            && scalar.value() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The one call whose result is in {@code register}, or null. */
  private static Instruction.Call call(CodeBody body, int register) {
    int at = register;
    for (int i = 0; i < MAX_COPIES && at >= 0; i++) {
      List<Instruction> definitions = body.definitions(at);
      Instruction only = definitions.size() == 1 ? definitions.get(0) : null;
      if (only instanceof Instruction.Call call) {
        return call;
      }
      at = only instanceof Instruction.Copy copy ? copy.source() : -1;
    }
    return null;
  }
}
