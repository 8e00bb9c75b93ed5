package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.ImportDecl;
import dev.plumbline.analyzer.ir.Modifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what dotted names mean (JLS 6.5): variables are gone already, so fields, then types. */
final class NameMeanings {

  private final Program program;
  private final TypeInfo scope;
  private final CodeBody body;

  private NameMeanings(Program program, TypeInfo scope, CodeBody body) {
    this.program = program;
    this.scope = scope;
    this.body = body;
  }

  /** What {@code path} means in {@code body}. */
  static NameMeaning of(Program program, CodeBody body, List<String> path) {
    return new NameMeanings(program, body.owner(), body).meaning(path, body.owner());
  }

  /**
   * What {@code path} means in a declaration of {@code scope}, outside of method bodies.
   *
   * @param inHeader whether it stands before the name of {@code scope}, for example in an
   *     annotation on it: there the members of {@code scope} are not in scope (JLS 6.3)
   */
  static NameMeaning of(Program program, TypeInfo scope, boolean inHeader, List<String> path) {
    TypeInfo innermost = inHeader ? scope.outer().orElse(null) : scope;
    return new NameMeanings(program, scope, null).meaning(path, innermost);
  }

  /**
   * @param innermost the type whose members are in scope, with those of the types around it; may be
   *     {@code null}
   */
  private NameMeaning meaning(List<String> path, TypeInfo innermost) {
    if (path.get(path.size() - 1).equals("super")) {
      return new NameMeaning(superclass(path), false, true, List.of());
    }
    if (path.get(path.size() - 1).equals("this")) {
      JavaType type =
          path.size() == 1
              ? scope.type()
              : program
                  .names()
                  .resolve(String.join(".", path.subList(0, path.size() - 1)), scope, body);
      return new NameMeaning(type, false, true, List.of());
    }
    Members.Field first = fieldInScope(path.get(0), innermost);
    if (first != null) {
      return fields(new ArrayList<>(List.of(first)), path, 1);
    }
    // The shortest prefix that is a type: JLS 6.5.2 prefers a type over a package.
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      prefix.append(i == 0 ? "" : ".").append(path.get(i));
      boolean last = i == path.size() - 1;
      if (i > 0 && !Character.isUpperCase(path.get(i).charAt(0)) && !last) {
        continue;
      }
      JavaType type = program.names().resolve(prefix.toString(), scope, body);
      boolean certain =
          type.kind() == JavaType.Kind.CLASS
              && (i == 0
                  || program.hasType(type.name())
                  || program.external().find(type.name()).isPresent()
                  || Character.isUpperCase(path.get(i).charAt(0)));
      if (certain) {
        return last
            ? new NameMeaning(type, true, false, List.of())
            : fields(type, new ArrayList<>(), path, i + 1);
      }
    }
    return NameMeaning.UNKNOWN;
  }

  private NameMeaning fields(
      JavaType owner, List<Members.Field> found, List<String> path, int from) {
    Members.Field field = program.members().field(owner, path.get(from), scope).orElse(null);
    if (field == null || isHiddenFromHere(field)) {
      // A type that the prefix was cut too short for: Outer.Inner, then its field.
      JavaType inner = JavaType.of(owner.name() + "." + path.get(from));
      boolean isType =
          program.hasType(inner.name()) || program.external().find(inner.name()).isPresent();
      if (isType) {
        return from == path.size() - 1
            ? new NameMeaning(inner, true, false, List.of())
            : fields(inner, found, path, from + 1);
      }
    }
    if (field == null) {
      // A static field of a library type of which only the name is known.
      Members.Field unknown =
          new Members.Field(
              owner.name(), Optional.empty(), path.get(from), Optional.empty(), JavaType.UNKNOWN);
      found.add(unknown);
      return from == path.size() - 1
          ? new NameMeaning(JavaType.UNKNOWN, false, false, found)
          : NameMeaning.UNKNOWN;
    }
    found.add(field);
    return fields(found, path, from + 1);
  }

  /** A private field of another class (JLS 6.6.1); the compiler looks for a type then. */
  private boolean isHiddenFromHere(Members.Field field) {
    return field.declaration().isPresent()
        && field.declaration().get().modifiers().has(Modifiers.Keyword.PRIVATE)
        && outermost(field.info().orElseThrow()) != outermost(scope);
  }

  private static TypeInfo outermost(TypeInfo type) {
    TypeInfo around = type;
    while (around.outer().isPresent()) {
      around = around.outer().get();
    }
    return around;
  }

  private NameMeaning fields(List<Members.Field> found, List<String> path, int from) {
    for (int i = from; i < path.size(); i++) {
      JavaType owner = found.get(found.size() - 1).type();
      Members.Field field = program.members().field(owner, path.get(i), scope).orElse(null);
      if (field == null) {
        return NameMeaning.UNKNOWN;
      }
      found.add(field);
    }
    return new NameMeaning(found.get(found.size() - 1).type(), false, false, found);
  }

  private Members.Field fieldInScope(String name, TypeInfo innermost) {
    for (TypeInfo type = innermost; type != null; type = type.outer().orElse(null)) {
      Members.Field field = program.members().field(type.type(), name, type).orElse(null);
      if (field != null) {
        return field;
      }
    }
    for (ImportDecl each : scope.staticImports()) {
      String owner = each.name();
      if (!each.onDemand()) {
        int dot = owner.lastIndexOf('.');
        if (!owner.substring(dot + 1).equals(name)) {
          continue;
        }
        owner = owner.substring(0, dot);
      }
      Members.Field field = program.members().field(JavaType.of(owner), name, scope).orElse(null);
      if (field != null) {
        return field;
      }
      if (!each.onDemand() && !program.hasType(owner) && Character.isUpperCase(name.charAt(0))) {
        return new Members.Field(owner, Optional.empty(), name, Optional.empty(), JavaType.UNKNOWN);
      }
    }
    return null;
  }

  /** The type behind {@code super} and {@code Outer.super}: the superclass, or that interface. */
  private JavaType superclass(List<String> path) {
    TypeInfo self = scope;
    if (path.size() > 1) {
      String qualifier = String.join(".", path.subList(0, path.size() - 1));
      JavaType named = program.names().resolve(qualifier, scope, body);
      TypeInfo type = program.type(named.name(), scope).orElse(null);
      if (type == null || type.declaration().isInterface()) {
        return named;
      }
      self = type;
    }
    return program.hierarchy().superclass(self);
  }
}
