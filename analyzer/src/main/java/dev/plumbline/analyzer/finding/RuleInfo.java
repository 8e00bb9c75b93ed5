package dev.plumbline.analyzer.finding;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of a rule before it runs; the only place of a rule's metadata.
 *
 * @param id kebab-case name of the bad thing, for ever
 * @param title one line, no period; equal to the heading of the rule's doc
 * @param home the checklist item that the rule belongs to
 * @param alsoServes further items
 * @param severity of its findings unless a finding says otherwise
 * @param confidence of its findings unless a finding says otherwise
 * @param stage how far the rule has come
 * @param onByDefault whether a scan without options runs it
 */
public record RuleInfo(
    String id,
    String title,
    Checklist home,
    Set<Checklist> alsoServes,
    List<Cwe> cwes,
    Severity severity,
    Confidence confidence,
    Stage stage,
    boolean onByDefault) {

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** The life of a rule id. */
  public enum Stage {
    PREVIEW,
    STABLE,
    DEPRECATED
  }

  /**
   * @throws IllegalArgumentException when the id is not in kebab case
   */
  public RuleInfo {
    Objects.requireNonNull(title);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not a kebab-case rule id: " + id);
    }
    alsoServes = Set.copyOf(alsoServes);
    cwes = List.copyOf(cwes);
  }

  /** A stable rule that is on by default and serves its home item alone. */
  public RuleInfo(
      String id,
      String title,
      Checklist home,
      List<Cwe> cwes,
      Severity severity,
      Confidence confidence) {
    this(id, title, home, Set.of(), cwes, severity, confidence, Stage.STABLE, true);
  }

  public RuleInfo alsoServing(Checklist... items) {
    return new RuleInfo(
        id, title, home, Set.of(items), cwes, severity, confidence, stage, onByDefault);
  }

  public RuleInfo offByDefault() {
    return new RuleInfo(id, title, home, alsoServes, cwes, severity, confidence, stage, false);
  }

  /** Whether GitHub should list its findings as security alerts. */
  public boolean isSecurity() {
    return !cwes.isEmpty()
        && (home == Checklist.INPUT || home == Checklist.SECURITY || home == Checklist.SECRETS);
  }

  /** The class name that belongs to the id: {@code sql-injection} gives {@code SqlInjection}. */
  public String className() {
    StringBuilder name = new StringBuilder();
    for (String part : id.split("-")) {
      name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
    }
    return name.toString();
  }
}
