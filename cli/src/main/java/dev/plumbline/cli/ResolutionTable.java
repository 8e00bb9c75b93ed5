package dev.plumbline.cli;

import dev.plumbline.analyzer.finding.Resolution;
import dev.plumbline.analyzer.finding.Resolution.Group;
import dev.plumbline.analyzer.finding.Resolution.Outcome;
import dev.plumbline.analyzer.finding.Resolution.Sites;
import dev.plumbline.analyzer.finding.Resolution.Unresolved;
import java.io.PrintStream;
import java.util.Locale;

/**
 * How many names of types and calls could be resolved, and the commonest that could not, as text.
 */
final class ResolutionTable {

  /** Enough to see where the gaps are; the JSON report has them all. */
  private static final int SHOWN = 25;

  private final Resolution resolution;

  ResolutionTable(Resolution resolution) {
    this.resolution = resolution;
  }

  void print(PrintStream err) {
    print(err, "names of types", resolution.typeNames());
    print(err, "calls", resolution.calls());
  }

  private static void print(PrintStream err, String title, Group group) {
    print(err, title, group.main());
    print(err, title + " in tests", group.tests());
    if (group.unresolved().isEmpty()) {
      return;
    }
    boolean follows = group.unresolved().stream().anyMatch(each -> each.following() > 0);
    err.println(
        "commonest unresolved " + title + (follows ? " (places, calls on their results)" : ""));
    for (Unresolved each : group.unresolved().stream().limit(SHOWN).toList()) {
      err.println(
          String.format(
              Locale.ROOT,
              follows ? "  %,8d %,8d  %s  (%s)" : "  %1$,8d  %3$s  (%4$s)",
              each.direct(),
              each.following(),
              each.name(),
              each.why().label()));
    }
  }

  private static void print(PrintStream err, String title, Sites sites) {
    long all = sites.all();
    if (all == 0) {
      return;
    }
    err.println(title);
    for (Outcome outcome : Outcome.values()) {
      if (sites.of(outcome) > 0) {
        row(err, outcome.label(), sites.of(outcome), all);
      }
    }
    row(err, "resolved, of all", sites.resolved(), all);
    row(err, "resolved, of those in the table", sites.resolved(), sites.inTable());
  }

  private static void row(PrintStream err, String name, long number, long all) {
    err.println(
        String.format(
            Locale.ROOT,
            "  %-40s %,12d  %5.1f %%",
            name,
            number,
            all == 0 ? 0.0 : 100.0 * number / all));
  }
}
