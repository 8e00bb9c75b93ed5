package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** no-color.org and bixense.com/clicolors, below the command line. */
class ColorModeTest {

  @Test
  void theOptionGoesBeforeEverything() {
    assertThat(ColorMode.ALWAYS.enabled(false, Map.of("NO_COLOR", "1"))).isTrue();
    assertThat(ColorMode.NEVER.enabled(true, Map.of("CLICOLOR_FORCE", "1"))).isFalse();
  }

  @Test
  void theEnvironmentGoesBeforeTheTerminal() {
    assertThat(ColorMode.AUTO.enabled(true, Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(ColorMode.AUTO.enabled(true, Map.of("NO_COLOR", ""))).isTrue();
    assertThat(ColorMode.AUTO.enabled(false, Map.of("CLICOLOR_FORCE", "1"))).isTrue();
    assertThat(ColorMode.AUTO.enabled(false, Map.of("CLICOLOR_FORCE", "0"))).isFalse();
    assertThat(ColorMode.AUTO.enabled(true, Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1")))
        .isFalse();
    assertThat(ColorMode.AUTO.enabled(true, Map.of("TERM", "dumb"))).isFalse();
    assertThat(ColorMode.AUTO.enabled(true, Map.of("CLICOLOR", "0"))).isFalse();
  }

  @Test
  void theTerminalDecidesAtLast() {
    assertThat(ColorMode.AUTO.enabled(true, Map.of())).isTrue();
    assertThat(ColorMode.AUTO.enabled(false, Map.of())).isFalse();
  }
}
