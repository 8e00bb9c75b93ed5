package dev.plumbline.analyzer.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.ir.CompilationUnit;
import dev.plumbline.analyzer.ir.IrPrinter;

/** Snippets of Java as IR, with the self-check on. */
final class Lowered {

  private Lowered() {}

  /** Members of a class A. */
  static String members(String members) {
    return file("class A { " + members.strip() + " }");
  }

  static String file(String text) {
    return IrPrinter.print(unit(text));
  }

  static CompilationUnit unit(String text) {
    JavaFrontEnd.Outcome outcome = new JavaFrontEnd(true).parse("A.java", text);
    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.complete()).isTrue();
    return outcome.unit().orElseThrow();
  }
}
