package dev.plumbline.analyzer.frontend;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A type declaration around the code that is being lowered.
 *
 * <p>Own fields of a local or anonymous class shadow the variables of the bodies around it, which
 * is seen in the syntax. A field that such a class inherits shadows them as well (JLS 6.4.1), but
 * is declared elsewhere: there the variable wins here, wrongly. Both having one name is rare, and a
 * reader of the code would stumble just the same.
 */
final class TypeContext {

  private final TypeContext enclosing;
  private final BodyLowering body;
  private final Set<String> fields;
  private final boolean isStatic;
  private final String binaryName;
  private final Map<String, Integer> localNumbers = new HashMap<>();

  /**
   * @param enclosing the type around, or {@code null}
   * @param body the body that declares the type, or {@code null} for a member or top-level type
   * @param fields names of its own fields
   * @param isStatic whether its code sees no variable of a body around (records, enums, interfaces,
   *     static members)
   */
  TypeContext(
      TypeContext enclosing,
      BodyLowering body,
      Set<String> fields,
      boolean isStatic,
      String binaryName) {
    this.enclosing = enclosing;
    this.body = body;
    this.fields = fields;
    this.isStatic = isStatic;
    this.binaryName = binaryName;
  }

  String binaryName() {
    return binaryName;
  }

  /**
   * The binary name of a local or anonymous type inside: JLS 13.1, numbered for each simple name,
   * as javac does.
   */
  String localName(String simpleName) {
    int number = localNumbers.merge(simpleName, 1, Integer::sum);
    return binaryName + '$' + number + simpleName;
  }

  /**
   * The body whose variables code in this type may read under {@code name}, or {@code null}; the
   * name may still be unknown there.
   */
  BodyLowering bodyThatMayDeclare(String name) {
    TypeContext type = this;
    while (type != null) {
      if (type.isStatic || type.fields.contains(name)) {
        return null;
      }
      if (type.body != null) {
        return type.body;
      }
      type = type.enclosing;
    }
    return null;
  }
}
