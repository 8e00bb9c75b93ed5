package dev.plumbline.analyzer.ir;

import dev.plumbline.analyzer.finding.Span;

/**
 * An import.
 *
 * @param name without {@code .*}
 * @param onDemand whether it ends in {@code .*}
 */
public record ImportDecl(String name, boolean isStatic, boolean onDemand, Span span) {}
