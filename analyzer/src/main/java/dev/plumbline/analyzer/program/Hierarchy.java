package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
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
  private final Map<Object, List<JavaType>> lineages;
  private final Map<Object, List<Ancestor>> ancestries;
  private final Map<String, Ancestors> ancestors;
  private volatile Map<String, List<TypeInfo>> subtypes;

  Hierarchy(Program program) {
    this.program = program;
    int expected = program.expectedTypes();
    lineages = new ConcurrentHashMap<>(expected);
    ancestries = new ConcurrentHashMap<>(expected);
    ancestors = new ConcurrentHashMap<>(expected);
  }

  /**
   * @param headerKnown whether all of them are known, so that there are no others
   */
  private record Ancestors(Set<String> names, boolean headerKnown) {}

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
      return JavaType.substitute(known(info), bindings(info.typeParameterNames(), type));
    }
    ExternalType external = program.external().find(type.name()).orElse(null);
    if (external == null) {
      return List.of();
    }
    return JavaType.substitute(external.supertypes(), told(external.typeVariables(), type));
  }

  /**
   * The type and all its supertypes in terms of its own type variables. Every type stands before
   * its supertypes, and what comes through the superclass before what comes through interfaces, so
   * that the first declaration found is the one that counts (JLS 8.4.8). Object is left out where
   * no header names it. A cycle is cut where it closes.
   *
   * @param near whose module decides among types of one name; may be {@code null}
   */
  List<JavaType> lineage(JavaType type, TypeInfo near) {
    if (!type.isClass()) {
      return List.of();
    }
    TypeInfo info = program.type(type.name(), near).orElse(null);
    Object key = info == null ? type.name() : info;
    List<JavaType> known = lineages.get(key);
    if (known == null) {
      JavaType self = info == null ? externalSelf(type.name()) : info.type();
      List<JavaType> reversed = new ArrayList<>();
      visit(self, info == null ? near : info, new HashSet<>(), reversed, 0);
      Collections.reverse(reversed);
      known = List.copyOf(reversed);
      lineages.put(key, known);
    }
    return known;
  }

  /**
   * One type of a {@link #lineage} with what declares it.
   *
   * @param info when the workspace has it, else {@code null}
   * @param external when only a library has it, else {@code null}
   */
  record Ancestor(JavaType type, TypeInfo info, ExternalType external) {}

  /** The {@link #lineage} with what declares each type, looked up once. */
  List<Ancestor> ancestry(JavaType type, TypeInfo near) {
    if (!type.isClass()) {
      return List.of();
    }
    TypeInfo info = program.type(type.name(), near).orElse(null);
    Object key = info == null ? type.name() : info;
    List<Ancestor> known = ancestries.get(key);
    if (known == null) {
      known = lineage(type, near).stream().map(each -> ancestor(each, near)).toList();
      ancestries.put(key, known);
    }
    return known;
  }

  Ancestor ancestor(JavaType type, TypeInfo near) {
    TypeInfo info = program.type(type.name(), near).orElse(null);
    return new Ancestor(
        type, info, info != null ? null : program.external().find(type.name()).orElse(null));
  }

  /** Deep enough for any real hierarchy; broken ones may be endless through their arguments. */
  private static final int MAX_DEPTH = 100;

  private void visit(
      JavaType type, TypeInfo near, Set<String> seen, List<JavaType> postorder, int depth) {
    if (!type.isClass() || depth > MAX_DEPTH || !seen.add(type.name())) {
      return;
    }
    List<JavaType> supertypes = supertypes(type, near);
    boolean isInterface = isExternal(type, near, true);
    for (int i = supertypes.size() - 1; i >= 0; i--) {
      // Known from several versions, one of which had a class there that is an interface now.
      if (!isInterface || !isExternal(supertypes.get(i), near, false)) {
        visit(supertypes.get(i), near, seen, postorder, depth + 1);
      }
    }
    postorder.add(type);
  }

  /** Whether {@code type} is an interface (or else a class) that the workspace does not have. */
  private boolean isExternal(JavaType type, TypeInfo near, boolean asInterface) {
    if (program.type(type.name(), near).isPresent()) {
      return false;
    }
    ExternalType external = program.external().find(type.name()).orElse(null);
    return external != null && external.isInterface() == asInterface;
  }

  private JavaType externalSelf(String name) {
    return new JavaType(
        JavaType.Kind.CLASS,
        name,
        program
            .external()
            .find(name)
            .map(external -> external.typeParameters().stream().map(JavaType::variable).toList())
            .orElse(List.of()),
        0);
  }

  /** The names of all supertypes, the type itself first. */
  public Set<String> ancestors(String canonicalName) {
    return allAncestors(canonicalName).names;
  }

  private Ancestors allAncestors(String canonicalName) {
    Ancestors known = ancestors.get(canonicalName);
    if (known == null) {
      Set<String> names = new LinkedHashSet<>();
      boolean headerKnown = true;
      for (Ancestor each : ancestry(JavaType.of(canonicalName), null)) {
        names.add(each.type().name());
        headerKnown &= each.info() != null || each.external() != null;
      }
      known = new Ancestors(Collections.unmodifiableSet(names), headerKnown);
      ancestors.put(canonicalName, known);
    }
    return known;
  }

  /** Whether every supertype of the type of that name is known, so that it has no others. */
  public boolean isHeaderKnown(String canonicalName) {
    return allAncestors(canonicalName).headerKnown;
  }

  /**
   * Whether {@code type} is {@code ancestor} or below it, or may be, because not all of its headers
   * are known.
   */
  boolean maySubtype(JavaType type, String ancestor) {
    Ancestors all = allAncestors(type.name());
    return type.isClass() && all.names.contains(ancestor) || !all.headerKnown;
  }

  /** Whether {@code type} is {@code ancestor} or below it, as far as the headers are known. */
  public boolean isSubtype(JavaType type, String ancestor) {
    return type.isClass()
        && (type.name().equals(ancestor) || ancestors(type.name()).contains(ancestor));
  }

  /** {@code type} seen as its supertype {@code ancestor}, with arguments, or {@code null}. */
  public JavaType asSuper(JavaType type, String ancestor) {
    if (!type.isClass()) {
      return null;
    }
    if (type.name().equals(ancestor)) {
      return type;
    }
    for (JavaType each : lineage(type, null)) {
      if (each.name().equals(ancestor)) {
        return each.arguments().isEmpty() ? each : each.substitute(bindings(type, null));
      }
    }
    return null;
  }

  /**
   * What the type's variables stand for. Where nothing tells (a raw type, a wildcard), it is the
   * variable's bound in terms of the arguments that are told (JLS 4.6, 5.1.10), or {@link
   * JavaType#UNKNOWN} when that is Object.
   */
  Map<String, JavaType> bindings(JavaType type, TypeInfo near) {
    TypeInfo info = program.type(type.name(), near).orElse(null);
    List<TypeVariable> variables;
    if (info != null) {
      variables = info.typeVariables(program.names());
    } else {
      ExternalType external = program.external().find(type.name()).orElse(null);
      variables = external == null ? List.of() : external.typeVariables();
    }
    if (variables.isEmpty()) {
      return Map.of();
    }
    Map<String, JavaType> bindings = new HashMap<>(variables.size() * 2);
    Map<String, JavaType> told = null;
    for (int i = 0; i < variables.size(); i++) {
      TypeVariable variable = variables.get(i);
      JavaType argument = type.argument(i);
      if (argument.kind() == JavaType.Kind.UNKNOWN && !variable.bounds().isEmpty()) {
        if (told == null) {
          // A bound that names its own variable meets a wildcard again: it ends there.
          told = told(variables, type);
        }
        argument = variable.bound().substitute(told);
      }
      bindings.put(variable.name(), argument);
    }
    return bindings;
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
    Map<String, JavaType> bindings = new HashMap<>(parameters.size() * 2);
    for (int i = 0; i < parameters.size(); i++) {
      bindings.put(parameters.get(i), type.argument(i));
    }
    return bindings;
  }

  /** What the arguments of {@code type} tell of its variables, without regard to bounds. */
  static Map<String, JavaType> told(List<TypeVariable> variables, JavaType type) {
    if (variables.isEmpty()) {
      return Map.of();
    }
    Map<String, JavaType> told = new HashMap<>(variables.size() * 2);
    for (int i = 0; i < variables.size(); i++) {
      told.put(variables.get(i).name(), type.argument(i));
    }
    return told;
  }
}
