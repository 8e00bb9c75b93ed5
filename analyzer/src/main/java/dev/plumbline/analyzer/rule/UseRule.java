package dev.plumbline.analyzer.rule;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.taint.Use;
import java.util.Optional;

/**
 * A rule on the values that calls of a role are given, wherever they come from: an algorithm, a key
 * size, the settings of a parser or cookie.
 */
public non-sealed interface UseRule extends Rule {

  /** Whether the rule wants to see calls of that role. Asked once for each role of the data. */
  boolean wants(MethodRole role);

  /** The finding for a call whose role is wanted, or empty when there is none. */
  Optional<Finding> judge(Use use);

  /** The same for rules that have to ask the model too. */
  default Optional<Finding> judge(Use use, Backend backend) {
    return judge(use);
  }
}
