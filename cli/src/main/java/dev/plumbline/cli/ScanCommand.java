package dev.plumbline.cli;

import dev.plumbline.analyzer.engine.DistrustedSource;
import dev.plumbline.analyzer.engine.ScanOptions;
import dev.plumbline.analyzer.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline scan}: its options, and how they become {@link ScanSettings}. */
@Command(
    name = "scan",
    header = "Reviews a Java backend from its sources.",
    description = {
      "Reads the Java, SQL, configuration and build files below PATH and reports what a reviewer"
          + " would say. Nothing is built, downloaded or run.",
      "",
      "Examples:",
      "  plumbline scan",
      "  plumbline scan services/orders --fail-on warning",
      "  plumbline scan --report console --report sarif=plumbline.sarif",
      "  plumbline scan --fix > fixes.patch",
      "  plumbline scan --rule sql-string-concat,nplus1-query-in-loop",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false)
final class ScanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      defaultValue = ".",
      description = "A folder or a file. Default: the current folder.")
  private Path start;

  @Option(
      names = "--report",
      paramLabel = "FORMAT[=FILE]",
      converter = ReportTarget.Converter.class,
      description =
          "A report to write: console, sarif or json. Repeatable. Without FILE, or with '-', it"
              + " goes to stdout, which takes one report. Default: console.")
  private List<ReportTarget> reports = new ArrayList<>();

  @Option(
      names = "--rule",
      paramLabel = "ID",
      split = ",",
      description = "Run these rules alone. Repeatable, or separated by commas.")
  private List<String> onlyRules = new ArrayList<>();

  @Option(
      names = "--exclude-rule",
      paramLabel = "ID",
      split = ",",
      description = "Do not run these rules. Repeatable, or separated by commas.")
  private List<String> excludedRules = new ArrayList<>();

  @Option(
      names = "--sources",
      paramLabel = "KIND",
      split = ",",
      description =
          "Distrust data of these kinds too, not requests and messages alone: ${COMPLETION-CANDIDATES}"
              + " (answers of other servers; files, environment and configuration; what was"
              + " stored). Repeatable, or separated by commas.")
  private Set<DistrustedSource> sources = EnumSet.noneOf(DistrustedSource.class);

  @Option(
      names = "--fix",
      arity = "0..1",
      paramLabel = "MODE",
      fallbackValue = "dry-run",
      preprocessor = FixMode.AttachedWord.class,
      description =
          "Mend findings where a change of text is certainly right. Alone it changes nothing and"
              + " prints the changes as a diff to stdout, in place of the report; --fix=apply"
              + " writes them.")
  private FixMode fix = FixMode.OFF;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      defaultValue = "error",
      description =
          "Exit with 1 when there are findings of this level or above: ${COMPLETION-CANDIDATES}."
              + " Default: error, or PLUMBLINE_FAIL_ON.")
  private FailOn failOn;

  @Option(
      names = "--allow-incomplete",
      description = "Accept that something was not analysed: do not exit with 3 for that.")
  private boolean allowIncomplete;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--stats",
      description =
          "Print files, lines, how many names and calls could be resolved, the methods at a limit"
              + " of the data flow, and the time of each phase and rule to stderr; a JSON report"
              + " tells what was not resolved.")
  private boolean statistics;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no summary on stderr. Errors are still told.")
  private boolean quiet;

  @Mixin private ColorOption color;

  @Option(
      names = "--cache-dir",
      paramLabel = "DIR",
      description =
          "Where to keep what is known of unchanged files, or PLUMBLINE_CACHE_DIR. Accepted, but"
              + " not used yet: every scan reads everything.")
  private Path cacheDirectory;

  @Option(
      names = "--no-cache",
      description = "Keep and use no cache. Accepted, but there is no cache yet.")
  private boolean noCache;

  @Option(
      names = "--self-check",
      hidden = true,
      description = "Verify the intermediate representation of every file.")
  private boolean selfCheck;

  @Mixin private HelpOption help;

  private final Host host;
  private final List<Rule> rules;

  ScanCommand(Host host, List<Rule> rules) {
    this.host = host;
    this.rules = rules;
  }

  @Override
  public Integer call() throws UsageFailure, InterruptedException {
    return new ScanRun(host, rules, settings()).run().number();
  }

  private ScanSettings settings() {
    return new ScanSettings(
        new ScanOptions(
            start,
            trimmed(onlyRules),
            Set.copyOf(trimmed(excludedRules)),
            sources,
            threads.count(),
            noCache ? Optional.empty() : Optional.ofNullable(cacheDirectory),
            selfCheck,
            statistics),
        targets(),
        failOn,
        allowIncomplete,
        quiet,
        statistics,
        fix,
        color.mode());
  }

  private List<ReportTarget> targets() {
    if (reports.isEmpty()) {
      return fix == FixMode.DRY_RUN ? List.of() : List.of(ReportTarget.DEFAULT);
    }
    if (fix == FixMode.DRY_RUN && reports.stream().anyMatch(ReportTarget::isOnStdout)) {
      throw new ParameterException(
          spec.commandLine(),
          "the diff of --fix goes to stdout; give the report a file: --report FORMAT=FILE");
    }
    if (reports.stream().filter(ReportTarget::isOnStdout).count() > 1) {
      throw new ParameterException(
          spec.commandLine(),
          "only one report can go to stdout; give the others a file: --report FORMAT=FILE");
    }
    Set<Path> files = new LinkedHashSet<>();
    for (ReportTarget target : reports) {
      target
          .file()
          .map(file -> file.toAbsolutePath().normalize())
          .filter(file -> !files.add(file))
          .ifPresent(
              file -> {
                throw new ParameterException(
                    spec.commandLine(), "two reports cannot go to one file: " + target.place());
              });
    }
    return reports;
  }

  private static List<String> trimmed(List<String> ids) {
    return ids.stream().map(String::strip).filter(id -> !id.isEmpty()).distinct().toList();
  }
}
