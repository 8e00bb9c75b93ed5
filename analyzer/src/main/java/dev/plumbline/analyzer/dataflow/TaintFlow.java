package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Hierarchy;

/**
 * What reaches one argument of a sink.
 *
 * @param body the code that the call stands in
 * @param site the sink: a call or a creation
 * @param target what it calls
 * @param kind what the argument is used for
 * @param argument its index, from 0
 * @param value what it may be
 * @param hierarchy for questions about types
 */
public record TaintFlow(
    CodeBody body,
    Instruction site,
    CallTarget target,
    SinkKind kind,
    int argument,
    Value value,
    Hierarchy hierarchy) {

  /**
   * Where to report: the call, or, when a chain of calls goes over several lines, the name of the
   * method alone. GitHub shows an alert in a pull request only if all its lines are in the diff.
   */
  public Location reportLocation() {
    Span span = site.span();
    if (span.startLine() != span.endLine()) {
      span =
          site instanceof Instruction.Call call
              ? call.nameSpan()
              : site instanceof Instruction.New creation ? creation.typeSpan() : span;
    }
    return body.location(span);
  }

  /** Whether nobody outside can choose the text of {@code part}. */
  public boolean isHarmless(Value.Unknown part) {
    return part.origin() == Value.Origin.HARMLESS
        || part.origin() == Value.Origin.EXTERNAL_CONSTANT
        || HarmlessTypes.contains(part.type(), hierarchy);
  }
}
