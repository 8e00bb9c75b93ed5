package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A place where a body calls, and everything that the call <i>may</i> run.
 *
 * <p>A call runs bodies of the workspace ({@code edges}), code that is not here ({@code outside}),
 * or what cannot be told ({@code unknown}); at least one of the three is there, so that nothing
 * looks like a call of nothing. An absent {@code unknown} promises that {@code edges} and {@code
 * outside} are all there is, as far as sources show it.
 *
 * @param instruction a {@link Instruction.Call} or {@link Instruction.New}; an {@link
 *     Instruction.Next} that asks an iterable of the workspace for its elements; the {@link
 *     Instruction.Copy} that fills the variable of a resource, for the call of {@code close} at the
 *     end of its statement
 * @param target what the declared types say, for calls that are written
 * @param edges in path and source order of the callees, bodies handed to a library last
 */
public record CallSite(
    CodeBody caller,
    Instruction instruction,
    Optional<CallTarget> target,
    List<CallEdge> edges,
    Optional<Outside> outside,
    Optional<Unknown> unknown) {

  public CallSite {
    Objects.requireNonNull(caller);
    Objects.requireNonNull(instruction);
    edges = List.copyOf(edges);
    if (edges.isEmpty() && outside.isEmpty() && unknown.isEmpty()) {
      throw new IllegalArgumentException("a call of nothing: " + instruction);
    }
  }

  /** The one body that runs whenever the call does; empty when there is a choice or a doubt. */
  public Optional<CodeBody> exact() {
    return edges.size() == 1
            && outside.isEmpty()
            && unknown.isEmpty()
            && edges.get(0).kind() != EdgeKind.LIBRARY_CALLBACK
        ? Optional.of(edges.get(0).callee())
        : Optional.empty();
  }

  /** Whether all that may run is listed. */
  public boolean isComplete() {
    return unknown.isEmpty();
  }

  public Location location() {
    return caller.location(instruction.span());
  }
}
