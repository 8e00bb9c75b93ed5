package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.AnnotationUse;
import java.util.List;

/** What a declaration says of a variable besides its name and type. */
record VariableTraits(boolean isFinal, List<AnnotationUse> annotations, Span nameSpan) {}
