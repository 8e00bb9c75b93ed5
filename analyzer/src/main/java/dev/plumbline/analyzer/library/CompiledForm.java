package dev.plumbline.analyzer.library;

import java.nio.charset.StandardCharsets;

/**
 * The form in which the build packs all shipped library data, which {@link RoleCompiler} and {@link
 * CompiledRoles} share: a version; the pool of texts; annotations; roles of types; the entries of
 * methods, each a tree; which entries speak of which type; the names of methods. YAML is read eight
 * times slower, and most of the entries are of libraries that a program does not use.
 */
final class CompiledForm {

  /** Changes whenever the form does, so that data of another build are refused loudly. */
  static final int VERSION = 2;

  static final String RESOURCE = "/library/roles.bin";

  static final byte SCALAR = 0;
  static final byte SEQUENCE = 1;
  static final byte MAPPING = 2;

  static final java.nio.charset.Charset TEXT = StandardCharsets.UTF_8;

  private CompiledForm() {}
}
