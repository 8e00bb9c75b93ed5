package dev.plumbline.cli;

import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.ReportedFinding;
import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.fix.FileChange;
import dev.plumbline.analyzer.fix.FixPlan;
import dev.plumbline.analyzer.fix.FixPlan.Cause;
import dev.plumbline.analyzer.fix.FixPlanner;
import dev.plumbline.analyzer.fix.FixWriter;
import dev.plumbline.analyzer.fix.UnifiedDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code --fix} does with the findings of a scan. */
final class FixRun {

  private final Host host;
  private final ScanSettings settings;
  private final FixPlan plan;
  private final Set<Finding> mended = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<String> failures = new ArrayList<>();

  /**
   * @throws InterruptedException when the thread is interrupted; no file was changed
   */
  FixRun(Host host, ScanSettings settings, ScanReport report) throws InterruptedException {
    this.host = host;
    this.settings = settings;
    this.plan = FixPlanner.plan(report);
  }

  /**
   * Shows or writes the changes.
   *
   * @throws UsageFailure when stdout does not take the diff
   */
  void run() throws UsageFailure {
    if (plan.leavesOut(Cause.BREAKS)) {
      // One file that we would break says that the others are not to be trusted either.
      tellDefect();
    } else if (settings.fix() == FixMode.APPLY) {
      plan.changes().forEach(this::write);
    } else {
      for (FileChange change : plan.changes()) {
        new Printout(host).print(shown(change));
      }
    }
    summarise();
  }

  /** The findings that the files still have. */
  List<ReportedFinding> remaining(ScanReport report) {
    return report.findings().stream().filter(each -> !mended.contains(each.finding())).toList();
  }

  /** What the command answers with because of the fixes, where that is more than the findings. */
  Optional<ExitCode> exitCode() {
    if (plan.leavesOut(Cause.BREAKS)) {
      return Optional.of(ExitCode.INTERNAL);
    }
    boolean refused = settings.fix() == FixMode.APPLY && plan.leavesOut(Cause.CHANGED);
    return refused || !failures.isEmpty() ? Optional.of(ExitCode.USAGE) : Optional.empty();
  }

  private void write(FileChange change) {
    try {
      FixWriter.write(change);
      mended.addAll(change.mended());
      if (!settings.quiet()) {
        host.err()
            .println("fixed: " + Summary.printable(change.path()) + count(change.mended().size()));
      }
    } catch (IOException e) {
      failures.add(e.getMessage());
      host.err().println("plumbline: " + Summary.printable(e.getMessage()));
    }
  }

  private byte[] shown(FileChange change) {
    if (!host.outIsTerminal()) {
      return UnifiedDiff.bytes(change);
    }
    // What the files hold must not steer the terminal.
    StringBuilder text = new StringBuilder();
    boolean coloured = host.colorOnOut(settings.color());
    for (String line : UnifiedDiff.text(change).split("\n")) {
      String safe = Summary.printable(line.replace("\t", "    ").replaceAll("\r$", ""));
      String colour = safe.startsWith("+") ? "32" : safe.startsWith("-") ? "31" : "";
      text.append(
              coloured && !colour.isEmpty() ? "\u001b[" + colour + "m" + safe + "\u001b[0m" : safe)
          .append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void tellDefect() {
    host.err().println("plumbline: NOTHING WAS FIXED: a changed file would not parse any more.");
    host.err()
        .println("This is a defect of Plumbline. Please report it with the code that shows it.");
  }

  private void summarise() {
    boolean loud = plan.leavesOut(Cause.BREAKS);
    for (FixPlan.LeftOut each : plan.leftOut()) {
      if (!settings.quiet() || each.cause() != Cause.OVERLAP) {
        host.err()
            .println(
                "not fixed: "
                    + Summary.printable(each.finding().location().toString())
                    + " "
                    + each.finding().rule().id()
                    + ": "
                    + each.cause().told());
      }
    }
    if (settings.quiet() || loud) {
      return;
    }
    int fixes = plan.changes().stream().mapToInt(each -> each.mended().size()).sum();
    if (fixes == 0) {
      host.err().println("There is nothing that --fix can mend.");
    } else if (settings.fix() == FixMode.DRY_RUN) {
      host.err()
          .println(
              "Nothing was changed. --fix=apply makes these changes"
                  + count(fixes)
                  + "; read them first.");
    }
  }

  private static String count(int findings) {
    return " (" + findings + (findings == 1 ? " finding)" : " findings)");
  }
}
