package dev.plumbline.rules.oracle;

/** The types of the supported language. */
enum Type {
  VOID("void"),
  STRING("String"),
  BOOLEAN("boolean"),
  INT("int"),
  BUILDER("StringBuilder"),
  ARRAY("String[]"),
  LIST("List<String>"),
  MAP("Map<String, String>"),
  /** A class with two texts and a reference to another one; it has a subclass. */
  DATA("Data"),
  DATAS("List<Data>"),
  /** The interface that classes and lambdas implement. */
  STEP("Step"),
  REQUEST("HttpServletRequest"),
  EXCEPTION("IllegalStateException");

  final String java;

  Type(String java) {
    this.java = java;
  }
}
