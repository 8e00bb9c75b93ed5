package dev.plumbline.analyzer.library;

import java.util.List;
import java.util.Objects;

/**
 * What it means to be of a library type or below it.
 *
 * @param type canonical name
 * @param framework that reads it; empty when several do or none
 * @param as what kind, by role; empty when there is one kind
 * @param methods the methods that are meant, for roles that are about methods: simple names, a star
 *     at the end for every name that begins so; empty for all
 */
public record TypeRole(String type, Role role, String framework, String as, List<String> methods) {

  /** The roles that types play. */
  public enum Role {
    /** Abstract methods of workspace subtypes are queries. */
    REPOSITORY(),
    /** Its {@code validate…} methods run the constraints of what they are given. */
    VALIDATOR(),
    /** Its workspace subtypes see what a request carries before its handler does. */
    REQUEST_ADVICE(),
    /** Its methods are called by a library when something happens. */
    ENTRY_POINT(
        "request",
        "message",
        "event",
        "schedule",
        "startup",
        "shutdown",
        "command",
        "batch",
        "filter",
        "thread",
        "test"),
    /** A bean of it is work that is started from outside of the code: by time, by hand. */
    JOB("batch"),
    /** Its workspace subtypes are beans without any annotation. */
    BEAN(),
    /** Injected, it stands for the beans of its last type argument: for the one, or for all. */
    BEAN_HOLDER("one", "all"),
    /** Its methods give the bean whose type or name they are given. */
    BEAN_LOOKUP(),
    /**
     * A value of it as parameter of an endpoint carries what the client sent: of a request or file
     * its methods say what, of the others all that comes out.
     */
    REQUEST_VALUE("request", "parameter", "header", "cookie", "body", "path", "file", "sort"),
    /** A value of it as parameter of an endpoint is made by the framework. */
    FRAMEWORK_VALUE(),
    /** Its text cannot be chosen freely: numbers, dates, identifiers of a fixed form. */
    HARMLESS(),
    /** All its objects of one kind are one container, across methods. */
    SHARED_STORE("request", "session", "application", "model", "thread", "cache"),
    /** Its objects have to be closed by whoever made them. */
    RESOURCE(),
    /** Closing it does nothing that matters. */
    NO_CLOSE(),
    /** What it carries comes later: a publisher, a future. */
    ASYNCHRONOUS("publisher", "future"),
    /** Its objects call another process. */
    CLIENT("http", "grpc", "soap", "mail", "message", "cache", "search", "object-store"),
    /** Writes a log. */
    LOGGER(),
    /** Its objects must not be used by two threads at once. */
    NOT_THREAD_SAFE(),
    /** Its objects may be used by many threads at once. */
    THREAD_SAFE();

    private final List<String> kinds;

    Role(String... kinds) {
      this.kinds = List.of(kinds);
    }

    /** What {@code as} may say. */
    public List<String> kinds() {
      return kinds;
    }
  }

  public TypeRole {
    Objects.requireNonNull(type);
    Objects.requireNonNull(role);
    Objects.requireNonNull(framework);
    Objects.requireNonNull(as);
    methods = List.copyOf(methods);
  }
}
