package dev.plumbline.analyzer.engine;

import java.util.List;

/** A rule id that no rule has. */
public final class UnknownRuleException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String id;
  private final List<String> alternatives;

  /**
   * @param alternatives ids that look alike, best first
   */
  public UnknownRuleException(String id, List<String> alternatives) {
    super("there is no rule " + id);
    this.id = id;
    this.alternatives = List.copyOf(alternatives);
  }

  public String id() {
    return id;
  }

  public List<String> alternatives() {
    return alternatives;
  }
}
