package dev.plumbline.analyzer.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Deep trees, on a thread with the stack that {@link JavaFrontEnd#STACK_BYTES} asks for. */
class DeepNestingTest {

  private static JavaFrontEnd.Outcome parse(JavaFrontEnd frontEnd, String text)
      throws InterruptedException, ExecutionException {
    FutureTask<JavaFrontEnd.Outcome> task = new FutureTask<>(() -> frontEnd.parse("A.java", text));
    Thread thread = new Thread(null, task, "parse", JavaFrontEnd.STACK_BYTES);
    thread.start();
    return task.get();
  }

  private static String returning(String expression) {
    return "class A { Object m(Object x) { return " + expression + "; } }";
  }

  @Test
  void longChainsAreLowered() throws InterruptedException, ExecutionException {
    JavaFrontEnd frontEnd = new JavaFrontEnd(true);
    String[] expressions = {
      "x" + ".a(1)".repeat(3000),
      "x" + ".a".repeat(3000),
      "\"a\"" + " + x + \"b\"".repeat(2500),
      "x" + " && x".repeat(3000),
      "new int[] {" + "1, ".repeat(10_000) + "}",
      "(".repeat(500) + "x" + ")".repeat(500),
      "f(".repeat(500) + "x" + ")".repeat(500),
    };
    for (String expression : expressions) {
      JavaFrontEnd.Outcome outcome = parse(frontEnd, returning(expression));

      assertThat(outcome.problems()).as(expression.substring(0, 20)).isEmpty();
    }
    String choices = "if (x) { } " + "else if (x) { f(); } ".repeat(1000);
    assertThat(parse(frontEnd, "class A { void m() { " + choices + "} }").problems()).isEmpty();
  }

  @Test
  void whatIsNestedTooDeeplyIsAProblemAndNoMore() throws InterruptedException, ExecutionException {
    JavaFrontEnd frontEnd = new JavaFrontEnd(true);

    JavaFrontEnd.Outcome outcome =
        parse(frontEnd, returning("(".repeat(200_000) + "x" + ")".repeat(200_000)));

    assertThat(outcome.unit()).isEmpty();
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.problems()).singleElement().matches(problem -> !problem.internal());
    assertThat(outcome.problems().get(0).message()).contains("nested too deeply");
    assertThat(parse(frontEnd, returning("x")).complete()).isTrue();
  }
}
