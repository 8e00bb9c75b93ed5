package dev.plumbline.analyzer.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the methods that make interfaces functional (JLS 9.8). */
final class FunctionalMethods {

  private final Program program;

  FunctionalMethods(Program program) {
    this.program = program;
  }

  /** The one abstract method of an interface, or {@code null} when it has none or several. */
  Members.Method find(JavaType type, TypeInfo near) {
    Members.Method single = null;
    Set<String> seen = new HashSet<>();
    for (JavaType each : program.hierarchy().lineage(type, near)) {
      for (String name : abstractNames(each, near)) {
        if (!seen.add(name)) {
          continue;
        }
        for (Members.Method method : program.members().methods(type, name, near)) {
          if (method.isAbstract() && !method.isStatic() && !isOfObject(method)) {
            if (single != null) {
              return null;
            }
            single = method;
          }
        }
      }
    }
    return single;
  }

  private List<String> abstractNames(JavaType type, TypeInfo near) {
    List<String> names = new ArrayList<>();
    TypeInfo info = program.type(type.name(), near).orElse(null);
    if (info != null) {
      if (info.declaration().isInterface()) {
        for (MethodInfo method : info.methods()) {
          if (method.declaration().body().isEmpty()) {
            names.add(method.name());
          }
        }
      }
      return names;
    }
    ExternalType external = program.external().find(type.name()).orElse(null);
    if (external != null && external.isInterface()) {
      external
          .methods()
          .forEach(
              (name, group) -> {
                if (group.stream().anyMatch(ExternalType.ExternalMethod::isAbstract)) {
                  names.add(name);
                }
              });
      names.sort(null);
    }
    return names;
  }

  /** An interface may declare what every object has; that does not count (JLS 9.8). */
  private static boolean isOfObject(Members.Method method) {
    int arity = method.signature().parameters().size();
    return switch (method.name()) {
      case "equals" -> arity == 1;
      case "hashCode", "toString" -> arity == 0;
      default -> false;
    };
  }
}
