package dev.plumbline.analyzer.library;

/** What a library call does to a database. */
public enum Access {
  /** Executes a query and returns what it finds. */
  READ,
  /** Changes what is stored. */
  WRITE,
  /** Executes a statement whose text tells which. */
  ANY
}
