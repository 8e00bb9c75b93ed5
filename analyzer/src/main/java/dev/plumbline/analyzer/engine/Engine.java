package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.finding.ScanReport;
import dev.plumbline.analyzer.rule.Rule;
import java.io.IOException;
import java.util.List;

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
   * @throws java.nio.file.NoSuchFileException when there is nothing at the start path
   * @throws IOException when the start path cannot be read; anything below it becomes a
   *     notification instead
   * @throws UnknownRuleException when the options name a rule that is not there
   * @throws InterruptedException when the thread is interrupted; nothing is left running
   */
  public ScanReport scan(ScanOptions options, Progress progress)
      throws IOException, UnknownRuleException, InterruptedException {
    throw new UnsupportedOperationException("written next");
  }
}
