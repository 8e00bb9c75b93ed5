package dev.plumbline.rules.input;

import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.library.SourceKind.Trust;
import dev.plumbline.analyzer.rule.FlowRule;
import dev.plumbline.analyzer.taint.Flow;
import dev.plumbline.analyzer.taint.Strand;
import dev.plumbline.rules.flow.FlowFinding;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An outsider's text begins a cell of a table. Prose and examples: {@code CsvInjection.md}. */
public final class CsvInjection implements FlowRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "csv-injection",
              "Data from outside begin a cell of an exported table",
              Checklist.INPUT,
              Cwe.of(1236),
              Severity.LOW,
              Confidence.MEDIUM)
          .offByDefault();

  /** Tables are mostly filled with what users had stored. */
  private static final Set<Trust> WRITERS = EnumSet.of(Trust.REQUEST, Trust.MESSAGE, Trust.STORED);

  /** What begins so is a formula to a spreadsheet program. */
  private static final String FORMULA = "=+-@\t\r";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<SinkKind> sinks() {
    return Set.of(SinkKind.CSV);
  }

  @Override
  public Set<Trust> trusts() {
    return WRITERS;
  }

  @Override
  public Optional<Finding> judge(Flow flow) {
    // POI writes what is given to setCellValue as text, whatever it begins with.
    if (flow.weak()) {
      return Optional.empty();
    }
    List<Strand> strands = FlowFinding.strands(flow, WRITERS, CsvInjection::mayBeginCell);
    return FlowFinding.of(INFO, flow, strands, "as the beginning of a cell")
        .map(Finding.Builder::build);
  }

  private static boolean mayBeginCell(Strand strand) {
    // The elements of an array stand behind each other with NUL between.
    int cell = strand.before().lastIndexOf('\0') + 1;
    String before = strand.before().substring(cell);
    return (strand.first() || cell > 0)
        && (before.isEmpty() || FORMULA.indexOf(before.charAt(0)) >= 0);
  }
}
