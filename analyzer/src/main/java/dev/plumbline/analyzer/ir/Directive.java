package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;

/**
 * A comment that speaks to this program: its text contains {@code plumbline:}.
 *
 * @param text of the whole comment, with its delimiters
 */
public record Directive(String text, Span span) {}
