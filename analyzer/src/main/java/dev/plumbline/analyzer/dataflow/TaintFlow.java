package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;

/**
 * What reaches one argument of a sink.
 *
 * @param body the code that the call stands in
 * @param site the sink: a call or a creation
 * @param target what it calls
 * @param kind what the argument is used for
 * @param argument its index, from 0
 * @param value what it may be
 * @param argumentLocation of the argument's text
 */
public record TaintFlow(
    CodeBody body,
    Instruction site,
    CallTarget target,
    SinkKind kind,
    int argument,
    Value value,
    Location argumentLocation) {

  public Location siteLocation() {
    return body.location(site.span());
  }
}
