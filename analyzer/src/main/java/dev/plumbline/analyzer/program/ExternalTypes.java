package dev.plumbline.analyzer.program;

import java.util.Optional;

/**
 * Signatures of code that is not in the workspace: the JDK and libraries. The library knowledge
 * implements it; linking asks through it, so that it need not know where signatures come from.
 */
public interface ExternalTypes {

  /** Knows nothing. */
  ExternalTypes NONE = canonicalName -> Optional.empty();

  /**
   * @param canonicalName for example {@code java.util.Map.Entry}
   */
  Optional<ExternalType> find(String canonicalName);

  /** Whether any type of that package is known, beside those of the JDK. */
  default boolean hasPackage(String packageName) {
    return false;
  }
}
