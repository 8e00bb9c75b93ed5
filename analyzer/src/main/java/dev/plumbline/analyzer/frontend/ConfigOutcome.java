package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.ir.ConfigFile;
import java.util.List;
import java.util.Objects;

/**
 * What a reader of configuration made of a file.
 *
 * @param file with all that could be read
 * @param problems that kept something from being read; empty when all of it was
 */
public record ConfigOutcome(ConfigFile file, List<Problem> problems) {
  public ConfigOutcome {
    Objects.requireNonNull(file);
    problems = List.copyOf(problems);
  }
}
