package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.ir.TypeRef;
import dev.plumbline.analyzer.program.ExternalType.ExternalMethod;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A field or method without parameters that {@code @Delegate} stands on: the public methods of its
 * type become methods of the class. Methods that are delegated themselves are left out, as in
 * Lombok, which also ends the recursion of two types that delegate to each other.
 */
final class LombokDelegate {

  private static final Set<String> OF_OBJECT =
      Set.of(
          "hashCode",
          "canEqual",
          "equals",
          "wait",
          "notify",
          "notifyAll",
          "toString",
          "getClass",
          "clone",
          "finalize");

  private final Program program;
  private final LombokClass lombok;
  private final String property;
  private final List<JavaType> types;
  private final List<JavaType> excluded;

  private LombokDelegate(
      LombokClass lombok, String property, List<JavaType> types, List<JavaType> excluded) {
    this.program = lombok.program();
    this.lombok = lombok;
    this.property = property;
    this.types = types;
    this.excluded = excluded;
  }

  static List<LombokDelegate> of(LombokClass lombok) {
    List<LombokDelegate> found = new ArrayList<>();
    for (LombokClass.Field field : lombok.fields()) {
      lombok
          .on(field.annotations(), "Delegate")
          .ifPresent(use -> found.add(of(lombok, field.name(), use, lombok.resolve(field))));
    }
    for (MethodInfo method : lombok.type().methods()) {
      if (!method.declaration().annotations().isEmpty()) {
        lombok
            .on(method.declaration().annotations(), "Delegate")
            .ifPresent(
                use ->
                    found.add(
                        of(
                            lombok,
                            method.name(),
                            use,
                            lombok
                                .program()
                                .names()
                                .resolve(method.declaration().returnType(), method))));
      }
    }
    return found;
  }

  private static LombokDelegate of(
      LombokClass lombok, String property, AnnotationUse use, JavaType type) {
    List<JavaType> types = classes(lombok, use, "types");
    return new LombokDelegate(
        lombok,
        property,
        types.isEmpty() ? List.of(type) : types,
        classes(lombok, use, "excludes"));
  }

  private static List<JavaType> classes(LombokClass lombok, AnnotationUse use, String element) {
    ElementValue value = use.element(element).orElse(null);
    if (value == null) {
      return List.of();
    }
    List<JavaType> types = new ArrayList<>();
    for (ElementValue each : LombokAnnotations.elements(value)) {
      if (each instanceof ElementValue.LiteralValue literal
          && literal.literal().value() instanceof TypeRef type) {
        types.add(lombok.program().names().resolve(type, lombok.type(), null));
      }
    }
    return types;
  }

  /** The methods of that name that the class gains. */
  List<GeneratedMethod> methods(String name) {
    if (OF_OBJECT.contains(name) || name.startsWith("<")) {
      return List.of();
    }
    List<GeneratedMethod> found = new ArrayList<>();
    for (ExternalMethod method : publicMethods(types, name)) {
      boolean exists =
          lombok.type().methods().stream().anyMatch(each -> isSame(each, method))
              || isExcluded(method);
      if (!exists) {
        found.add(new GeneratedMethod(method, Role.OTHER, Access.PUBLIC, Optional.of(property)));
      }
    }
    return found;
  }

  private boolean isExcluded(ExternalMethod method) {
    for (ExternalMethod each : publicMethods(excluded, method.name())) {
      if (each.parameters() == null || each.parameters().equals(method.parameters())) {
        return true;
      }
    }
    return false;
  }

  private boolean isSame(MethodInfo declared, ExternalMethod method) {
    return declared.name().equals(method.name())
        && method.parameters() != null
        && declared.declaration().parameters().stream()
            .map(each -> program.names().resolve(each.type(), declared))
            .toList()
            .equals(method.parameters());
  }

  private List<ExternalMethod> publicMethods(List<JavaType> from, String name) {
    List<ExternalMethod> found = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(JavaType.OBJECT.name()));
    ArrayDeque<JavaType> work = new ArrayDeque<>(from);
    while (!work.isEmpty()) {
      JavaType type = work.poll();
      if (!type.isClass() || !seen.add(type.name())) {
        continue;
      }
      TypeInfo info = program.type(type.name(), lombok.type()).orElse(null);
      if (info == null) {
        program
            .external()
            .find(type.name())
            .ifPresent(
                external -> {
                  var bindings = Hierarchy.told(external.typeVariables(), type);
                  for (var each : external.methods().getOrDefault(name, List.of())) {
                    if (!each.isStatic()) {
                      found.add(GeneratedSignatures.substitute(each, bindings));
                    }
                  }
                });
      } else {
        declared(info, type, name, found);
      }
      work.addAll(program.hierarchy().supertypes(type, lombok.type()));
    }
    return found;
  }

  private void declared(TypeInfo info, JavaType type, String name, List<ExternalMethod> found) {
    var bindings =
        Hierarchy.bindings(
            info.declaration().typeParameters().stream().map(each -> each.name()).toList(), type);
    for (MethodInfo method : info.methods()) {
      MethodDecl declaration = method.declaration();
      boolean isPublic =
          info.declaration().isInterface() || Access.of(declaration.modifiers()) == Access.PUBLIC;
      if (method.name().equals(name) && isPublic && !declaration.modifiers().isStatic()) {
        found.add(
            GeneratedSignatures.substitute(GeneratedSignatures.of(program, method), bindings));
      }
    }
    for (var each : program.generated().members(info).ownMethods(name)) {
      if (each.access() == Access.PUBLIC && !each.signature().isStatic()) {
        found.add(GeneratedSignatures.substitute(each.signature(), bindings));
      }
    }
  }
}
