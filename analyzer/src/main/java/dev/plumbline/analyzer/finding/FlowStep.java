package dev.plumbline.analyzer.finding;

/**
 * One place on the path that leads to a finding.
 *
 * @param message what happens here, in words that stand alone
 */
public record FlowStep(Location location, String message) {}
