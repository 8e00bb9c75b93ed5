package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.program.ExternalType.ExternalField;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A type that exists only generated. Its name is known from the start, the rest is worked out when
 * it is asked for: a builder may name itself, and a header may name a builder.
 */
final class GeneratedType {

  private final String name;
  private final ExternalType.Kind kind;
  private final List<TypeVariable> variables;
  private final Supplier<List<JavaType>> supertypes;
  private final LateMap<List<GeneratedMethod>> methods;
  private final Supplier<Map<String, ExternalField>> fields;
  private volatile ExternalType external;

  GeneratedType(
      String name,
      ExternalType.Kind kind,
      List<TypeVariable> variables,
      Supplier<List<JavaType>> supertypes,
      Supplier<List<GeneratedMethod>> methods,
      Supplier<Map<String, ExternalField>> fields) {
    this.name = name;
    this.kind = kind;
    this.variables = List.copyOf(variables);
    this.supertypes = supertypes;
    this.methods = new LateMap<>(() -> byName(methods.get()));
    this.fields = fields;
  }

  /** A class without type variables. */
  static GeneratedType plainClass(
      String name,
      List<JavaType> supertypes,
      Supplier<List<GeneratedMethod>> methods,
      Supplier<Map<String, ExternalField>> fields) {
    return new GeneratedType(
        name, ExternalType.Kind.CLASS, List.of(), () -> supertypes, methods, fields);
  }

  String name() {
    return name;
  }

  /**
   * The type as lookups see it.
   *
   * @param linked whether all headers are resolved; before that, supertypes may be missing
   */
  ExternalType external(boolean linked) {
    ExternalType known = external;
    if (known == null) {
      known =
          GeneratedSignatures.type(
              name, kind, variables, supertypes.get(), this::signatures, fields);
      if (linked) {
        external = known;
      }
    }
    return known;
  }

  private static Map<String, List<GeneratedMethod>> byName(List<GeneratedMethod> methods) {
    Map<String, List<GeneratedMethod>> byName = new LinkedHashMap<>();
    for (GeneratedMethod each : methods) {
      byName.computeIfAbsent(each.name(), key -> new ArrayList<>(1)).add(each);
    }
    return byName;
  }

  private Map<String, List<ExternalMethod>> signatures() {
    Map<String, List<ExternalMethod>> signatures = new LinkedHashMap<>();
    methods.forEach(
        (key, same) -> signatures.put(key, same.stream().map(GeneratedMethod::signature).toList()));
    return signatures;
  }

  /** The methods of that name, with what they do. */
  List<GeneratedMethod> methods(String methodName) {
    return methods.getOrDefault(methodName, List.of());
  }
}
