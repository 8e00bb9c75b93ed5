package dev.plumbline.analyzer.finding;

/** The three levels that SARIF, GitHub and {@code --fail-on} share, gravest first. */
public enum Level {
  ERROR,
  WARNING,
  NOTE;

  /** The word of SARIF 2.1.0 section 3.27.10. */
  public String sarif() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }

  /** Whether this level is as grave as {@code threshold} or graver. */
  public boolean reaches(Level threshold) {
    return compareTo(threshold) <= 0;
  }
}
