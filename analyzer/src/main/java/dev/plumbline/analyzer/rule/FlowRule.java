package dev.plumbline.analyzer.rule;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.taint.Flow;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule on data from outside that reach a kind of sink: a sink category, a message and a verdict.
 * Which methods are sources and sinks stands in the library data, once.
 */
public non-sealed interface FlowRule extends Rule {

  /** The kinds of sink that the rule judges. */
  Set<SinkKind> sinks();

  /** The sources that count; strands from others are not shown to the rule. */
  default Set<SourceKind.Trust> trusts() {
    return EnumSet.of(SourceKind.Trust.REQUEST, SourceKind.Trust.MESSAGE);
  }

  /** The finding for a flow into one of {@link #sinks()}, or empty when it is harmless. */
  Optional<Finding> judge(Flow flow);

  /** The same for rules that have to ask the model too, such as how a module writes its logs. */
  default Optional<Finding> judge(Flow flow, Backend backend) {
    return judge(flow);
  }

  /**
   * What is told of the findings of one method, lambdas in it included, or of one mapper's file:
   * all of them, or fewer where several say one thing, as a file that is looked for and then
   * opened.
   *
   * @param findings in the order of their places
   */
  default List<Finding> settle(List<Finding> findings) {
    return findings;
  }
}
