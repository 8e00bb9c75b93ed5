package dev.plumbline.analyzer.ir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Which registers are assigned at each point: temporaries on <em>every</em> way there, named
 * variables on <em>some</em> way.
 *
 * <p>JLS chapter 16 asks for every way with named variables too, but does not count a way that a
 * constant expression closes ({@code if (DEBUG)}); constants of other files are unknown here. Both
 * are forward analyses over sets that only shrink or only grow, so they end. An instruction may
 * throw before it assigns, so a handler knows for sure only what is assigned at the start of each
 * protected block.
 *
 * <p>Everyone who leaves through a finally block stores a number before and is told apart by a
 * switch behind it ({@link TryRegion}). Registers stay assigned, so a case of that switch knows, in
 * addition, what was assigned wherever its number was stored.
 */
final class AssignedRegisters {

  /** Where a selector gets its number. */
  private record Choice(int number, int block) {}

  private final Body body;
  private final BitSet named = new BitSet();
  private final BitSet[] before;
  private final BitSet[] after;
  private final Map<Integer, List<Choice>> choices = new HashMap<>();
  private boolean changed;

  AssignedRegisters(Body body) {
    this.body = body;
    before = new BitSet[body.blocks().size()];
    after = new BitSet[body.blocks().size()];
    for (Variable variable : body.variables()) {
      named.set(variable.register());
    }
    selectors();
    solve();
  }

  /** Tells of every read of a register that is not assigned on some way there. */
  void unassignedReads(Consumer<String> faults) {
    Map<Integer, String> names = new HashMap<>();
    for (Variable variable : body.variables()) {
      names.put(variable.register(), variable.name());
    }
    for (Block block : body.blocks()) {
      if (before[block.id()] == null) {
        continue;
      }
      BitSet assigned = (BitSet) before[block.id()].clone();
      for (Instruction instruction : block.instructions()) {
        instruction.accept(
            new Reads(
                register -> {
                  if (!assigned.get(register)) {
                    String name = names.getOrDefault(register, "register " + register);
                    faults.accept(
                        "b"
                            + block.id()
                            + " reads "
                            + name
                            + " at "
                            + instruction.span()
                            + " before it is assigned");
                  }
                }));
        if (instruction.target() != Body.NONE) {
          assigned.set(instruction.target());
        }
      }
    }
  }

  private void selectors() {
    BitSet others = (BitSet) named.clone();
    for (Block block : body.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Constant constant
            && constant.literal().kind() == Literal.Kind.INT) {
          choices
              .computeIfAbsent(constant.target(), register -> new ArrayList<>())
              .add(new Choice((Integer) constant.literal().value(), block.id()));
        } else if (instruction.target() != Body.NONE) {
          others.set(instruction.target());
        }
      }
    }
    choices.keySet().removeIf(others::get);
  }

  private void solve() {
    BitSet entry = new BitSet();
    for (Variable variable : body.variables()) {
      if (variable.kind() == Variable.Kind.PARAMETER || variable.kind() == Variable.Kind.CAPTURED) {
        entry.set(variable.register());
      }
    }
    before[0] = entry;
    do {
      changed = false;
      for (Block block : body.blocks()) {
        if (before[block.id()] != null) {
          transfer(block);
        }
      }
    } while (changed);
  }

  private void transfer(Block block) {
    BitSet state = (BitSet) before[block.id()].clone();
    Instruction.Terminator end = block.terminator();
    for (Instruction instruction : block.instructions()) {
      if (instruction != end && instruction.target() != Body.NONE) {
        state.set(instruction.target());
      }
    }
    after[block.id()] = state;
    exceptions(block, state);
    if (end instanceof Instruction.Next next) {
      flow(state, next.exit());
      BitSet inside = (BitSet) state.clone();
      inside.set(next.target());
      flow(inside, next.body());
    } else if (end instanceof Instruction.Switch choice && choices.containsKey(choice.selector())) {
      select(choice, state);
    } else {
      for (int successor : end.successors()) {
        flow(state, successor);
      }
    }
  }

  private void exceptions(Block block, BitSet end) {
    BitSet thrown = (BitSet) end.clone();
    thrown.and(named);
    thrown.or(before[block.id()]);
    int region = block.region();
    while (region != Body.NONE) {
      TryRegion one = body.regions().get(region);
      for (TryRegion.Handler handler : one.handlers()) {
        flow(thrown, handler.block());
      }
      region = one.parent();
    }
  }

  private void select(Instruction.Switch choice, BitSet state) {
    List<Choice> open = new ArrayList<>(choices.get(choice.selector()));
    for (Instruction.Case one : choice.cases()) {
      List<Choice> taken = new ArrayList<>();
      for (ElementValue label : one.labels()) {
        for (Choice candidate : open) {
          if (label instanceof ElementValue.LiteralValue literal
              && Integer.valueOf(candidate.number).equals(literal.literal().value())) {
            taken.add(candidate);
          }
        }
      }
      open.removeAll(taken);
      flowFrom(taken, state, one.block());
    }
    flowFrom(open, state, choice.otherwise());
  }

  private void flowFrom(List<Choice> sites, BitSet state, int block) {
    BitSet common = null;
    for (Choice site : sites) {
      BitSet there = after[site.block];
      if (there != null) {
        if (common == null) {
          common = (BitSet) there.clone();
        } else {
          common.and(there);
        }
      }
    }
    if (common != null) {
      common.or(state);
      flow(common, block);
    }
  }

  private void flow(BitSet state, int block) {
    BitSet known = before[block];
    if (known == null) {
      before[block] = (BitSet) state.clone();
      changed = true;
      return;
    }
    BitSet joined = (BitSet) state.clone();
    joined.and(known);
    BitSet either = (BitSet) state.clone();
    either.or(known);
    either.and(named);
    joined.or(either);
    if (!joined.equals(known)) {
      before[block] = joined;
      changed = true;
    }
  }
}
