package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.library.SourceKind;
import java.util.Objects;

/**
 * A place where data come in that the code did not make.
 *
 * @param weak whether an outsider seldom decides what comes from there
 * @param description in the words of the code: {@code parameter name}, {@code getHeader("X")}
 */
public record Source(SourceKind kind, boolean weak, String description, Location location) {

  public Source {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(description);
    Objects.requireNonNull(location);
  }
}
