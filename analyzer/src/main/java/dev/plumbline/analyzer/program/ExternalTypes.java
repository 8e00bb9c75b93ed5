package dev.plumbline.analyzer.program;

import java.util.Optional;

/**
 * Signatures of code that is not in the workspace: the JDK and libraries. The library knowledge
 * implements it; linking asks through it, so that it need not know where signatures come from. Safe
 * to ask from many threads; the same name always gives the same answer.
 */
public interface ExternalTypes {

  /** Knows nothing. */
  ExternalTypes NONE =
      new ExternalTypes() {
        @Override
        public Optional<ExternalType> find(String canonicalName) {
          return Optional.empty();
        }

        @Override
        public boolean hasPackage(String packageName) {
          return false;
        }
      };

  /**
   * @param canonicalName for example {@code java.util.Map.Entry}
   */
  Optional<ExternalType> find(String canonicalName);

  /**
   * Whether signatures of that package are known at all: a type that is missing from such a package
   * is a wrong name or a version that nobody looked at, not an unknown library.
   */
  boolean hasPackage(String packageName);
}
