package dev.plumbline.analyzer.ir;

import java.util.Optional;
import java.util.function.IntConsumer;

/** The registers that an instruction reads, in the order in which it does. */
final class Reads implements Instruction.Visitor<Optional<Void>> {

  private final IntConsumer reader;

  Reads(IntConsumer reader) {
    this.reader = reader;
  }

  private Optional<Void> read(int... registers) {
    for (int register : registers) {
      if (register != Body.NONE) {
        reader.accept(register);
      }
    }
    return Optional.empty();
  }

  private Optional<Void> read(Operands operands) {
    for (int i = 0; i < operands.size(); i++) {
      // Unlike an optional register, an operand must be there.
      reader.accept(operands.get(i));
    }
    return Optional.empty();
  }

  @Override
  public Optional<Void> visit(Instruction.Constant constant) {
    return read();
  }

  @Override
  public Optional<Void> visit(Instruction.Copy copy) {
    return read(Operands.of(copy.source()));
  }

  @Override
  public Optional<Void> visit(Instruction.Operation operation) {
    return read(operation.operands());
  }

  @Override
  public Optional<Void> visit(Instruction.LoadName load) {
    return read();
  }

  @Override
  public Optional<Void> visit(Instruction.StoreName store) {
    return read(Operands.of(store.source()));
  }

  @Override
  public Optional<Void> visit(Instruction.LoadField load) {
    return read(Operands.of(load.object()));
  }

  @Override
  public Optional<Void> visit(Instruction.StoreField store) {
    return read(Operands.of(store.object(), store.source()));
  }

  @Override
  public Optional<Void> visit(Instruction.LoadElement load) {
    return read(Operands.of(load.array(), load.index()));
  }

  @Override
  public Optional<Void> visit(Instruction.StoreElement store) {
    return read(Operands.of(store.array(), store.index(), store.source()));
  }

  @Override
  public Optional<Void> visit(Instruction.New creation) {
    read(creation.outer());
    return read(creation.arguments());
  }

  @Override
  public Optional<Void> visit(Instruction.NewArray creation) {
    read(creation.dimensions());
    return read(creation.elements());
  }

  @Override
  public Optional<Void> visit(Instruction.Call call) {
    read(call.receiver());
    return read(call.arguments());
  }

  @Override
  public Optional<Void> visit(Instruction.MakeLambda lambda) {
    return read();
  }

  @Override
  public Optional<Void> visit(Instruction.MethodReference reference) {
    return read(reference.receiver());
  }

  @Override
  public Optional<Void> visit(Instruction.Cast cast) {
    return read(Operands.of(cast.source()));
  }

  @Override
  public Optional<Void> visit(Instruction.InstanceOf test) {
    return read(Operands.of(test.source()));
  }

  @Override
  public Optional<Void> visit(Instruction.Catch handler) {
    return read();
  }

  @Override
  public Optional<Void> visit(Instruction.Monitor monitor) {
    return read(Operands.of(monitor.object()));
  }

  @Override
  public Optional<Void> visit(Instruction.Jump jump) {
    return read();
  }

  @Override
  public Optional<Void> visit(Instruction.Branch branch) {
    return read(Operands.of(branch.condition()));
  }

  @Override
  public Optional<Void> visit(Instruction.Switch choice) {
    return read(Operands.of(choice.selector()));
  }

  @Override
  public Optional<Void> visit(Instruction.Next next) {
    return read(Operands.of(next.iterable()));
  }

  @Override
  public Optional<Void> visit(Instruction.Return exit) {
    return read(exit.value());
  }

  @Override
  public Optional<Void> visit(Instruction.Throw exit) {
    return read(Operands.of(exit.exception()));
  }
}
