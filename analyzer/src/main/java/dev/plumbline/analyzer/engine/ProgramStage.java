package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.library.SourceKind.Trust;
import dev.plumbline.analyzer.rule.BackendRule;
import dev.plumbline.analyzer.rule.CompositionRule;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.rule.UseRule;
import dev.plumbline.analyzer.taint.Budgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that see the whole program. */
final class ProgramStage {

  private final Backend backend;
  private final List<Rule> valueRules = new ArrayList<>();
  private final List<BackendRule> backendRules = new ArrayList<>();
  private final Set<Trust> sources;
  private final RuleRuns runs;
  private final Workers workers;
  private Map<Budgets.Limit, List<String>> spent = Map.of();

  ProgramStage(
      Backend backend, List<Rule> rules, Set<Trust> sources, RuleRuns runs, Workers workers) {
    this.backend = backend;
    this.sources = sources;
    this.runs = runs;
    this.workers = workers;
    for (Rule rule : rules) {
      if (rule instanceof FlowRule || rule instanceof UseRule || rule instanceof CompositionRule) {
        valueRules.add(rule);
      }
      if (rule instanceof BackendRule question) {
        backendRules.add(question);
      }
    }
  }

  /** The limits of the data flow that were reached, with the methods that did. */
  Map<Budgets.Limit, List<String>> spent() {
    return spent;
  }

  List<Finding> run() throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    if (!valueRules.isEmpty()) {
      ValueStage values = new ValueStage(backend, valueRules, sources, runs, workers);
      findings.addAll(values.run());
      spent = values.spent();
    }
    workers.map(backendRules, () -> this::review, done -> {}).forEach(findings::addAll);
    return findings;
  }

  private List<Finding> review(BackendRule rule) {
    List<Finding> findings = new ArrayList<>();
    runs.run(rule, null, () -> rule.review(backend, findings::add));
    return findings;
  }
}
