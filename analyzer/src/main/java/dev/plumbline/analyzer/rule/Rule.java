package dev.plumbline.analyzer.rule;

import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A check. Stateless, final, and known by its {@link RuleInfo} alone; what it wants to see is told
 * by which of the contracts it implements.
 */
public sealed interface Rule
    permits SyntaxRule, TextRule, CompositionRule, FlowRule, UseRule, BackendRule {

  RuleInfo info();

  /** The code that the rule speaks about. Generated code is nobody's to review by default. */
  default Set<SourceRole> roles() {
    return EnumSet.of(SourceRole.MAIN);
  }

  /**
   * Ids of rules that know better: where one of them has a finding at the same place, this rule has
   * none.
   */
  default Set<String> yieldsTo() {
    return Set.of();
  }

  /** What mends the rule's findings in Java code, where text can be changed safely at all. */
  default Optional<SyntaxFixer> fixer() {
    return Optional.empty();
  }
}
