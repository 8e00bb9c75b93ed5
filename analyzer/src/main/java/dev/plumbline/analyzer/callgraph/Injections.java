package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.ir.FieldDecl;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.Optional;

/** Which fields and parameters a container fills. */
class Injections {

  Optional<InjectionPoint> field(TypeInfo owner, FieldDecl field) {
    return Optional.empty();
  }

  Optional<InjectionPoint> parameter(MethodInfo method, int index) {
    return Optional.empty();
  }
}
