package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;

/** Places of calls, as findings name them. */
final class Sites {

  private Sites() {}

  /**
   * The call, or, when a chain of calls goes over several lines, the name of the method alone.
   * GitHub shows an alert in a pull request only if all its lines are in the diff.
   */
  static Location reportLocation(CodeBody body, Instruction site) {
    Span span = site.span();
    if (span.startLine() != span.endLine()) {
      span =
          site instanceof Instruction.Call call
              ? call.nameSpan()
              : site instanceof Instruction.New creation ? creation.typeSpan() : span;
    }
    return body.location(span);
  }
}
