package dev.plumbline.analyzer.inventory;

import dev.plumbline.analyzer.finding.Location;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Everything of one kind.
 *
 * @param entries what was understood, in the order of the section
 * @param gaps what was not, by reason and place
 */
public record Section(Kind kind, List<Entry> entries, List<Gap> gaps) {

  public Section {
    Objects.requireNonNull(kind);
    entries = List.copyOf(entries);
    gaps = List.copyOf(gaps);
  }

  /** What there is, in the order of reports. */
  public enum Kind {
    MODULES("Modules", "module"),
    ENDPOINTS("Endpoints", "endpoint"),
    ENTITIES("Entities", "entity"),
    REPOSITORIES("Repositories", "repository"),
    CLIENTS("Remote clients", "remote client"),
    CONSUMERS("Message consumers", "message consumer"),
    JOBS("Scheduled jobs", "scheduled job"),
    LISTENERS("Event listeners", "event listener"),
    CONFIGURATION("Configuration keys", "configuration key");

    private final String title;
    private final String noun;

    Kind(String title, String noun) {
      this.title = title;
      this.noun = noun;
    }

    /** Stable name for machines and for the command line. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** For headings. */
    public String title() {
      return title;
    }

    /** One of it, for messages. */
    public String noun() {
      return noun;
    }

    /** As on the command line. */
    @Override
    public String toString() {
      return id();
    }
  }

  /**
   * Something that is there and was not understood.
   *
   * @param why a short sentence that is the same for all gaps of its sort
   * @param what the name of the thing, from the code
   */
  public record Gap(String why, String what, Location location) {
    public Gap {
      Objects.requireNonNull(why);
      Objects.requireNonNull(what);
      Objects.requireNonNull(location);
    }
  }
}
