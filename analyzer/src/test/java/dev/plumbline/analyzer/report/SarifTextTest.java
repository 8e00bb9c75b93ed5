package dev.plumbline.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifTextTest {

  private static final String LIKE_A_LINK = "`rows[i](x)` is slow";
  private static final String ESCAPED = "`rows\\[i\\](x)` is slow.";

  @Test
  void whatLooksLikeALinkIsEscapedOnce() {
    assertThat(SarifText.message(SarifText.sentence(LIKE_A_LINK)).getText()).isEqualTo(ESCAPED);
    assertThat(SarifText.message(LIKE_A_LINK, List.of()).getText()).isEqualTo(ESCAPED);
  }

  @Test
  void onlyRelatedPlacesAreLinks() {
    FlowStep table = new FlowStep(new Location("A.java", new Span(1, 1, 1, 2)), "the table.");
    assertThat(SarifText.message(LIKE_A_LINK, List.of(table)).getText())
        .isEqualTo(ESCAPED + " See [the table](1).");
  }

  @Test
  void aSentenceEndsWithOnePeriod() {
    assertThat(SarifText.sentence(" Done. ")).isEqualTo("Done.");
    assertThat(SarifText.sentence("Done")).isEqualTo("Done.");
  }
}
