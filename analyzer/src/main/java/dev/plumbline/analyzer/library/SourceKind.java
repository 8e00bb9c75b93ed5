package dev.plumbline.analyzer.library;

/** Where a value comes from that the code did not make itself. */
public enum SourceKind {
  /** Parameter of a request: query or form. */
  WEB_PARAMETER(Trust.REQUEST),
  /** Header of a request. */
  WEB_HEADER(Trust.REQUEST),
  /** Cookie of a request. */
  WEB_COOKIE(Trust.REQUEST),
  /** Body of a request. */
  WEB_BODY(Trust.REQUEST),
  /** Path, path variable or whole URL of a request. */
  WEB_PATH(Trust.REQUEST),
  /** Name that the client gave an uploaded file, and its declared content type. */
  WEB_FILE_NAME(Trust.REQUEST),
  /** Content of an uploaded file. */
  WEB_FILE(Trust.REQUEST),
  /** Content of a message of a broker or a socket. */
  MESSAGE(Trust.MESSAGE),
  /** Name of an entry of an archive. */
  ARCHIVE(Trust.MESSAGE),
  /** What another server answered. */
  NETWORK(Trust.NETWORK),
  /** Content of a file. */
  FILE(Trust.LOCAL),
  /** Environment variable or system property. */
  ENVIRONMENT(Trust.LOCAL),
  /** Argument or input of a program in a terminal. */
  COMMAND_LINE(Trust.LOCAL),
  /** Configuration of the application. */
  CONFIGURATION(Trust.LOCAL),
  /** What was stored in a database. */
  DATABASE(Trust.STORED),
  /** A password, key or token: what must not come out, rather than what must not go in. */
  SECRET(Trust.CONFIDENTIAL),
  /** Data about a person. */
  PERSONAL(Trust.CONFIDENTIAL),
  /** What a generator gave whose next values can be worked out. */
  RANDOM(Trust.PREDICTABLE);

  /** How far what comes from there can be trusted; rules choose by this. */
  public enum Trust {
    REQUEST,
    MESSAGE,
    NETWORK,
    LOCAL,
    STORED,
    CONFIDENTIAL,
    PREDICTABLE
  }

  private final Trust trust;

  SourceKind(Trust trust) {
    this.trust = trust;
  }

  public Trust trust() {
    return trust;
  }

  /** The word in the library data, for example {@code web-parameter}. */
  public String id() {
    return Words.of(this);
  }
}
