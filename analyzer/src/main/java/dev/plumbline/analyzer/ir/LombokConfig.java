package dev.plumbline.analyzer.ir;

import java.util.List;
import java.util.Objects;

/**
 * A {@code lombok.config} file: settings for the sources of its folder and of all below.
 *
 * @param directives in the order of the file
 */
public record LombokConfig(String path, List<Directive> directives) implements GeneratorInput {

  /** What a directive does with its key. */
  public enum Action {
    SET,
    ADD,
    REMOVE,
    CLEAR
  }

  /**
   * @param key in lower case, since Lombok ignores case
   * @param value empty for {@link Action#CLEAR}
   */
  public record Directive(Action action, String key, String value) {
    public Directive {
      Objects.requireNonNull(action);
    }
  }

  public LombokConfig {
    Objects.requireNonNull(path);
    directives = List.copyOf(directives);
  }
}
