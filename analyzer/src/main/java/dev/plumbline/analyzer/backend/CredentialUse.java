package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.source.SourceRole;

/**
 * A text constant that stands where a credential belongs.
 *
 * @param evidence why that place is one of a credential
 * @param name what says so: a variable, a method, a key
 * @param credential what the name calls it
 * @param value the constant's text; a secret, so it goes into no message
 * @param literal where the constant is written
 * @param use where it is used as a credential; equal to {@code literal} when that is its place
 * @param role of the file that holds the literal
 */
public record CredentialUse(
    Evidence evidence,
    String name,
    CredentialName credential,
    String value,
    Location literal,
    Location use,
    SourceRole role) {

  /** The ways to know, surest first. */
  public enum Evidence {
    /** It is passed to a method of a library that takes a credential there. */
    ARGUMENT,
    /** It is assigned to, put under or passed as something whose name says so. */
    NAME,
    /** Something whose name says so is compared with it. */
    COMPARISON
  }
}
