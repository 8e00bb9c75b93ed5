package dev.plumbline.cli;

import dev.plumbline.analyzer.engine.DistrustedSource;
import dev.plumbline.analyzer.inventory.Section;
import dev.plumbline.analyzer.rule.Rule;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code plumbline}: what all commands share. */
@Command(
    name = "plumbline",
    header = "Reviews Java backends from source.",
    description = {
      "",
      "Examples:",
      "  plumbline scan                                  review the current folder",
      "  plumbline scan --report sarif=plumbline.sarif   for code scanning and IDEs",
      "  plumbline inventory                             what there is, and what was understood",
      "  plumbline explain sql-string-concat             what a rule means, and the way out",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    versionProvider = Version.class)
final class PlumblineCommand implements Runnable {

  /** The options whose defaults a variable can set, with its name. */
  static final Map<String, String> VARIABLES =
      Map.of(
          "--fail-on", "PLUMBLINE_FAIL_ON",
          "--threads", "PLUMBLINE_THREADS",
          "--cache-dir", "PLUMBLINE_CACHE_DIR");

  @Spec private CommandSpec spec;

  @Mixin private HelpOption help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Option(
      names = Failures.STACK_TRACE,
      hidden = true,
      scope = ScopeType.INHERIT,
      description = "When Plumbline itself fails, show where; PLUMBLINE_DEBUG does the same.")
  private boolean stackTrace;

  private PlumblineCommand() {}

  /** The whole command, ready to run. */
  static CommandLine line(Host host, List<Rule> rules) {
    CommandLine line = new CommandLine(new PlumblineCommand());
    line.addSubcommand(new ScanCommand(host, rules));
    line.addSubcommand(new InventoryCommand(host));
    line.addSubcommand(new RulesCommand(host, rules));
    line.addSubcommand(new ExplainCommand(host, rules));
    line.addSubcommand(new CommandLine.HelpCommand());
    CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
    completion.getCommandSpec().usageMessage().hidden(true);
    line.addSubcommand(completion);
    configure(line, host);
    return line;
  }

  private static void configure(CommandLine line, Host host) {
    line.registerConverter(FailOn.class, new WordConverter<>(FailOn.class));
    line.registerConverter(DistrustedSource.class, new WordConverter<>(DistrustedSource.class));
    line.registerConverter(FixMode.class, new WordConverter<>(FixMode.class));
    line.registerConverter(ColorMode.class, new WordConverter<>(ColorMode.class));
    line.registerConverter(
        InventoryCommand.Format.class, new WordConverter<>(InventoryCommand.Format.class));
    line.registerConverter(Section.Kind.class, new WordConverter<>(Section.Kind.class));
    line.registerConverter(
        RulesCommand.Format.class, new WordConverter<>(RulesCommand.Format.class));
    line.setDefaultValueProvider(new Environment(host));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(host.colorOnOut(ColorMode.AUTO) ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(100);
    CommandSpec scan = line.getSubcommands().get("scan").getCommandSpec();
    CommandSpec inventory = line.getSubcommands().get("inventory").getCommandSpec();
    for (CommandSpec spec : List.of(line.getCommandSpec(), scan)) {
      spec.usageMessage().exitCodeListHeading("%nExit codes:%n");
      spec.usageMessage().exitCodeList(ExitCode.table());
    }
    inventory.usageMessage().exitCodeListHeading("%nExit codes:%n");
    inventory.usageMessage().exitCodeList(ExitCode.tableOfInventory());
  }

  /** Without a command there is nothing to do but to say what there is. */
  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command? scan, inventory, rules or explain");
  }

  /** Defaults from environment variables; the command line goes before them. */
  private record Environment(Host host) implements IDefaultValueProvider {
    @Override
    public String defaultValue(ArgSpec argument) {
      if (argument instanceof OptionSpec option) {
        String variable = VARIABLES.get(option.longestName());
        String value = variable == null ? null : host.environment().get(variable);
        return value == null || value.isBlank() ? null : value.strip();
      }
      return null;
    }
  }
}
