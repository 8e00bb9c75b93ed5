package dev.plumbline.analyzer.config;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.ConfigEntry;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A value that a key may have in production.
 *
 * @param text with placeholders resolved as far as files tell
 * @param unset keys of placeholders that no file defines: the environment or the build decides.
 *     Empty when the text is complete.
 * @param defaulted keys of placeholders that no file defines and whose default stands in the text:
 *     the environment may say otherwise
 * @param profiles of which each may make it so; empty when it is so without any profile
 */
public record PossibleValue(
    String text,
    Set<String> unset,
    Set<String> defaulted,
    ConfigEntry entry,
    ConfigSource source,
    List<String> profiles) {

  public PossibleValue {
    Objects.requireNonNull(text);
    // In the order of the text: Set.copyOf has another one in each run.
    unset = Collections.unmodifiableSet(new LinkedHashSet<>(unset));
    defaulted = Collections.unmodifiableSet(new LinkedHashSet<>(defaulted));
    profiles = List.copyOf(profiles);
  }

  /** Whether files tell all of it. */
  public boolean isComplete() {
    return unset.isEmpty();
  }

  /** Where the value is written. */
  public Location location() {
    return new Location(source.file().path(), entry.valueSpan());
  }
}
