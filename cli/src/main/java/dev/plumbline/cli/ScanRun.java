package dev.plumbline.cli;

import dev.plumbline.analyzer.engine.Engine;
import dev.plumbline.analyzer.engine.Progress;
import dev.plumbline.analyzer.engine.UnknownRuleException;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One scan from checked settings to exit code. */
final class ScanRun {

  private final Host host;
  private final List<Rule> rules;
  private final ScanSettings settings;

  ScanRun(Host host, List<Rule> rules, ScanSettings settings) {
    this.host = host;
    this.rules = rules;
    this.settings = settings;
  }

  /**
   * @throws UsageFailure when the user has to change something before there is a result
   * @throws InterruptedException when the scan was interrupted; no report was written
   */
  ExitCode run() throws UsageFailure, InterruptedException {
    ReportDelivery delivery = new ReportDelivery(host, settings);
    requireStart(settings.scan().start());
    requireRules();
    delivery.probe();
    ScanReport report = scan();
    requireSomethingRead(report);
    Optional<FixRun> fixes =
        settings.fix() == FixMode.OFF
            ? Optional.empty()
            : Optional.of(new FixRun(host, settings, report));
    if (fixes.isPresent()) {
      fixes.get().run();
    }
    Verdict verdict =
        Verdict.of(
            report,
            fixes.map(each -> each.remaining(report)).orElse(report.findings()),
            settings.failOn(),
            settings.allowIncomplete());
    List<ReportDelivery.Failure> failures = delivery.deliver(report);
    if (!failures.isEmpty() && !isReadable(failures)) {
      delivery.rescue(report);
    }
    new Summary(host, settings).print(report, verdict);
    failures.forEach(failure -> host.err().println("plumbline: " + failure.message()));
    ExitCode fixed = fixes.flatMap(FixRun::exitCode).orElse(verdict.exitCode());
    return failures.isEmpty() || fixed == ExitCode.INTERNAL ? fixed : ExitCode.USAGE;
  }

  /** Whether a report for people reached its place all the same. */
  private boolean isReadable(List<ReportDelivery.Failure> failures) {
    return settings.reports().stream()
        .filter(target -> target.kind() == ReportKind.CONSOLE)
        .anyMatch(target -> failures.stream().noneMatch(f -> f.target().equals(target)));
  }

  static void requireStart(Path start) throws UsageFailure {
    if (!Files.exists(start)) {
      throw new UsageFailure(
          Files.isSymbolicLink(start)
              ? "cannot scan " + start + ": it is a link to nothing"
              : "cannot scan " + start + ": there is no such file or folder");
    }
  }

  /** All that was asked for and all that was excluded may cancel out. */
  private void requireRules() throws UsageFailure {
    List<String> only = settings.scan().onlyRules();
    boolean anyLeft =
        rules.stream()
            .map(Rule::info)
            .filter(info -> only.isEmpty() ? info.onByDefault() : only.contains(info.id()))
            .anyMatch(info -> !settings.scan().excludedRules().contains(info.id()));
    boolean allKnown =
        only.stream().allMatch(id -> rules.stream().anyMatch(r -> r.info().id().equals(id)));
    if (!anyLeft && allKnown && !rules.isEmpty()) {
      throw new UsageFailure("no rule is left to run: --rule and --exclude-rule cancel out");
    }
  }

  private ScanReport scan() throws UsageFailure, InterruptedException {
    Engine engine = new Engine(rules, Version.number());
    boolean showProgress = host.canRewriteErr() && !settings.quiet();
    try {
      if (!showProgress) {
        return engine.scan(settings.scan(), Progress.SILENT);
      }
      try (ProgressLine progress = new ProgressLine(host.err())) {
        return engine.scan(settings.scan(), progress);
      }
    } catch (UnknownRuleException e) {
      throw new UsageFailure(RuleNames.unknown(e.id(), e.alternatives()));
    } catch (IOException e) {
      throw new UsageFailure(
          e.getMessage() == null ? "cannot scan " + settings.scan().start() : e.getMessage());
    }
  }

  /**
   * A folder with nothing in it is a wrong path far more often than a clean backend; and a report
   * without findings would close every alert of the right one.
   */
  private void requireSomethingRead(ScanReport report) throws UsageFailure {
    int files = report.statistics().files().values().stream().mapToInt(Integer::intValue).sum();
    if (files == 0 && report.isComplete() && report.findings().isEmpty()) {
      throw new UsageFailure(
          "nothing to review: "
              + settings.scan().start()
              + " holds no file that Plumbline reads, or ignore files exclude all of them");
    }
  }
}
