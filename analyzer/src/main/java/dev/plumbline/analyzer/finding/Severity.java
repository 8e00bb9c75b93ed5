package dev.plumbline.analyzer.finding;

/** How much harm a finding can do, most harmful first. */
public enum Severity {
  CRITICAL(Level.ERROR, "9.3"),
  HIGH(Level.ERROR, "7.5"),
  MEDIUM(Level.WARNING, "5.0"),
  LOW(Level.NOTE, "2.5"),
  INFO(Level.NOTE, "0.1");

  private final Level level;
  private final String securitySeverity;

  Severity(Level level, String securitySeverity) {
    this.level = level;
    this.securitySeverity = securitySeverity;
  }

  /** The SARIF level (section 3.27.10). */
  public Level level() {
    return level;
  }

  /**
   * A number in text as GitHub code scanning wants it: above 9.0 critical, from 7.0 high, from 4.0
   * medium, below low. It belongs on security rules only.
   */
  public String securitySeverity() {
    return securitySeverity;
  }
}
