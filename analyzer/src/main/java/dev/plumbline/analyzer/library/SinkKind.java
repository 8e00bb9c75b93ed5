package dev.plumbline.analyzer.library;

import java.util.Locale;

/** What an argument is used for where outsiders' text does harm. */
public enum SinkKind {
  /** Text of an SQL statement, CWE-89. */
  SQL,
  /** Text of a JPQL or HQL query, CWE-564. */
  JPQL;

  /** The word in the library data, for example {@code sql}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
