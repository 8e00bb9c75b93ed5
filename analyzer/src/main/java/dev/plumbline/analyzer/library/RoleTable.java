package dev.plumbline.analyzer.library;

import dev.plumbline.analyzer.program.Hierarchy;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
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

  private final List<RoleData> data;
  private final Map<String, List<AnnotationModel>> annotations = new HashMap<>();
  private final Map<AnnotationModel.Role, Set<String>> annotated =
      new EnumMap<>(AnnotationModel.Role.class);
  private final Map<TypeRole.Role, List<TypeRole>> types = new EnumMap<>(TypeRole.Role.class);
  private final Map<String, Names> names = new HashMap<>();
  private volatile Callees callees;

  /** Names as the data write them: whole, or the beginning before a star. */
  private static final class Names {
    private static final Names NONE = new Names();

    private final Set<String> whole = new HashSet<>();
    private final Set<String> beginnings = new TreeSet<>();

    /** The same, for a question that is asked of every call of a program. */
    private String[] starts = {};

    void add(String name) {
      if (name.endsWith("*")) {
        beginnings.add(name.substring(0, name.length() - 1));
        starts = beginnings.toArray(String[]::new);
      } else {
        whole.add(name);
      }
    }

    boolean mayBe(String name) {
      if (whole.contains(name)) {
        return true;
      }
      for (String start : starts) {
        if (name.startsWith(start)) {
          return true;
        }
      }
      return false;
    }

    /** The ways in which the data write a name that is {@code name} or has its beginning. */
    List<String> written(String name) {
      List<String> written = new ArrayList<>(1);
      if (whole.contains(name)) {
        written.add(name);
      }
      for (String beginning : beginnings) {
        if (name.startsWith(beginning)) {
          written.add(beginning + "*");
        }
      }
      return written;
    }
  }

  /** The models by receiver type, worked out once for each type that calls are made on. */
  private record Callees(Hierarchy hierarchy, Map<String, MethodsOfType> byReceiver) {}

  /**
   * @param data the shipped ones first; what a user says later may override
   */
  RoleTable(List<RoleData> data) {
    this.data = List.copyOf(data);
    for (RoleData each : data) {
      for (AnnotationModel model : each.annotations()) {
        annotations.computeIfAbsent(model.name(), key -> new ArrayList<>(1)).add(model);
        annotated.computeIfAbsent(model.role(), key -> new TreeSet<>()).add(model.name());
      }
      for (TypeRole role : each.typeRoles()) {
        types.computeIfAbsent(role.role(), key -> new ArrayList<>()).add(role);
      }
      each.names()
          .forEach(
              (topic, written) -> {
                Names ofTopic = names.computeIfAbsent(topic, key -> new Names());
                written.forEach(ofTopic::add);
              });
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

  boolean mayModel(String name, String topic) {
    return names(topic).mayBe(name);
  }

  private Names names(String topic) {
    return names.getOrDefault(topic, Names.NONE);
  }

  List<MethodModel> credentials(String name, int arguments) {
    List<String> written = names(Topics.of(MethodRole.Credential.class)).written(name);
    if (written.isEmpty()) {
      return List.of();
    }
    List<MethodModel> found = new ArrayList<>(2);
    for (RoleData each : data) {
      for (String way : written) {
        for (MethodModel model : each.credentials(way)) {
          if (model.matches(name, arguments)) {
            found.add(model);
          }
        }
      }
    }
    return found;
  }

  /**
   * @param types of the arguments, unknown ones among them; {@code null} when only their number is
   *     known
   */
  List<MethodModel> models(
      String receiver, String name, int arguments, List<JavaType> types, Hierarchy hierarchy) {
    Callees known = callees;
    if (known == null || known.hierarchy() != hierarchy) {
      known = new Callees(hierarchy, new ConcurrentHashMap<>());
      callees = known;
    }
    MethodsOfType methods = known.byReceiver().get(receiver);
    if (methods == null) {
      methods = MethodsOfType.of(hierarchy.ancestors(receiver), data);
      known.byReceiver().put(receiver, methods);
    }
    List<MethodModel> found = methods.find(name, arguments);
    if (types != null) {
      found.removeIf(model -> !mayTake(model, types, hierarchy));
    }
    if (found.stream().anyMatch(MethodModel::overrides)) {
      found.removeIf(model -> !model.overrides());
    }
    return found;
  }

  /** Whether arguments of these types can be meant by the model's parameters. */
  private static boolean mayTake(MethodModel model, List<JavaType> types, Hierarchy hierarchy) {
    List<String> parameters = model.parameters().orElse(List.of());
    for (int i = 0; i < Math.min(parameters.size(), types.size()); i++) {
      String parameter = parameters.get(i);
      if (!parameter.endsWith("...") && !mayTake(parameter, types.get(i), hierarchy)) {
        return false;
      }
    }
    return true;
  }

  private static boolean mayTake(String parameter, JavaType argument, Hierarchy hierarchy) {
    if (parameter.equals("*") || parameter.equals("java.lang.Object") || !argument.isKnown()) {
      return true;
    }
    boolean array = parameter.endsWith("[]");
    if (array || argument.isArray()) {
      return array
          && argument.isArray()
          && mayTake(
              parameter.substring(0, parameter.length() - 2), argument.component(), hierarchy);
    }
    if (!argument.isClass()) {
      // A number may be widened or boxed, a variable stands for anything: only text tells apart.
      return !parameter.equals("java.lang.String") || argument.kind() == JavaType.Kind.VARIABLE;
    }
    boolean primitive = parameter.indexOf('.') < 0;
    return primitive ? !argument.isString() : hierarchy.isSubtype(argument, parameter);
  }

  /** The models that hold for one type, its own and inherited ones. */
  private record MethodsOfType(
      Map<String, List<MethodModel>> byName, List<MethodModel> byBeginning) {

    private static final MethodsOfType NONE = new MethodsOfType(Map.of(), List.of());

    static MethodsOfType of(Set<String> ancestors, List<RoleData> data) {
      Map<String, List<MethodModel>> byName = new LinkedHashMap<>();
      List<MethodModel> byBeginning = new ArrayList<>();
      for (String ancestor : ancestors) {
        for (RoleData each : data) {
          for (MethodModel model : each.methods(ancestor)) {
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
      }
      return byName.isEmpty() && byBeginning.isEmpty()
          ? NONE
          : new MethodsOfType(byName, byBeginning);
    }

    List<MethodModel> find(String name, int arguments) {
      List<MethodModel> found = new ArrayList<>(2);
      for (List<MethodModel> candidates :
          List.of(byName.getOrDefault(name, List.of()), byBeginning)) {
        for (MethodModel model : candidates) {
          if (model.matches(name, arguments) && !found.contains(model)) {
            found.add(model);
          }
        }
      }
      return found;
    }
  }
}
