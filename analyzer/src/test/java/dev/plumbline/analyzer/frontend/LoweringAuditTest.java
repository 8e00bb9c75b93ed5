package dev.plumbline.analyzer.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.ir.CompilationUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The audit finds what the lowering lost, and what it made up. */
class LoweringAuditTest {

  /** The syntax of one text against the IR of another. */
  private static List<String> compare(String syntax, String lowered) {
    CompilationUnit unit = Lowered.unit(lowered);
    List<String> faults = new ArrayList<>();
    new JavaFrontEnd()
        .parse("A.java", syntax, ast -> faults.addAll(LoweringAudit.compare(ast, unit)));
    return faults;
  }

  @Test
  void equalTextsAgree() {
    String text = "enum A { B(\"x\"); void m() { n(() -> new C(D::e)); } }";

    assertThat(compare(text, text)).isEmpty();
  }

  @Test
  void aLostCallIsFound() {
    assertThat(compare("class A { void m() { f(); } }", "class A { void m() { f  = 1; } }"))
        .containsExactly("call at 1:22-1:25 is lost");
  }

  @Test
  void aStringTooMuchIsFound() {
    assertThat(compare("class A { Object m = 111; }", "class A { Object m = \"1\"; }"))
        .containsExactly("string at 1:22-1:25 is too much");
  }

  @Test
  void stringsInAnnotationsAndLabelsAreNoCode() {
    String text = "@X(\"a\") class A { void m(String s) { switch (s) { case \"b\": f(\"c\"); } } }";

    assertThat(compare(text, text)).isEmpty();
  }
}
