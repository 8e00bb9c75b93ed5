package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.Resolution;
import dev.plumbline.analyzer.finding.RuleDoc;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.LibraryDataException;
import dev.plumbline.analyzer.library.UserLibrary;
import dev.plumbline.analyzer.program.Linker;
import dev.plumbline.analyzer.program.LoweredFile;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.rule.RuleDocs;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.Workspace;
import dev.plumbline.analyzer.source.WorkspaceScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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

    phases.begin("walk");
    Workspace workspace =
        new WorkspaceScanner().scan(options.start(), WorkspaceScanner.Options.DEFAULT);
    Library library = library(workspace.root());

    phases.begin("parse");
    int total = workspace.files().size();
    List<FileFacts> facts =
        workers.map(
            workspace.files(),
            () -> new FileStage(selected, options.selfCheck(), runs)::process,
            done -> progress.at("parse", done, total));

    phases.begin("link");
    List<LoweredFile> lowered = new ArrayList<>();
    List<MapperXml> mappers = new ArrayList<>();
    for (FileFacts each : facts) {
      each.unit().ifPresent(unit -> lowered.add(new LoweredFile(each.file(), unit)));
      each.mapper().ifPresent(mappers::add);
    }
    Program program = Linker.link(lowered, library);
    Backend backend = new Backend(program, library, mappers);

    phases.begin("rules");
    List<Finding> findings = new ArrayList<>();
    facts.forEach(each -> findings.addAll(each.findings()));
    findings.addAll(new ProgramStage(backend, selected, runs, workers).run());

    Optional<Resolution> resolution = Optional.empty();
    if (options.resolutionMeasured()) {
      phases.begin("statistics");
      resolution = Optional.of(ResolutionMeasure.of(program, workers));
    }

    phases.begin("report");
    Map<String, SourceFile> files = new HashMap<>();
    facts.forEach(each -> files.put(each.file().path(), each.file()));
    List<ReportedFinding> reported =
        new Decoration(files).decorate(settled(findings, selected, files));
    phases.end();
    return report(
        workspace,
        selected,
        facts,
        reported,
        runs,
        statistics(facts, runs, phases, program, resolution));
  }

  private static Library library(Path root) throws IOException {
    try {
      return Library.with(UserLibrary.read(root));
    } catch (LibraryDataException e) {
      throw new UserDataException(
          e.getMessage()
              + "\ncorrect this, or move the file away; docs/library-data.md has the form of library"
              + " data",
          e);
    }
  }

  /** In report order, each once, and only where the rule has a say. */
  private static List<Finding> settled(
      List<Finding> findings, List<Rule> selected, Map<String, SourceFile> files) {
    Map<String, Rule> byId = new HashMap<>();
    selected.forEach(rule -> byId.put(rule.info().id(), rule));
    Set<String> seen = new LinkedHashSet<>();
    List<Finding> settled = new ArrayList<>();
    findings.sort(Finding.ORDER);
    for (Finding finding : findings) {
      SourceFile file = files.get(finding.location().path());
      Rule rule = byId.get(finding.rule().id());
      boolean concerned = file == null || rule == null || rule.roles().contains(file.role());
      // The copies of a shared finally block, or two threads of thought in one rule.
      if (concerned
          && seen.add(
              finding.rule().id()
                  + finding.location()
                  + finding.location().span()
                  + finding.message())) {
        settled.add(finding);
      }
    }
    return settled;
  }

  private ScanReport report(
      Workspace workspace,
      List<Rule> selected,
      List<FileFacts> facts,
      List<ReportedFinding> findings,
      RuleRuns runs,
      ScanReport.Statistics statistics) {
    List<Notification> notifications = new ArrayList<>();
    workspace.skipped().forEach(skipped -> notifications.add(Notices.of(skipped)));
    facts.forEach(each -> notifications.addAll(each.notifications()));
    notifications.addAll(runs.failures());
    notifications.sort(Notification.ORDER);
    Map<String, RuleDoc> docs = new LinkedHashMap<>();
    selected.forEach(rule -> docs.put(rule.info().id(), RuleDocs.of(rule)));
    return new ScanReport(
        version,
        rootUri(workspace.root()),
        selected.stream().map(Rule::info).toList(),
        docs,
        findings,
        notifications,
        statistics);
  }

  private static String rootUri(Path root) {
    String uri = root.toUri().toString();
    return uri.endsWith("/") ? uri : uri + "/";
  }

  private static ScanReport.Statistics statistics(
      List<FileFacts> facts,
      RuleRuns runs,
      Phases phases,
      Program program,
      Optional<Resolution> resolution) {
    Map<String, Integer> files = new TreeMap<>();
    int failed = 0;
    long lines = 0;
    for (FileFacts each : facts) {
      SourceKind kind = each.file().kind();
      files.merge(kind.name().toLowerCase(Locale.ROOT), 1, Integer::sum);
      failed += each.failed() ? 1 : 0;
      lines += each.lines();
    }
    return new ScanReport.Statistics(
        files,
        failed,
        lines,
        program.names().unresolvedCount(),
        program.names().resolvedCount(),
        phases.millis(),
        runs.millis(),
        resolution);
  }
}
