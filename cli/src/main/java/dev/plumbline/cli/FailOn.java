package dev.plumbline.cli;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Level;
import java.util.Locale;
import java.util.Optional;

/** From which level on findings make the command fail. */
enum FailOn {
  ERROR(Level.ERROR),
  WARNING(Level.WARNING),
  NOTE(Level.NOTE),
  NEVER(null);

  private final Level threshold;

  FailOn(Level threshold) {
    this.threshold = threshold;
  }

  boolean reachedBy(Finding finding) {
    return Optional.ofNullable(threshold).filter(finding.severity().level()::reaches).isPresent();
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
