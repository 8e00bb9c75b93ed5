package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.Access;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;

/**
 * A place where code reads from or writes to a database.
 *
 * @param body the code it stands in
 * @param site the call, or the method reference that somebody will call
 * @param target what is called
 * @param access what it does
 * @param cached whether a cache stands before the query
 */
public record QueryCall(
    CodeBody body, Instruction site, CallTarget target, Access access, boolean cached) {

  /** The call without what its receiver chain has before it. */
  public Location location() {
    if (site instanceof Instruction.Call call) {
      Span span = call.span();
      boolean oneLine = span.startLine() == span.endLine();
      Span shown = oneLine ? span : call.nameSpan();
      return body.location(shown);
    }
    return body.location(site.span());
  }

  /** For example {@code OrderRepository.findById}. */
  public String displayName() {
    return target.displayName();
  }
}
