package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.source.SkippedFile;
import dev.plumbline.analyzer.source.SourceText;
import dev.plumbline.analyzer.taint.Budgets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says in notifications what happened to files before any analysis. */
final class Notices {

  private Notices() {}

  static Notification of(SkippedFile skipped) {
    String what =
        switch (skipped.reason()) {
          case TOO_LARGE -> "Not read: too large";
          case BINARY -> "Not read: it looks binary";
          case NOT_DECODABLE -> "Not read: its bytes break the charset that they announce";
          case UNREADABLE -> "Could not be read";
          case UNREADABLE_DIRECTORY -> "The folder could not be listed; nothing below it was seen";
          case LINK_OUTSIDE -> "Not followed: the link leaves the workspace";
          case LINK_LOOP -> "Not followed: the link leads back to itself";
          case LINK_BROKEN -> "Not followed: the link leads nowhere";
          case BUILD_OUTPUT -> "Not read: output of a build";
        };
    String detail = skipped.detail().isBlank() ? "" : " (" + skipped.detail() + ")";
    return Notification.of(
        skipped.incomplete() ? Notification.Kind.INPUT : Notification.Kind.NOTICE,
        skipped.path(),
        what + detail + ".");
  }

  /** Says that flows may be missed, and where. */
  static Optional<Notification> of(Map<Budgets.Limit, List<String>> spent) {
    List<String> parts = new ArrayList<>();
    spent.forEach(
        (limit, methods) -> {
          if (limit.loses()) {
            parts.add(methods.size() + " " + limit.description());
          }
        });
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Notification(
                Notification.Kind.NOTICE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "The data flow through some methods was not followed to the end: "
                    + String.join(", ", parts)
                    + ". --stats names them."));
  }

  static Optional<Notification> of(SourceText text) {
    return text.decoding()
        .notice()
        .map(
            notice ->
                Notification.of(
                    Notification.Kind.NOTICE,
                    text.file().path(),
                    Character.toUpperCase(notice.charAt(0)) + notice.substring(1) + "."));
  }
}
