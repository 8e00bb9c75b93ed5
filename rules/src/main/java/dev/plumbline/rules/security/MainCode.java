package dev.plumbline.rules.security;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The code that runs in production, and what can be asked of a step of it. */
record MainCode(Program program) {

  /** Whether the type is not one of a test. */
  static boolean has(TypeInfo type) {
    return type.file().file().role() == SourceRole.MAIN;
  }

  void each(BiConsumer<CodeBody, Instruction> step) {
    for (CodeBody body : program.bodies()) {
      if (has(body.owner())) {
        for (Block block : body.body().blocks()) {
          for (Instruction each : block.instructions()) {
            step.accept(body, each);
          }
        }
      }
    }
  }

  CallTarget target(CodeBody body, Instruction.Call call) {
    return program.inference().target(body, call);
  }

  /** The constant that a register holds: String, Boolean, Integer … */
  Optional<Object> constant(CodeBody body, int register) {
    return register >= 0
            && program.fixedValues().of(body, register) instanceof ConstantValue.Scalar scalar
        ? Optional.of(scalar.value())
        : Optional.empty();
  }

  Optional<Object> argument(CodeBody body, Instruction.Call call, int index) {
    return index < call.arguments().size()
        ? constant(body, call.arguments().get(index))
        : Optional.empty();
  }

  /** The last part of the name that a register was loaded from: of a constant, an enum, a type. */
  static Optional<String> name(CodeBody body, int register) {
    if (register < 0) {
      return Optional.empty();
    }
    return body.definitions(register).stream()
        .filter(Instruction.LoadName.class::isInstance)
        .map(each -> ((Instruction.LoadName) each).path())
        .map(path -> path.get(path.size() - 1))
        .findFirst();
  }
}
