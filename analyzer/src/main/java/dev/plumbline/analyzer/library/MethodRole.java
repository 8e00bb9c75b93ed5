package dev.plumbline.analyzer.library;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One thing that a call of a library method does or means. docs/library-data.md has the words. */
public sealed interface MethodRole {

  /**
   * A value is used for something dangerous.
   *
   * @param weak whether a report that rests on it alone would often be wrong
   */
  record Sink(SinkKind kind, Place at, boolean weak) implements MethodRole {}

  /**
   * A value that the code did not make comes in.
   *
   * @param weak whether an outsider seldom decides it
   */
  record Source(SourceKind kind, Place at, boolean weak) implements MethodRole {}

  /**
   * A value becomes harmless.
   *
   * @param clears the uses for which what comes out at {@code at} is harmless
   * @param alphabet the characters that it can have, as inside the brackets of a regular expression
   */
  record Sanitizer(Set<SinkKind> clears, Place at, Optional<String> alphabet)
      implements MethodRole {
    public Sanitizer {
      clears = Set.copyOf(clears);
    }
  }

  /** What was encoded is as it was before, and as dangerous: decoding, unescaping. */
  record Decoder(Place at) implements MethodRole {}

  /**
   * A test of a value.
   *
   * @param when the answer for which the value at {@code at} is harmless
   */
  record Guard(Place at, boolean when, Set<SinkKind> clears, Optional<String> alphabet)
      implements MethodRole {
    public Guard {
      clears = Set.copyOf(clears);
    }
  }

  /** The call returns only where the condition at {@code at} is {@code value}, else it throws. */
  record Requires(Place at, boolean value) implements MethodRole {}

  /** What is at {@code from} gets to {@code to}. */
  record Flow(Place from, Place to) implements MethodRole {}

  /** The result is the very value at {@code same}, as of a builder that returns itself. */
  record Returns(Place same) implements MethodRole {}

  /** The result is a new object that nobody else has: what it is told, it is told from now on. */
  record Fresh() implements MethodRole {}

  /** Whether the result can be null. */
  record Nullness(boolean mayBeNull) implements MethodRole {}

  /** The call reads or writes a database. */
  record DataAccess(Access access) implements MethodRole {}

  /**
   * The call goes to another process.
   *
   * @param access what it does there to what is kept, if that is known
   */
  record Remote(Protocol protocol, Optional<Access> access) implements MethodRole {
    /** How it is spoken to. */
    public enum Protocol {
      HTTP,
      GRPC,
      SOAP,
      RMI,
      JMX,
      LDAP,
      MAIL,
      MESSAGE,
      SMS,
      PUSH,
      FTP,
      SSH,
      SOCKET,
      DNS,
      CACHE,
      SEARCH,
      OBJECT_STORE,
      COORDINATION,
      PROCESS,
      MODEL
    }
  }

  /** The thread waits. */
  record Blocking(Reason on) implements MethodRole {
    /** What it waits for. */
    public enum Reason {
      IO,
      SLEEP,
      RESULT,
      LOCK,
      QUEUE,
      PROCESS
    }
  }

  /** What is at {@code at} has to be closed. */
  record Opens(Place at) implements MethodRole {}

  /** What is at {@code at} is closed. */
  record Closes(Place at) implements MethodRole {}

  /** Closing the receiver, or for other methods the result, closes what is at {@code at}. */
  record Owns(Place at) implements MethodRole {}

  /** A transaction begins, ends or surrounds something. */
  record Transaction(Phase phase) implements MethodRole {
    /** What happens to it. */
    public enum Phase {
      BEGIN,
      COMMIT,
      ROLLBACK,
      ROLLBACK_ONLY,
      /** The functions that the call runs do so in a transaction. */
      AROUND,
      /** The functions that the call is given run after the commit. */
      AFTER_COMMIT
    }
  }

  /**
   * The function at {@code at} is called.
   *
   * @param thread on which thread, and when
   */
  record Runs(Place at, Thread thread) implements MethodRole {
    /** When and where the function runs. */
    public enum Thread {
      /** Before the call returns. */
      SAME,
      /** On another thread. */
      OTHER,
      /** When somebody asks for the result, as in streams and publishers. */
      LATER
    }
  }

  /**
   * An argument is a password, key or token.
   *
   * @param what it is, for the message: password, key, token, secret
   * @param key constant that the first argument must have, for calls that put by key
   */
  record Credential(Place at, String what, Optional<String> key) implements MethodRole {}

  /**
   * A decision of cryptography is made.
   *
   * @param at the value that decides, if an argument does
   * @param algorithm what the method stands for by itself, for example {@code MD5}
   */
  record Crypto(Use use, Optional<Place> at, Optional<String> algorithm) implements MethodRole {
    /** What is decided. */
    public enum Use {
      CIPHER,
      DIGEST,
      MAC,
      SIGNATURE,
      KEY_GENERATOR,
      KEY_PAIR_GENERATOR,
      KEY_SIZE,
      KEY,
      CURVE,
      IV,
      SALT,
      ITERATIONS,
      SEED,
      PASSWORD_HASH,
      TLS_PROTOCOL,
      HOST_VERIFIER,
      TRUST_MANAGER
    }
  }

  /** The result, or the new object, can be guessed or cannot. */
  record Random(boolean predictable) implements MethodRole {}

  /** The call writes to a log. */
  record Logs(Level level) implements MethodRole {
    /** How loud. */
    public enum Level {
      TRACE,
      DEBUG,
      INFO,
      WARN,
      ERROR,
      /** An argument tells. */
      GIVEN,
      /** Standard output or error, where no logger is. */
      PRINT;

      /** Whether production writes none of it as a rule. */
      public boolean isQuiet() {
        return this == TRACE || this == DEBUG;
      }
    }
  }

  /** The call makes something that is meant to be made once, or to be configured. */
  record Creates(Thing thing) implements MethodRole {
    /** What is made. */
    public enum Thing {
      HTTP_CLIENT,
      MAIL_CLIENT,
      DATABASE_CLIENT,
      CACHE_CLIENT,
      MESSAGE_CLIENT,
      OBJECT_STORE_CLIENT,
      SEARCH_CLIENT,
      CONNECTION,
      JSON_MAPPER,
      XML_CONTEXT,
      THREAD,
      THREAD_POOL,
      PATTERN,
      FORMATTER,
      CACHE
    }
  }

  /**
   * The call sets something of what it is called on; {@code at} is to what, if an argument says.
   */
  record Configures(Setting setting, Optional<Place> at) implements MethodRole {
    /** What is set. */
    public enum Setting {
      CONNECT_TIMEOUT,
      READ_TIMEOUT,
      CALL_TIMEOUT,
      POOL_SIZE,
      QUEUE_SIZE,
      RETRIES,
      BACKOFF,
      MAX_SIZE,
      TIME_TO_LIVE,
      BASE_URL,
      FETCH_SIZE,
      MAX_ROWS,
      COOKIE_SECURE,
      COOKIE_HTTP_ONLY,
      COOKIE_SAME_SITE,
      COOKIE_MAX_AGE,
      FEATURE,
      ENTITY_RESOLVER,
      ALLOWED_TYPES,
      CONTENT_TYPE,
      STATUS
    }
  }

  /** The value at {@code at} is handed to whoever listens for it. */
  record Sends(Place at, What what) implements MethodRole {
    /** What it becomes. */
    public enum What {
      EVENT,
      MESSAGE
    }
  }

  /** Part of a test. */
  record Test(Part part) implements MethodRole {
    /** What it does there. */
    public enum Part {
      ASSERTS,
      FAILS,
      MOCKS,
      STUBS,
      VERIFIES,
      REQUESTS,
      ASSUMES
    }
  }

  /** The call never returns normally. */
  record NeverReturns() implements MethodRole {}

  /** All roles of one kind, in the order of the data. */
  static <R extends MethodRole> List<R> select(List<MethodRole> roles, Class<R> kind) {
    return roles.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
