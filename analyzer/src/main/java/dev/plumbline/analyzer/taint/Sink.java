package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import java.util.Objects;

/**
 * A place that rules want to hear of.
 *
 * @param site a call, a creation or a return
 * @param role that the call plays
 * @param kind of a sink, else {@code null}: a use whose value is asked for
 * @param argument its index, or {@link Flow#RECEIVER} or {@link Flow#RESULT}
 * @param substitution that the argument is for, or {@code null}
 * @param isText whether it is asked what the text there is put together of
 */
record Sink(
    CodeBody body,
    int number,
    Instruction site,
    CallTarget target,
    MethodRole role,
    SinkKind kind,
    boolean weak,
    int argument,
    Substitution substitution,
    boolean isText) {

  Sink(
      CodeBody body,
      int number,
      Instruction site,
      CallTarget target,
      MethodRole role,
      SinkKind kind,
      boolean weak,
      int argument) {
    this(body, number, site, target, role, kind, weak, argument, null, false);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sink sink
        && body == sink.body
        && site == sink.site
        && kind == sink.kind
        && argument == sink.argument
        && isText == sink.isText
        && Objects.equals(substitution, sink.substitution)
        && role.equals(sink.role);
  }

  @Override
  public int hashCode() {
    return 31 * body.index() + number;
  }
}
