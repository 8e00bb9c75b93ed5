package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.ir.Instruction;
import java.util.ArrayList;
import java.util.List;

/** Turns the labels in the ends of blocks into the final numbers of blocks. */
final class BlockNumbers {

  private final int[] order;

  /**
   * @param order by label; negative for labels that were not placed
   */
  BlockNumbers(int[] order) {
    this.order = order;
  }

  int of(int label) {
    if (order[label] < 0) {
      throw new IllegalStateException("a jump leads nowhere");
    }
    return order[label];
  }

  Instruction renumber(Instruction end) {
    if (end instanceof Instruction.Jump jump) {
      return new Instruction.Jump(of(jump.block()), jump.span());
    }
    if (end instanceof Instruction.Branch branch) {
      return new Instruction.Branch(
          branch.condition(), of(branch.then()), of(branch.otherwise()), branch.span());
    }
    if (end instanceof Instruction.Next next) {
      return new Instruction.Next(
          next.target(), next.iterable(), of(next.body()), of(next.exit()), next.span());
    }
    if (end instanceof Instruction.Switch choice) {
      List<Instruction.Case> cases = new ArrayList<>(choice.cases().size());
      for (Instruction.Case one : choice.cases()) {
        cases.add(new Instruction.Case(one.labels(), of(one.block())));
      }
      return new Instruction.Switch(
          choice.selector(), cases, of(choice.otherwise()), choice.span());
    }
    if (end instanceof Instruction.Return || end instanceof Instruction.Throw) {
      return end;
    }
    throw new IllegalStateException("a block has no end");
  }
}
