package dev.plumbline.analyzer.engine;

import dev.plumbline.analyzer.finding.Resolution;
import dev.plumbline.analyzer.program.CallResolution;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.MissingTypes;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.ResolutionTally;
import java.util.List;

/** Measures how much of a program's calls could be resolved, on all threads. */
final class ResolutionMeasure {

  private ResolutionMeasure() {}

  static Resolution of(Program program, Workers workers) throws InterruptedException {
    MissingTypes missing = new MissingTypes(program);
    List<CodeBody> methods =
        program.bodies().stream().filter(body -> body.enclosing().isEmpty()).toList();
    ResolutionTally total = new ResolutionTally();
    workers
        .map(methods, () -> new CallResolution(program, missing)::measure, done -> {})
        .forEach(total::add);
    return total.total();
  }
}
