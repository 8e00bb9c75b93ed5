package dev.plumbline.analyzer.rule;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.taint.Composition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule on texts that the program puts together for a kind of sink, whoever chooses the parts:
 * where they come from need not be known.
 */
public non-sealed interface CompositionRule extends Rule {

  /** The kinds of sink that the rule judges. */
  Set<SinkKind> sinks();

  /** The finding for a text of one of {@link #sinks()}, or empty when it is harmless. */
  Optional<Finding> judge(Composition composition);

  /** What is told of all findings, one for each place: fewer where several say one thing. */
  default List<Finding> settle(List<Finding> findings) {
    return findings;
  }
}
