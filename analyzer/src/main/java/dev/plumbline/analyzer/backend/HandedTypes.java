package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the type of a parameter says of what a framework puts into it, by the library data. */
final class HandedTypes {

  /** What a value of a type carries. */
  enum Carried {
    /** Nothing is said of the type. */
    ANYTHING,
    /** What the framework makes of itself: a model, a principal, a session. */
    NOTHING,
    /** A request or an upload, whose own methods are the sources. */
    REQUEST,
    BODY,
    HEADERS,
    SORT
  }

  private final Program program;
  private final Library library;
  private final Map<String, Carried> known = new HashMap<>();

  HandedTypes(Program program, Library library) {
    this.program = program;
    this.library = library;
  }

  Carried carried(JavaType type) {
    return type.isClass() && !type.isArray()
        ? known.computeIfAbsent(type.name(), this::find)
        : Carried.ANYTHING;
  }

  private Carried find(String name) {
    Set<String> ancestors = program.hierarchy().ancestors(name);
    for (TypeRole role : library.typeRoles(TypeRole.Role.REQUEST_VALUE)) {
      if (ancestors.contains(role.type())) {
        return switch (role.as()) {
          case "request", "file" -> Carried.REQUEST;
          case "header" -> Carried.HEADERS;
          case "sort" -> Carried.SORT;
          default -> Carried.BODY;
        };
      }
    }
    return library.typeRoles(TypeRole.Role.FRAMEWORK_VALUE).stream()
            .anyMatch(role -> ancestors.contains(role.type()))
        ? Carried.NOTHING
        : Carried.ANYTHING;
  }
}
