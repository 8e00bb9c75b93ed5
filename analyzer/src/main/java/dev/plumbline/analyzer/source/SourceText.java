package dev.plumbline.analyzer.source;

import java.util.Objects;

/**
 * A file's text.
 *
 * @param text decoded, without the byte order mark, line ends as they are
 */
public record SourceText(SourceFile file, String text, Decoding decoding) implements ReadOutcome {

  public SourceText {
    Objects.requireNonNull(file);
    Objects.requireNonNull(text);
    Objects.requireNonNull(decoding);
  }

  /** A new index of the lines; keep it where many places are asked for. */
  public LineIndex lines() {
    return LineIndex.of(text);
  }
}
