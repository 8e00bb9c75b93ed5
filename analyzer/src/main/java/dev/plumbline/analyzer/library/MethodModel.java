package dev.plumbline.analyzer.library;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of the library methods of some names on a type and its subtypes.
 *
 * @param on canonical name of the type
 * @param names simple names; one that ends in {@code *} means every name with that beginning
 * @param except names that {@code names} would match but that are not meant
 * @param arity number of arguments, when only calls with so many are meant
 * @param sinks arguments that are used for something dangerous
 * @param access what the call does to a database
 * @param credential argument that is a password, key or token
 */
public record MethodModel(
    String on,
    List<String> names,
    List<String> except,
    OptionalInt arity,
    List<Sink> sinks,
    Optional<Access> access,
    Optional<Credential> credential) {

  /**
   * @param argument from 0; {@link #EVERY} for all, elements of arrays included
   */
  public record Sink(SinkKind kind, int argument) {
    public static final int EVERY = -1;
  }

  /**
   * @param argument from 0
   * @param what it is, for the message: password, key, token
   * @param key constant that the first argument must have, for calls that put by key
   */
  public record Credential(int argument, String what, Optional<String> key) {}

  public boolean matches(String name, int arguments) {
    if (arity.isPresent() && arity.getAsInt() != arguments) {
      return false;
    }
    if (except.contains(name)) {
      return false;
    }
    for (String each : names) {
      if (each.endsWith("*")
          ? name.regionMatches(0, each, 0, each.length() - 1)
          : each.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
