package dev.plumbline.analyzer.ir;

/**
 * A file, other than Java, that tells a code generator what to make. Linking follows the
 * generator's law of names; the generator is not run.
 */
public sealed interface GeneratorInput permits LombokConfig, ProtoFile {

  /** Relative to the repository root. */
  String path();
}
