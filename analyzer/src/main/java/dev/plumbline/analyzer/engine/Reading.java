package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.LogLayouts;
import dev.plumbline.analyzer.config.ConfigSource;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.Resolution;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.ir.GeneratorInput;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.LibraryDataException;
import dev.plumbline.analyzer.library.UserLibrary;
import dev.plumbline.analyzer.program.Linker;
import dev.plumbline.analyzer.program.LoweredFile;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.Workspace;
import dev.plumbline.analyzer.source.WorkspaceScanner;
import dev.plumbline.analyzer.taint.Budgets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The workspace after its files were read and linked: where every command begins. */
record Reading(Workspace workspace, List<FileFacts> facts, Backend backend) {

  /**
   * Walks, parses and links.
   *
   * @param rules of which those run that see one file alone
   */
  static Reading of(
      ScanOptions options,
      List<Rule> rules,
      RuleRuns runs,
      Workers workers,
      Phases phases,
      Progress progress)
      throws IOException, InterruptedException {
    phases.begin("walk");
    Workspace workspace =
        new WorkspaceScanner().scan(options.start(), WorkspaceScanner.Options.DEFAULT);
    Library library = library(workspace.root());

    phases.begin("parse");
    int total = workspace.files().size();
    List<FileFacts> facts =
        workers.map(
            workspace.files(),
            () -> new FileStage(rules, options.selfCheck(), runs)::process,
            done -> progress.at("parse", done, total));

    phases.begin("link");
    List<LoweredFile> lowered = new ArrayList<>();
    List<MapperXml> mappers = new ArrayList<>();
    List<ConfigSource> configuration = new ArrayList<>();
    List<GeneratorInput> generatorInputs = new ArrayList<>();
    List<LogLayouts.Source> logging = new ArrayList<>();
    for (FileFacts each : facts) {
      each.unit().ifPresent(unit -> lowered.add(new LoweredFile(each.file(), unit)));
      each.mapper().ifPresent(mappers::add);
      each.configuration()
          .ifPresent(keys -> configuration.add(new ConfigSource(each.file(), keys)));
      each.generatorInput().ifPresent(generatorInputs::add);
      each.logging().ifPresent(logs -> logging.add(new LogLayouts.Source(each.file(), logs)));
    }
    Program program = Linker.link(lowered, generatorInputs, library);
    return new Reading(
        workspace, facts, new Backend(program, library, mappers, configuration, logging));
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

  /** What happened to files, in report order, with what {@code runs} has to tell. */
  List<Notification> notifications(RuleRuns runs, Map<Budgets.Limit, List<String>> spent) {
    List<Notification> notifications = new ArrayList<>();
    workspace.skipped().forEach(skipped -> notifications.add(Notices.of(skipped)));
    facts.forEach(each -> notifications.addAll(each.notifications()));
    notifications.addAll(runs.failures());
    Notices.of(spent).ifPresent(notifications::add);
    notifications.sort(Notification.ORDER);
    return notifications;
  }

  /** How much of what the code names could be resolved, if the options ask. */
  Optional<Resolution> resolution(ScanOptions options, Workers workers, Phases phases)
      throws InterruptedException {
    if (!options.resolutionMeasured()) {
      return Optional.empty();
    }
    phases.begin("statistics");
    return Optional.of(ResolutionMeasure.of(backend.program(), workers));
  }

  ScanReport.Statistics statistics(
      RuleRuns runs,
      Phases phases,
      Map<Budgets.Limit, List<String>> spent,
      Optional<Resolution> resolution) {
    Map<String, List<String>> limits = new LinkedHashMap<>();
    spent.forEach((limit, methods) -> limits.put(limit.description(), methods));
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
        backend.program().names().unresolvedCount(),
        backend.program().names().resolvedCount(),
        phases.millis(),
        runs.millis(),
        limits,
        resolution);
  }
}
