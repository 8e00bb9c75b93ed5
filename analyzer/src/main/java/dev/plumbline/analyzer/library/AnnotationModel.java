package dev.plumbline.analyzer.library;

import java.util.List;
import java.util.Objects;

/**
 * What an annotation of a library means. One annotation may have several models, one for each of
 * its roles.
 *
 * @param name canonical name
 * @param framework that reads it, see {@link Frameworks}; empty when several do
 * @param as what it makes of the annotated thing, by role: the HTTP method of a {@link
 *     Role#MAPPING}, the part of the request of a {@link Role#BINDING}; empty when the annotation's
 *     own elements say it
 */
public record AnnotationModel(String name, Role role, String framework, String as) {

  /** The roles that annotations play. */
  public enum Role {
    // ---- web
    /** A class whose mapped methods answer requests. */
    CONTROLLER(),
    /** An interface that calls another server. */
    CLIENT(),
    /** A method that answers requests, or on a class what its mapped methods share. */
    MAPPING("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"),
    /** A part of the path, beside a mapping. */
    PATH(),
    /** A method that answers messages. */
    MESSAGES(),
    /** A parameter that is filled from a part of the request. */
    BINDING(
        "body",
        "part",
        "form",
        "path",
        "query",
        "header",
        "cookie",
        "bean-param",
        "framework",
        "message"),
    /** What a method returns is the body of the response. */
    RESPONSE_BODY(),
    /** The status of a response. */
    RESPONSE_STATUS(),
    /** A class whose methods serve all controllers. */
    ADVICE(),
    /** A method that answers an exception. */
    EXCEPTION_HANDLER(),
    /** Which other origins may call. */
    CORS(),
    /** A servlet, filter or listener of the container. */
    WEB_COMPONENT("servlet", "filter", "listener"),
    /** Says something of an endpoint to readers. */
    DOCUMENTED(),
    // ---- validation
    /**
     * Runs the constraints of the annotated parameter's value, or follows a field into its type.
     */
    VALIDATES(),
    /** A constraint of Bean Validation. */
    CONSTRAINT(),
    /** Makes the annotation that it stands on a constraint. */
    MAKES_CONSTRAINT(),
    // ---- security
    /** Who may call. */
    SECURED(
        "expression", "roles", "permissions", "authenticated", "permit-all", "deny-all", "guest"),
    // ---- data
    /** An interface whose abstract methods are queries. */
    REPOSITORY(),
    /** Carries a query on a method. */
    QUERY("read", "write"),
    /** A class whose objects are rows or documents. */
    ENTITY(
        "jpa",
        "jdbc",
        "mongo",
        "elasticsearch",
        "cassandra",
        "neo4j",
        "redis",
        "couchbase",
        "solr",
        "cosmos",
        "jdo",
        "mybatis-plus",
        "mybatis-flex"),
    /** A class whose fields are columns of the entity that has it. */
    EMBEDDABLE(),
    /** A class whose fields its entities inherit. */
    MAPPED_SUPERCLASS(),
    /** Names what an entity is kept in. */
    TABLE(),
    /** Identifies an entity. */
    ID(),
    /** Counts changes of an entity. */
    VERSION(),
    /** A field that is a column. */
    COLUMN(),
    /** A field that is not stored. */
    TRANSIENT(),
    /** A field that leads to other entities. */
    ASSOCIATION("one-to-one", "one-to-many", "many-to-one", "many-to-many", "elements"),
    // ---- beans
    /** A class of which the container makes an object. */
    COMPONENT("component", "service", "repository", "controller", "configuration"),
    /** A method whose result is a bean. */
    BEAN_METHOD(),
    /** A field, constructor or method that the container fills. */
    INJECT(),
    /** Tells beans of one type apart. */
    QUALIFIER(),
    /** Wins among beans of one type. */
    PRIMARY(),
    /** Filled from the configuration. */
    CONFIGURATION_VALUE(),
    /** Its properties are filled from the configuration. */
    CONFIGURATION_PROPERTIES(),
    /** How many objects there are of a bean, and for how long. */
    SCOPE("singleton", "prototype", "request", "session", "application"),
    /** Whether there is a bean at all. */
    CONDITIONAL("profile", "property", "class", "bean"),
    /** Names packages or classes to make beans of. */
    SCAN(),
    // ---- called by the framework
    /** A method that the container calls once, or JPA at a moment in the life of an entity. */
    LIFECYCLE("init", "destroy", "entity"),
    /** A method that is called for each message or event. */
    LISTENER(
        "event",
        "transactional-event",
        "kafka",
        "rabbit",
        "jms",
        "sqs",
        "stream",
        "pulsar",
        "rocketmq",
        "redis",
        "websocket",
        "reactive-messaging",
        "axon",
        "nats"),
    /** A method that is called by the clock. */
    SCHEDULED(),
    /**
     * Another entry point, that no other role names; on a field a value that a command line gives.
     */
    ENTRY_POINT(
        "startup",
        "shutdown",
        "command",
        "batch",
        "graphql",
        "health",
        "soap",
        "grpc",
        "aspect",
        "around"),
    // ---- around a call
    /** Runs in a transaction. */
    TRANSACTIONAL(),
    /** Runs on another thread. */
    ASYNC(),
    /** Runs again after a failure. */
    RETRY(),
    /** Is called instead when another method failed. */
    RECOVER(),
    /** Guards calls against failure and load. */
    RESILIENCE("circuit-breaker", "bulkhead", "rate-limiter", "time-limiter"),
    /** Keeps or forgets results. */
    CACHE("read", "write", "evict"),
    /** Lets only one instance run it. */
    LOCK(),
    /** Measures or traces. */
    OBSERVED(),
    /** Switches something on for the application. */
    ENABLES(
        "async",
        "scheduling",
        "caching",
        "retry",
        "transactions",
        "method-security",
        "web-security",
        "jpa",
        "feign",
        "kafka",
        "rabbit",
        "jms",
        "configuration-properties"),
    // ---- tests
    /** A method that is a test. */
    TEST("test", "parameterized", "before", "after"),
    /** Switches tests off. */
    TEST_DISABLED(),
    /** Starts a context for tests. */
    TEST_CONTEXT(),
    /** A field that holds a mock. */
    MOCK(),
    // ---- of values
    /** Whether a value can be null. */
    NULLNESS("nullable", "non-null"),
    /** What goes into JSON. */
    JSON("ignore", "write-only", "type-info", "view", "property"),
    /** The code was not written by a person. */
    GENERATED();

    private final List<String> kinds;

    Role(String... kinds) {
      this.kinds = List.of(kinds);
    }

    /** What {@code as} may say. */
    public List<String> kinds() {
      return kinds;
    }
  }

  public AnnotationModel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(role);
    Objects.requireNonNull(framework);
    Objects.requireNonNull(as);
  }
}
