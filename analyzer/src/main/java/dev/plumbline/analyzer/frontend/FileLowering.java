package dev.plumbline.analyzer.frontend;

import java.util.List;

/** What the lowering of one file shares. */
final class FileLowering {

  private final SourceSpans spans = new SourceSpans();
  private final TypeLowering types = new TypeLowering();
  private final LiteralLowering literals;
  private final AnnotationLowering annotations;
  private final DeclarationLowering declarations;
  private final List<Problem> problems;

  FileLowering(List<Problem> problems) {
    this.problems = problems;
    literals = new LiteralLowering(spans, types, problems);
    annotations = new AnnotationLowering(spans, types, literals);
    declarations = new DeclarationLowering(this);
  }

  SourceSpans spans() {
    return spans;
  }

  TypeLowering types() {
    return types;
  }

  LiteralLowering literals() {
    return literals;
  }

  AnnotationLowering annotations() {
    return annotations;
  }

  DeclarationLowering declarations() {
    return declarations;
  }

  List<Problem> problems() {
    return problems;
  }
}
