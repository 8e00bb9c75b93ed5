package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which properties of a parameter's value the code <i>may</i> read, where it keeps the value to
 * itself: methods of the workspace that are given the value are followed, and the answer is "all of
 * them" as soon as it goes anywhere else.
 */
public final class PropertyReads {

  /** Handler, facade, service, its own private method. */
  private static final int MAX_CALLS = 4;

  private static final Pattern ACCESSOR = Pattern.compile("(?:get|is)([A-Z].*)");
  private static final Set<String> HARMLESS =
      Set.of(
          "equals", "hashCode", "toString", "getClass", "trace", "debug", "info", "warn", "error");

  private final Program program;

  PropertyReads(Program program) {
    this.program = program;
  }

  /**
   * The names of the properties that {@code method} and what it calls read of a parameter.
   *
   * @return empty when the whole value may be read
   */
  public Optional<Set<String>> of(MethodInfo method, int parameter) {
    Set<String> properties = new TreeSet<>();
    return new Search(properties, new HashSet<>()).reads(method, parameter, 0)
        ? Optional.of(properties)
        : Optional.empty();
  }

  /** One question; its methods tell whether the value stays where its reads can be seen. */
  private final class Search {
    private final Set<String> properties;
    private final Set<String> visited;

    Search(Set<String> properties, Set<String> visited) {
      this.properties = properties;
      this.visited = visited;
    }

    boolean reads(MethodInfo method, int parameter, int calls) {
      CodeBody code = method.body().orElse(null);
      if (code == null
          || calls > MAX_CALLS
          || parameter >= method.declaration().parameters().size()) {
        return false;
      }
      if (!visited.add(method + " " + method.declaration().span() + " " + parameter)) {
        return true;
      }
      Map<CodeBody, BitSet> aliases = aliases(code, parameter);
      for (Map.Entry<CodeBody, BitSet> each : aliases.entrySet()) {
        CodeBody body = each.getKey();
        if (!body.localTypes().isEmpty()) {
          return false;
        }
        for (Block block : body.body().blocks()) {
          for (Instruction instruction : block.instructions()) {
            if (!reads(body, instruction, each.getValue(), calls)) {
              return false;
            }
          }
        }
      }
      return true;
    }

    private boolean reads(CodeBody body, Instruction instruction, BitSet aliases, int calls) {
      if (instruction instanceof Instruction.Call call) {
        return call(body, call, aliases, calls);
      } else if (instruction instanceof Instruction.LoadField load) {
        if (is(aliases, load.object())) {
          properties.add(load.name());
        }
        return true;
      } else if (instruction instanceof Instruction.MethodReference reference) {
        return !is(aliases, reference.receiver())
            || accessor(reference.name(), program.inference().target(body, reference));
      } else if (instruction instanceof Instruction.New creation) {
        return !any(aliases, creation.arguments());
      } else if (instruction instanceof Instruction.NewArray array) {
        return !any(aliases, array.elements());
      } else if (instruction instanceof Instruction.StoreField store) {
        return !is(aliases, store.source());
      } else if (instruction instanceof Instruction.StoreName store) {
        return !is(aliases, store.source());
      } else if (instruction instanceof Instruction.StoreElement store) {
        return !is(aliases, store.source());
      } else if (instruction instanceof Instruction.Return exit) {
        return !is(aliases, exit.value());
      } else if (instruction instanceof Instruction.Next next) {
        return !is(aliases, next.iterable());
      }
      return true;
    }

    private boolean call(CodeBody body, Instruction.Call call, BitSet aliases, int calls) {
      boolean receiver = is(aliases, call.receiver());
      boolean argument = any(aliases, call.arguments());
      if (HARMLESS.contains(call.name()) || (!receiver && !argument)) {
        return true;
      }
      CallTarget target = program.inference().target(body, call);
      if (receiver) {
        boolean setter = call.name().startsWith("set") && call.arguments().size() == 1;
        return !argument
            && (setter || (call.arguments().isEmpty() && accessor(call.name(), target)));
      }
      MethodInfo declared = target.declared().orElse(null);
      if (declared == null) {
        return false;
      }
      List<MethodInfo> callees = MethodHierarchy.implementations(program, declared);
      boolean anyCode = false;
      for (MethodInfo callee : callees) {
        if (callee.body().isEmpty()) {
          continue;
        }
        anyCode = true;
        for (int i = 0; i < call.arguments().size(); i++) {
          if (is(aliases, call.arguments().get(i)) && !reads(callee, i, calls + 1)) {
            return false;
          }
        }
      }
      return anyCode;
    }

    /** Notes the property that a getter stands for; other methods may read anything. */
    private boolean accessor(String name, CallTarget target) {
      Matcher getter = ACCESSOR.matcher(name);
      if (getter.matches()) {
        String property = getter.group(1);
        properties.add(Character.toLowerCase(property.charAt(0)) + property.substring(1));
        return true;
      }
      properties.add(name);
      // The accessor of a record component is declared by nobody.
      return program
          .type(target.receiver().name())
          .filter(type -> type.declaration().kind() == TypeDecl.Kind.RECORD)
          .filter(type -> target.declared().isEmpty())
          .isPresent();
    }
  }

  private static boolean is(BitSet aliases, int register) {
    return register != Body.NONE && aliases.get(register);
  }

  private static boolean any(BitSet aliases, Operands registers) {
    return registers.stream().anyMatch(aliases::get);
  }

  /** The registers of a method and its lambdas that may hold the very value. */
  private static Map<CodeBody, BitSet> aliases(CodeBody outermost, int parameter) {
    Map<CodeBody, BitSet> aliases = new IdentityHashMap<>();
    List<CodeBody> bodies = new ArrayList<>(List.of(outermost));
    for (int i = 0; i < bodies.size(); i++) {
      aliases.put(bodies.get(i), new BitSet());
      bodies.addAll(bodies.get(i).lambdas());
    }
    aliases.get(outermost).set(parameter);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (CodeBody body : bodies) {
        BitSet here = aliases.get(body);
        int before = here.cardinality();
        BitSet outer = body.enclosing().map(aliases::get).orElse(new BitSet());
        for (Body.Capture capture : body.body().captures()) {
          if (body.enclosing().isPresent() && outer.get(capture.outer())) {
            here.set(capture.inner());
          }
        }
        for (Block block : body.body().blocks()) {
          for (Instruction instruction : block.instructions()) {
            if (instruction instanceof Instruction.Copy copy && here.get(copy.source())
                || instruction instanceof Instruction.Cast cast && here.get(cast.source())) {
              here.set(instruction.target());
            }
          }
        }
        changed |= here.cardinality() != before;
      }
    }
    return aliases;
  }
}
