package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;

/**
 * A loop statement. The blocks that run once for each iteration name it in {@link Block#loop()};
 * what runs once before (the initialisers of {@code for}, the iterable of an enhanced {@code for})
 * belongs to the block outside.
 *
 * @param parent index of the loop around it in the same body, or {@link Body#NONE}
 * @param header the block that a new iteration begins with
 * @param span of the whole statement
 * @param headSpan from the keyword to the closing parenthesis; the keyword {@code do} alone
 */
public record Loop(Kind kind, int parent, int header, Span span, Span headSpan) {

  /** The loop statements of JLS 14.12 to 14.14. */
  public enum Kind {
    FOR,
    FOR_EACH,
    WHILE,
    DO
  }
}
