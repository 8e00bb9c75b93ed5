package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Data from sources that reach one use in a sink. One for each sink site, kind and use; what was
 * made harmless for the kind on its way is not among the strands.
 *
 * @param weak whether a report that rests on this sink alone would often be wrong
 * @param body the code that the sink stands in
 * @param site the sink: a call, a creation, or the return statement of a handler
 * @param target what it calls; for a return statement the handler itself
 * @param argument the index of the argument, from 0; {@link #RECEIVER} or {@link #RESULT}
 * @param strands at least one; the shortest path first, then by the source's place
 * @param settings of the object that the sink is called on, or that is handed to it
 * @param substitution what a mapper does with the argument; only of {@link SinkKind#MAPPER_SQL}
 * @param constants the constants that the same value may be instead
 */
public record Flow(
    SinkKind kind,
    boolean weak,
    CodeBody body,
    Instruction site,
    CallTarget target,
    int argument,
    List<Strand> strands,
    Settings settings,
    List<Object> constants,
    Optional<Substitution> substitution) {

  public static final int RECEIVER = -1;
  public static final int RESULT = -2;

  public Flow {
    Objects.requireNonNull(kind);
    strands = List.copyOf(strands);
    Objects.requireNonNull(settings);
    constants = List.copyOf(constants);
  }

  /** Where to report, see {@link Sites#reportLocation}. */
  public Location reportLocation() {
    return substitution.isPresent() ? substitution.get().place() : Sites.reportLocation(body, site);
  }
}
