package dev.plumbline.rules.flow;

import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.taint.Flow;
import java.util.List;

/**
 * The type of an object as far as the code around shows where it is made: of {@code
 * ObjectInputStream in = new CheckedStream(…)} the checked one. Else the declared type.
 */
public final class MadeAs {

  /** A variable, its copies and casts. */
  private static final int MAX_STEPS = 8;

  private MadeAs() {}

  /** Of what the sink is called on, or the new object. */
  public static JavaType receiver(Flow flow, Program program) {
    if (flow.site() instanceof Instruction.Call call && call.receiver() != Body.NONE) {
      return of(flow.body(), call.receiver(), program);
    }
    return flow.target().receiver();
  }

  /** Of an argument of the sink; unknown when there is none. */
  public static JavaType argument(Flow flow, int index, Program program) {
    List<Integer> registers = registers(flow.site());
    return index < 0 || index >= registers.size()
        ? JavaType.UNKNOWN
        : of(flow.body(), registers.get(index), program);
  }

  /** The arguments of the sink, from the left. */
  public static List<Integer> registers(Instruction site) {
    if (site instanceof Instruction.Call call) {
      return call.arguments().stream().boxed().toList();
    }
    return site instanceof Instruction.New creation
        ? creation.arguments().stream().boxed().toList()
        : List.of();
  }

  /** Of the value of a register. */
  public static JavaType of(CodeBody body, int register, Program program) {
    CodeBody code = body;
    int at = register;
    for (int i = 0; i < MAX_STEPS && at != Body.NONE; i++) {
      Integer outer = code.capturedFrom(at).orElse(null);
      if (outer != null && code.capturingFrom().isPresent()) {
        code = code.capturingFrom().get();
        at = outer;
        continue;
      }
      List<Instruction> made = code.definitions(at);
      if (made.size() != 1) {
        break;
      }
      if (made.get(0) instanceof Instruction.New) {
        return program.inference().typeOf(code, at);
      } else if (made.get(0) instanceof Instruction.Copy copy) {
        at = copy.source();
      } else if (made.get(0) instanceof Instruction.Cast cast) {
        at = cast.source();
      } else {
        break;
      }
    }
    JavaType innermost = program.inference().typeOf(code, at);
    return innermost.isKnown() ? innermost : program.inference().typeOf(body, register);
  }
}
