package dev.plumbline.analyzer.signature;

import dev.plumbline.analyzer.finding.Span;

/**
 * The form of the signature table, which {@link BlockWriter} and {@link Block} share.
 *
 * <p>The table is a folder of resources: {@code index.bin} and numbered chunks, which hold deflated
 * blocks one behind the other. The index, deflated as well, is: the version; the fingerprint of the
 * list of libraries; the number of blocks, and for each its chunk, its place there, its deflated
 * and its plain length; the number of packages, and for each its name and the number of its block.
 * A block holds whole packages. It is: the pool of texts; the pool of types (a type mentions only
 * types before it); a directory of canonical names and the lengths of their records; the records.
 * All numbers are unsigned LEB128.
 */
final class TableForm {

  /** Changes whenever the form does, so that a table of another build is refused loudly. */
  static final int VERSION = 3;

  static final String FOLDER = "/library/signatures/";
  static final String INDEX = "index.bin";

  /** Where a block ends, in bytes of records: small, because a scan touches few packages. */
  static final int BLOCK_SIZE = 32 * 1024;

  /** Where a chunk ends, in bytes: a file that is read whole, but few files. */
  static final int CHUNK_SIZE = 256 * 1024;

  // Kinds of types in the pool.
  static final int UNKNOWN = 0;
  static final int PRIMITIVE = 1;
  static final int VARIABLE = 2;
  static final int CLASS = 3;
  static final int GENERIC = 4;
  static final int ARRAY = 5;

  // Flags of types.
  static final int KIND_MASK = 3;
  static final int PUBLIC = 4;
  static final int HAS_MEMBER_TYPES = 8;

  // Flags of methods and fields.
  static final int STATIC = 1;
  static final int ABSTRACT = 2;
  static final int VARIABLE_ARITY = 4;
  static final int HAS_VARIABLES = 8;
  static final int HAS_THROWN = 16;
  static final int HAS_ANNOTATIONS = 32;
  static final int HAS_CONSTANT = 2;

  // Kinds of values of annotations and constants.
  static final int BOOLEAN = 0;
  static final int CHAR = 1;
  static final int INT = 2;
  static final int LONG = 3;
  static final int FLOAT = 4;
  static final int DOUBLE = 5;
  static final int STRING = 6;
  static final int CLASS_LITERAL = 7;
  static final int NAME = 8;
  static final int LIST = 9;
  static final int ANNOTATION = 10;

  /** Where annotations of class files stand: there is no source to point at. */
  static final Span NOWHERE = new Span(1, 1, 1, 1);

  private TableForm() {}

  static String chunk(int number) {
    return number + ".bin";
  }
}
