package dev.plumbline.rules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.input.SqlInjection;
import dev.plumbline.rules.oracle.Verdicts.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What sql-injection says of programs made at random, held against an interpreter that knows which
 * of their statements an outsider's text reaches.
 *
 * <p>No flow within one request may be missed. What a request leaves in statics, in fields of the
 * servlet or in the session for a later one is another matter: there the analysis knows that a
 * place <i>may</i> hold what is stored anywhere, and takes the order in which one request fills and
 * reads the parts of a container for that of all requests. Of those flows a few may be missed; how
 * many is bounded here too.
 */
class FlowOracleTest {

  /** As many as are made, run and scanned in some ten seconds. */
  private static final int PROGRAMS = 150;

  /**
   * Per cent of the statements that run and are never reached. It is high because programs made at
   * random are full of what decides a branch once and for all: comparisons of constants, parses
   * that always fail, Optionals that are never empty.
   */
  private static final int MOST_IN_VAIN = 25;

  /** Per cent of all flows that only a later request completes and that are not found. */
  private static final int MOST_MISSED_LATER = 2;

  @TempDir Path folder;

  @Test
  void everyFlowIsFoundAndFewAreReportedInVain() throws Exception {
    List<Model> models = IntStream.range(0, PROGRAMS).mapToObj(ProgramMaker::make).toList();
    Verdicts verdicts = new Verdicts(folder, new SqlInjection());
    List<Verdict> all = verdicts.of(models);
    int reached = 0;
    int missedLater = 0;
    int harmless = 0;
    int inVain = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      Verdict verdict = all.get(i);
      if (!verdict.missedAtOnce().isEmpty()) {
        Model smallest = verdicts.shrunk(models.get(i), each -> !each.missedAtOnce().isEmpty());
        throw new AssertionError("a flow is missed:\n" + Printer.print(smallest, "p").text());
      }
      reached += verdict.truth().reached().size();
      missedLater += verdict.missed().size();
      harmless += verdict.harmless().size();
      inVain += verdict.reported(verdict.harmless()).size();
    }
    assertThat(reached).as("statements that are reached").isGreaterThan(PROGRAMS / 2);
    assertThat(harmless).as("statements that are not").isGreaterThan(PROGRAMS / 2);
    assertThat(100 * missedLater).as("missed later").isLessThan(MOST_MISSED_LATER * reached);
    assertThat(100 * inVain).as("reported in vain").isLessThan(MOST_IN_VAIN * harmless);
  }
}
