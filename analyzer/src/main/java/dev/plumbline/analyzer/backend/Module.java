package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of the workspace that is built by itself.
 *
 * @param directory relative to the workspace root; empty for the root
 * @param buildFile what makes it a module; absent where files lie outside all modules
 * @param libraries names of the libraries and frameworks that main code imports, with the number of
 *     files that do, the commonest first
 */
public record Module(
    String directory,
    Optional<SourceFile> buildFile,
    Code main,
    Code tests,
    Code generated,
    Map<String, Integer> libraries,
    List<String> packages) {

  /** How much Java there is. */
  public record Code(int files, long lines) {
    static final Code NONE = new Code(0, 0);

    Code plus(long moreLines) {
      return new Code(files + 1, lines + moreLines);
    }
  }

  public Module {
    Objects.requireNonNull(directory);
    packages = List.copyOf(packages);
  }

  /** Maven, Gradle, or nothing that is known. */
  public String buildTool() {
    return buildFile.map(file -> file.name().equals("pom.xml") ? "maven" : "gradle").orElse("none");
  }

  /** The part of its Java lines that are tests, from 0 to 1; generated code left out. */
  public double testShare() {
    long all = main.lines() + tests.lines();
    return all == 0 ? 0 : (double) tests.lines() / all;
  }
}
