package dev.plumbline.analyzer.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the type variables that a call has to infer stand for: a part of JLS 18 that is read from
 * left to right, without bounds that depend on each other. What nothing tells stays unknown.
 */
final class Bindings {

  private final Hierarchy hierarchy;
  private final Map<String, JavaType> bound = new HashMap<>();

  Bindings(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  JavaType apply(JavaType type) {
    return bound.isEmpty() ? type : type.substitute(bound);
  }

  /** Makes {@code actual} fit where {@code formal} is asked for, as far as variables allow. */
  void unify(JavaType formal, JavaType actual) {
    if (actual.kind() == JavaType.Kind.UNKNOWN || actual.kind() == JavaType.Kind.UNRESOLVED) {
      return;
    }
    if (Signature.isInferred(formal)) {
      if (actual.dimensions() >= formal.dimensions()) {
        bind(
            formal.name(),
            Boxing.boxed(actual.withDimensions(actual.dimensions() - formal.dimensions())));
      }
      return;
    }
    if (formal.arguments().isEmpty() || formal.dimensions() != actual.dimensions()) {
      return;
    }
    JavaType plain = actual.withDimensions(0);
    JavaType seen = hierarchy.asSuper(plain, formal.name());
    if (seen != null) {
      unifyArguments(formal, seen);
      return;
    }
    // The other way round: what is asked for is known, and the formal type is one of its subtypes.
    JavaType asFormal = hierarchy.asSuper(formal.withDimensions(0), plain.name());
    if (asFormal != null) {
      unifyArguments(asFormal, plain);
    }
  }

  private void unifyArguments(JavaType formal, JavaType actual) {
    for (int i = 0; i < formal.arguments().size(); i++) {
      unify(formal.argument(i), actual.argument(i));
    }
  }

  private void bind(String variable, JavaType type) {
    if (type.kind() == JavaType.Kind.UNKNOWN) {
      return;
    }
    JavaType known = bound.get(variable);
    bound.put(variable, known == null ? type : join(known, type));
  }

  /** The least type that covers both, as far as one name can say it (JLS 4.10.4). */
  JavaType join(JavaType left, JavaType right) {
    if (left.equals(right) || !right.isKnown()) {
      return left;
    }
    if (!left.isKnown()) {
      return right;
    }
    if (left.dimensions() != right.dimensions() || left.isArray()) {
      return left;
    }
    if (left.name().equals(right.name())) {
      return unknownArguments(left) > unknownArguments(right) ? right : left;
    }
    if (!left.isClass() || !right.isClass()) {
      return left;
    }
    if (hierarchy.isSubtype(left, right.name())) {
      return right;
    }
    if (hierarchy.isSubtype(right, left.name())) {
      return left;
    }
    Set<String> ancestors = hierarchy.ancestors(right.name());
    for (String ancestor : hierarchy.ancestors(left.name())) {
      if (ancestors.contains(ancestor) && !MARKERS.contains(ancestor)) {
        return hierarchy.asSuper(left, ancestor);
      }
    }
    return JavaType.OBJECT;
  }

  /** What nearly everything implements, and nobody calls. */
  private static final Set<String> MARKERS =
      Set.of(
          "java.lang.Object",
          "java.io.Serializable",
          "java.lang.Cloneable",
          "java.lang.Comparable",
          "java.lang.constant.Constable",
          "java.lang.constant.ConstantDesc");

  private static int unknownArguments(JavaType type) {
    int count = 0;
    for (JavaType argument : type.arguments()) {
      count += argument.isKnown() ? unknownArguments(argument) : 1;
    }
    return type.arguments().isEmpty() ? 1 : count;
  }

  /** What the bounds of bound variables tell of the others: {@code <T, C extends Iterable<T>>}. */
  void useBounds(List<TypeVariable> variables) {
    for (TypeVariable variable : variables) {
      JavaType known = bound.get(variable.name());
      if (known != null) {
        for (JavaType each : variable.bounds()) {
          unify(each, known);
        }
      }
    }
  }

  /**
   * {@code type} with every variable that a call had to infer replaced: by what it stands for, else
   * by what its bound tells, else by {@link JavaType#UNKNOWN}.
   */
  JavaType resolve(JavaType type, List<TypeVariable> variables) {
    return variables.isEmpty() ? type : withoutInferred(apply(type), variables, 0);
  }

  /** A variable whose bound mentions itself ends here. */
  private static final int MAX_BOUNDS = 3;

  private JavaType withoutInferred(JavaType type, List<TypeVariable> variables, int depth) {
    if (Signature.isInferred(type)) {
      JavaType upper = depth < MAX_BOUNDS ? bound(type.name(), variables) : null;
      return upper == null
          ? JavaType.UNKNOWN
          : withoutInferred(apply(upper), variables, depth + 1).withDimensions(type.dimensions());
    }
    if (type.arguments().isEmpty()) {
      return type;
    }
    boolean changed = false;
    JavaType[] arguments = new JavaType[type.arguments().size()];
    for (int i = 0; i < arguments.length; i++) {
      JavaType argument = type.arguments().get(i);
      arguments[i] = withoutInferred(argument, variables, depth + 1);
      changed |= arguments[i] != argument;
    }
    return changed
        ? new JavaType(type.kind(), type.name(), List.of(arguments), type.dimensions())
        : type;
  }

  private static JavaType bound(String name, List<TypeVariable> variables) {
    for (TypeVariable variable : variables) {
      if (variable.name().equals(name)) {
        return variable.bounds().isEmpty() ? null : variable.bounds().get(0);
      }
    }
    return null;
  }
}
