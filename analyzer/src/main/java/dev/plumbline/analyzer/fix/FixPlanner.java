package dev.plumbline.analyzer.fix;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Fix;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.fix.FixPlan.Cause;
import dev.plumbline.analyzer.frontend.JavaFrontEnd;
import dev.plumbline.analyzer.source.LineIndex;
import dev.plumbline.analyzer.source.ReadOutcome;
import dev.plumbline.analyzer.source.SourceFile;
import dev.plumbline.analyzer.source.SourceKind;
import dev.plumbline.analyzer.source.SourceReader;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.source.SourceText;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Chooses fixes in report order: of two that change the same text the earlier is made. Every file
 * is read again, must hold what it held when it was scanned, and must parse when it is changed.
 */
public final class FixPlanner {

  private final Path root;
  private final SourceReader reader = new SourceReader();
  private final Map<String, Optional<OneFile>> files = new TreeMap<>();
  private final List<FixPlan.LeftOut> leftOut = new ArrayList<>();

  private FixPlanner(Path root) {
    this.root = root;
  }

  /**
   * @throws InterruptedException when the thread is interrupted
   */
  public static FixPlan plan(ScanReport report) throws InterruptedException {
    FixPlanner planner = new FixPlanner(Path.of(URI.create(report.rootUri())));
    for (ReportedFinding each : report.findings()) {
      Finding finding = each.finding();
      finding
          .fix()
          .flatMap(fix -> planner.place(finding, fix))
          .ifPresent(cause -> planner.leftOut.add(new FixPlan.LeftOut(finding, cause)));
    }
    return planner.plan();
  }

  /** Takes the fix up, or says why not. */
  private Optional<Cause> place(Finding finding, Fix fix) {
    Map<OneFile, List<Edit>> edits = new LinkedHashMap<>();
    for (Fix.Replacement each : fix.replacements()) {
      String path = each.deleted().path();
      String digest = fix.digests().get(path);
      if (digest == null) {
        return Optional.of(Cause.UNSUPPORTED);
      }
      OneFile file = files.computeIfAbsent(path, this::read).orElse(null);
      if (file == null || !file.digest.equals(digest)) {
        return Optional.of(Cause.CHANGED);
      }
      edits
          .computeIfAbsent(file, key -> new ArrayList<>())
          .add(file.edit(each, fix.isOneInsertion()));
    }
    if (edits.entrySet().stream().anyMatch(each -> each.getKey().refuses(each.getValue()))) {
      return Optional.of(Cause.OVERLAP);
    }
    edits.forEach((file, added) -> file.add(added, finding));
    return Optional.empty();
  }

  private Optional<OneFile> read(String path) {
    SourceFile file =
        new SourceFile(path, root.resolve(path), SourceKind.JAVA, SourceRole.MAIN, "", 0);
    ReadOutcome outcome = reader.read(file);
    return outcome instanceof SourceText text ? Optional.of(new OneFile(text)) : Optional.empty();
  }

  private FixPlan plan() throws InterruptedException {
    List<FileChange> changes = new ArrayList<>();
    for (Optional<OneFile> each : files.values()) {
      if (each.isPresent() && !each.get().mended.isEmpty()) {
        changes.add(each.get().change());
      }
    }
    List<FileChange> whole = parsing(changes);
    for (FileChange change : changes) {
      if (!whole.contains(change)) {
        change.mended().forEach(each -> leftOut.add(new FixPlan.LeftOut(each, Cause.BREAKS)));
      }
    }
    leftOut.sort(Comparator.comparing(FixPlan.LeftOut::finding, Finding.ORDER));
    return new FixPlan(whole, leftOut);
  }

  /** Those after which the file parses. Parsing recurses deeply: it needs a thread of its own. */
  private static List<FileChange> parsing(List<FileChange> changes) throws InterruptedException {
    AtomicReference<List<FileChange>> whole = new AtomicReference<>(List.of());
    Runnable work =
        () -> {
          JavaFrontEnd frontEnd = new JavaFrontEnd();
          whole.set(
              changes.stream()
                  .filter(each -> frontEnd.parse(each.path(), each.after()).complete())
                  .toList());
        };
    Thread thread = new Thread(null, work, "plumbline-fix", JavaFrontEnd.STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    thread.join();
    return whole.get();
  }

  /** A file with what was chosen for it so far. */
  private static final class OneFile {
    private final SourceText text;
    private final String digest;
    private final LineIndex lines;
    private final List<Edit> edits = new ArrayList<>();
    private final List<Finding> mended = new ArrayList<>();

    OneFile(SourceText text) {
      this.text = text;
      this.digest = text.digest();
      this.lines = text.lines();
    }

    Edit edit(Fix.Replacement replacement, boolean alone) {
      Span span = replacement.deleted().span();
      return new Edit(
          lines.offset(span.startLine(), span.startColumn()),
          lines.offset(span.endLine(), span.endColumn()),
          replacement.inserted(),
          alone);
    }

    /** Fixes that are the same are one: two findings may have it. */
    boolean refuses(List<Edit> added) {
      boolean allThere = added.stream().allMatch(each -> edits.stream().anyMatch(each::isSameAs));
      return !allThere
          && added.stream().anyMatch(each -> edits.stream().anyMatch(each::collidesWith));
    }

    void add(List<Edit> added, Finding finding) {
      for (Edit each : added) {
        if (edits.stream().noneMatch(each::isSameAs)) {
          edits.add(each);
        }
      }
      mended.add(finding);
    }

    FileChange change() {
      // Stable: insertions at one place stay in report order, before what is replaced there.
      List<Edit> ordered =
          edits.stream()
              .sorted(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end))
              .toList();
      return new FileChange(text, ordered, mended);
    }
  }
}
