package dev.plumbline.analyzer.frontend;

import java.util.List;

/** What the lowering of one file shares. */
final class FileLowering {

  private final SourceSpans spans = new SourceSpans();
  private final Names names;
  private final TypeLowering types;
  private final LiteralLowering literals;
  private final AnnotationLowering annotations;
  private final ConstantLowering constants;
  private final DeclarationLowering declarations;
  private final List<Problem> problems;

  FileLowering(List<Problem> problems, Names names) {
    this.problems = problems;
    this.names = names;
    types = new TypeLowering(this);
    literals = new LiteralLowering(spans, types, problems);
    annotations = new AnnotationLowering(spans, types, literals, names);
    constants = new ConstantLowering(spans, types, names);
    declarations = new DeclarationLowering(this);
  }

  SourceSpans spans() {
    return spans;
  }

  Names names() {
    return names;
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

  ConstantLowering constants() {
    return constants;
  }

  DeclarationLowering declarations() {
    return declarations;
  }

  List<Problem> problems() {
    return problems;
  }
}
