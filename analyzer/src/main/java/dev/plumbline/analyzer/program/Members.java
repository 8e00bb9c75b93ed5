package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.EnumConstant;
import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.Parameter;
import dev.plumbline.analyzer.ir.TypeParameter;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Fields and methods of types, inherited ones included. */
public final class Members {

  private final Program program;
  private final Map<MethodInfo, List<MethodInfo>> implementations = new ConcurrentHashMap<>();

  Members(Program program) {
    this.program = program;
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
   */
  public record Method(
      JavaType owner,
      Optional<MethodInfo> declared,
      Optional<ExternalType.ExternalMethod> external) {

    public String name() {
      return declared.map(MethodInfo::name).orElseGet(() -> external.orElseThrow().name());
    }

    public boolean isStatic() {
      return declared
          .map(m -> m.declaration().modifiers().isStatic())
          .orElseGet(() -> external.orElseThrow().isStatic());
    }
  }

  /** The field that {@code name} means in {@code type} (JLS 8.3): nearest declaration first. */
  public Optional<Field> field(JavaType type, String name, TypeInfo near) {
    if (type.isArray()) {
      return name.equals("length")
          ? Optional.of(
              new Field(type.toString(), Optional.empty(), name, Optional.empty(), JavaType.INT))
          : Optional.empty();
    }
    Set<String> seen = new HashSet<>();
    ArrayDeque<JavaType> work = new ArrayDeque<>();
    work.add(type);
    while (!work.isEmpty()) {
      JavaType each = work.poll();
      if (!each.isClass() || !seen.add(each.name())) {
        continue;
      }
      Optional<Field> found = declaredField(each, name, near);
      if (found.isPresent()) {
        return found;
      }
      work.addAll(program.hierarchy().supertypes(each, near));
    }
    return Optional.empty();
  }

  private Optional<Field> declaredField(JavaType type, String name, TypeInfo near) {
    TypeInfo info = program.type(type.name(), near).orElse(null);
    if (info == null) {
      return program
          .external()
          .find(type.name())
          .flatMap(
              external ->
                  Optional.ofNullable(external.fields().get(name))
                      .map(
                          fieldType ->
                              new Field(
                                  type.name(),
                                  Optional.empty(),
                                  name,
                                  Optional.empty(),
                                  fieldType
                                      .type()
                                      .substitute(
                                          Hierarchy.bindings(external.typeParameters(), type)))));
    }
    Map<String, JavaType> bindings =
        Hierarchy.bindings(
            info.declaration().typeParameters().stream().map(p -> p.name()).toList(), type);
    FieldDecl field = info.field(name).orElse(null);
    if (field != null) {
      JavaType fieldType = program.names().resolve(field.type(), info, null);
      return Optional.of(
          new Field(
              info.name(),
              Optional.of(info),
              name,
              Optional.of(field),
              fieldType.substitute(bindings)));
    }
    for (EnumConstant constant : info.declaration().enumConstants()) {
      if (constant.name().equals(name)) {
        return Optional.of(
            new Field(info.name(), Optional.of(info), name, Optional.empty(), info.type()));
      }
    }
    List<Parameter> components = info.declaration().recordComponents();
    for (int i = 0; i < components.size(); i++) {
      Parameter component = components.get(i);
      // A record pattern reads its components by number: #0, #1, …
      if (component.name().equals(name) || name.equals("#" + i)) {
        JavaType componentType = program.names().resolve(component.type(), info, null);
        return Optional.of(
            new Field(
                info.name(),
                Optional.of(info),
                component.name(),
                Optional.empty(),
                componentType.substitute(bindings)));
      }
    }
    return program
        .generated()
        .members(info)
        .field(name)
        .map(
            generated ->
                new Field(
                    info.name(),
                    Optional.of(info),
                    name,
                    Optional.empty(),
                    generated.type().substitute(bindings)));
  }

  /**
   * The methods of that name that accept so many arguments, nearest declarations first. A method
   * that a nearer one overrides may still be in the list, behind it.
   */
  public List<Method> methods(JavaType type, String name, int arguments, TypeInfo near) {
    List<Method> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    ArrayDeque<JavaType> work = new ArrayDeque<>();
    work.add(type.isArray() || type.kind() == JavaType.Kind.VARIABLE ? JavaType.OBJECT : type);
    boolean objectSeen = false;
    while (!work.isEmpty() || !objectSeen) {
      if (work.isEmpty()) {
        // Interfaces and types without a superclass have the members of Object as well.
        objectSeen = true;
        work.add(JavaType.OBJECT);
      }
      JavaType each = work.poll();
      if (!each.isClass() || !seen.add(each.name())) {
        continue;
      }
      declaredMethods(each, name, arguments, near, found);
      work.addAll(program.hierarchy().supertypes(each, near));
    }
    return found;
  }

  private void declaredMethods(
      JavaType type, String name, int arguments, TypeInfo near, List<Method> found) {
    TypeInfo info = program.type(type.name(), near).orElse(null);
    if (info != null) {
      for (MethodInfo method : info.methods()) {
        if (method.name().equals(name) && accepts(method.declaration(), arguments)) {
          found.add(new Method(type, Optional.of(method), Optional.empty()));
        }
      }
      for (var method : program.generated().members(info).signatures(name)) {
        if (method.accepts(arguments)) {
          found.add(new Method(type, Optional.empty(), Optional.of(method)));
        }
      }
      return;
    }
    ExternalType external = program.external().find(type.name()).orElse(null);
    if (external != null) {
      for (var method : external.methods().getOrDefault(name, List.of())) {
        if (method.accepts(arguments)) {
          found.add(new Method(type, Optional.empty(), Optional.of(method)));
        }
      }
    }
  }

  private static boolean accepts(MethodDecl method, int arguments) {
    List<Parameter> parameters = method.parameters();
    boolean variableArity =
        !parameters.isEmpty() && parameters.get(parameters.size() - 1).variableArity();
    return variableArity ? arguments >= parameters.size() - 1 : arguments == parameters.size();
  }

  /**
   * The methods with code that a call of {@code method} <i>may</i> run: itself and what overrides
   * it below, by name and number of parameters. Stops at {@code limit}.
   */
  public List<MethodInfo> implementations(MethodInfo method, int limit) {
    List<MethodInfo> known = implementations.get(method);
    if (known == null || limit > known.size() && known.size() == CACHED_IMPLEMENTATIONS) {
      known = findImplementations(method, Math.max(limit, CACHED_IMPLEMENTATIONS));
      implementations.put(method, known);
    }
    return known.size() <= limit ? known : known.subList(0, limit);
  }

  private static final int CACHED_IMPLEMENTATIONS = 16;

  private List<MethodInfo> findImplementations(MethodInfo method, int limit) {
    List<MethodInfo> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    ArrayDeque<TypeInfo> work = new ArrayDeque<>();
    work.add(method.owner());
    while (!work.isEmpty() && found.size() < limit) {
      TypeInfo type = work.poll();
      if (!seen.add(type.name()) || type.file().file().role() == SourceRole.TEST) {
        continue;
      }
      for (MethodInfo each : type.methods()) {
        if (each.body().isPresent()
            && each.name().equals(method.name())
            && each.declaration().parameters().size() == method.declaration().parameters().size()) {
          found.add(each);
        }
      }
      work.addAll(program.hierarchy().directSubtypes(type.name()));
    }
    return found;
  }

  /** The types of the parameters, in terms of {@code method}'s owner and its own variables. */
  public List<JavaType> parameterTypes(Method method) {
    if (method.declared().isPresent()) {
      MethodInfo info = method.declared().get();
      List<JavaType> types = new ArrayList<>();
      for (Parameter parameter : info.declaration().parameters()) {
        types.add(program.names().resolve(parameter.type(), info));
      }
      return substitute(types, ownerBindings(method));
    }
    List<JavaType> parameters = method.external().orElseThrow().parameters();
    return parameters == null ? List.of() : substitute(parameters, ownerBindings(method));
  }

  /** The result type, in terms of {@code method}'s owner and its own variables. */
  public JavaType returnType(Method method) {
    JavaType type =
        method
            .declared()
            .map(info -> program.names().resolve(info.declaration().returnType(), info))
            .orElseGet(() -> method.external().orElseThrow().returnType());
    return type.substitute(ownerBindings(method));
  }

  private Map<String, JavaType> ownerBindings(Method method) {
    if (method.isStatic()) {
      // The variables of the type are not in scope; the method's own may have their names.
      return Map.of();
    }
    List<String> parameters =
        method
            .declared()
            .map(m -> m.owner().declaration().typeParameters().stream().map(p -> p.name()).toList())
            .or(() -> program.type(method.owner().name()).map(Members::typeParameters))
            .orElseGet(
                () ->
                    program
                        .external()
                        .find(method.owner().name())
                        .map(ExternalType::typeParameters)
                        .orElse(List.of()));
    return Hierarchy.bindings(parameters, method.owner());
  }

  private static List<String> typeParameters(TypeInfo type) {
    return type.declaration().typeParameters().stream().map(TypeParameter::name).toList();
  }

  private static List<JavaType> substitute(List<JavaType> types, Map<String, JavaType> bindings) {
    return types.stream().map(type -> type.substitute(bindings)).toList();
  }
}
