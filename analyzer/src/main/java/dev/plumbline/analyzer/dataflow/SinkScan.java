package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the sinks in a method and what reaches them. A method without a call that could be a sink
 * is not analysed: the test is a look at names. One instance a thread.
 */
public final class SinkScan {

  private final Program program;
  private final Library library;
  private final Set<SinkKind> kinds;
  private final ValueAnalysis analysis;

  /**
   * Names are few beside calls, and those that the data write with a star are compared one by one.
   */
  private final Map<String, Boolean> maySink = new HashMap<>();

  public SinkScan(Program program, Library library, Set<SinkKind> kinds) {
    this.program = program;
    this.library = library;
    this.kinds = Set.copyOf(kinds);
    this.analysis = new ValueAnalysis(program, library);
  }

  /** The flows into sinks in {@code outermost} and the lambdas in it, in the order of the code. */
  public List<TaintFlow> flows(CodeBody outermost) {
    if (!hasSink(outermost)) {
      return List.of();
    }
    List<TaintFlow> flows = new ArrayList<>();
    analysis.observe(
        outermost,
        (body, site, arguments) -> {
          CallTarget target = target(body, site);
          for (MethodRole.Sink sink : sinks(target, arguments.size())) {
            collect(body, site, target, sink, arguments, flows);
          }
        });
    return flows;
  }

  private void collect(
      CodeBody body,
      Instruction site,
      CallTarget target,
      MethodRole.Sink sink,
      List<Value> arguments,
      List<TaintFlow> flows) {
    for (int i = 0; i < arguments.size(); i++) {
      if (sink.at().isArgument(i, arguments.size()) && arguments.get(i) != null) {
        flows.add(
            new TaintFlow(
                body, site, target, sink.kind(), i, arguments.get(i), program.hierarchy()));
      }
    }
  }

  private boolean hasSink(CodeBody body) {
    for (Block block : body.body().blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Call call && maySink(call.name())
            || instruction instanceof Instruction.New && maySink("<init>")) {
          CallTarget target = target(body, instruction);
          if (!sinks(target, arguments(instruction).size()).isEmpty()) {
            return true;
          }
        }
      }
    }
    return body.lambdas().stream().anyMatch(this::hasSink);
  }

  private boolean maySink(String name) {
    return maySink.computeIfAbsent(name, key -> library.maySink(key, kinds));
  }

  private CallTarget target(CodeBody body, Instruction site) {
    if (site instanceof Instruction.Call call) {
      return program.inference().target(body, call);
    }
    JavaType type = program.inference().typeOf(body, site.target());
    return CallTarget.undeclared(type, true, "<init>", type);
  }

  private List<MethodRole.Sink> sinks(CallTarget target, int arguments) {
    if (!maySink(target.name())) {
      return List.of();
    }
    List<MethodRole.Sink> sinks = new ArrayList<>();
    for (MethodModel model :
        library.models(target.receiver(), target.name(), arguments, program.hierarchy())) {
      for (MethodRole.Sink sink : model.sinks()) {
        if (kinds.contains(sink.kind())) {
          sinks.add(sink);
        }
      }
    }
    return sinks;
  }

  private static Operands arguments(Instruction site) {
    return site instanceof Instruction.Call call
        ? call.arguments()
        : ((Instruction.New) site).arguments();
  }
}
