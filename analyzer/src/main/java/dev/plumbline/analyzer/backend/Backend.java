package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.Program;
import java.util.Objects;

/**
 * The reviewer's words as objects: what the rules ask. Built once a scan; safe to read from many
 * threads.
 */
public final class Backend {

  private final Program program;
  private final Library library;

  public Backend(Program program, Library library) {
    this.program = Objects.requireNonNull(program);
    this.library = Objects.requireNonNull(library);
  }

  /** The linked code. */
  public Program program() {
    return program;
  }

  /** What is known of code that is not here. */
  public Library library() {
    return library;
  }
}
