package dev.plumbline.cli;

import dev.plumbline.analyzer.finding.ScanReport.Statistics;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The counts and times of a scan as text. */
final class StatisticsTable {

  /** Names of methods behind a limit. */
  private static final int SHOWN = 10;

  private final Statistics statistics;

  StatisticsTable(Statistics statistics) {
    this.statistics = statistics;
  }

  void print(PrintStream err) {
    err.println("files");
    statistics.files().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> row(err, each.getKey(), each.getValue(), ""));
    row(err, "java, not or partly analysed", statistics.javaFilesFailed(), "");
    row(err, "lines of java", statistics.javaLines(), "");
    statistics.resolution().ifPresent(resolution -> new ResolutionTable(resolution).print(err));
    if (!statistics.spentLimits().isEmpty()) {
      err.println("methods at a limit of the data flow");
      statistics.spentLimits().forEach((limit, methods) -> limit(err, limit, methods));
    }
    err.println("wall time of each phase");
    statistics.phaseMillis().forEach((phase, millis) -> row(err, phase, millis, " ms"));
    row(err, "all", sum(statistics.phaseMillis()), " ms");
    if (statistics.ruleMillis().isEmpty()) {
      return;
    }
    err.println("CPU time of each rule");
    statistics.ruleMillis().entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(each -> row(err, each.getKey(), each.getValue(), " ms"));
  }

  private static void limit(PrintStream err, String limit, List<String> methods) {
    err.println(String.format(Locale.ROOT, "  %,d %s", methods.size(), limit));
    methods.stream().limit(SHOWN).forEach(method -> err.println("    " + method));
    if (methods.size() > SHOWN) {
      err.println("    and " + (methods.size() - SHOWN) + " more, all in a JSON report");
    }
  }

  private static long sum(Map<String, Long> millis) {
    return millis.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void row(PrintStream err, String name, long number, String unit) {
    err.println(String.format(Locale.ROOT, "  %-32s %,12d%s", name, number, unit));
  }
}
