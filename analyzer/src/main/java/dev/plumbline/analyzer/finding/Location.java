package dev.plumbline.analyzer.finding;

import java.util.Objects;

/**
 * A place in the scanned repository.
 *
 * @param path relative to the repository root, with {@code /} between its parts, never absolute
 */
public record Location(String path, Span span) implements Comparable<Location> {

  public Location {
    Objects.requireNonNull(path);
    Objects.requireNonNull(span);
  }

  @Override
  public int compareTo(Location other) {
    int byPath = path.compareTo(other.path);
    return byPath != 0 ? byPath : span.compareTo(other.span);
  }

  @Override
  public String toString() {
    return path + ":" + span.startLine() + ":" + span.startColumn();
  }
}
