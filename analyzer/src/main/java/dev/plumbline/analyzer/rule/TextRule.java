package dev.plumbline.analyzer.rule;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceText;
import java.util.Set;
import java.util.function.Consumer;

/** A rule on the text of one file of any kind. */
public non-sealed interface TextRule extends Rule {

  /** The kinds of file that the rule reads. */
  Set<SourceKind> kinds();

  /**
   * @param text the whole file
   * @param findings takes what is found
   */
  void inspect(SourceText text, Consumer<Finding> findings);
}
