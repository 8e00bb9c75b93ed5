package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.program.CodeBody;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The registers of a method and its lambdas that <i>may</i> hold a value, a part of it, or
 * something made from it. Flow-insensitive and generous: who is given a derived value is taken to
 * keep it.
 *
 * <p>A closure over finitely many registers, so the loop ends.
 */
final class DerivedValues {

  /** Calls that make one argument from another: {@code BeanUtils.copyProperties(dto, entity)}. */
  private static final Pattern FILLING =
      Pattern.compile("(copy|map|merge|fill|convert|populate|update|apply)([A-Z].*)?");

  private final List<CodeBody> bodies = new ArrayList<>();
  private final Map<CodeBody, BitSet> derived = new IdentityHashMap<>();
  private boolean changed;

  private DerivedValues(CodeBody outermost) {
    gather(outermost);
  }

  private void gather(CodeBody body) {
    bodies.add(body);
    derived.put(body, new BitSet());
    body.lambdas().forEach(this::gather);
  }

  /** What derives from a parameter of {@code outermost}. */
  static DerivedValues ofParameter(CodeBody outermost, int parameter) {
    DerivedValues values = new DerivedValues(outermost);
    values.derived.get(outermost).set(parameter);
    values.close();
    return values;
  }

  /** What derives from {@code this}. */
  static DerivedValues ofReceiver(CodeBody outermost) {
    DerivedValues values = new DerivedValues(outermost);
    for (CodeBody body : values.bodies) {
      for (Block block : body.body().blocks()) {
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.LoadName load
              && load.path().equals(List.of("this"))) {
            values.mark(body, load.target());
          }
        }
      }
    }
    values.close();
    return values;
  }

  /** The method's body, then those of its lambdas. */
  List<CodeBody> bodies() {
    return bodies;
  }

  boolean contains(CodeBody body, int register) {
    return register != Body.NONE && derived.get(body).get(register);
  }

  boolean containsAny(CodeBody body, Operands registers) {
    BitSet here = derived.get(body);
    return registers.stream().anyMatch(here::get);
  }

  private void close() {
    do {
      changed = false;
      for (CodeBody body : bodies) {
        for (Body.Capture capture : body.body().captures()) {
          if (body.enclosing().isPresent() && contains(body.enclosing().get(), capture.outer())) {
            mark(body, capture.inner());
          }
        }
        for (Block block : body.body().blocks()) {
          for (Instruction instruction : block.instructions()) {
            flow(body, instruction);
          }
        }
      }
    } while (changed);
  }

  private void mark(CodeBody body, int register) {
    if (register != Body.NONE && !derived.get(body).get(register)) {
      derived.get(body).set(register);
      changed = true;
    }
  }

  private void flow(CodeBody body, Instruction instruction) {
    if (instruction instanceof Instruction.Call call) {
      call(body, call);
    } else if (instruction instanceof Instruction.Copy copy) {
      from(body, copy.source(), copy.target());
    } else if (instruction instanceof Instruction.Cast cast) {
      from(body, cast.source(), cast.target());
    } else if (instruction instanceof Instruction.LoadField load) {
      from(body, load.object(), load.target());
    } else if (instruction instanceof Instruction.StoreField store) {
      from(body, store.source(), store.object());
    } else if (instruction instanceof Instruction.LoadElement load) {
      from(body, load.array(), load.target());
    } else if (instruction instanceof Instruction.StoreElement store) {
      from(body, store.source(), store.array());
    } else if (instruction instanceof Instruction.Next next) {
      from(body, next.iterable(), next.target());
    } else if (instruction instanceof Instruction.New creation) {
      if (containsAny(body, creation.arguments())) {
        mark(body, creation.target());
      }
    } else if (instruction instanceof Instruction.NewArray array) {
      if (containsAny(body, array.elements())) {
        mark(body, array.target());
      }
    }
  }

  private void from(CodeBody body, int source, int target) {
    if (contains(body, source)) {
      mark(body, target);
    }
  }

  private void call(CodeBody body, Instruction.Call call) {
    if (!contains(body, call.receiver()) && !containsAny(body, call.arguments())) {
      return;
    }
    mark(body, call.target());
    if (isLocal(body, call.receiver())) {
      // A list that takes it, an object that is filled from it; a service keeps nothing.
      mark(body, call.receiver());
    }
    if (FILLING.matcher(call.name()).matches()) {
      call.arguments().stream().filter(r -> isLocal(body, r)).forEach(r -> mark(body, r));
    }
    for (CodeBody lambda : body.lambdas()) {
      int made = lambda.creation().map(Instruction.MakeLambda::target).orElse(Body.NONE);
      if (call.arguments().stream().anyMatch(argument -> argument == made)) {
        for (int i = 0; i < lambda.body().parameterCount(); i++) {
          mark(lambda, i);
        }
      }
    }
  }

  private static boolean isLocal(CodeBody body, int register) {
    return register != Body.NONE
        && body.variable(register).filter(v -> v.kind() == Variable.Kind.LOCAL).isPresent();
  }
}
