package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A class whose objects are kept in a database, or a part of such a class.
 *
 * @param store what reads the mapping: {@code jpa}, {@code mongo}, {@code mybatis-plus} …
 * @param table the name that the mapping gives to the table, collection or index; absent where the
 *     mapping leaves it to a naming strategy, and for parts
 * @param tableConstant whether a name that is written can be told
 * @param ids names of the properties that identify it, inherited ones too
 * @param associations to other entities, inherited ones too, nearest class first
 * @param unknownAncestor a supertype that nobody knows, which may bring more
 */
public record Entity(
    TypeInfo type,
    Kind kind,
    String store,
    Optional<String> table,
    boolean tableConstant,
    List<String> ids,
    List<Association> associations,
    Optional<String> unknownAncestor) {

  /** What part it plays. */
  public enum Kind {
    ENTITY,
    MAPPED_SUPERCLASS,
    EMBEDDABLE
  }

  /**
   * A property that leads to other entities.
   *
   * @param owner the class that declares it
   * @param kind as the library data name it: {@code one-to-many} …
   * @param target the class of the other side, without its collection
   * @param eager whether it is fetched with its owner
   * @param mappedBy the property of the other side that owns the association
   */
  public record Association(
      TypeInfo owner,
      String property,
      String kind,
      JavaType target,
      boolean eager,
      Optional<String> mappedBy,
      Location location) {}

  public Entity {
    Objects.requireNonNull(type);
    Objects.requireNonNull(kind);
    ids = List.copyOf(ids);
    associations = List.copyOf(associations);
  }

  public Location location() {
    return type.location(type.declaration().nameSpan());
  }
}
