package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.rule.CompositionRule;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Composition;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.analyzer.taint.Substitution;
import dev.plumbline.rules.flow.FlowFinding;
import dev.plumbline.rules.flow.SqlPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code ${}} of a MyBatis mapper puts an outsider's text, or one of unknown origin, into the
 * statement. Prose and examples: {@code MybatisDollarPlaceholder.md}.
 */
public final class MybatisDollarPlaceholder implements FlowRule, CompositionRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "mybatis-dollar-placeholder",
              "A ${} of a MyBatis mapper takes text that is not constant",
              Checklist.INPUT,
              Cwe.of(89),
              Severity.CRITICAL,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.MAPPER_SQL);
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    List<Strand> strands = FlowFinding.outside(flow);
    if (strands.isEmpty() || flow.substitution().isEmpty()) {
      return Optional.empty();
    }
    Substitution substitution = flow.substitution().get();
    Strand first = strands.get(0);
    Confidence stated = first.exact() ? Confidence.HIGH : Confidence.MEDIUM;
    return FlowFinding.of(
            INFO, flow, strands, as(substitution, first.before(), first.after()), stated)
        .map(Finding.Builder::build);
  }

  private static String as(Substitution substitution, String before, String after) {
    SqlPlace place = SqlPlace.of(before, false, after, false);
    String how =
        switch (place) {
          case QUOTED, VALUE, LIMIT -> "write #{} so that it is bound";
          case LIST -> "bind each element: <foreach> with #{}";
          case ORDER, NAME -> "choose the name from constants, with <choose> or in the code";
          case WHOLE, CLAUSE -> "bind its values with #{}, choose the rest from constants";
        };
    return "and " + substitution.expression() + " puts it into the SQL text as it is: " + how;
  }

  /**
   * One placeholder is one mistake, whoever calls its statement and wherever the data come from; so
   * is one that a file writes several times for the same argument.
   */
  @Override
  public List<Finding> settle(List<Finding> findings) {
    Map<Object, Finding> byPlace = new LinkedHashMap<>();
    findings.forEach(each -> byPlace.merge(each.location(), each, MybatisDollarPlaceholder::surer));
    return FlowFinding.onePer(
        each -> List.of(each.location().path(), each.message()), List.copyOf(byPlace.values()));
  }

  private static Finding surer(Finding left, Finding right) {
    return right.confidence().compareTo(left.confidence()) < 0 ? right : left;
  }

  @Override
  public Optional<Finding> judge(Composition composition) {
    List<SqlPart> parts = SqlPart.of(composition);
    if (parts.isEmpty() || composition.substitution().isEmpty()) {
      return Optional.empty();
    }
    Substitution substitution = composition.substitution().get();
    SqlPart worst = parts.get(0);
    Composition.Part part = worst.part();
    String told =
        "goes to "
            + composition.target().displayName()
            + " "
            + as(substitution, part.before(), part.after());
    Finding.Builder finding =
        Finding.of(INFO, substitution.place(), part.description() + " " + told)
            .severity(worst.severity())
            .confidence(Confidence.MEDIUM);
    part.path().forEach(step -> finding.step(step.location(), step.message()));
    finding.step(substitution.place(), told);
    return Optional.of(finding.build());
  }
}
