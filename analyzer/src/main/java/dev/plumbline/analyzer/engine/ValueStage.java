package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind;
import dev.plumbline.analyzer.rule.CompositionRule;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.rule.UseRule;
import dev.plumbline.analyzer.taint.Budgets;
import dev.plumbline.analyzer.taint.Composition;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.analyzer.taint.TaintAnalysis;
import dev.plumbline.analyzer.taint.Use;
import dev.plumbline.analyzer.taint.Wanted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The rules that judge what the analysis of values has found. */
final class ValueStage {

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::confidence)
          .thenComparing(Finding::message);

  private final Backend backend;
  private final List<FlowRule> flowRules = new ArrayList<>();
  private final List<UseRule> useRules = new ArrayList<>();
  private final List<CompositionRule> compositionRules = new ArrayList<>();
  private final Set<SourceKind.Trust> sources;
  private final RuleRuns runs;
  private final Workers workers;
  private Map<Budgets.Limit, List<String>> spent = Map.of();

  ValueStage(
      Backend backend,
      List<Rule> rules,
      Set<SourceKind.Trust> sources,
      RuleRuns runs,
      Workers workers) {
    this.backend = backend;
    this.sources = sources;
    this.runs = runs;
    this.workers = workers;
    for (Rule rule : rules) {
      if (rule instanceof FlowRule flow) {
        flowRules.add(flow);
      }
      if (rule instanceof UseRule use) {
        useRules.add(use);
      }
      if (rule instanceof CompositionRule composition) {
        compositionRules.add(composition);
      }
    }
  }

  Map<Budgets.Limit, List<String>> spent() {
    return spent;
  }

  List<Finding> run() throws InterruptedException {
    TaintAnalysis analysis =
        new TaintAnalysis(
            backend.program(),
            backend.library(),
            backend.callGraph(),
            backend.boundary(),
            wanted(),
            backend.resources());
    TaintAnalysis.Result result = analysis.run(workers::each);
    spent = result.budgets().spent();
    List<Finding> findings = new ArrayList<>();
    for (FlowRule rule : flowRules) {
      judge(rule, result.flows(), findings);
    }
    for (UseRule rule : useRules) {
      // One call is seen once for each of its callers' values: it has one finding, the worst.
      Map<Location, Finding> told = new LinkedHashMap<>();
      for (Use use : result.uses()) {
        if (rule.wants(use.role())) {
          runs.run(
              rule,
              use.body().owner().file().file().path(),
              () ->
                  rule.judge(use, backend)
                      .ifPresent(each -> told.merge(each.location(), each, ValueStage::worse)));
        }
      }
      findings.addAll(told.values());
    }
    for (CompositionRule rule : compositionRules) {
      judge(rule, result.compositions(), findings);
    }
    return findings;
  }

  /** One text is seen once for each of its callers: it has one finding, the worst. */
  private void judge(CompositionRule rule, List<Composition> compositions, List<Finding> findings) {
    Map<Location, Finding> told = new LinkedHashMap<>();
    for (Composition composition : compositions) {
      if (rule.sinks().contains(composition.kind())) {
        runs.run(
            rule,
            composition.body().owner().file().file().path(),
            () ->
                rule.judge(composition)
                    .ifPresent(each -> told.merge(each.location(), each, ValueStage::worse)));
      }
    }
    // Where data of a source get in, the same rule has told so.
    Set<Location> known = new HashSet<>();
    for (Finding each : findings) {
      if (each.rule().id().equals(rule.info().id())) {
        known.add(each.location());
        each.related().forEach(other -> known.add(other.location()));
      }
    }
    told.keySet().removeAll(known);
    findings.addAll(rule.settle(List.copyOf(told.values())));
  }

  private static Finding worse(Finding left, Finding right) {
    return WORST_FIRST.compare(left, right) <= 0 ? left : right;
  }

  private Wanted wanted() {
    Set<SinkKind> sinks = EnumSet.noneOf(SinkKind.class);
    Set<SourceKind.Trust> trusts = EnumSet.of(SourceKind.Trust.PREDICTABLE);
    if (!useRules.isEmpty()) {
      trusts.addAll(EnumSet.of(SourceKind.Trust.REQUEST, SourceKind.Trust.MESSAGE));
    }
    for (FlowRule rule : flowRules) {
      sinks.addAll(rule.sinks());
      trusts.addAll(trusts(rule));
    }
    Set<SourceKind> sources = EnumSet.noneOf(SourceKind.class);
    for (SourceKind kind : SourceKind.values()) {
      if (trusts.contains(kind.trust())) {
        sources.add(kind);
      }
    }
    Set<SinkKind> texts = EnumSet.noneOf(SinkKind.class);
    compositionRules.forEach(rule -> texts.addAll(rule.sinks()));
    // A rule is asked once for each role of the data: there are few different ones.
    Map<MethodRole, Boolean> uses = new ConcurrentHashMap<>();
    return new Wanted(
        sources,
        sinks,
        role ->
            uses.computeIfAbsent(role, key -> useRules.stream().anyMatch(rule -> rule.wants(key))),
        texts);
  }

  /** Who counts for a rule: users may distrust more than outsiders. */
  private Set<SourceKind.Trust> trusts(FlowRule rule) {
    Set<SourceKind.Trust> trusts = EnumSet.copyOf(rule.trusts());
    if (trusts.contains(SourceKind.Trust.REQUEST)) {
      trusts.addAll(sources);
    }
    return trusts;
  }

  /** What one mistake stands in: a method, or the file of a mapper. */
  private static Object unit(Flow flow) {
    return flow.substitution().isPresent()
        ? flow.substitution().get().place().path()
        : flow.body().method();
  }

  private void judge(FlowRule rule, List<Flow> flows, List<Finding> findings) {
    Set<SourceKind.Trust> trusts = trusts(rule);
    Map<Object, List<Finding>> byUnit = new LinkedHashMap<>();
    for (Flow flow : flows) {
      if (!rule.sinks().contains(flow.kind())) {
        continue;
      }
      List<Strand> counted =
          flow.strands().stream()
              .filter(strand -> trusts.contains(strand.source().kind().trust()))
              .toList();
      if (counted.isEmpty()) {
        continue;
      }
      Flow shown =
          new Flow(
              flow.kind(),
              flow.weak(),
              flow.body(),
              flow.site(),
              flow.target(),
              flow.argument(),
              counted,
              flow.settings(),
              flow.constants(),
              flow.substitution());
      runs.run(
          rule,
          flow.body().owner().file().file().path(),
          () ->
              rule.judge(shown, backend)
                  .ifPresent(
                      finding ->
                          byUnit
                              .computeIfAbsent(unit(flow), key -> new ArrayList<>())
                              .add(finding)));
    }
    byUnit
        .values()
        .forEach(
            each -> {
              each.sort(Finding.ORDER);
              findings.addAll(rule.settle(each));
            });
  }
}
