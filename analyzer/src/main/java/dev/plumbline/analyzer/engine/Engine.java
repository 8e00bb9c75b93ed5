package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.Resolution;
import dev.plumbline.analyzer.finding.RuleDoc;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.inventory.Inventory;
import dev.plumbline.analyzer.inventory.Section;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.rule.RuleDocs;
import dev.plumbline.analyzer.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pipeline: walks the workspace, lowers each file, links, and lets the rules speak.
 *
 * <p>The same input gives the same report, whatever the number of threads.
 */
public final class Engine {

  private final List<Rule> rules;
  private final String version;

  /**
   * @param rules all that can be chosen from
   * @param version of this program, for the report
   */
  public Engine(List<Rule> rules, String version) {
    this.rules = List.copyOf(rules);
    this.version = version;
  }

  /**
   * The rule of this id.
   *
   * @throws UnknownRuleException when no rule has it
   */
  public Rule rule(String id) throws UnknownRuleException {
    return RuleSelection.require(rules, id);
  }

  /**
   * @throws java.nio.file.NoSuchFileException when there is nothing at the start path
   * @throws UserDataException when library data of the workspace are not in order
   * @throws IOException when the start path cannot be read; anything below it becomes a
   *     notification instead
   * @throws UnknownRuleException when the options name a rule that is not there
   * @throws InterruptedException when the thread is interrupted; nothing is left running
   */
  public ScanReport scan(ScanOptions options, Progress progress)
      throws IOException, UnknownRuleException, InterruptedException {
    List<Rule> selected = RuleSelection.select(rules, options);
    RuleRuns runs = new RuleRuns();
    Workers workers = new Workers(options.threads(), JavaFrontEnd.STACK_BYTES);
    Phases phases = new Phases(progress);

    Reading reading = Reading.of(options, selected, runs, workers, phases, progress);

    phases.begin("rules");
    List<Finding> findings = new ArrayList<>();
    reading.facts().forEach(each -> findings.addAll(each.findings()));
    ProgramStage program =
        new ProgramStage(
            reading.backend(), selected, DistrustedSource.trusts(options.sources()), runs, workers);
    findings.addAll(program.run());

    Optional<Resolution> resolution = reading.resolution(options, workers, phases);
    phases.begin("report");
    Map<String, SourceFile> files = new HashMap<>();
    reading.facts().forEach(each -> files.put(each.file().path(), each.file()));
    List<Finding> mended =
        new FixStage(selected, files, reading.backend().program(), runs, workers)
            .mend(settled(findings, selected, files));
    List<ReportedFinding> reported = new Decoration(files).decorate(mended);
    phases.end();
    Map<String, RuleDoc> docs = new LinkedHashMap<>();
    selected.forEach(rule -> docs.put(rule.info().id(), RuleDocs.of(rule)));
    return new ScanReport(
        version,
        rootUri(reading.workspace().root()),
        selected.stream().map(Rule::info).toList(),
        docs,
        reported,
        reading.notifications(runs, program.spent()),
        reading.statistics(runs, phases, program.spent(), resolution));
  }

  /**
   * What is there, without a review. The rules among the options mean nothing here.
   *
   * @param wanted the sections to fill
   * @throws java.nio.file.NoSuchFileException when there is nothing at the start path
   * @throws UserDataException when library data of the workspace are not in order
   * @throws IOException when the start path cannot be read; anything below it becomes a
   *     notification instead
   * @throws InterruptedException when the thread is interrupted; nothing is left running
   */
  public Inventory inventory(ScanOptions options, Set<Section.Kind> wanted, Progress progress)
      throws IOException, InterruptedException {
    RuleRuns runs = new RuleRuns();
    Workers workers = new Workers(options.threads(), JavaFrontEnd.STACK_BYTES);
    Phases phases = new Phases(progress);
    Reading reading = Reading.of(options, List.of(), runs, workers, phases, progress);

    phases.begin("inventory");
    List<Section> sections = new InventoryStage(reading).sections(wanted, workers);
    Optional<Resolution> resolution = reading.resolution(options, workers, phases);
    phases.end();
    return new Inventory(
        version,
        sections,
        reading.notifications(runs, Map.of()),
        reading.statistics(runs, phases, Map.of(), resolution));
  }

  /** In report order, each once, and only where the rule has a say. */
  private static List<Finding> settled(
      List<Finding> findings, List<Rule> selected, Map<String, SourceFile> files) {
    Map<String, Rule> byId = new HashMap<>();
    selected.forEach(rule -> byId.put(rule.info().id(), rule));
    Set<String> seen = new LinkedHashSet<>();
    Set<String> told = new HashSet<>();
    findings.forEach(each -> told.add(place(each.rule().id(), each)));
    List<Finding> settled = new ArrayList<>();
    findings.sort(Finding.ORDER);
    for (Finding finding : findings) {
      SourceFile file = files.get(finding.location().path());
      Rule rule = byId.get(finding.rule().id());
      boolean concerned = file == null || rule == null || rule.roles().contains(file.role());
      boolean yields =
          rule != null
              && rule.yieldsTo().stream().anyMatch(id -> told.contains(place(id, finding)));
      // The copies of a shared finally block, or two threads of thought in one rule.
      if (concerned
          && !yields
          && seen.add(place(finding.rule().id(), finding) + finding.message())) {
        settled.add(finding);
      }
    }
    return settled;
  }

  private static String place(String rule, Finding finding) {
    return rule + " " + finding.location() + finding.location().span();
  }

  private static String rootUri(Path root) {
    String uri = root.toUri().toString();
    return uri.endsWith("/") ? uri : uri + "/";
  }
}
