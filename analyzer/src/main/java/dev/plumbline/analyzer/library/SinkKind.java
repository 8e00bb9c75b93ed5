package dev.plumbline.analyzer.library;

/** What a value is used for where outsiders' text, bytes or numbers do harm. */
public enum SinkKind {
  /** Text of an SQL statement, CWE-89. */
  SQL,
  /** Text that a mapper puts into an SQL statement as it is, CWE-89. */
  MAPPER_SQL,
  /** Text of a JPQL or HQL query, CWE-564. */
  JPQL,
  /**
   * Text of a query of MongoDB, Elasticsearch, Cypher, CQL, Redis scripts and their like, CWE-943.
   */
  NOSQL,
  /** Name of a column or property to sort by, CWE-89. */
  SORT,
  /** Program, argument or environment of a process, CWE-78. */
  COMMAND,
  /** Path of a file, CWE-22. With an archive's entry name it is zip slip. */
  PATH,
  /** Text that a browser may read as HTML, CWE-79. */
  HTML,
  /** Source text of a template, or its name, CWE-1336. */
  TEMPLATE,
  /** Spring expression, CWE-917. */
  SPEL,
  /** Expression in EL, OGNL, MVEL, JEXL and their like, CWE-917. */
  EL,
  /** Script or code that is compiled and run, CWE-94. */
  SCRIPT,
  /** LDAP filter or distinguished name, CWE-90. */
  LDAP,
  /** XPath or XQuery text, CWE-643. */
  XPATH,
  /** Document that an XML parser reads, CWE-611. */
  XML,
  /** Stylesheet, CWE-91. */
  XSLT,
  /** Bytes or text from which objects of any type are made, CWE-502. */
  DESERIALIZATION,
  /** Name that is looked up in JNDI or RMI, CWE-74. */
  JNDI,
  /** Name of a class, method, field or bean, CWE-470. */
  REFLECTION,
  /** URL or host that is connected to, CWE-918. */
  URL,
  /** JDBC URL or driver, CWE-74. */
  JDBC_URL,
  /** Where a browser is sent, CWE-601. */
  REDIRECT,
  /** Path of a forward or include on the server, or the name of a view, CWE-552. */
  FORWARD,
  /** Name or value of a response header or cookie, CWE-113. */
  HEADER,
  /** Text of a log, CWE-117. */
  LOG,
  /** Header of a mail, CWE-93. */
  MAIL,
  /** Format string, CWE-134. */
  FORMAT,
  /** Regular expression, CWE-730. */
  REGEX,
  /** What the session keeps, CWE-501. */
  TRUST,
  /** Setting of the system or of a connection, CWE-15. */
  CONFIG,
  /** Names of properties that are set on an object, CWE-915. */
  BEAN,
  /** Cell of a table that a spreadsheet program opens, CWE-1236. */
  CSV,
  /** Part of the path or query of an outgoing URL, CWE-74. */
  URL_PARAMETER,
  /** Cookie that is sent to a browser, CWE-614, or what it holds. */
  COOKIE,
  /** Number that decides how much is allocated, repeated or waited for, CWE-770. */
  NUMBER;

  /** The word in the library data, for example {@code jdbc-url}. */
  public String id() {
    return Words.of(this);
  }
}
