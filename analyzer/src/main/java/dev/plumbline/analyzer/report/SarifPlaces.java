package dev.plumbline.analyzer.report;

import de.jcup.sarif_2_1_0.model.ArtifactContent;
import de.jcup.sarif_2_1_0.model.ArtifactLocation;
import de.jcup.sarif_2_1_0.model.Location;
import de.jcup.sarif_2_1_0.model.PhysicalLocation;
import de.jcup.sarif_2_1_0.model.Region;
import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.ReportedFinding.Snippet;
import dev.plumbline.analyzer.finding.Span;
import java.util.Optional;

/** Builds the places of SARIF 2.1.0 (sections 3.28 to 3.30). */
final class SarifPlaces {

  /** Relative URIs start at the repository root. */
  static final String ROOT = "%SRCROOT%";

  /** Enough for a statement; a generated line of a megabyte must not make the report one. */
  private static final int MAX_SNIPPET = 2_000;

  private SarifPlaces() {}

  static ArtifactLocation artifact(String path) {
    ArtifactLocation artifact = new ArtifactLocation();
    artifact.setUri(RelativeUri.of(path));
    artifact.setUriBaseId(ROOT);
    return artifact;
  }

  static Region region(Span span) {
    Region region = new Region();
    region.setStartLine(span.startLine());
    region.setStartColumn(span.startColumn());
    region.setEndLine(span.endLine());
    region.setEndColumn(span.endColumn());
    return region;
  }

  static Location location(String path, Optional<Span> span) {
    PhysicalLocation place = new PhysicalLocation();
    place.setArtifactLocation(artifact(path));
    span.ifPresent(s -> place.setRegion(region(s)));
    Location location = new Location();
    location.setPhysicalLocation(place);
    return location;
  }

  static Location location(dev.plumbline.analyzer.finding.Location place) {
    return location(place.path(), Optional.of(place.span()));
  }

  /** A place with what happens there. */
  static Location location(FlowStep step) {
    Location location = location(step.location());
    location.setMessage(SarifText.message(step.message()));
    return location;
  }

  /** The place of a finding with its source text, secrets masked. */
  static Location location(dev.plumbline.analyzer.finding.Location place, Snippet snippet) {
    Location location = location(place);
    String text = regionText(place.span(), snippet);
    if (!text.isBlank()) {
      ArtifactContent content = new ArtifactContent();
      content.setText(SarifText.capped(text, MAX_SNIPPET));
      location.getPhysicalLocation().getRegion().setSnippet(content);
    }
    return location;
  }

  /** The text of {@code span}, or as much of its beginning as the snippet has. */
  private static String regionText(Span span, Snippet snippet) {
    int last = Math.min(span.endLine(), snippet.firstLine() + snippet.lines().size() - 1);
    StringBuilder text = new StringBuilder();
    for (int number = span.startLine(); number <= last; number++) {
      String line = snippet.line(number);
      int from = number == span.startLine() ? Math.min(span.startColumn() - 1, line.length()) : 0;
      int to =
          number == span.endLine() ? Math.min(span.endColumn() - 1, line.length()) : line.length();
      text.append(number == span.startLine() ? "" : "\n").append(line, from, Math.max(from, to));
    }
    return text.toString();
  }
}
