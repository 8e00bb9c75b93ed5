package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is assigned to which field: by simple name first, because few stores are ever asked for. */
final class FieldStores {

  private final Program program;
  private final GeneratedStores generated;
  private final Map<String, List<Store>> byName = new HashMap<>();
  private final Map<FieldDecl, List<Store>> known =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** An assignment and the register that is stored. */
  record Store(CodeBody body, Instruction instruction, int source) {}

  FieldStores(Program program, List<CodeBody> bodies) {
    this.program = program;
    this.generated = new GeneratedStores(program, bodies);
    for (CodeBody body : bodies) {
      for (Block block : body.body().blocks()) {
        for (Instruction each : block.instructions()) {
          if (each instanceof Instruction.StoreName store) {
            add(store.path().get(store.path().size() - 1), body, store, store.source());
          } else if (each instanceof Instruction.StoreField store) {
            add(store.name(), body, store, store.source());
          }
        }
      }
    }
  }

  private void add(String name, CodeBody body, Instruction store, int source) {
    byName.computeIfAbsent(name, key -> new ArrayList<>(2)).add(new Store(body, store, source));
  }

  /** The assignments that mean {@code field}, initialisers too, in path and source order. */
  List<Store> of(FieldDecl field) {
    List<Store> stores = known.get(field);
    if (stores == null) {
      stores = find(field);
      known.put(field, stores);
    }
    return stores;
  }

  /**
   * What generated code assigns to the field or component {@code name} of {@code owner}, in path
   * and source order.
   */
  List<Store> generated(TypeInfo owner, String name) {
    return generated.of(owner, name);
  }

  private List<Store> find(FieldDecl field) {
    List<Store> found = new ArrayList<>(2);
    for (Store store : byName.getOrDefault(field.name(), List.of())) {
      if (field(store).flatMap(Members.Field::declaration).orElse(null) == field) {
        found.add(store);
      }
    }
    return found;
  }

  private Optional<Members.Field> field(Store store) {
    if (store.instruction instanceof Instruction.StoreName named) {
      return program.inference().meaning(store.body, named).field();
    }
    Instruction.StoreField assigned = (Instruction.StoreField) store.instruction;
    return program
        .members()
        .field(
            program.inference().typeOf(store.body, assigned.object()),
            assigned.name(),
            store.body.owner());
  }
}
