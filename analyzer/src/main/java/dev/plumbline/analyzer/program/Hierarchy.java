package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who extends and implements whom, workspace and libraries together. */
public final class Hierarchy {

  private final Program program;
  private final Map<TypeInfo, List<JavaType>> direct = new IdentityHashMap<>();
  private final Map<String, Set<String>> ancestors = new ConcurrentHashMap<>();
  private volatile Map<String, List<TypeInfo>> subtypes;

  Hierarchy(Program program) {
    this.program = program;
  }

  /**
   * Resolves the headers of all types. Done once, on one thread, outer types first, because a
   * header may name a member type that an outer type inherits.
   */
  void resolve() {
    for (TypeInfo type : program.types()) {
      resolve(type, new HashSet<>());
    }
  }

  private void resolve(TypeInfo type, Set<TypeInfo> inProgress) {
    if (direct.containsKey(type) || !inProgress.add(type)) {
      return;
    }
    type.outer().ifPresent(outer -> resolve(outer, inProgress));
    TypeDecl declaration = type.declaration();
    List<JavaType> supertypes = new ArrayList<>();
    declaration
        .superclass()
        .ifPresent(ref -> supertypes.add(program.names().resolveInHeader(ref, type)));
    for (TypeRef ref : declaration.interfaces()) {
      supertypes.add(program.names().resolveInHeader(ref, type));
    }
    switch (declaration.kind()) {
      case ENUM -> supertypes.add(JavaType.of("java.lang.Enum", JavaType.of(type.name())));
      case RECORD -> supertypes.add(JavaType.of("java.lang.Record"));
      case ANNOTATION -> supertypes.add(JavaType.of("java.lang.annotation.Annotation"));
      default -> {}
    }
    direct.put(type, List.copyOf(supertypes));
  }

  /** What is known so far; complete after {@link #resolve}. */
  List<JavaType> known(TypeInfo type) {
    return direct.getOrDefault(type, List.of());
  }

  /** The direct supertypes, in terms of the type's own variables; Object is left out. */
  public List<JavaType> supertypes(TypeInfo type) {
    return known(type);
  }

  /**
   * What {@code super} is in the code of {@code type}, in terms of its own variables. An anonymous
   * class may name an interface there; its default methods are what {@code super} can mean then.
   */
  public JavaType superclass(TypeInfo type) {
    TypeDecl declaration = type.declaration();
    if (declaration.superclass().isPresent()) {
      return known(type).isEmpty() ? JavaType.OBJECT : known(type).get(0);
    }
    return switch (declaration.kind()) {
      case ENUM -> JavaType.of("java.lang.Enum", JavaType.of(type.name()));
      case RECORD -> JavaType.of("java.lang.Record");
      default -> JavaType.OBJECT;
    };
  }

  /** The direct supertypes of {@code type}, with its arguments put in. */
  public List<JavaType> supertypes(JavaType type, TypeInfo near) {
    if (!type.isClass()) {
      return List.of();
    }
    TypeInfo info = program.type(type.name(), near).orElse(null);
    if (info != null) {
      Map<String, JavaType> bindings =
          bindings(info.declaration().typeParameters().stream().map(p -> p.name()).toList(), type);
      return known(info).stream().map(s -> s.substitute(bindings)).toList();
    }
    ExternalType external = program.external().find(type.name()).orElse(null);
    if (external == null) {
      return List.of();
    }
    Map<String, JavaType> bindings = bindings(external.typeParameters(), type);
    return external.supertypes().stream().map(s -> s.substitute(bindings)).toList();
  }

  /** The names of all supertypes, the type itself first, nearest first. */
  public Set<String> ancestors(String canonicalName) {
    Set<String> known = ancestors.get(canonicalName);
    if (known != null) {
      return known;
    }
    Set<String> found = new LinkedHashSet<>();
    ArrayDeque<JavaType> work = new ArrayDeque<>();
    work.add(JavaType.of(canonicalName));
    while (!work.isEmpty()) {
      JavaType type = work.poll();
      if (found.add(type.name())) {
        work.addAll(supertypes(type, null));
      }
    }
    ancestors.put(canonicalName, found);
    return found;
  }

  /** Whether {@code type} is {@code ancestor} or below it, as far as the headers are known. */
  public boolean isSubtype(JavaType type, String ancestor) {
    return type.isClass() && ancestors(type.name()).contains(ancestor);
  }

  /** {@code type} seen as its supertype {@code ancestor}, with arguments, or {@code null}. */
  public JavaType asSuper(JavaType type, String ancestor) {
    if (!type.isClass()) {
      return null;
    }
    Set<String> seen = new HashSet<>();
    ArrayDeque<JavaType> work = new ArrayDeque<>();
    work.add(type);
    while (!work.isEmpty()) {
      JavaType each = work.poll();
      if (each.name().equals(ancestor)) {
        return each;
      }
      if (seen.add(each.name())) {
        work.addAll(supertypes(each, null));
      }
    }
    return null;
  }

  /** The workspace types that name {@code canonicalName} as a direct supertype. */
  public List<TypeInfo> directSubtypes(String canonicalName) {
    Map<String, List<TypeInfo>> index = subtypes;
    if (index == null) {
      index = new HashMap<>();
      for (TypeInfo type : program.types()) {
        for (JavaType supertype : known(type)) {
          index.computeIfAbsent(supertype.name(), key -> new ArrayList<>(2)).add(type);
        }
      }
      subtypes = index;
    }
    return index.getOrDefault(canonicalName, List.of());
  }

  static Map<String, JavaType> bindings(List<String> parameters, JavaType type) {
    if (parameters.isEmpty()) {
      return Map.of();
    }
    Map<String, JavaType> bindings = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      bindings.put(parameters.get(i), type.argument(i));
    }
    return bindings;
  }
}
