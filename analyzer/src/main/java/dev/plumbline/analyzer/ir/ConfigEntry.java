package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;
import java.util.Objects;

/**
 * One key of a configuration file with its value.
 *
 * @param key flattened as Spring has it: {@code a.b[0].c}; in YAML a key that is no string stands
 *     in brackets
 * @param value what a program reads, placeholders as they are: escapes undone, {@code 0x1F} as
 *     {@code 31}, {@code yes} as {@code true}, nothing as the empty text
 * @param written as it stands in the file, without quotes; the same as {@code value} but for
 *     numbers and booleans of YAML
 * @param keySpan of the last part of the key
 * @param valueSpan with quotes; empty where nothing is written. Behind an alias or a merge key of
 *     YAML both spans lie where the anchor is.
 * @param document number of the document in its file, from 0
 */
public record ConfigEntry(
    String key,
    String value,
    String written,
    Kind kind,
    Span keySpan,
    Span valueSpan,
    int document) {

  /** What the format makes of a value that is not quoted. */
  public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL,
    /** An empty list. */
    EMPTY
  }

  public ConfigEntry {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
    Objects.requireNonNull(written);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(keySpan);
    Objects.requireNonNull(valueSpan);
  }
}
