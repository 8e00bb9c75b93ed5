package dev.plumbline.cli;

import dev.plumbline.analyzer.engine.Engine;
import dev.plumbline.analyzer.engine.UnknownRuleException;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.rule.RuleDocs;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plumbline explain}: the doc of one rule. */
@Command(
    name = "explain",
    header = "Explains a rule: what it reports, why, and how to fix it.",
    description = {
      "On a terminal the text is laid out for reading; elsewhere it is the Markdown of the rule's"
          + " doc.",
      "",
      "Example:",
      "  plumbline explain sql-string-concat",
      ""
    },
    abbreviateSynopsis = true,
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

  @Parameters(paramLabel = "RULE", description = "The id of a rule; 'plumbline rules' lists them.")
  private String id;

  @Mixin private ColorOption color;

  @Mixin private HelpOption help;

  private final Host host;
  private final List<Rule> rules;

  ExplainCommand(Host host, List<Rule> rules) {
    this.host = host;
    this.rules = rules;
  }

  @Override
  public Integer call() throws UsageFailure {
    new Printout(host).print(text(rule()));
    return ExitCode.CLEAN.number();
  }

  private Rule rule() throws UsageFailure {
    try {
      return new Engine(rules, Version.number()).rule(id.strip());
    } catch (UnknownRuleException e) {
      throw new UsageFailure(RuleNames.unknown(e.id(), e.alternatives()));
    }
  }

  private String text(Rule rule) {
    String markdown = RuleDocs.of(rule).markdown().stripTrailing() + "\n";
    boolean colored = host.colorOnOut(color.mode());
    if (!host.outIsTerminal() && !colored) {
      return markdown;
    }
    return facts(rule.info()) + "\n\n" + new TerminalMarkdown(colored).render(markdown);
  }

  /** One line of what stands in no doc, because it stands in the rule's metadata. */
  private static String facts(RuleInfo info) {
    String cwes = info.cwes().stream().map(Cwe::id).collect(Collectors.joining(", "));
    return info.id()
        + " | "
        + info.home().id()
        + " "
        + info.home().title()
        + " | "
        + info.severity().name().toLowerCase(Locale.ROOT)
        + (cwes.isEmpty() ? "" : " | " + cwes)
        + " | "
        + (info.onByDefault() ? "on by default" : "off by default");
  }
}
