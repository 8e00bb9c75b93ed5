package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.rule.CodeTypes;
import dev.plumbline.analyzer.rule.Rule;
import dev.plumbline.analyzer.rule.SyntaxFixer;
import dev.plumbline.analyzer.rule.SyntaxSource;
import dev.plumbline.analyzer.source.ReadOutcome;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceReader;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts fixes beside the findings whose rules know how to mend them. Reads and parses the files of
 * such findings once more.
 *
 * <p>A fix is for code that people write and ship, and only for a file that parses as a whole.
 */
final class FixStage {

  private final Map<String, Rule> rules = new HashMap<>();
  private final Map<String, SourceFile> files;
  private final Program program;
  private final RuleRuns runs;
  private final Workers workers;

  /**
   * @param files by path
   */
  FixStage(
      List<Rule> rules,
      Map<String, SourceFile> files,
      Program program,
      RuleRuns runs,
      Workers workers) {
    rules.forEach(rule -> this.rules.put(rule.info().id(), rule));
    this.files = files;
    this.program = program;
    this.runs = runs;
    this.workers = workers;
  }

  /** The same findings in the same order. */
  List<Finding> mend(List<Finding> findings) throws InterruptedException {
    Map<String, List<Integer>> byFile = new LinkedHashMap<>();
    for (int i = 0; i < findings.size(); i++) {
      if (concerns(findings.get(i))) {
        byFile.computeIfAbsent(findings.get(i).location().path(), key -> new ArrayList<>()).add(i);
      }
    }
    if (byFile.isEmpty()) {
      return findings;
    }
    Map<String, List<CodeBody>> code = new HashMap<>();
    for (CodeBody body : program.bodies()) {
      String path = body.owner().file().file().path();
      if (byFile.containsKey(path)) {
        code.computeIfAbsent(path, key -> new ArrayList<>()).add(body);
      }
    }
    List<Finding> mended = new ArrayList<>(findings);
    workers
        .map(
            List.copyOf(byFile.entrySet()),
            () -> {
              FileFixes fixes = new FileFixes();
              return entry ->
                  fixes.of(
                      entry.getKey(),
                      code.getOrDefault(entry.getKey(), List.of()),
                      entry.getValue(),
                      findings);
            },
            done -> {})
        .forEach(fixed -> fixed.forEach(mended::set));
    return mended;
  }

  private boolean concerns(Finding finding) {
    SourceFile file = files.get(finding.location().path());
    Rule rule = rules.get(finding.rule().id());
    return file != null
        && file.kind() == SourceKind.JAVA
        && file.role() == SourceRole.MAIN
        && (finding.fix().isPresent() || rule != null && rule.fixer().isPresent());
  }

  /** The work on one file. One a thread. */
  private final class FileFixes {
    private final SourceReader reader = new SourceReader();
    private final JavaFrontEnd frontEnd = new JavaFrontEnd();

    /** The findings that have a fix now, by their number. */
    Map<Integer, Finding> of(
        String path, List<CodeBody> code, List<Integer> numbers, List<Finding> findings) {
      Map<Integer, Finding> mended = new TreeMap<>();
      ReadOutcome outcome = reader.read(files.get(path));
      if (!(outcome instanceof SourceText text)) {
        return mended;
      }
      CodeTypes types = new CodeTypes(program, code);
      JavaFrontEnd.Outcome parsed =
          frontEnd.parse(
              path,
              text.text(),
              SyntaxSource.of(
                  text,
                  types,
                  source -> {
                    for (int number : numbers) {
                      fix(findings.get(number), source, text, number, mended);
                    }
                  }));
      return parsed.complete() ? mended : Map.of();
    }

    private void fix(
        Finding finding,
        SyntaxSource source,
        SourceText text,
        int number,
        Map<Integer, Finding> mended) {
      if (finding.fix().isPresent()) {
        mended.put(number, finding.with(settled(finding.fix().get(), text)));
        return;
      }
      Rule rule = rules.get(finding.rule().id());
      SyntaxFixer fixer = rule.fixer().orElseThrow();
      runs.run(
          rule,
          finding.location().path(),
          () ->
              fixer
                  .fix(finding, source)
                  .ifPresent(fix -> mended.put(number, finding.with(settled(fix, text)))));
    }

    /** With the line ends of the file, and what it holds. */
    private Fix settled(Fix fix, SourceText text) {
      String path = text.file().path();
      Map<String, String> digests = new TreeMap<>(fix.digests());
      boolean crLf = text.endsLinesWithCrLf();
      List<Fix.Replacement> replacements = new ArrayList<>();
      for (Fix.Replacement each : fix.replacements()) {
        boolean here = each.deleted().path().equals(path);
        if (here) {
          digests.put(path, text.digest());
        }
        String lines = each.inserted().replace("\r\n", "\n");
        replacements.add(
            here && crLf ? new Fix.Replacement(each.deleted(), lines.replace("\n", "\r\n")) : each);
      }
      return new Fix(fix.description(), replacements, digests);
    }
  }
}
