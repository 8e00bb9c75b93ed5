package dev.plumbline.analyzer.finding;

/** How sure a finding is to be right, surest first. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW
}
