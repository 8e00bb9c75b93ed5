package dev.plumbline.cli;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.rule.TextRule;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A rule for tests of the command: runs what it was made with, which may throw. */
final class FailingRule implements TextRule {

  private final Runnable failure;

  FailingRule(Runnable failure) {
    this.failure = failure;
  }

  @Override
  public RuleInfo info() {
    return new RuleInfo(
        "failing-rule",
        "A rule that fails",
        Checklist.ERRORS,
        List.of(),
        Severity.HIGH,
        Confidence.HIGH);
  }

  @Override
  public Set<SourceKind> kinds() {
    return EnumSet.allOf(SourceKind.class);
  }

  @Override
  public void inspect(SourceText text, Consumer<Finding> findings) {
    failure.run();
  }
}
