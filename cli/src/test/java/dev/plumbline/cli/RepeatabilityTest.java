package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.RuleCatalog;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same bytes. */
class RepeatabilityTest {

  private static final Path EXAMPLE = Path.of(System.getProperty("plumbline.fixtures"), "example");

  @ParameterizedTest
  @ValueSource(strings = {"sarif", "json", "console"})
  void theNumberOfThreadsDoesNotShow(String format) {
    String first = report(format, 1);
    assertThat(first).isNotEmpty();
    assertThat(report(format, 1)).isEqualTo(first);
    assertThat(report(format, 2)).isEqualTo(first);
    assertThat(report(format, 7)).isEqualTo(first);
  }

  private static String report(String format, int threads) {
    CommandRun run =
        CommandRun.with(
            RuleCatalog.all(),
            Map.of(),
            "scan",
            EXAMPLE,
            "--report",
            format,
            "--threads",
            threads,
            "--fail-on",
            "never");
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }
}
