package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.backend.Repository.Operation;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.ir.MethodDecl;
import dev.plumbline.analyzer.library.Access;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.TypeRole;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The repositories of a program: interfaces of Spring Data and MyBatis, and classes that talk to a
 * database through a library. Generic bases that are there to be extended are none.
 */
public final class Repositories {

  private final Program program;
  private final Library library;
  private final DataAccess access;
  private final AnnotationRoles roles;
  private final AnnotationValues values;
  private final List<MapperXml> mappers;
  private final Map<String, Set<String>> statements = new HashMap<>();
  private final List<Repository> all = new ArrayList<>();
  private final List<Orphan> orphans = new ArrayList<>();

  /** A statement in XML that no method runs. */
  public record Orphan(MapperXml mapper, Optional<MapperXml.Statement> statement) {}

  Repositories(Program program, Library library, DataAccess access, List<MapperXml> mappers) {
    this.program = program;
    this.library = library;
    this.access = access;
    this.roles = new AnnotationRoles(program, library);
    this.values = new AnnotationValues(program);
    this.mappers = mappers;
    for (MapperXml mapper : mappers) {
      Set<String> ids = statements.computeIfAbsent(mapper.namespace(), key -> new HashSet<>());
      mapper.statements().forEach(each -> ids.add(each.id()));
    }
    // Code of anonymous classes belongs to the class around them.
    Map<TypeInfo, List<MethodInfo>> methods = new HashMap<>();
    for (TypeInfo type : program.types()) {
      methods
          .computeIfAbsent(type.declaredAround(), key -> new ArrayList<>())
          .addAll(type.methods());
    }
    for (TypeInfo type : program.types()) {
      if (type.declaration().isInterface()) {
        generated(type).ifPresent(all::add);
      } else if (type.declaredAround() == type) {
        written(type, methods.get(type)).ifPresent(all::add);
      }
    }
    mappers.forEach(this::orphans);
  }

  /** Tests included, in path and source order. */
  public List<Repository> all() {
    return List.copyOf(all);
  }

  /** Mapper files and their statements that lead to no method, in path and source order. */
  public List<Orphan> orphans() {
    return List.copyOf(orphans);
  }

  private Optional<Repository> generated(TypeInfo type) {
    if (!access.isRepository(type) || !type.declaration().typeParameters().isEmpty()) {
      return Optional.empty();
    }
    JavaType entity = null;
    String framework = statements.containsKey(type.name()) ? "mybatis" : "";
    for (TypeRole role : library.typeRoles(TypeRole.Role.REPOSITORY)) {
      JavaType seen = program.hierarchy().asSuper(type.type(), role.type());
      if (seen != null) {
        framework = role.framework();
        if (entity == null && seen.argument(0).isClass()) {
          entity = seen.argument(0);
        }
      }
    }
    AnnotationRoles.Played marked = roles.on(type, Role.REPOSITORY).orElse(null);
    if (marked != null) {
      framework = framework.isEmpty() ? marked.model().framework() : framework;
      ConstantValue named = values.value(marked.annotation(), "domainClass").orElse(null);
      if (entity == null && named instanceof ConstantValue.ClassName literal) {
        entity = literal.type();
      }
    }
    if (entity == null) {
      entity = ofResultMap(type);
    }
    Repository.Kind kind =
        switch (framework) {
          case "spring" -> Repository.Kind.SPRING_DATA;
          case "mybatis" -> Repository.Kind.MYBATIS;
          default -> Repository.Kind.GENERATED;
        };
    List<Operation> operations = new ArrayList<>();
    for (MethodInfo method : type.methods()) {
      if (method.declaration().kind() == MethodDecl.Kind.METHOD && method.body().isEmpty()) {
        operations.add(
            new Operation(
                method,
                access.of(method),
                kind != Repository.Kind.MYBATIS || hasStatement(method)));
      }
    }
    return Optional.of(new Repository(type, kind, Optional.ofNullable(entity), operations));
  }

  /**
   * What the mapper's XML makes of rows first, as generators write it; null when it is no class.
   */
  private JavaType ofResultMap(TypeInfo type) {
    for (MapperXml mapper : mappers) {
      if (mapper.namespace().equals(type.name()) && !mapper.resultMaps().isEmpty()) {
        String name = mapper.resultMaps().get(0).type();
        return program.hasType(name) ? JavaType.of(name) : null;
      }
    }
    return null;
  }

  private boolean hasStatement(MethodInfo method) {
    return statements.getOrDefault(method.owner().name(), Set.of()).contains(method.name())
        || access.isStatement(method)
        // A mapper below it, or above: the XML may be written for either.
        || isOverridden(method);
  }

  private boolean isOverridden(MethodInfo method) {
    for (JavaType each : new MethodHierarchy(program).ancestors(method.owner())) {
      if (!each.name().equals(method.owner().name())
          && !program
              .members()
              .methods(
                  each, method.name(), method.declaration().parameters().size(), method.owner())
              .isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** A class is one when its own code makes queries through a library, or when it extends one. */
  private Optional<Repository> written(TypeInfo type, List<MethodInfo> methods) {
    List<Operation> operations = new ArrayList<>();
    for (MethodInfo method : methods) {
      method
          .body()
          .flatMap(this::direct)
          .ifPresent(access -> operations.add(new Operation(method, access, true)));
    }
    JavaType entity = null;
    for (TypeRole role : library.typeRoles(TypeRole.Role.REPOSITORY)) {
      JavaType seen = program.hierarchy().asSuper(type.type(), role.type());
      if (seen != null && seen.argument(0).isClass() && !isImplementation(type)) {
        entity = seen.argument(0);
      }
    }
    return operations.isEmpty() && entity == null
        ? Optional.empty()
        : Optional.of(
            new Repository(type, Repository.Kind.CLASS, Optional.ofNullable(entity), operations));
  }

  /** A mock or decorator of a workspace repository is not one more. */
  private boolean isImplementation(TypeInfo type) {
    return program.hierarchy().supertypes(type).stream()
        .anyMatch(each -> program.type(each.name(), type).filter(access::isRepository).isPresent());
  }

  /** The gravest that the code does on library objects; calls of other repositories are theirs. */
  private Optional<Access> direct(CodeBody body) {
    Access gravest = null;
    for (QueryCall query : access.in(body, block -> true)) {
      JavaType receiver = query.target().receiver();
      if (!program.hasType(receiver.name())) {
        gravest = graver(gravest, query.access());
      }
    }
    for (CodeBody lambda : body.lambdas()) {
      Access inside = direct(lambda).orElse(null);
      gravest = inside == null ? gravest : graver(gravest, inside);
    }
    return Optional.ofNullable(gravest);
  }

  private static Access graver(Access one, Access other) {
    return one == null || other == Access.WRITE || one == Access.READ ? other : one;
  }

  private void orphans(MapperXml mapper) {
    TypeInfo type = program.type(mapper.namespace()).orElse(null);
    if (type == null) {
      // A file of result maps and fragments alone is there for others.
      if (!mapper.statements().isEmpty()) {
        orphans.add(new Orphan(mapper, Optional.empty()));
      }
      return;
    }
    Set<String> names = new HashSet<>();
    boolean known = true;
    for (JavaType each : new MethodHierarchy(program).ancestors(type)) {
      TypeInfo owner = program.type(each.name(), type).orElse(null);
      if (owner != null) {
        owner.methods().forEach(method -> names.add(method.name()));
      } else {
        // A base of a library has methods that the XML may implement.
        program
            .external()
            .find(each.name())
            .ifPresent(external -> names.addAll(external.methods().keySet()));
        known &= program.external().find(each.name()).isPresent();
      }
    }
    for (MapperXml.Statement statement : mapper.statements()) {
      boolean runs = names.contains(statement.id()) || mapper.nested().contains(statement.id());
      if (known && !runs) {
        orphans.add(new Orphan(mapper, Optional.of(statement)));
      }
    }
  }
}
