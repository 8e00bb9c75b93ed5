package dev.plumbline.rules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.oracle.Interpreter.Request;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interpreter does what Java does, the printer prints what the interpreter runs. */
class InterpreterTest {

  private static final int PROGRAMS = 150;

  /** So many that the rarest kind is made several times. */
  private static final int MADE = 1_000;

  @TempDir Path folder;

  @Test
  void programsAreJavaAndDoTheSameWhenTheyAreCompiled() throws Exception {
    Map<String, Model> programs = programs(PROGRAMS);
    CompiledRun compiled = new CompiledRun(folder);
    assertThat(compiled.compile(programs)).isEmpty();
    int executed = 0;
    for (Map.Entry<String, Model> program : programs.entrySet()) {
      Model model = program.getValue();
      List<Request> requests = Oracle.series(Oracle.requests(model), 1);
      List<List<String>> expected = new Interpreter(model).serve(requests);
      assertThat(compiled.run(program.getKey(), requests.subList(0, expected.size())))
          .as(() -> Printer.print(model, program.getKey()).text())
          .isEqualTo(expected);
      executed += expected.stream().mapToInt(List::size).sum();
    }
    assertThat(executed).isGreaterThan(PROGRAMS);
  }

  @Test
  void programsAreValidEndAndGoBothWays() {
    int flows = 0;
    int sinks = 0;
    for (Model model : programs(PROGRAMS).values()) {
      assertThat(Validity.of(model)).as(() -> Printer.print(model, "p").text()).isTrue();
      flows += Oracle.truth(model).map(each -> each.reached().size()).orElse(0);
      sinks += Printer.print(model, "p").sinkLines().size();
    }
    assertThat(flows).isBetween(sinks / 5, sinks * 4 / 5);
  }

  @Test
  void everyKindIsMade() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    programs(MADE)
        .values()
        .forEach(model -> model.nodes().forEach(n -> counts.merge(n.kind(), 1, Integer::sum)));
    assertThat(counts.keySet()).containsAll(EnumSet.allOf(Kind.class));
  }

  private static Map<String, Model> programs(int count) {
    Map<String, Model> programs = new LinkedHashMap<>();
    for (int seed = 0; seed < count; seed++) {
      programs.put("p" + seed, ProgramMaker.make(seed));
    }
    return programs;
  }
}
