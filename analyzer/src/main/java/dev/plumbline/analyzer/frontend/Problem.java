package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that kept a file, or a part of it, from being understood.
 *
 * @param message for humans
 * @param span where; empty when the whole file is meant
 * @param internal whether the fault is ours; then the message contains "internal error"
 */
public record Problem(String message, Optional<Span> span, boolean internal) {

  public Problem {
    Objects.requireNonNull(message);
    Objects.requireNonNull(span);
  }

  static Problem inSource(String message, Span span) {
    return new Problem(message, Optional.ofNullable(span), false);
  }

  static Problem internal(String message, Span span) {
    return new Problem("internal error: " + message, Optional.ofNullable(span), true);
  }
}
