package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.program.CodeBody;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A body that a call may run. Edges do not know their call, so that calls with equal targets share
 * them.
 */
public record CallEdge(CodeBody callee, EdgeKind kind, Set<EdgeMark> marks) {

  public CallEdge {
    Objects.requireNonNull(callee);
    Objects.requireNonNull(kind);
    marks = Set.copyOf(marks);
  }

  CallEdge(CodeBody callee, EdgeKind kind) {
    this(callee, kind, Set.of());
  }

  CallEdge with(EdgeMark mark) {
    Set<EdgeMark> more = new HashSet<>(marks);
    more.add(mark);
    return new CallEdge(callee, kind, more);
  }

  public boolean has(EdgeMark mark) {
    return marks.contains(mark);
  }
}
