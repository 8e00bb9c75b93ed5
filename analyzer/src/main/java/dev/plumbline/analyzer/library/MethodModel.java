package dev.plumbline.analyzer.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the library methods of some names on a type and its subtypes.
 *
 * @param on canonical name of the type
 * @param names simple names; one that ends in {@code *} means every name with that beginning
 * @param except names that {@code names} would match but that are not meant
 * @param arity numbers of arguments that are meant
 * @param parameters canonical names of the parameters' types, to tell overloads apart; {@code *}
 *     for any; empty when {@code arity} says all
 * @param when constants that arguments must have, by index; whoever asks has to look
 * @param key the argument that is the key or index of a container, for flows in and out of it
 * @param overrides whether the roles that other files give these methods are void
 */
public record MethodModel(
    String on,
    List<String> names,
    List<String> except,
    Arity arity,
    Optional<List<String>> parameters,
    Map<Integer, List<String>> when,
    Optional<Place> key,
    boolean overrides,
    List<MethodRole> roles) {

  /** How many arguments a call has, both ends included. */
  public record Arity(int least, int most) {
    public static final Arity ANY = new Arity(0, Integer.MAX_VALUE);

    public boolean has(int arguments) {
      return least <= arguments && arguments <= most;
    }
  }

  public MethodModel {
    names = List.copyOf(names);
    except = List.copyOf(except);
    parameters = parameters.map(List::copyOf);
    when = Map.copyOf(when);
    roles = List.copyOf(roles);
  }

  /** The arguments, results and receivers that are used for something dangerous. */
  public List<MethodRole.Sink> sinks() {
    return roles(MethodRole.Sink.class);
  }

  /** What the call does to a database. */
  public Optional<Access> access() {
    return role(MethodRole.DataAccess.class).map(MethodRole.DataAccess::access);
  }

  /** The argument that is a password, key or token. */
  public Optional<MethodRole.Credential> credential() {
    return role(MethodRole.Credential.class);
  }

  public <R extends MethodRole> List<R> roles(Class<R> kind) {
    return MethodRole.select(roles, kind);
  }

  public <R extends MethodRole> Optional<R> role(Class<R> kind) {
    for (MethodRole role : roles) {
      if (kind.isInstance(role)) {
        return Optional.of(kind.cast(role));
      }
    }
    return Optional.empty();
  }

  public boolean matches(String name, int arguments) {
    if (!arity.has(arguments) || except.contains(name)) {
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
