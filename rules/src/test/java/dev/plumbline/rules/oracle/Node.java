package dev.plumbline.rules.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of a program. One record for all kinds, so that cutting a program down needs to know no
 * kind.
 *
 * @param type of the value, {@link Type#VOID} for statements other than declarations
 * @param text see {@link Kind}; empty where the kind has none
 */
record Node(Kind kind, Type type, String text, List<Node> parts) {

  Node {
    parts = List.copyOf(parts);
  }

  static Node of(Kind kind, Type type, String text, Node... parts) {
    return new Node(kind, type, text, List.of(parts));
  }

  static Node text(Kind kind, Node... parts) {
    return of(kind, Type.STRING, "", parts);
  }

  static Node condition(Kind kind, String text, Node... parts) {
    return of(kind, Type.BOOLEAN, text, parts);
  }

  static Node statement(Kind kind, String text, Node... parts) {
    return of(kind, Type.VOID, text, parts);
  }

  static Node constant(String text) {
    return of(Kind.CONST, Type.STRING, text);
  }

  static Node local(String name, Type type) {
    return of(Kind.LOCAL, type, name);
  }

  static Node block(List<Node> statements) {
    return new Node(Kind.BLOCK, Type.VOID, "", statements);
  }

  Node part(int index) {
    return parts.get(index);
  }

  Node withPart(int index, Node part) {
    List<Node> changed = new ArrayList<>(parts);
    changed.set(index, part);
    return new Node(kind, type, text, changed);
  }

  Node withoutPart(int index) {
    List<Node> changed = new ArrayList<>(parts);
    changed.remove(index);
    return new Node(kind, type, text, changed);
  }

  /** This node and all below it, from top to bottom. */
  Stream<Node> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Node::all));
  }
}
