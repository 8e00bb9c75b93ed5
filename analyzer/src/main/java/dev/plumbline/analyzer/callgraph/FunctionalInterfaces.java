package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.TypeDecl;
import dev.plumbline.analyzer.program.ExternalType;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The abstract methods of types, and which interfaces a lambda can implement (JLS 9.8). */
final class FunctionalInterfaces {

  private final Program program;
  private final LambdaTargets lambdas;
  private final Map<String, List<Members.Method>> known = new ConcurrentHashMap<>();

  FunctionalInterfaces(Program program, LambdaTargets lambdas) {
    this.program = program;
    this.lambdas = lambdas;
  }

  /** Whether a lambda may be behind a value of that type. */
  boolean isFunctional(JavaType type) {
    return type.isClass()
        && lambdas.mayBeLambda(type)
        && isInterface(type.name())
        && abstractMethods(type.name()).size() == 1;
  }

  /** Whether {@code method} is the one that a lambda for {@code type} implements. */
  boolean isFunction(JavaType type, Members.Method method) {
    return isFunctional(type)
        && abstractMethods(type.name()).get(0).name().equals(method.name())
        && isAbstract(method);
  }

  private static boolean isAbstract(Members.Method method) {
    return method
        .declared()
        .map(info -> info.body().isEmpty())
        .orElseGet(
            () -> method.external().map(ExternalType.ExternalMethod::isAbstract).orElse(false));
  }

  private boolean isInterface(String name) {
    Optional<TypeInfo> info = program.type(name);
    return info.isPresent()
        ? info.get().declaration().kind() == TypeDecl.Kind.INTERFACE
        : program.external().find(name).map(ExternalType::isInterface).orElse(false);
  }

  /** Those of the type and its supertypes that no default method implements, one a signature. */
  List<Members.Method> abstractMethods(String name) {
    List<Members.Method> methods = known.get(name);
    if (methods == null) {
      methods = find(name);
      known.put(name, methods);
    }
    return methods;
  }

  private List<Members.Method> find(String name) {
    List<Members.Method> found = new ArrayList<>();
    Set<String> signatures = new HashSet<>();
    for (String ancestor : program.hierarchy().ancestors(name)) {
      if (ancestor.equals("java.lang.Object")) {
        continue;
      }
      for (Members.Method method : declared(ancestor)) {
        // Nearest first, so a default method below hides the abstract one above.
        if (signatures.add(signature(method)) && isAbstract(method) && !isOfObject(method)) {
          found.add(method);
        }
      }
    }
    return List.copyOf(found);
  }

  private List<Members.Method> declared(String name) {
    List<Members.Method> methods = new ArrayList<>();
    JavaType type = JavaType.of(name);
    TypeInfo info = program.type(name).orElse(null);
    if (info != null) {
      for (MethodInfo method : info.methods()) {
        if (!method.declaration().modifiers().isStatic()
            && !method.declaration().modifiers().isPrivate()) {
          methods.add(program.members().seenFrom(type, method));
        }
      }
      return methods;
    }
    ExternalType external = program.external().find(name).orElse(null);
    if (external != null) {
      external.methods().values().stream()
          .flatMap(List::stream)
          .filter(method -> !method.isStatic())
          .forEach(method -> methods.add(program.members().seenFrom(type, method)));
    }
    return methods;
  }

  /**
   * Name and arity: interfaces that overload their one method are rare, and then not functional.
   */
  private static String signature(Members.Method method) {
    int arity =
        method
            .declared()
            .map(info -> info.declaration().parameters().size())
            .orElseGet(
                () ->
                    method
                        .external()
                        .map(ExternalType.ExternalMethod::parameters)
                        .map(List::size)
                        .orElse(0));
    return method.name() + "/" + arity;
  }

  private static boolean isOfObject(Members.Method method) {
    return switch (method.name()) {
      case "equals", "hashCode", "toString" -> true;
      default -> false;
    };
  }
}
