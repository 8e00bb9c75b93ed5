package dev.plumbline.analyzer.ir;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An immutable list of registers. */
public final class Operands {

  public static final Operands NONE = new Operands(new int[0]);

  private final int[] registers;

  private Operands(int[] registers) {
    this.registers = registers;
  }

  public static Operands of(int... registers) {
    return registers.length == 0 ? NONE : new Operands(registers.clone());
  }

  public int size() {
    return registers.length;
  }

  public boolean isEmpty() {
    return registers.length == 0;
  }

  /**
   * @throws ArrayIndexOutOfBoundsException when there is no such operand
   */
  public int get(int index) {
    return registers[index];
  }

  public IntStream stream() {
    return IntStream.of(registers);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Operands operands && Arrays.equals(registers, operands.registers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(registers);
  }

  @Override
  public String toString() {
    return Arrays.toString(registers);
  }
}
