package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Modifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Fields and methods of types, inherited ones included. */
public final class Members {

  private final Program program;
  private final Implementations implementations;
  private final DeclaredFields declaredFields;
  private final FunctionalMethods functionalMethods;
  private final Map<Object, Known> known;

  Members(Program program) {
    this.program = program;
    this.known = new ConcurrentHashMap<>(program.expectedTypes());
    this.implementations = new Implementations(program);
    this.declaredFields = new DeclaredFields(program);
    this.functionalMethods = new FunctionalMethods(program);
  }

  /**
   * A field that was found.
   *
   * @param owner the type that declares it
   * @param info that type, when the workspace has it
   * @param declaration absent for enum constants, record components and library fields
   * @param type with the arguments of the type it was looked up in
   */
  public record Field(
      String owner,
      Optional<TypeInfo> info,
      String name,
      Optional<FieldDecl> declaration,
      JavaType type) {}

  /**
   * A method that was found.
   *
   * @param owner the type that declares it, seen from the type it was looked up in
   * @param declared when the workspace has it
   * @param external when a library has it
   * @param signature seen from the type it was looked up in
   */
  public record Method(
      JavaType owner,
      Optional<MethodInfo> declared,
      Optional<ExternalType.ExternalMethod> external,
      Signature signature) {

    public String name() {
      return declared.isPresent() ? declared.get().name() : external.orElseThrow().name();
    }

    public boolean isStatic() {
      return declared.isPresent()
          ? declared.get().declaration().modifiers().isStatic()
          : external.orElseThrow().isStatic();
    }

    /** Whether it has no code of its own. */
    public boolean isAbstract() {
      if (declared.isEmpty()) {
        return external.orElseThrow().isAbstract();
      }
      MethodDecl declaration = declared.get().declaration();
      return declaration.body().isEmpty() && !declaration.modifiers().has(Modifiers.Keyword.NATIVE);
    }

    /** The same method, seen from a type whose variables stand for something. */
    Method at(Map<String, JavaType> bindings) {
      JavaType seenOwner = owner.substitute(bindings);
      Signature seen = signature.substitute(bindings);
      return seenOwner == owner && seen == signature
          ? this
          : new Method(seenOwner, declared, external, seen);
    }
  }

  /** What was found of one type. */
  private static final class Known {
    final Map<String, List<Method>> methods = new ConcurrentHashMap<>(4);
    final Map<String, Optional<Field>> fields = new ConcurrentHashMap<>(4);
    volatile Optional<Method> function;
  }

  /** By the workspace type, or the name of any other. */
  private Known known(JavaType type, TypeInfo near) {
    TypeInfo info = program.type(type.name(), near).orElse(null);
    Object key = info == null ? type.name() : info;
    Known members = known.get(key);
    if (members == null) {
      members = known.computeIfAbsent(key, each -> new Known());
    }
    return members;
  }

  /** The field that {@code name} means in {@code type} (JLS 8.3): nearest declaration first. */
  public Optional<Field> field(JavaType type, String name, TypeInfo near) {
    if (type.isArray()) {
      return name.equals("length")
          ? Optional.of(
              new Field(type.toString(), Optional.empty(), name, Optional.empty(), JavaType.INT))
          : Optional.empty();
    }
    if (!type.isClass()) {
      return Optional.empty();
    }
    Map<String, Optional<Field>> ofType = known(type, near).fields;
    Optional<Field> found = ofType.get(name);
    if (found == null) {
      found = declaredFields.find(type, name, near);
      ofType.put(name, found);
    }
    if (found.isEmpty()) {
      return found;
    }
    Field field = found.get();
    JavaType seen = field.type.substitute(program.hierarchy().bindings(type, near));
    return seen == field.type
        ? found
        : Optional.of(new Field(field.owner, field.info, field.name, field.declaration, seen));
  }

  /**
   * The methods of that name that accept so many arguments, nearest declarations first; what a
   * nearer one overrides is left out.
   */
  public List<Method> methods(JavaType type, String name, int arguments, TypeInfo near) {
    List<Method> found = new ArrayList<>();
    for (Method method : methods(type, name, near)) {
      if (method.signature().accepts(arguments)) {
        found.add(seenFrom(type, method, near));
      }
    }
    return found;
  }

  /** {@code method}, which was looked up in {@code type}, with that type's arguments put in. */
  Method seenFrom(JavaType type, Method method, TypeInfo near) {
    return type.isClass() ? method.at(program.hierarchy().bindings(type, near)) : method;
  }

  /**
   * {@code method} as a member of {@code owner}.
   *
   * @param owner the type that declares it, with arguments
   */
  public Method seenFrom(JavaType owner, MethodInfo method) {
    Map<String, JavaType> bindings = Hierarchy.bindings(method.owner().typeParameterNames(), owner);
    return new Method(
        owner,
        Optional.of(method),
        Optional.empty(),
        method.signature(program.names()).substitute(bindings));
  }

  /**
   * {@code method} of a library as a member of {@code owner}.
   *
   * @param owner the type that declares it, with arguments
   */
  public Method seenFrom(JavaType owner, ExternalType.ExternalMethod method) {
    Signature signature = Signature.of(method);
    return new Method(
        owner,
        Optional.empty(),
        Optional.of(method),
        program
            .external()
            .find(owner.name())
            .map(type -> signature.substitute(Hierarchy.told(type.typeVariables(), owner)))
            .orElse(signature));
  }

  /** The same method as a member of {@code owner}, which declares it, with other arguments. */
  public Method seenFrom(JavaType owner, Method method) {
    return method.declared().isPresent()
        ? seenFrom(owner, method.declared().get())
        : seenFrom(owner, method.external().orElseThrow());
  }

  /** The methods of that name in terms of the type's own variables, nearest declarations first. */
  List<Method> methods(JavaType type, String name, TypeInfo near) {
    JavaType from = type.isClass() ? type : JavaType.OBJECT;
    Map<String, List<Method>> ofType = known(from, near).methods;
    List<Method> found = ofType.get(name);
    if (found == null) {
      found = findMethods(from, name, near);
      ofType.put(name, found);
    }
    return found;
  }

  private List<Method> findMethods(JavaType type, String name, TypeInfo near) {
    List<Method> found = new ArrayList<>(2);
    if (name.equals(MethodDecl.CONSTRUCTOR)) {
      // Constructors are not inherited (JLS 8.8).
      List<Hierarchy.Ancestor> ancestry = program.hierarchy().ancestry(type, near);
      if (!ancestry.isEmpty()) {
        declaredMethods(ancestry.get(0), name, found);
      }
      return List.copyOf(found);
    }
    boolean objectSeen = false;
    for (Hierarchy.Ancestor each : program.hierarchy().ancestry(type, near)) {
      objectSeen |= each.type().name().equals(JavaType.OBJECT.name());
      declaredMethods(each, name, found);
    }
    if (!objectSeen) {
      // Interfaces and types without a superclass have the members of Object as well.
      declaredMethods(program.hierarchy().ancestor(JavaType.OBJECT, near), name, found);
    }
    return List.copyOf(found);
  }

  private void declaredMethods(Hierarchy.Ancestor in, String name, List<Method> found) {
    // Most types of a hierarchy have no method of that name: look before anything is made.
    JavaType type = in.type();
    TypeInfo info = in.info();
    if (info != null) {
      List<MethodInfo> own = info.methodsNamed(name);
      List<ExternalType.ExternalMethod> generated =
          program.generated().members(info).signatures(name);
      if (own.isEmpty() && generated.isEmpty()) {
        return;
      }
      Map<String, JavaType> bindings = Hierarchy.bindings(info.typeParameterNames(), type);
      for (MethodInfo method : own) {
        Signature signature = method.signature(program.names()).substitute(bindings);
        add(new Method(type, Optional.of(method), Optional.empty(), signature), found);
      }
      for (ExternalType.ExternalMethod method : generated) {
        Signature signature = Signature.of(method).substitute(bindings);
        add(new Method(type, Optional.empty(), Optional.of(method), signature), found);
      }
      return;
    }
    ExternalType external = in.external();
    List<ExternalType.ExternalMethod> own =
        external == null ? List.of() : external.methods().getOrDefault(name, List.of());
    if (!own.isEmpty()) {
      Map<String, JavaType> bindings = Hierarchy.told(external.typeVariables(), type);
      for (ExternalType.ExternalMethod method : own) {
        Signature signature = Signature.of(method).substitute(bindings);
        add(new Method(type, Optional.empty(), Optional.of(method), signature), found);
      }
    }
  }

  /** Adds {@code method} unless a nearer one has its parameters (JLS 8.4.2). */
  private static void add(Method method, List<Method> found) {
    for (Method nearer : found) {
      if (nearer.signature.parametersKnown() && sameErasure(nearer.signature, method.signature)) {
        return;
      }
    }
    found.add(method);
  }

  private static boolean sameErasure(Signature left, Signature right) {
    if (left.parameters().size() != right.parameters().size()) {
      return false;
    }
    for (int i = 0; i < left.parameters().size(); i++) {
      JavaType a = left.erasedParameter(i);
      JavaType b = right.erasedParameter(i);
      boolean same =
          a.dimensions() == b.dimensions()
              && (a.name().equals(b.name())
                  || a.kind() == JavaType.Kind.VARIABLE && b.kind() == JavaType.Kind.VARIABLE);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  /**
   * The one abstract method of a functional interface (JLS 9.8) in terms of the interface's own
   * variables.
   */
  public Optional<Method> function(JavaType type, TypeInfo near) {
    if (!type.isClass()) {
      return Optional.empty();
    }
    Known members = known(type, near);
    Optional<Method> found = members.function;
    if (found == null) {
      found = Optional.ofNullable(functionalMethods.find(type, near));
      members.function = found;
    }
    return found;
  }

  /**
   * The methods with code that a call of {@code method} <i>may</i> run: itself and what overrides
   * it below, by name and number of parameters. Stops at {@code limit}.
   */
  public List<MethodInfo> implementations(MethodInfo method, int limit) {
    return implementations.of(method, limit);
  }

  /** The types of the parameters; the method's own variables are marked ({@link Signature}). */
  public List<JavaType> parameterTypes(Method method) {
    return method.signature().parameters();
  }

  /** The result type; the method's own variables are marked ({@link Signature}). */
  public JavaType returnType(Method method) {
    return method.signature().result();
  }
}
