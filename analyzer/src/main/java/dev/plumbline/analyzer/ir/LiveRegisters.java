package dev.plumbline.analyzer.ir;

import java.util.BitSet;
import java.util.List;

/**
 * Which registers may still be read when a block begins. Backward over the control-flow graph,
 * after Aho, Lam, Sethi and Ullman, <i>Compilers</i> (2006), 9.2.5. A handler may be entered from
 * anywhere in the blocks that it protects, so what it reads is alive in all of them. A variable
 * that a local or anonymous class has captured is always alive: its objects are made by name,
 * wherever.
 */
public final class LiveRegisters {

  private final Body body;
  private final BitSet[] atEntry;
  private final BitSet always = new BitSet();

  private LiveRegisters(Body body) {
    this.body = body;
    atEntry = new BitSet[body.blocks().size()];
  }

  /** Works them out. */
  public static LiveRegisters of(Body body) {
    LiveRegisters live = new LiveRegisters(body);
    body.localTypes().forEach(live::captured);
    live.solve();
    return live;
  }

  /** The registers that are alive when the block begins. Not to be changed. */
  public BitSet atEntry(int block) {
    return atEntry[block];
  }

  private void captured(TypeDecl type) {
    for (MethodDecl method : type.methods()) {
      method
          .body()
          .ifPresent(code -> code.captures().forEach(capture -> always.set(capture.outer())));
    }
    type.memberTypes().forEach(this::captured);
    type.enumConstants().forEach(constant -> constant.body().ifPresent(this::captured));
  }

  private void solve() {
    List<Block> blocks = body.blocks();
    BitSet[] read = new BitSet[blocks.size()];
    BitSet[] written = new BitSet[blocks.size()];
    for (Block block : blocks) {
      read[block.id()] = new BitSet();
      written[block.id()] = new BitSet();
      effects(block, read[block.id()], written[block.id()]);
      atEntry[block.id()] = (BitSet) always.clone();
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = blocks.size() - 1; i >= 0; i--) {
        BitSet live = new BitSet();
        for (int successor : blocks.get(i).terminator().successors()) {
          live.or(atEntry[successor]);
        }
        live.andNot(written[i]);
        live.or(read[i]);
        handlers(blocks.get(i), live);
        live.or(always);
        if (!live.equals(atEntry[i])) {
          atEntry[i] = live;
          changed = true;
        }
      }
    }
  }

  /** What is read before it is written there, and what is written. */
  private void effects(Block block, BitSet read, BitSet written) {
    Reads reads =
        new Reads(
            register -> {
              if (!written.get(register)) {
                read.set(register);
              }
            });
    for (Instruction instruction : block.instructions()) {
      instruction.accept(reads);
      if (instruction instanceof Instruction.MakeLambda made) {
        for (Body.Capture capture : body.lambdas().get(made.lambda()).body().captures()) {
          if (!written.get(capture.outer())) {
            read.set(capture.outer());
          }
        }
      }
      if (instruction.target() != Body.NONE) {
        written.set(instruction.target());
      }
    }
  }

  private void handlers(Block block, BitSet live) {
    int region = block.region();
    while (region != Body.NONE) {
      TryRegion each = body.regions().get(region);
      for (TryRegion.Handler handler : each.handlers()) {
        live.or(atEntry[handler.block()]);
      }
      region = each.parent();
    }
  }
}
