package dev.plumbline.analyzer.callgraph;

import dev.plumbline.analyzer.callgraph.Dispatch.Targets;
import dev.plumbline.analyzer.callgraph.Unknown.Reason;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The second round: functional values that come through parameters, results and fields, followed
 * through the calls that the first round found. What is called only by functional values that
 * themselves come from such calls stays unknown; a third round finds next to nothing.
 */
final class Functions implements Origins.KnownCalls {

  private final Program program;
  private final CallGraph first;
  private final Receivers receivers;
  private final Callbacks callbacks;
  private final Map<MethodInfo, Boolean> open = new ConcurrentHashMap<>();

  Functions(Program program, CallGraph first, Receivers receivers, Callbacks callbacks) {
    this.program = program;
    this.first = first;
    this.receivers = receivers;
    this.callbacks = callbacks;
  }

  @Override
  public Optional<List<CallSite>> callers(CodeBody method) {
    List<CallSite> callers = first.callers(method);
    return callers.isEmpty() || open.computeIfAbsent(method.method(), this::isCalledByOthers)
        ? Optional.empty()
        : Optional.of(callers);
  }

  private boolean isCalledByOthers(MethodInfo method) {
    return program.overrides().overridden(method).stream()
        .anyMatch(above -> above.external().isPresent());
  }

  @Override
  public Optional<CallSite> site(CodeBody body, Instruction call) {
    return first.site(body, call);
  }

  /** The same list when nothing is new. */
  List<CallSite> follow(List<CallSite> sites) {
    List<CallSite> followed = null;
    for (int i = 0; i < sites.size(); i++) {
      CallSite site = sites.get(i);
      CallSite better = follow(site);
      if (better != site) {
        followed = followed == null ? new ArrayList<>(sites) : followed;
        followed.set(i, better);
      }
    }
    return followed == null ? sites : List.copyOf(followed);
  }

  private CallSite follow(CallSite site) {
    Targets targets = new Targets(site.edges(), site.outside(), site.unknown());
    Targets better = targets;
    if (site.instruction() instanceof Instruction.Call call
        && call.receiver() != Body.NONE
        && site.unknown().filter(each -> each.reason() == Reason.FUNCTION_VALUE).isPresent()) {
      Set<Origin> from = callbacks.follow(site.caller(), call.receiver(), this);
      better =
          receivers.function(targets, from, site.target().orElseThrow().method().orElseThrow());
    }
    if (Callbacks.leavesTheWorkspace(better)) {
      Operands arguments = arguments(site.instruction());
      List<CallEdge> back = new ArrayList<>();
      for (int i = 0; i < arguments.size(); i++) {
        if (site.target().isEmpty() || Callbacks.mayCall(site.target().get(), i)) {
          back.addAll(callbacks.followed(site.caller(), arguments.get(i), this));
        }
      }
      better = back.isEmpty() ? better : Callbacks.joined(better, back, better.unknown());
    }
    return better == targets
        ? site
        : new CallSite(
            site.caller(),
            site.instruction(),
            site.target(),
            better.edges(),
            better.outside(),
            better.unknown());
  }

  private static Operands arguments(Instruction instruction) {
    if (instruction instanceof Instruction.Call call) {
      return call.arguments();
    }
    return instruction instanceof Instruction.New creation ? creation.arguments() : Operands.NONE;
  }
}
