package dev.plumbline.analyzer.ir;

import java.util.List;

/**
 * A basic block: straight-line instructions, the last of which is its one {@link
 * Instruction.Terminator}.
 *
 * @param id its index in {@link Body#blocks()}
 * @param loop index of the innermost loop whose iterations run it, or {@link Body#NONE}
 * @param region index of the innermost try region that protects it, or {@link Body#NONE}
 */
public record Block(int id, List<Instruction> instructions, int loop, int region) {

  public Block {
    instructions = List.copyOf(instructions);
  }

  public Instruction.Terminator terminator() {
    return (Instruction.Terminator) instructions.get(instructions.size() - 1);
  }
}
