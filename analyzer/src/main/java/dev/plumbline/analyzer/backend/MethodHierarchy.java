package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods that a class has, with the declarations that each of them implements (JLS 8.4.8). */
final class MethodHierarchy {

  private final Program program;

  MethodHierarchy(Program program) {
    this.program = program;
  }

  /**
   * A method as a class has it.
   *
   * @param method the code
   * @param parameterTypes with the class's type arguments
   * @param returnType likewise
   * @param declarations {@code method} itself and what it overrides or implements, nearest first
   */
  record Member(
      MethodInfo method,
      List<JavaType> parameterTypes,
      JavaType returnType,
      List<MethodInfo> declarations) {}

  /** The instance methods with code that {@code type} has, own and inherited, in source order. */
  List<Member> members(TypeInfo type) {
    Map<String, List<Found>> bySignature = new LinkedHashMap<>();
    for (JavaType each : ancestors(type)) {
      TypeInfo owner = program.type(each.name(), type).orElse(null);
      if (owner == null) {
        continue;
      }
      for (MethodInfo method : owner.methods()) {
        MethodDecl declaration = method.declaration();
        if (declaration.kind() == MethodDecl.Kind.METHOD && !declaration.modifiers().isStatic()) {
          Found found = found(method, each);
          bySignature.computeIfAbsent(found.signature(), key -> new ArrayList<>(2)).add(found);
        }
      }
    }
    List<Member> members = new ArrayList<>();
    for (List<Found> same : bySignature.values()) {
      same.stream()
          .filter(found -> found.method().body().isPresent())
          .findFirst()
          .ifPresent(
              code ->
                  members.add(
                      new Member(
                          code.method(),
                          code.parameterTypes(),
                          code.returnType(),
                          from(code, same))));
    }
    return members;
  }

  private static List<MethodInfo> from(Found code, List<Found> same) {
    List<MethodInfo> declarations = new ArrayList<>();
    declarations.add(code.method());
    for (Found each : same) {
      if (each != code) {
        declarations.add(each.method());
      }
    }
    return declarations;
  }

  private record Found(
      MethodInfo method, List<JavaType> parameterTypes, JavaType returnType, String signature) {}

  private Found found(MethodInfo method, JavaType owner) {
    Members.Method member = program.members().seenFrom(owner, method);
    List<JavaType> parameterTypes = program.members().parameterTypes(member);
    StringBuilder signature = new StringBuilder(method.name()).append('(');
    for (JavaType type : parameterTypes) {
      // The simple name, because one file may know the full name of a type and another may not.
      signature.append(type.simpleName()).append("[]".repeat(type.dimensions())).append(',');
    }
    return new Found(
        method, parameterTypes, program.members().returnType(member), signature.toString());
  }

  /** {@code type} and all its supertypes with their type arguments, nearest first. */
  List<JavaType> ancestors(TypeInfo type) {
    List<JavaType> ancestors = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    ArrayDeque<JavaType> work = new ArrayDeque<>();
    work.add(type.type());
    while (!work.isEmpty()) {
      JavaType each = work.poll();
      if (each.isClass() && seen.add(each.name())) {
        ancestors.add(each);
        work.addAll(program.hierarchy().supertypes(each, type));
      }
    }
    return ancestors;
  }

  /** An interface method with more implementations says little about what is called. */
  private static final int MAX_IMPLEMENTATIONS = 16;

  /** A method and what overrides or implements it, as far as names and arity tell. */
  static List<MethodInfo> implementations(Program program, MethodInfo declared) {
    List<MethodInfo> found = new ArrayList<>();
    found.add(declared);
    if (declared.declaration().modifiers().isStatic()
        || declared.declaration().modifiers().isPrivate()
        || declared.declaration().kind() != MethodDecl.Kind.METHOD) {
      return found;
    }
    int arity = declared.declaration().parameters().size();
    Set<String> seen = new HashSet<>();
    ArrayDeque<String> work = new ArrayDeque<>(List.of(declared.owner().name()));
    while (!work.isEmpty() && found.size() <= MAX_IMPLEMENTATIONS) {
      for (TypeInfo subtype : program.hierarchy().directSubtypes(work.poll())) {
        if (seen.add(subtype.name())) {
          work.add(subtype.name());
          subtype.methods().stream()
              .filter(m -> m.name().equals(declared.name()))
              .filter(m -> m.declaration().parameters().size() == arity)
              .forEach(found::add);
        }
      }
    }
    return found;
  }
}
