package dev.plumbline.analyzer.inventory;

import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ScanReport;
import java.util.List;
import java.util.Objects;

/**
 * What the tool understood of a backend, and what it did not. Equal for equal input.
 *
 * @param toolVersion of this program
 * @param sections those that were asked for, in the order of {@link Section.Kind}
 * @param notifications what a reader must know about the reading itself, in {@link
 *     Notification#ORDER}
 * @param statistics counts and times of the run
 */
public record Inventory(
    String toolVersion,
    List<Section> sections,
    List<Notification> notifications,
    ScanReport.Statistics statistics) {

  public Inventory {
    Objects.requireNonNull(toolVersion);
    Objects.requireNonNull(statistics);
    sections = List.copyOf(sections);
    notifications = List.copyOf(notifications);
  }

  /** Whether everything that should have been read was. */
  public boolean isComplete() {
    return notifications.stream().noneMatch(n -> n.kind().incomplete());
  }
}
