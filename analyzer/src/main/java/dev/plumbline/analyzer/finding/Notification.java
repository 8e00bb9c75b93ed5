package dev.plumbline.analyzer.finding;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a user must know about the scan itself: what was not looked at, and why.
 *
 * @param place the file, with its position where one is known
 * @param ruleId the rule that failed, when one did
 * @param message with the way out
 */
public record Notification(
    Kind kind,
    Optional<String> path,
    Optional<Span> span,
    Optional<String> ruleId,
    String message) {

  /** By path, position, kind, rule and message. */
  public static final Comparator<Notification> ORDER =
      Comparator.comparing((Notification n) -> n.path().orElse(""))
          .thenComparing(n -> n.span().orElse(new Span(1, 1, 1, 1)))
          .thenComparing(Notification::kind)
          .thenComparing(n -> n.ruleId().orElse(""))
          .thenComparing(Notification::message);

  /** What happened. Everything but a notice makes the analysis incomplete. */
  public enum Kind {
    /** A file was left out on purpose or read by a fallback; the analysis is complete. */
    NOTICE("notice", Level.NOTE, false),
    /** A file could not be read or parsed. */
    INPUT("input", Level.WARNING, true),
    /** A limit on time, depth or size was reached. */
    BUDGET("budget", Level.WARNING, true),
    /** Our own failure. */
    INTERNAL("internal", Level.ERROR, true);

    private final String id;
    private final Level level;
    private final boolean incomplete;

    Kind(String id, Level level, boolean incomplete) {
      this.id = id;
      this.level = level;
      this.incomplete = incomplete;
    }

    public String id() {
      return id;
    }

    public Level level() {
      return level;
    }

    /** Whether something that should have been analysed was not. */
    public boolean incomplete() {
      return incomplete;
    }
  }

  public Notification {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(message);
  }

  public static Notification of(Kind kind, String path, String message) {
    return new Notification(kind, Optional.of(path), Optional.empty(), Optional.empty(), message);
  }

  public static Notification at(Kind kind, Location location, String message) {
    return new Notification(
        kind,
        Optional.of(location.path()),
        Optional.of(location.span()),
        Optional.empty(),
        message);
  }
}
