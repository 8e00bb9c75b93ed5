package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Objects;

/**
 * A type of the workspace that calls other processes.
 *
 * @param protocol {@code http}, {@code grpc}, {@code mail}, {@code message}, {@code cache} …
 * @param by the annotation or the library type that it calls with
 * @param targets addresses, services or paths that are constant; sorted, empty when none is
 * @param calls methods of an interface, or call sites of a class
 * @param location of the type, or of its first call
 */
public record RemoteClient(
    TypeInfo type,
    Kind kind,
    String protocol,
    String by,
    List<String> targets,
    int calls,
    Location location) {

  /** How it is written. */
  public enum Kind {
    /** An interface that a library implements. */
    INTERFACE,
    /** Code that calls a library. */
    CODE
  }

  public RemoteClient {
    Objects.requireNonNull(type);
    Objects.requireNonNull(kind);
    targets = List.copyOf(targets);
  }
}
