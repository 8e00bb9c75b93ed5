package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.program.MethodInfo;
import java.util.Objects;

/**
 * A method that something outside the workspace's code calls.
 *
 * @param method with code
 * @param reason the annotation or type that says so, by its canonical name; {@code main}; for what
 *     makes a component the component's name
 * @param framework that calls it, empty when the data name none
 */
public record EntryPoint(MethodInfo method, Kind kind, String reason, String framework) {

  /** What it is called for. */
  public enum Kind {
    /** A request from the network: HTTP, RPC, GraphQL, SOAP, a web socket. */
    REQUEST,
    /** Around requests: filters, interceptors, handlers of exceptions, advice. */
    AROUND,
    /** A message from a broker. */
    MESSAGE,
    /** An event of the application or its container. */
    EVENT,
    /** The clock. */
    SCHEDULE,
    /** The start or the end of the application or of a bean. */
    LIFECYCLE,
    /** The container makes a bean: its constructor, its field initialisers, the method for it. */
    BEAN,
    /** A step of a batch job, a command. */
    BATCH,
    /** The start of the program by hand. */
    MAIN,
    /** A thread begins. */
    THREAD,
    /** A test runner. */
    TEST,
    /** It overrides a method of a library, which may call it; nothing says for what. */
    LIBRARY
  }

  public EntryPoint {
    Objects.requireNonNull(method);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(framework);
  }
}
