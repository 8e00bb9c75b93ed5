package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.finding.Resolution;
import dev.plumbline.analyzer.program.CallResolution;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.MissingTypes;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.ResolutionTally;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.program.TypeNameResolution;
import java.util.List;

/** Measures how much of what a program names could be resolved, on all threads. */
final class ResolutionMeasure {

  private ResolutionMeasure() {}

  static Resolution of(Program program, Workers workers) throws InterruptedException {
    MissingTypes missing = new MissingTypes(program);
    List<CodeBody> methods =
        program.bodies().stream().filter(body -> body.enclosing().isEmpty()).toList();
    List<TypeInfo> types = List.copyOf(program.types());
    return new Resolution(
        sum(workers.map(types, () -> new TypeNameResolution(program, missing)::measure, n -> {})),
        sum(workers.map(methods, () -> new CallResolution(program, missing)::measure, n -> {})));
  }

  private static Resolution.Group sum(List<ResolutionTally> tallies) {
    ResolutionTally total = new ResolutionTally();
    tallies.forEach(total::add);
    return total.total();
  }
}
