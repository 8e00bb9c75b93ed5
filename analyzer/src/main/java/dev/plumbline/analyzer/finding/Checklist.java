package dev.plumbline.analyzer.finding;

/** The ten items that a senior backend engineer checks before calling work done. */
public enum Checklist {
  CONVENTIONS("C1", "conventions", "Code follows the project's own conventions"),
  ERRORS("C2", "errors", "Edge cases and errors are handled"),
  INPUT("C3", "input", "Input is validated and sanitised"),
  QUERIES("C4", "queries", "Queries are optimised and indexed"),
  SECURITY("C5", "security", "Security measures are in place"),
  TESTS("C6", "tests", "Tests exist and test something"),
  LOGGING("C7", "logging", "Decisions and failures are logged, and nothing sensitive is"),
  DOCUMENTATION("C8", "documentation", "Documentation is present and true"),
  SECRETS("C9", "secrets", "No secrets or sensitive data in code"),
  READABILITY("C10", "readability", "Code is readable and maintainable");

  private final String id;
  private final String folder;
  private final String title;

  Checklist(String id, String folder, String title) {
    this.id = id;
    this.folder = folder;
    this.title = title;
  }

  /** {@code C1} to {@code C10}. */
  public String id() {
    return id;
  }

  /** The package below {@code dev.plumbline.rules} that holds the rules of this item. */
  public String folder() {
    return folder;
  }

  /** What a reviewer signs for, as a sentence without its period. */
  public String title() {
    return title;
  }
}
