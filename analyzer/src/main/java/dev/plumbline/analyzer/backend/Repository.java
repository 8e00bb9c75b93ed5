package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.library.Access;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A type through which code reads and writes a database.
 *
 * @param kind who implements it
 * @param entity what it keeps, by its type arguments or by what it says; absent for mappers that
 *     are not about one entity, and for classes
 * @param operations its queries, in source order: methods of an interface, or the methods of a
 *     class that make queries
 */
public record Repository(
    TypeInfo type, Kind kind, Optional<JavaType> entity, List<Operation> operations) {

  /** Who implements it. */
  public enum Kind {
    SPRING_DATA,
    MYBATIS,
    /** An interface that another library implements. */
    GENERATED,
    /** A class with queries of its own. */
    CLASS
  }

  /**
   * A method that makes queries.
   *
   * @param statement whether what it runs is known: a derived or written query, or a statement in
   *     XML
   */
  public record Operation(MethodInfo method, Access access, boolean statement) {}

  public Repository {
    Objects.requireNonNull(type);
    Objects.requireNonNull(kind);
    operations = List.copyOf(operations);
  }

  public long count(Access access) {
    return operations.stream().filter(each -> each.access() == access).count();
  }

  public Location location() {
    return type.location(type.declaration().nameSpan());
  }
}
