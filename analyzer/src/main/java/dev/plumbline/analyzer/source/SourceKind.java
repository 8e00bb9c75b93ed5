package dev.plumbline.analyzer.source;

import java.util.Optional;

/**
 * What a file is, told by its name and, for CI files, by its folder. Nothing is read.
 *
 * <p>Files of no kind are not listed at all: images, fonts, archives, key stores and other binary
 * formats; style sheets; minified scripts and source maps; lock files of package managers; data
 * tables (csv, tsv, parquet, log); and names that nobody knows. {@link KindTable} is the list.
 */
public enum SourceKind {
  JAVA,
  /** SQL scripts, migrations and dumps of any dialect. */
  SQL,
  /** YAML that is neither a CI nor a Docker file. */
  YAML,
  PROPERTIES,
  /** XML and its relatives: schemas, stylesheets, WSDL, report definitions; not {@code pom.xml}. */
  XML,
  JSON,
  /** {@code .env}, {@code .env.local}, {@code prod.env}. */
  ENV,
  /** Scripts of Unix shells, of Windows' command line and of PowerShell. */
  SHELL,
  /** Maven, Gradle, sbt, Ant and Bazel. */
  BUILD,
  /** Workflows and pipelines. */
  CI,
  /** Dockerfiles and Compose files. */
  DOCKER,
  /** Prose in any markup: Markdown, AsciiDoc, reStructuredText, a bare README. */
  MARKDOWN,
  /** Pages with or without template syntax: HTML, JSP, FreeMarker, Velocity, Mustache and such. */
  TEMPLATE,
  /** Other text where a secret may hide: scripts, other languages, configuration, PEM keys. */
  OTHER;

  /**
   * The kind of a file.
   *
   * @param path relative to the workspace root, or any tail of it, with {@code /} between its parts
   * @return empty when files of this name are not listed
   */
  public static Optional<SourceKind> of(String path) {
    return Optional.ofNullable(KindTable.kindOf(path));
  }
}
