package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.FlowStep;
import java.util.List;
import java.util.Objects;

/**
 * One way from a source to the value at a sink, and where the source's data stand in that value.
 *
 * @param path from the source (its first step) to the place before the sink, shortest known way
 * @param before the constant text directly before the part that comes from the source; empty where
 *     the part begins the value or something unknown stands there
 * @param first whether nothing unknown stands before the part: {@code before} is all there is
 * @param after the constant text directly behind it
 * @param last whether nothing unknown stands behind the part
 * @param exact whether the part is as the source gave it, not cut, replaced or looked up
 */
public record Strand(
    Source source,
    List<FlowStep> path,
    String before,
    boolean first,
    String after,
    boolean last,
    boolean exact) {

  public Strand {
    Objects.requireNonNull(source);
    path = List.copyOf(path);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
  }

  /** Whether the source's data are the whole value. */
  public boolean isWhole() {
    return first && last && before.isEmpty() && after.isEmpty();
  }
}
