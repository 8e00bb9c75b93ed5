package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstructorInfo;
import dev.plumbline.analyzer.program.GeneratedMethod;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What reaches a field or a record's component through code that nobody wrote: constructors,
 * setters and builders that Lombok makes, the constructor of a record. Calls are kept by name, and
 * looked at when a field is asked for.
 */
final class GeneratedStores {

  private static final Set<Role> STORES =
      EnumSet.of(Role.SETTER, Role.WITHER, Role.BUILDER_SETTER, Role.BUILDER_ADDER);

  private final Program program;
  private final Map<String, List<Site>> calls = new HashMap<>();
  private final Map<String, List<Site>> creations = new HashMap<>();
  private final Map<Property, List<FieldStores.Store>> known = new ConcurrentHashMap<>();

  private record Site(CodeBody body, Instruction instruction) {}

  private record Property(TypeInfo owner, String name) {}

  GeneratedStores(Program program, List<CodeBody> bodies) {
    this.program = program;
    for (CodeBody body : bodies) {
      for (Block block : body.body().blocks()) {
        for (Instruction each : block.instructions()) {
          if (each instanceof Instruction.Call call && call.arguments().size() == 1) {
            add(calls, call.name(), body, call);
          } else if (each instanceof Instruction.New creation && !creation.arguments().isEmpty()) {
            add(creations, creation.type().simpleName(), body, creation);
          }
        }
      }
    }
  }

  private static void add(
      Map<String, List<Site>> sites, String name, CodeBody body, Instruction each) {
    sites.computeIfAbsent(name, key -> new ArrayList<>(2)).add(new Site(body, each));
  }

  /** In path and source order, creations first. */
  List<FieldStores.Store> of(TypeInfo owner, String name) {
    return known.computeIfAbsent(new Property(owner, name), this::find);
  }

  private List<FieldStores.Store> find(Property property) {
    List<FieldStores.Store> found = new ArrayList<>(2);
    created(property, found);
    String capitalized =
        property.name.substring(0, 1).toUpperCase(Locale.ROOT) + property.name.substring(1);
    for (String name : List.of(property.name, "set" + capitalized, "with" + capitalized)) {
      for (Site site : calls.getOrDefault(name, List.of())) {
        Instruction.Call call = (Instruction.Call) site.instruction;
        if (stores(site.body, call, property)) {
          found.add(new FieldStores.Store(site.body, call, call.arguments().get(0)));
        }
      }
    }
    return List.copyOf(found);
  }

  private boolean stores(CodeBody body, Instruction.Call call, Property property) {
    Members.Method method = program.inference().target(body, call).method().orElse(null);
    if (method == null || method.external().isPresent() == method.declared().isPresent()) {
      return false;
    }
    String owner = method.owner().name();
    String wanted = property.owner.name();
    // A builder is nested in what it builds.
    if (!owner.equals(wanted) && !owner.startsWith(wanted + ".")) {
      return false;
    }
    GeneratedMethod generated = program.generated().method(method).orElse(null);
    return generated != null
        && STORES.contains(generated.role())
        && generated.property().filter(property.name::equals).isPresent();
  }

  private void created(Property property, List<FieldStores.Store> found) {
    List<ConstructorInfo> generated =
        program.generated().constructors(property.owner).stream()
            .filter(each -> each.declared().isEmpty())
            .toList();
    if (generated.isEmpty()) {
      return;
    }
    for (Site site : creations.getOrDefault(property.owner.declaration().simpleName(), List.of())) {
      Instruction.New creation = (Instruction.New) site.instruction;
      var target = program.inference().target(site.body, creation);
      boolean same =
          target.declared().isEmpty()
              && program
                  .type(target.receiver().name(), site.body.owner())
                  .filter(type -> type == property.owner)
                  .isPresent();
      if (same) {
        argument(generated, creation.arguments(), property.name)
            .forEach(each -> found.add(new FieldStores.Store(site.body, creation, each)));
      }
    }
  }

  private static List<Integer> argument(
      List<ConstructorInfo> constructors, Operands arguments, String name) {
    List<Integer> found = new ArrayList<>(1);
    for (ConstructorInfo each : constructors) {
      if (each.parameters().size() == arguments.size()) {
        for (int i = 0; i < arguments.size(); i++) {
          if (each.parameters().get(i).field().filter(name::equals).isPresent()) {
            found.add(arguments.get(i));
          }
        }
      }
    }
    return found;
  }
}
