package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.ir.GeneratorInput;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the files that tell a code generator what to make. */
public final class GeneratorInputReader {

  private GeneratorInputReader() {}

  /** Whether a file of that name is one. */
  public static boolean reads(String path) {
    return LombokConfigReader.isConfig(path) || path.endsWith(".proto");
  }

  /**
   * @param problems what could not be read of a file that is one
   * @return empty for other files, and for one that cannot be read at all
   */
  public static Optional<GeneratorInput> read(
      String path, String text, Consumer<Problem> problems) {
    if (LombokConfigReader.isConfig(path)) {
      return Optional.of(LombokConfigReader.read(path, text));
    }
    return path.endsWith(".proto") ? ProtoReader.read(path, text, problems) : Optional.empty();
  }
}
