package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.dataflow.SinkScan;
import dev.plumbline.analyzer.dataflow.TaintFlow;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind.Trust;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.rule.BackendRule;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.rule.TaintRule;
import dev.plumbline.analyzer.rule.UseRule;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.taint.Budgets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The rules that see the whole program. */
final class ProgramStage {

  private final Backend backend;
  private final List<TaintRule> taintRules = new ArrayList<>();
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
      if (rule instanceof FlowRule || rule instanceof UseRule) {
        valueRules.add(rule);
      }
      if (rule instanceof TaintRule taint) {
        taintRules.add(taint);
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
    Set<SinkKind> texts = EnumSet.noneOf(SinkKind.class);
    taintRules.forEach(rule -> texts.addAll(rule.sinks()));
    if (!taintRules.isEmpty()) {
      workers.map(bodies(), this::judge, done -> {}).forEach(findings::addAll);
    }
    if (!valueRules.isEmpty() || !findings.isEmpty()) {
      ValueStage values = new ValueStage(backend, valueRules, texts, sources, runs, workers);
      List<Finding> ofValues = values.run();
      // Seen from one method a part is unknown; the whole program may know that it is constant.
      findings.removeIf(each -> values.constant().contains(ValueStage.place(each.location())));
      findings.addAll(ofValues);
      spent = values.spent();
    }
    workers.map(backendRules, () -> this::review, done -> {}).forEach(findings::addAll);
    return findings;
  }

  /** The methods of the code that a taint rule speaks about. */
  private List<CodeBody> bodies() {
    Set<SourceRole> roles = EnumSet.noneOf(SourceRole.class);
    taintRules.forEach(rule -> roles.addAll(rule.roles()));
    List<CodeBody> bodies = new ArrayList<>();
    for (CodeBody body : backend.program().bodies()) {
      if (body.enclosing().isEmpty() && roles.contains(body.owner().file().file().role())) {
        bodies.add(body);
      }
    }
    return bodies;
  }

  private Function<CodeBody, List<Finding>> judge() {
    Set<SinkKind> kinds = EnumSet.noneOf(SinkKind.class);
    taintRules.forEach(rule -> kinds.addAll(rule.sinks()));
    SinkScan scan = new SinkScan(backend.program(), backend.library(), kinds);
    return body -> {
      List<Finding> findings = new ArrayList<>();
      for (TaintFlow flow : scan.flows(body)) {
        for (TaintRule rule : taintRules) {
          if (rule.sinks().contains(flow.kind())) {
            runs.run(
                rule,
                body.owner().file().file().path(),
                () -> rule.judge(flow).ifPresent(findings::add));
          }
        }
      }
      return findings;
    };
  }

  private List<Finding> review(BackendRule rule) {
    List<Finding> findings = new ArrayList<>();
    runs.run(rule, null, () -> rule.review(backend, findings::add));
    return findings;
  }
}
