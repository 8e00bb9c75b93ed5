package dev.plumbline.analyzer.frontend;

import com.github.javaparser.ast.Node;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Operands that are evaluated one after the other and used together.
 *
 * <p>A variable as operand is its register, without a copy. When a later operand assigns that
 * variable ({@code x + x++}, {@code f(i, i = 2)}), the value that JLS 15.7 asks for is gone at the
 * use. Only then, and only afterwards, a {@link Instruction.Copy} is put at the place where the
 * operand was read; no prescan of the source is needed.
 */
final class PendingOperands {

  /** Where a variable was read. */
  private static final class Read {
    final int operand;
    final BodyBuilder.Draft block;
    final int time;
    final Span span;
    int index;

    Read(int operand, BodyBuilder.Draft block, int index, int time, Span span) {
      this.operand = operand;
      this.block = block;
      this.index = index;
      this.time = time;
      this.span = span;
    }
  }

  private final BodyBuilder code;
  private final SourceSpans spans;
  private int[] registers = new int[4];
  private int size;
  private List<Read> reads;

  PendingOperands(BodyLowering body) {
    this.code = body.code();
    this.spans = body.spans();
  }

  int size() {
    return size;
  }

  /**
   * @param node where the operand is written; only a variable needs it
   */
  void add(int register, Node node) {
    add(register, code.isNamed(register) ? spans.of(node) : null);
  }

  void add(int register, Span span) {
    if (size == registers.length) {
      registers = Arrays.copyOf(registers, size * 2);
    }
    if (code.isNamed(register)) {
      if (reads == null) {
        reads = new ArrayList<>(4);
      }
      BodyBuilder.Draft block = code.block();
      reads.add(new Read(size, block, block.instructions.size(), code.clock(), span));
    }
    registers[size++] = register;
  }

  /** The register of an operand, once all operands are evaluated. */
  int settled(int operand) {
    settle();
    return registers[operand];
  }

  /** The operands from {@code first} on, once all are evaluated. */
  Operands settledFrom(int first) {
    settle();
    return Operands.of(Arrays.copyOfRange(registers, first, size));
  }

  /**
   * May come twice: a compound assignment reads its place before the right side and writes after.
   */
  private void settle() {
    if (reads == null) {
      return;
    }
    for (int i = reads.size() - 1; i >= 0; i--) {
      Read read = reads.get(i);
      int register = registers[read.operand];
      if (code.isAssignedSince(register, read.time)) {
        int copy = code.newRegister();
        if (code.isString(register)) {
          code.markString(copy);
        }
        read.block.instructions.add(read.index, new Instruction.Copy(copy, register, read.span));
        registers[read.operand] = copy;
        reads.remove(i);
        for (int later = i; later < reads.size(); later++) {
          if (reads.get(later).block == read.block) {
            reads.get(later).index++;
          }
        }
      }
    }
  }
}
