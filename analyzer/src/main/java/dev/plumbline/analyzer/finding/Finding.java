package dev.plumbline.analyzer.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that a reviewer would say about one place.
 *
 * @param message tells what reaches what, with names from the code, and stands alone
 * @param flow the path that leads here, source first; empty when the place says it all
 * @param related further places, each with its own message
 * @param redactions the places of secrets; no report shows their text
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    Confidence confidence,
    String message,
    Location location,
    List<FlowStep> flow,
    List<FlowStep> related,
    Optional<Fix> fix,
    List<Location> redactions) {

  /** By place, then rule, then message: the order of every report. */
  public static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::location)
          .thenComparing(finding -> finding.rule().id())
          .thenComparing(Finding::message);

  public Finding {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(location);
    flow = List.copyOf(flow);
    related = List.copyOf(related);
    redactions = List.copyOf(redactions);
  }

  /** The same with a fix. */
  public Finding with(Fix mended) {
    return new Finding(
        rule,
        severity,
        confidence,
        message,
        location,
        flow,
        related,
        Optional.of(mended),
        redactions);
  }

  public static Builder of(RuleInfo rule, Location location, String message) {
    return new Builder(rule, location, message);
  }

  /** Collects the parts of one finding. */
  public static final class Builder {
    private final RuleInfo rule;
    private final Location location;
    private final String message;
    private Severity severity;
    private Confidence confidence;
    private final List<FlowStep> flow = new ArrayList<>();
    private final List<FlowStep> related = new ArrayList<>();
    private final List<Location> redactions = new ArrayList<>();
    private Fix fix;

    private Builder(RuleInfo rule, Location location, String message) {
      this.rule = rule;
      this.location = location;
      this.message = message;
      this.severity = rule.severity();
      this.confidence = rule.confidence();
    }

    public Builder severity(Severity value) {
      severity = value;
      return this;
    }

    public Builder confidence(Confidence value) {
      confidence = value;
      return this;
    }

    public Builder step(Location place, String text) {
      flow.add(new FlowStep(place, text));
      return this;
    }

    public Builder steps(List<FlowStep> steps) {
      flow.addAll(steps);
      return this;
    }

    public Builder related(Location place, String text) {
      related.add(new FlowStep(place, text));
      return this;
    }

    public Builder redact(Location place) {
      redactions.add(place);
      return this;
    }

    public Builder fix(Fix value) {
      fix = value;
      return this;
    }

    public Finding build() {
      return new Finding(
          rule,
          severity,
          confidence,
          message,
          location,
          flow,
          related,
          Optional.ofNullable(fix),
          redactions);
    }
  }
}
