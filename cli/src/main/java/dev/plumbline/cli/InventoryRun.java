package dev.plumbline.cli;

import dev.plumbline.analyzer.engine.Engine;
import dev.plumbline.analyzer.engine.Progress;
import dev.plumbline.analyzer.finding.Notification;
import dev.plumbline.analyzer.inventory.Inventory;
import dev.plumbline.analyzer.report.ConsoleReport;
import dev.plumbline.analyzer.report.InventoryConsole;
import dev.plumbline.analyzer.report.InventoryJson;
import dev.plumbline.analyzer.report.ReportWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** One inventory from checked settings to exit code. */
final class InventoryRun {

  private final Host host;
  private final InventoryCommand.Settings settings;

  InventoryRun(Host host, InventoryCommand.Settings settings) {
    this.host = host;
    this.settings = settings;
  }

  /**
   * @throws UsageFailure when the user has to change something before there is a result
   * @throws InterruptedException when it was interrupted; nothing was written
   */
  ExitCode run() throws UsageFailure, InterruptedException {
    ScanRun.requireStart(settings.options().start());
    Path file = settings.output().orElse(null);
    try {
      if (file != null) {
        ReportWriter.probe(file);
      }
      Inventory inventory = read();
      requireSomethingRead(inventory);
      deliver(inventory, file);
      tell(inventory);
      return inventory.isComplete() || settings.allowIncomplete()
          ? ExitCode.CLEAN
          : ExitCode.INCOMPLETE;
    } catch (IOException e) {
      throw new UsageFailure(e.getMessage());
    }
  }

  private Inventory read() throws IOException, InterruptedException {
    Engine engine = new Engine(List.of(), Version.number());
    if (!host.canRewriteErr() || settings.quiet()) {
      return engine.inventory(settings.options(), settings.sections(), Progress.SILENT);
    }
    try (ProgressLine progress = new ProgressLine(host.err())) {
      return engine.inventory(settings.options(), settings.sections(), progress);
    }
  }

  private void requireSomethingRead(Inventory inventory) throws UsageFailure {
    int files = inventory.statistics().files().values().stream().mapToInt(Integer::intValue).sum();
    if (files == 0 && inventory.isComplete()) {
      throw new UsageFailure(
          "nothing to list: "
              + settings.options().start()
              + " holds no file that Plumbline reads, or ignore files exclude all of them");
    }
  }

  private void deliver(Inventory inventory, Path file) throws IOException {
    if (file != null) {
      ConsoleReport.Style style = TextStyle.ofFile(settings.color() == ColorMode.ALWAYS);
      ReportWriter.writeFile(out -> write(inventory, style, out), file);
      return;
    }
    try {
      OutputStream out = new BufferedOutputStream(host.out());
      write(inventory, host.styleOfOut(settings.color()), out);
      out.flush();
    } catch (IOException e) {
      if (!ReportDelivery.isClosedPipe(e)) {
        throw new IOException("cannot write to stdout: " + e.getMessage(), e);
      }
    }
  }

  private void write(Inventory inventory, ConsoleReport.Style style, OutputStream out)
      throws IOException {
    switch (settings.format()) {
      case JSON -> new InventoryJson().write(inventory, out);
      case CONSOLE -> new InventoryConsole(style, settings.all()).write(inventory, out);
    }
  }

  private void tell(Inventory inventory) {
    boolean onStdout =
        settings.output().isEmpty() && settings.format() == InventoryCommand.Format.CONSOLE;
    if (settings.statistics()) {
      new StatisticsTable(inventory.statistics()).print(host.err());
    }
    if (!settings.quiet() && !onStdout) {
      host.err().println(InventoryConsole.summary(inventory));
      settings.output().ifPresent(file -> host.err().println("inventory: " + file));
    }
    List<Notification> gaps =
        inventory.notifications().stream().filter(n -> n.kind().incomplete()).toList();
    if (onStdout) {
      // The inventory itself lists them.
      Summary.announce(host.err(), gaps.size(), settings.allowIncomplete(), settings.quiet());
    } else {
      Summary.printGaps(host.err(), gaps, settings.allowIncomplete(), settings.quiet());
    }
  }
}
