package dev.plumbline.rules.oracle;

import dev.plumbline.analyzer.engine.Engine;
import dev.plumbline.analyzer.engine.Progress;
import dev.plumbline.analyzer.engine.ScanOptions;
import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a scan says of programs, held against what the interpreter knows. */
final class Verdicts {

  /**
   * @param sinks all of the program
   * @param truth what is known of them
   * @param reported those that the rule reports
   */
  record Verdict(Set<Integer> sinks, Oracle.Truth truth, Set<Integer> reported) {

    /** Reached and not reported. */
    Set<Integer> missed() {
      return without(truth.reached(), reported);
    }

    /** Those of them that it takes no earlier request for. */
    Set<Integer> missedAtOnce() {
      return without(truth.atOnce(), reported);
    }

    /** Executed, but never with an outsider's text. */
    Set<Integer> harmless() {
      return without(truth.executed(), truth.reached());
    }

    /** Never executed: behind a condition or an exception, or in a method that nobody calls. */
    Set<Integer> dead() {
      return without(sinks, truth.executed());
    }

    /** Those of {@code some} that are reported. */
    Set<Integer> reported(Set<Integer> some) {
      return without(some, without(some, reported));
    }

    private static Set<Integer> without(Set<Integer> all, Set<Integer> some) {
      Set<Integer> rest = new TreeSet<>(all);
      rest.removeAll(some);
      return rest;
    }
  }

  private final Path folder;
  private final Rule rule;
  private int scans;

  /**
   * @param folder where files may be made
   */
  Verdicts(Path folder, Rule rule) {
    this.folder = folder;
    this.rule = rule;
  }

  /** The verdict on each program, in their order; all are scanned as one workspace. */
  List<Verdict> of(List<Model> models) throws Exception {
    Path root = Files.createDirectory(folder.resolve("scan" + scans++));
    Map<String, Integer> placed = new HashMap<>();
    List<Verdict> verdicts = new ArrayList<>();
    List<Map<Integer, Integer>> sinkOfLine = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      String path = "src/main/java/p" + i + "/App.java";
      Printer.Source source = Printer.print(models.get(i), "p" + i);
      write(root.resolve(path), source.text());
      placed.put(path, i);
      Map<Integer, Integer> lines = new TreeMap<>();
      source.sinkLines().forEach((sink, line) -> lines.put(line, sink));
      sinkOfLine.add(lines);
      Oracle.Truth truth = Oracle.truth(models.get(i)).orElseGet(Oracle.Truth::nothing);
      verdicts.add(new Verdict(source.sinkLines().keySet(), truth, new TreeSet<>()));
    }
    ScanReport report = new Engine(List.of(rule), "0").scan(ScanOptions.of(root), Progress.SILENT);
    // That a circle of calls was cut short is said, and no excuse: what is missed then is a miss.
    if (report.notifications().stream().anyMatch(each -> each.kind() != Notification.Kind.NOTICE)) {
      throw new AssertionError("not everything was analysed: " + report.notifications());
    }
    report
        .findings()
        .forEach(
            found -> {
              Location location = found.finding().location();
              int program = placed.get(location.path());
              Map<Integer, Integer> lines = sinkOfLine.get(program);
              Set<Integer> reported = verdicts.get(program).reported();
              Integer sink = lines.get(location.span().startLine());
              if (sink == null) {
                throw new AssertionError("reported where no sink is: " + found.finding());
              }
              reported.add(sink);
              found.finding().related().stream()
                  .filter(Verdicts::isSink)
                  .map(each -> lines.get(each.location().span().startLine()))
                  .forEach(reported::add);
            });
    return verdicts;
  }

  /** What one value does in one method is one finding; further sources stand beside it too. */
  private static boolean isSink(FlowStep related) {
    return !related.message().endsWith(" reaches it too");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** What a program has to keep while it is cut down. */
  interface Wanted {
    boolean isIn(Verdict verdict);
  }

  /**
   * A program as small as can be of which the same is said. Each round scans all programs that are
   * one step smaller at once and goes on with the smallest that is left.
   */
  Model shrunk(Model model, Wanted wanted) throws Exception {
    Model smallest = model;
    while (true) {
      List<Model> candidates = new ArrayList<>(Reductions.of(smallest));
      candidates.removeIf(each -> Oracle.truth(each).isEmpty());
      candidates.sort((a, b) -> Long.compare(Reductions.size(a), Reductions.size(b)));
      Model found = null;
      for (int from = 0; from < candidates.size() && found == null; from += BATCH) {
        List<Model> batch = candidates.subList(from, Math.min(from + BATCH, candidates.size()));
        List<Verdict> verdicts = of(batch);
        for (int i = 0; i < batch.size() && found == null; i++) {
          found = wanted.isIn(verdicts.get(i)) ? batch.get(i) : null;
        }
      }
      if (found == null) {
        return smallest;
      }
      smallest = found;
    }
  }

  private static final int BATCH = 60;
}
