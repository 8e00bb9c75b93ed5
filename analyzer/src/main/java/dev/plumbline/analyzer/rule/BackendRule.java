package dev.plumbline.analyzer.rule;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Finding;
import java.util.function.Consumer;

/** A rule that asks the model of the whole backend. */
public non-sealed interface BackendRule extends Rule {

  /**
   * @param backend the model, complete
   * @param findings takes what is found, in any order
   */
  void review(Backend backend, Consumer<Finding> findings);
}
