package dev.plumbline.cli;

import dev.plumbline.analyzer.engine.ScanOptions;
import dev.plumbline.analyzer.inventory.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline inventory}: what the tool understands of a backend. */
@Command(
    name = "inventory",
    header = "Shows the architecture as Plumbline understands it.",
    description = {
      "Modules, endpoints, entities, repositories, remote clients, consumers, jobs, listeners and"
          + " configuration keys, and of each what was not understood. Tests are left out.",
      "",
      "Examples:",
      "  plumbline inventory",
      "  plumbline inventory services/orders --section endpoints,entities --all",
      "  plumbline inventory --format json --output inventory.json",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false)
final class InventoryCommand implements Callable<Integer> {

  /** How an inventory is written. */
  enum Format {
    CONSOLE,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      defaultValue = ".",
      description = "A folder or a file. Default: the current folder.")
  private Path start;

  @Option(
      names = "--section",
      paramLabel = "NAME",
      split = ",",
      description =
          "Show these sections alone: ${COMPLETION-CANDIDATES}. Repeatable, or separated by"
              + " commas.")
  private List<Section.Kind> sections = new ArrayList<>();

  @Option(
      names = "--all",
      description = "Print every entry, however many there are. JSON always has them all.")
  private boolean all;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "console",
      description = "${COMPLETION-CANDIDATES}. Default: console.")
  private Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the inventory goes. Default, and for '-': stdout.")
  private Path output;

  @Option(
      names = "--allow-incomplete",
      description = "Accept that something could not be read: do not exit with 3 for that.")
  private boolean allowIncomplete;

  @Mixin private ThreadsOption threads;

  @Option(
      names = "--stats",
      description =
          "Print files, lines, how many names and calls could be resolved, and the time of each"
              + " phase to stderr; JSON tells what was not resolved.")
  private boolean statistics;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress and no summary on stderr. Errors are still told.")
  private boolean quiet;

  @Mixin private ColorOption color;

  @Mixin private HelpOption help;

  private final Host host;

  InventoryCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() throws UsageFailure, InterruptedException {
    ScanOptions options = ScanOptions.of(start).withThreads(threads.count());
    Settings settings =
        new Settings(
            statistics ? options.withResolutionMeasured() : options,
            sections.isEmpty() ? EnumSet.allOf(Section.Kind.class) : EnumSet.copyOf(sections),
            format,
            Optional.ofNullable(output).filter(file -> !file.toString().equals("-")),
            all,
            allowIncomplete,
            statistics,
            quiet,
            color.mode());
    return new InventoryRun(host, settings).run().number();
  }

  /**
   * All that an inventory was asked to be.
   *
   * @param output absent for stdout
   */
  record Settings(
      ScanOptions options,
      Set<Section.Kind> sections,
      Format format,
      Optional<Path> output,
      boolean all,
      boolean allowIncomplete,
      boolean statistics,
      boolean quiet,
      ColorMode color) {}
}
