package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers.Keyword;
import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.ir.TypeParameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which method overrides which (JLS 8.4.8), and which code a class runs for a method that is called
 * on it (JLS 15.12.4.4).
 *
 * <p>Signatures are compared after erasure, with the arguments of the class put into the type
 * variables of its supertypes: {@code handle(Order)} of a {@code Handler<Order>} overrides {@code
 * handle(T)}, {@code handle(String)} does not. What is not known of a type (a raw supertype, a
 * library without signatures) speaks for overriding, never against it.
 */
public final class Overrides {

  private final Program program;

  Overrides(Program program) {
    this.program = program;
  }

  /**
   * What runs.
   *
   * @param method the code of the workspace; absent when {@code library} has it, or when nobody has
   * @param library whether a library class above has code for it
   * @param generated whether a compiler or an annotation processor writes it
   */
  public record Implementation(Optional<MethodInfo> method, boolean library, boolean generated) {
    static final Implementation NONE = new Implementation(Optional.empty(), false, false);
    static final Implementation LIBRARY = new Implementation(Optional.empty(), true, false);
    static final Implementation GENERATED = new Implementation(Optional.empty(), false, true);

    static Implementation of(MethodInfo method) {
      return new Implementation(Optional.of(method), false, false);
    }
  }

  /** What an object whose class is {@code type} runs when {@code called} is called on it. */
  public Implementation implementation(TypeInfo type, Members.Method called) {
    Signature signature = signature(called, type);
    List<JavaType> classes = classes(type);
    for (JavaType each : classes) {
      TypeInfo info = program.type(each.name(), type).orElse(null);
      if (info == null) {
        if (libraryHas(each, called)) {
          return Implementation.LIBRARY;
        }
        continue;
      }
      MethodInfo own = declared(info, each, called, signature, type);
      if (own != null) {
        return Implementation.of(own);
      }
      if (isGenerated(info, called)) {
        return Implementation.GENERATED;
      }
    }
    return inheritedDefault(type, classes, called, signature);
  }

  private boolean isGenerated(TypeInfo type, Members.Method called) {
    int arity = arity(called);
    for (var method : program.generated().members(type).signatures(called.name())) {
      if (method.accepts(arity) && !method.isStatic()) {
        return true;
      }
    }
    return false;
  }

  /** {@code type}, its superclass, and so on; a library class ends the chain where unknown. */
  private List<JavaType> classes(TypeInfo type) {
    List<JavaType> chain = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    JavaType each = type.type();
    while (each != null && each.isClass() && seen.add(each.name())) {
      chain.add(each);
      JavaType next = null;
      for (JavaType supertype : program.hierarchy().supertypes(each, type)) {
        if (!isInterface(supertype, type)) {
          next = supertype;
          break;
        }
      }
      each = next;
    }
    return chain;
  }

  private boolean isInterface(JavaType type, TypeInfo near) {
    TypeInfo info = program.type(type.name(), near).orElse(null);
    return info != null
        ? info.declaration().isInterface()
        : program.external().find(type.name()).map(ExternalType::isInterface).orElse(false);
  }

  private Implementation inheritedDefault(
      TypeInfo type, List<JavaType> classes, Members.Method called, Signature signature) {
    MethodInfo best = null;
    boolean library = false;
    Set<String> seen = new HashSet<>();
    ArrayDeque<JavaType> work = new ArrayDeque<>();
    for (JavaType each : classes) {
      work.addAll(program.hierarchy().supertypes(each, type));
    }
    while (!work.isEmpty()) {
      JavaType each = work.poll();
      if (!each.isClass() || !seen.add(each.name())) {
        continue;
      }
      TypeInfo info = program.type(each.name(), type).orElse(null);
      if (info == null) {
        library |= libraryHas(each, called);
      } else if (info.declaration().isInterface()) {
        MethodInfo own = declared(info, each, called, signature, type);
        // JLS 9.4.1.3: the default of the more specific interface wins.
        if (own != null
            && (best == null
                || program.hierarchy().ancestors(info.name()).contains(best.owner().name()))) {
          best = own;
        }
      }
      work.addAll(program.hierarchy().supertypes(each, type));
    }
    if (best != null) {
      return Implementation.of(best);
    }
    return library ? Implementation.LIBRARY : Implementation.NONE;
  }

  private boolean libraryHas(JavaType type, Members.Method called) {
    ExternalType external = program.external().find(type.name()).orElse(null);
    if (external == null) {
      // A library class without signatures may have any method.
      return true;
    }
    int arity = arity(called);
    for (var method : external.methods().getOrDefault(called.name(), List.of())) {
      if (!method.isAbstract() && !method.isStatic() && method.accepts(arity)) {
        return true;
      }
    }
    return false;
  }

  /** The method with code that {@code owner} declares for {@code called}, or null. */
  private MethodInfo declared(
      TypeInfo owner, JavaType seenAs, Members.Method called, Signature signature, TypeInfo from) {
    MethodInfo same = called.declared().orElse(null);
    for (MethodInfo method : owner.methodsNamed(called.name())) {
      if (method == same) {
        if (method.body().isPresent()) {
          return method;
        }
      } else if (method.body().isPresent()
          && mayOverride(method, called)
          && signature.matches(signature(program.members().seenFrom(seenAs, method), from))) {
        return method;
      }
    }
    return null;
  }

  private static boolean mayOverride(MethodInfo method, Members.Method called) {
    MethodDecl declaration = method.declaration();
    return declaration.kind() == MethodDecl.Kind.METHOD
        && declaration.name().equals(called.name())
        && (arity(called) == UNKNOWN_ARITY || declaration.parameters().size() == arity(called))
        && !declaration.modifiers().isStatic()
        && !declaration.modifiers().isPrivate();
  }

  private static int arity(Members.Method method) {
    if (method.declared().isPresent()) {
      return method.declared().get().declaration().parameters().size();
    }
    List<JavaType> parameters = method.external().orElseThrow().parameters();
    return parameters == null ? UNKNOWN_ARITY : parameters.size();
  }

  private static final int UNKNOWN_ARITY = -1;

  /** Whether {@code below}, of a subtype of {@code above}'s owner, overrides {@code above}. */
  public boolean overrides(MethodInfo below, Members.Method above) {
    return mayOverride(below, above)
        && signature(above, below.owner())
            .matches(
                signature(program.members().seenFrom(below.owner().type(), below), below.owner()));
  }

  /**
   * The methods of supertypes that {@code method} overrides or implements, nearest first; those of
   * libraries as far as their signatures are known.
   */
  public List<Members.Method> overridden(MethodInfo method) {
    MethodDecl declaration = method.declaration();
    if (declaration.kind() != MethodDecl.Kind.METHOD
        || declaration.modifiers().isStatic()
        || declaration.modifiers().isPrivate()) {
      return List.of();
    }
    List<Members.Method> found = new ArrayList<>();
    for (Hierarchy.Ancestor each :
        program.hierarchy().ancestry(method.owner().type(), method.owner())) {
      if (each.info() != method.owner()) {
        above(each, method, found);
      }
    }
    return found;
  }

  /** The members of a type leave out what a nearer one overrides, so each type is asked alone. */
  private void above(Hierarchy.Ancestor in, MethodInfo method, List<Members.Method> found) {
    JavaType type = in.type();
    TypeInfo info = in.info();
    List<Members.Method> named = new ArrayList<>(1);
    if (info != null) {
      for (MethodInfo each : info.methodsNamed(method.name())) {
        named.add(program.members().seenFrom(type, each));
      }
      for (var each : program.generated().members(info).signatures(method.name())) {
        named.add(program.members().seenFrom(type, each));
      }
    } else if (in.external() != null) {
      for (var each : in.external().methods().getOrDefault(method.name(), List.of())) {
        named.add(program.members().seenFrom(type, each));
      }
    }
    for (Members.Method each : named) {
      boolean isPrivate =
          each.declared().filter(own -> own.declaration().modifiers().isPrivate()).isPresent();
      if (!each.isStatic() && !isPrivate && overrides(method, each)) {
        found.add(each);
      }
    }
  }

  /** Parameters after erasure, seen from one class. */
  private record Signature(List<JavaType> parameters) {

    boolean matches(Signature other) {
      if (parameters == null || other.parameters == null) {
        return true;
      }
      if (parameters.size() != other.parameters.size()) {
        return false;
      }
      for (int i = 0; i < parameters.size(); i++) {
        if (!sameErasure(parameters.get(i), other.parameters.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  private static boolean sameErasure(JavaType left, JavaType right) {
    if (left.kind() == JavaType.Kind.UNKNOWN || right.kind() == JavaType.Kind.UNKNOWN) {
      return true;
    }
    if (left.dimensions() != right.dimensions()) {
      return false;
    }
    if (left.name().equals(right.name())) {
      return true;
    }
    if (left.kind() == JavaType.Kind.PRIMITIVE || right.kind() == JavaType.Kind.PRIMITIVE) {
      return false;
    }
    // One file may know the full name of a type and another may not.
    return (!left.isKnown() || !right.isKnown()) && left.simpleName().equals(right.simpleName());
  }

  private Signature signature(Members.Method method, TypeInfo from) {
    if (method.external().isPresent() && method.external().get().parameters() == null) {
      return new Signature(null);
    }
    if (arity(method) == 0) {
      return new Signature(List.of());
    }
    JavaType owner = program.hierarchy().asSuper(from.type(), method.owner().name());
    Members.Method seen = owner == null ? method : program.members().seenFrom(owner, method);
    List<JavaType> erased = new ArrayList<>();
    for (JavaType parameter : program.members().parameterTypes(seen)) {
      erased.add(erase(parameter, method, from));
    }
    return new Signature(erased);
  }

  /** A variable becomes its bound: one of the method's own, or one of the class itself. */
  private JavaType erase(JavaType type, Members.Method method, TypeInfo from) {
    if (type.kind() != JavaType.Kind.VARIABLE) {
      return type;
    }
    for (TypeVariable own : method.signature().variables()) {
      if (own.name().equals(type.name())) {
        // A bound that is a variable again (<S extends T>) could be anything.
        return own.bound().kind() == JavaType.Kind.VARIABLE
            ? JavaType.UNKNOWN
            : own.bound().withDimensions(type.dimensions());
      }
    }
    for (TypeParameter own : from.declaration().typeParameters()) {
      if (own.name().equals(type.name())) {
        return bound(own, type, from);
      }
    }
    // A variable of a library's method: its bounds are not at hand.
    return method.declared().isEmpty() ? JavaType.UNKNOWN : type;
  }

  private JavaType bound(TypeParameter parameter, JavaType variable, TypeInfo scope) {
    JavaType bound =
        parameter.bounds().isEmpty()
            ? JavaType.OBJECT
            : program.names().resolve(parameter.bounds().get(0), scope, null);
    // A bound that is a variable again (<S extends T>) could be anything.
    return bound.kind() == JavaType.Kind.VARIABLE
        ? JavaType.UNKNOWN
        : bound.withDimensions(variable.dimensions());
  }

  /** Whether no class can override it. */
  public static boolean isFinal(MethodInfo method) {
    MethodDecl declaration = method.declaration();
    TypeDecl owner = method.owner().declaration();
    return declaration.kind() != MethodDecl.Kind.METHOD
        || declaration.modifiers().isStatic()
        || declaration.modifiers().isPrivate()
        || declaration.modifiers().isFinal()
        || owner.modifiers().has(Keyword.FINAL)
        || owner.kind() == TypeDecl.Kind.RECORD
        || owner.kind() == TypeDecl.Kind.ANONYMOUS;
  }
}
