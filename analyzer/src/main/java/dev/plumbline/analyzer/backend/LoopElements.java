package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which registers <i>may</i> depend on the element that a loop is at. Flow-insensitive over the
 * blocks of the loop, and an argument may change the object that it is given to; ends because sets
 * only grow.
 */
final class LoopElements {

  /** Methods that hand out the next or the i-th element. */
  private static final Set<String> ELEMENT_OF =
      Set.of(
          "next",
          "nextElement",
          "get",
          "elementAt",
          "getJSONObject",
          "getString",
          "getLong",
          "getInt",
          "getObject",
          "getBigDecimal",
          "charAt",
          "item");

  private static final List<String> SEQUENCES =
      List.of(
          "java.util.List",
          "java.util.Iterator",
          "java.util.Enumeration",
          "java.sql.ResultSet",
          "java.util.Vector",
          "com.alibaba.fastjson.JSONArray",
          "org.json.JSONArray",
          "org.w3c.dom.NodeList");

  private final Program program;
  private final CodeBody body;

  LoopElements(Program program, CodeBody body) {
    this.program = program;
    this.body = body;
  }

  /** What depends on the element of loop {@code index}. */
  BitSet dependents(int index) {
    List<Block> blocks = blocks(index);
    BitSet elements = new BitSet();
    Set<Instruction> inside = Collections.newSetFromMap(new IdentityHashMap<>());
    blocks.forEach(block -> inside.addAll(block.instructions()));
    for (Block block : blocks) {
      for (Instruction instruction : block.instructions()) {
        boolean ofThisLoop =
            instruction instanceof Instruction.Next
                ? block.id() == body.body().loops().get(index).header()
                : isElement(instruction, inside);
        if (ofThisLoop && instruction.target() != Body.NONE) {
          elements.set(instruction.target());
        }
      }
    }
    grow(elements, blocks);
    return elements;
  }

  /** What depends on {@code seeds} anywhere in the body. */
  BitSet closure(BitSet seeds) {
    BitSet grown = (BitSet) seeds.clone();
    grow(grown, body.body().blocks());
    return grown;
  }

  /** Whether another round may follow once {@code site} has run. */
  boolean comesBack(Instruction site, int index) {
    int header = body.body().loops().get(index).header();
    for (int next : body.blockOf(site).terminator().successors()) {
      if (reaches(next, header, Body.NONE)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the loop is left depending on what {@code site} gives: a search that ends at the first
   * hit.
   */
  boolean leavesOn(Instruction site, int index) {
    if (site.target() == Body.NONE) {
      return false;
    }
    BitSet result = new BitSet();
    result.set(site.target());
    List<Block> blocks = blocks(index);
    growForward(result, blocks);
    BitSet inside = new BitSet();
    blocks.forEach(block -> inside.set(block.id()));
    for (Block block : blocks) {
      if (block.terminator() instanceof Instruction.Branch branch
          && result.get(branch.condition())
          && (leaves(branch.then(), inside, result)
              || leaves(branch.otherwise(), inside, result))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether control has left the loop with a hit: by a jump, or by returning what was found. An
   * exception or a return of something else reports that an element was not found.
   */
  private boolean leaves(int id, BitSet inside, BitSet result) {
    Instruction.Terminator end = body.body().blocks().get(id).terminator();
    if (end instanceof Instruction.Return exit) {
      return exit.value() != Body.NONE && result.get(exit.value());
    }
    return !inside.get(id) && !(end instanceof Instruction.Throw);
  }

  /**
   * Whether {@code site} runs only for the entry of a map that has one constant key, which there is
   * once at most.
   */
  boolean onlyForOneKey(Instruction site, int index, BitSet elements) {
    int wanted = body.blockOf(site).id();
    int header = body.body().loops().get(index).header();
    for (Block block : blocks(index)) {
      if (block.terminator() instanceof Instruction.Branch branch
          && comparesKey(branch.condition(), elements)
          && !reaches(header, wanted, branch.then())) {
        return true;
      }
    }
    return false;
  }

  /** {@code entry.getKey().equals("name")} or the other way about. */
  private boolean comparesKey(int condition, BitSet elements) {
    for (Instruction definition : body.definitions(condition)) {
      if (definition instanceof Instruction.Call call
          && call.name().startsWith("equals")
          && call.arguments().size() == 1) {
        int argument = call.arguments().get(0);
        return isKey(call.receiver(), elements) && !elements.get(argument)
            || isKey(argument, elements)
                && (call.receiver() == Body.NONE || !elements.get(call.receiver()));
      }
    }
    return false;
  }

  private boolean isKey(int register, BitSet elements) {
    if (register == Body.NONE || !elements.get(register)) {
      return false;
    }
    for (Instruction definition : body.definitions(register)) {
      if (definition instanceof Instruction.Call call && call.name().equals("getKey")) {
        return true;
      } else if (definition instanceof Instruction.Copy copy) {
        return isKey(copy.source(), elements);
      }
    }
    return false;
  }

  /** Whether a round of the loop can come from one block to another without {@code avoided}. */
  private boolean reaches(int from, int to, int avoided) {
    BitSet seen = new BitSet();
    ArrayDeque<Integer> work = new ArrayDeque<>();
    work.add(from);
    while (!work.isEmpty()) {
      int id = work.poll();
      if (id == avoided || seen.get(id)) {
        continue;
      }
      if (id == to) {
        return true;
      }
      seen.set(id);
      work.addAll(body.body().blocks().get(id).terminator().successors());
    }
    return false;
  }

  private List<Block> blocks(int loop) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : body.body().blocks()) {
      for (int each = block.loop();
          each != Body.NONE;
          each = body.body().loops().get(each).parent()) {
        if (each == loop) {
          blocks.add(block);
          break;
        }
      }
    }
    return blocks;
  }

  private boolean isElement(Instruction instruction, Set<Instruction> inside) {
    if (instruction instanceof Instruction.LoadElement load) {
      return isMadeOutside(load.array(), inside);
    }
    if (!(instruction instanceof Instruction.Call call)
        || !ELEMENT_OF.contains(call.name())
        || call.receiver() == Body.NONE
        || !isMadeOutside(call.receiver(), inside)) {
      return false;
    }
    JavaType receiver = program.inference().typeOf(body, call.receiver());
    return SEQUENCES.stream().anyMatch(type -> program.hierarchy().isSubtype(receiver, type));
  }

  /**
   * Whether the sequence is there before the loop. One that each round makes anew, such as the
   * batch that was read last, is what paging by key goes by, not what is gone through.
   */
  private boolean isMadeOutside(int register, Set<Instruction> inside) {
    for (Instruction definition : body.definitions(register)) {
      if (!inside.contains(definition) || definition instanceof Instruction.LoadName) {
        continue;
      }
      boolean part =
          definition instanceof Instruction.LoadField load && isMadeOutside(load.object(), inside)
              || body.variable(register).isEmpty()
                  && definition instanceof Instruction.Call call
                  && call.receiver() != Body.NONE
                  && call.arguments().isEmpty()
                  && isMadeOutside(call.receiver(), inside);
      if (!part) {
        return false;
      }
    }
    return true;
  }

  private void grow(BitSet registers, List<Block> blocks) {
    int before;
    do {
      before = registers.cardinality();
      for (Block block : blocks) {
        for (Instruction instruction : block.instructions()) {
          step(instruction, registers, true);
        }
      }
    } while (registers.cardinality() != before);
  }

  private void growForward(BitSet registers, List<Block> blocks) {
    int before;
    do {
      before = registers.cardinality();
      for (Block block : blocks) {
        for (Instruction instruction : block.instructions()) {
          step(instruction, registers, false);
        }
      }
    } while (registers.cardinality() != before);
  }

  private void step(Instruction instruction, BitSet registers, boolean mutations) {
    boolean reads = reads(instruction, registers);
    if (!reads) {
      return;
    }
    if (instruction.target() != Body.NONE) {
      registers.set(instruction.target());
    }
    if (!mutations) {
      return;
    }
    if (instruction instanceof Instruction.Call call
        && call.receiver() != Body.NONE
        && holdsParameters(call.receiver())) {
      registers.set(call.receiver());
    } else if (instruction instanceof Instruction.StoreElement store) {
      registers.set(store.array());
    } else if (instruction instanceof Instruction.StoreField store) {
      registers.set(store.object());
    }
  }

  /** An object that was made for this query or holds its parameters, not a shared collaborator. */
  private boolean holdsParameters(int register) {
    return body.variable(register).isPresent();
  }

  private boolean reads(Instruction instruction, BitSet registers) {
    if (instruction instanceof Instruction.Copy copy) {
      return registers.get(copy.source());
    } else if (instruction instanceof Instruction.Operation operation) {
      return any(operation.operands(), registers);
    } else if (instruction instanceof Instruction.LoadField load) {
      return registers.get(load.object());
    } else if (instruction instanceof Instruction.StoreField store) {
      return registers.get(store.source());
    } else if (instruction instanceof Instruction.LoadElement load) {
      return registers.get(load.array()) || registers.get(load.index());
    } else if (instruction instanceof Instruction.StoreElement store) {
      return registers.get(store.source());
    } else if (instruction instanceof Instruction.New creation) {
      return any(creation.arguments(), registers);
    } else if (instruction instanceof Instruction.NewArray creation) {
      return any(creation.elements(), registers);
    } else if (instruction instanceof Instruction.Call call) {
      return any(call.arguments(), registers)
          || call.receiver() != Body.NONE && registers.get(call.receiver());
    } else if (instruction instanceof Instruction.Cast cast) {
      return registers.get(cast.source());
    } else if (instruction instanceof Instruction.InstanceOf test) {
      return registers.get(test.source());
    } else if (instruction instanceof Instruction.Next next) {
      return registers.get(next.iterable());
    } else if (instruction instanceof Instruction.MakeLambda maker) {
      for (Body.Capture capture : body.lambdas().get(maker.lambda()).body().captures()) {
        if (registers.get(capture.outer())) {
          return true;
        }
      }
    } else if (instruction instanceof Instruction.MethodReference reference) {
      return reference.receiver() != Body.NONE && registers.get(reference.receiver());
    }
    return false;
  }

  private static boolean any(Operands operands, BitSet registers) {
    for (int i = 0; i < operands.size(); i++) {
      if (registers.get(operands.get(i))) {
        return true;
      }
    }
    return false;
  }
}
