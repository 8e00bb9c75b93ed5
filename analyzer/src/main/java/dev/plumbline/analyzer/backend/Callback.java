package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Code that a framework calls when a message, an event or the time comes.
 *
 * @param type the class whose instance is called
 * @param method the code; absent where a class as a whole is called
 * @param channel what brings it: {@code kafka}, {@code event}, {@code quartz} …
 * @param sources where it comes from or when: topics, queues, a cron expression; empty when that is
 *     not written here
 * @param sourcesConstant whether what is written can be told
 * @param events types of the events that are listened for
 */
public record Callback(
    Kind kind,
    TypeInfo type,
    Optional<MethodInfo> method,
    String channel,
    List<String> sources,
    boolean sourcesConstant,
    List<JavaType> events) {

  /** What calls it. */
  public enum Kind {
    MESSAGE,
    EVENT,
    TIME
  }

  public Callback {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(type);
    Objects.requireNonNull(channel);
    sources = List.copyOf(sources);
    events = List.copyOf(events);
  }

  public Location location() {
    return method
        .map(each -> each.location(each.declaration().nameSpan()))
        .orElseGet(() -> type.location(type.declaration().nameSpan()));
  }
}
