package dev.plumbline.analyzer.taint;

import java.util.List;
import java.util.Objects;

/**
 * Names the run-time value that an abstract value stands for, within one activation of a body: an
 * access path from something that comes in from outside of the body, or the result of a step.
 *
 * @param fields the way from the root into the value, outermost first: names of fields, {@code [*]}
 *     for elements, {@code {k}} for the value of a map's key
 */
final class Id implements Comparable<Id> {

  /** Longer ways are cut: what is behind the third step is taken as one value. */
  static final int MAX_FIELDS = 3;

  /** Where a way begins. */
  sealed interface Root {}

  /** The receiver of the method. */
  record This() implements Root {}

  /** A parameter of the body, from 0. */
  record Param(int index) implements Root {}

  /** A variable of the body around, by its register there. */
  record Captured(int register) implements Root {}

  /**
   * A static field, or a store that all methods share.
   *
   * @param name {@code p.Type.field}, or {@code @session} and the like
   */
  record Static(String name) implements Root {

    Static {
      // Names are built anew for each use and compared all the time.
      name = name.intern();
    }
  }

  /**
   * What a step of this body made.
   *
   * @param site number of the step
   * @param sub tells apart what one call has made
   */
  record Made(int site, long sub) implements Root {}

  /** What a slot holds behind a join of ways, in the current round of a loop. */
  record Phi(int block, int slot) implements Root {}

  static final Id THIS = new Id(new This(), List.of());

  /** Of all values of callees that are not known, come from nowhere and hold nothing. */
  static final Id OPAQUE = new Id(new Made(-9, 0), List.of());

  private final Root root;
  private final List<String> fields;
  private final int hash;
  private final int rootHash;

  /** Ids are compared by their names all the time. */
  private String name;

  Id(Root root, List<String> fields) {
    this.root = root;
    this.fields = fields;
    this.rootHash = root.hashCode();
    this.hash = 31 * rootHash + fields.hashCode();
  }

  Root root() {
    return root;
  }

  List<String> fields() {
    return fields;
  }

  /** An order that depends on nothing but the names. */
  @Override
  public int compareTo(Id other) {
    if (this == other) {
      return 0;
    }
    if (rootHash != other.rootHash) {
      return Integer.compare(rootHash, other.rootHash);
    }
    if (root != other.root && !root.equals(other.root)) {
      return toString().compareTo(other.toString());
    }
    int common = Math.min(fields.size(), other.fields.size());
    for (int i = 0; i < common; i++) {
      int order = compare(fields.get(i), other.fields.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(fields.size(), other.fields.size());
  }

  /** By hash before letters: it is a number that the string keeps, and any order will do. */
  private static int compare(String left, String right) {
    int order = left == right ? 0 : Integer.compare(left.hashCode(), right.hashCode());
    return order != 0 || left == right ? order : left.compareTo(right);
  }

  static Id param(int index) {
    return new Id(new Param(index), List.of());
  }

  static Id captured(int register) {
    return new Id(new Captured(register), List.of());
  }

  static Id ofStatic(String name) {
    return new Id(new Static(name), List.of());
  }

  static Id made(int site, long sub) {
    return new Id(new Made(site, sub), List.of());
  }

  static Id phi(int block, int slot) {
    return new Id(new Phi(block, slot), List.of());
  }

  /** Whether it names something that comes in from outside of the body. */
  boolean isInput() {
    return !(root instanceof Made) && !(root instanceof Phi);
  }

  /** Whether the other is a part of what this names. */
  boolean isAround(Id other) {
    return fields.size() < other.fields.size()
        && rootHash == other.rootHash
        && root.equals(other.root)
        && fields.equals(other.fields.subList(0, fields.size()));
  }

  /** Whether it is what an initialiser made that nothing changes. */
  boolean isInitial() {
    return root instanceof Static name && name.name().startsWith("=");
  }

  /** Whether it is a place that all methods share: a static field, a field of a bean. */
  boolean isStore() {
    return root instanceof Static name
        && !name.name().startsWith("=")
        && !name.name().startsWith("@");
  }

  Id field(String name) {
    if (fields.size() >= MAX_FIELDS) {
      return this;
    }
    java.util.ArrayList<String> longer = new java.util.ArrayList<>(fields);
    longer.add(name);
    return new Id(root, List.copyOf(longer));
  }

  Id base() {
    return fields.isEmpty() ? this : new Id(root, List.of());
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Id id
            && id.hash == hash
            && root.equals(id.root)
            && Objects.equals(fields, id.fields);
  }

  @Override
  public String toString() {
    // Racy on purpose: two threads may make equal names.
    String known = name;
    if (known == null) {
      known = written();
      name = known;
    }
    return known;
  }

  private String written() {
    String text =
        root instanceof This
            ? "this"
            : root instanceof Param param
                ? "p" + param.index()
                : root instanceof Captured captured
                    ? "c" + captured.register()
                    : root instanceof Static name ? name.name() : root.toString();
    return fields.isEmpty() ? text : text + "." + String.join(".", fields);
  }
}
