package dev.plumbline.analyzer.library;

import dev.plumbline.analyzer.program.Hierarchy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The roles of methods, annotations and types, indexed for the questions that are asked of each
 * call and each annotation of a program. Immutable apart from a cache, safe for many threads.
 */
final class RoleTable {

  private final Map<String, List<AnnotationModel>> annotations = new HashMap<>();
  private final Map<AnnotationModel.Role, Set<String>> annotated =
      new EnumMap<>(AnnotationModel.Role.class);
  private final Map<TypeRole.Role, List<TypeRole>> types = new EnumMap<>(TypeRole.Role.class);
  private final Map<String, List<MethodModel>> byType = new HashMap<>();
  private final Map<String, List<MethodModel>> credentials = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> beginnings = new TreeSet<>();
  private volatile Callees callees;

  /** The models by receiver type, worked out once for each type that calls are made on. */
  private record Callees(Hierarchy hierarchy, Map<String, MethodsOfType> byReceiver) {}

  RoleTable(Collection<LibraryFile> files) {
    for (LibraryFile file : files) {
      for (AnnotationModel model : file.annotations()) {
        annotations.computeIfAbsent(model.name(), key -> new ArrayList<>(1)).add(model);
        annotated.computeIfAbsent(model.role(), key -> new TreeSet<>()).add(model.name());
      }
      for (TypeRole role : file.typeRoles()) {
        types.computeIfAbsent(role.role(), key -> new ArrayList<>()).add(role);
      }
      for (MethodModel model : file.methods()) {
        add(model);
      }
    }
  }

  private void add(MethodModel model) {
    byType.computeIfAbsent(model.on(), key -> new ArrayList<>(4)).add(model);
    for (String name : model.names()) {
      if (name.endsWith("*")) {
        beginnings.add(name.substring(0, name.length() - 1));
      } else {
        names.add(name);
      }
      if (model.credential().isPresent()) {
        credentials
            .computeIfAbsent(
                name.endsWith("*") ? name.substring(0, name.length() - 1) : name,
                key -> new ArrayList<>(2))
            .add(model);
      }
    }
  }

  List<AnnotationModel> annotations(String canonicalName) {
    return annotations.getOrDefault(canonicalName, List.of());
  }

  Set<String> annotationNames(AnnotationModel.Role role) {
    return annotated.getOrDefault(role, Set.of());
  }

  List<TypeRole> types(TypeRole.Role role) {
    return types.getOrDefault(role, List.of());
  }

  /** All methods that have roles, by the type that the data name. */
  Map<String, List<MethodModel>> methods() {
    return Collections.unmodifiableMap(byType);
  }

  boolean mayModel(String name) {
    return names.contains(name) || beginnings.stream().anyMatch(name::startsWith);
  }

  List<MethodModel> credentials(String name, int arguments) {
    List<MethodModel> found = new ArrayList<>(1);
    credentials.forEach(
        (beginning, models) -> {
          if (name.startsWith(beginning)) {
            models.stream().filter(m -> m.matches(name, arguments)).forEach(found::add);
          }
        });
    return found;
  }

  List<MethodModel> models(String receiver, String name, int arguments, Hierarchy hierarchy) {
    if (!mayModel(name)) {
      return List.of();
    }
    Callees known = callees;
    if (known == null || known.hierarchy() != hierarchy) {
      known = new Callees(hierarchy, new ConcurrentHashMap<>());
      callees = known;
    }
    MethodsOfType methods = known.byReceiver().get(receiver);
    if (methods == null) {
      methods = MethodsOfType.of(hierarchy.ancestors(receiver), byType);
      known.byReceiver().put(receiver, methods);
    }
    return methods.find(name, arguments);
  }

  /** The models that hold for one type, its own and inherited ones. */
  private record MethodsOfType(
      Map<String, List<MethodModel>> byName, List<MethodModel> byBeginning) {

    private static final MethodsOfType NONE = new MethodsOfType(Map.of(), List.of());

    static MethodsOfType of(Set<String> ancestors, Map<String, List<MethodModel>> byType) {
      Map<String, List<MethodModel>> byName = new LinkedHashMap<>();
      List<MethodModel> byBeginning = new ArrayList<>();
      for (String ancestor : ancestors) {
        for (MethodModel model : byType.getOrDefault(ancestor, List.of())) {
          boolean begins = false;
          for (String name : model.names()) {
            if (name.endsWith("*")) {
              begins = true;
            } else {
              byName.computeIfAbsent(name, key -> new ArrayList<>(2)).add(model);
            }
          }
          if (begins) {
            byBeginning.add(model);
          }
        }
      }
      return byName.isEmpty() && byBeginning.isEmpty()
          ? NONE
          : new MethodsOfType(byName, byBeginning);
    }

    List<MethodModel> find(String name, int arguments) {
      List<MethodModel> found = new ArrayList<>(2);
      boolean overridden = false;
      for (List<MethodModel> candidates :
          List.of(byName.getOrDefault(name, List.of()), byBeginning)) {
        for (MethodModel model : candidates) {
          if (model.matches(name, arguments) && !found.contains(model)) {
            found.add(model);
            overridden |= model.overrides();
          }
        }
      }
      if (overridden) {
        found.removeIf(model -> !model.overrides());
      }
      return found;
    }
  }
}
