package dev.plumbline.rules.flow;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.Set;

/** Switches that are set once and hold for the whole process, wherever that is done. */
public final class ProcessWide {

  private ProcessWide() {}

  /**
   * Whether main code calls a method of one of these names anywhere. Looks at the whole program, so
   * ask only when there is something to tell.
   */
  public static boolean isCalled(Program program, Set<String> names) {
    for (CodeBody body : program.bodies()) {
      if (body.owner().file().file().role() != SourceRole.MAIN) {
        continue;
      }
      for (Block block : body.body().blocks()) {
        for (Instruction each : block.instructions()) {
          if (each instanceof Instruction.Call call && names.contains(call.name())) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
