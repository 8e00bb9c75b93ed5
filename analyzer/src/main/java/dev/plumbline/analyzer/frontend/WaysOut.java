package dev.plumbline.analyzer.frontend;

import dev.plumbline.analyzer.finding.Span;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * Jumps out of statements, and what they must pass on the way: finally blocks and the ends of
 * synchronized statements (JLS 14.1, 14.20.2, 14.19).
 *
 * <p>A finally block is lowered once. Who leaves through it stores the number of the continuation
 * in the frame's selector and jumps to it; the {@link Instruction.Switch} behind it continues, if
 * need be through the next frame. The exit of a monitor is one instruction and repeated at each way
 * out.
 */
final class WaysOut {

  /** Where a way out ends. */
  private record Exit(int label, int depth, Instruction.Terminator terminator) {}

  /** A statement that {@code break}, {@code continue} or {@code yield} may name. */
  static final class Target {
    final List<String> labels;
    final int breakLabel;
    final int continueLabel;
    final boolean isPlainBreak;
    final int result;
    final int depth;
    boolean isBroken;

    private Target(
        List<String> labels,
        int breakLabel,
        int continueLabel,
        boolean isPlainBreak,
        int result,
        int depth) {
      this.labels = labels;
      this.breakLabel = breakLabel;
      this.continueLabel = continueLabel;
      this.isPlainBreak = isPlainBreak;
      this.result = result;
      this.depth = depth;
    }
  }

  /** A statement that every way out passes. */
  private abstract static class Frame {}

  /** A try statement with a finally block. */
  static final class FinallyFrame extends Frame {
    private final int selector;
    private final int entry;
    private final List<Exit> exits = new ArrayList<>();

    private FinallyFrame(int selector, int entry) {
      this.selector = selector;
      this.entry = entry;
    }
  }

  /** A synchronized statement. */
  private static final class MonitorFrame extends Frame {
    private final int object;
    private final int outerRegion;
    private final Span span;

    private MonitorFrame(int object, int outerRegion, Span span) {
      this.object = object;
      this.outerRegion = outerRegion;
      this.span = span;
    }
  }

  private static final int PASSES_NOTHING = Integer.MAX_VALUE;

  private final BodyBuilder code;
  private final List<Frame> frames = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();
  private List<String> pendingLabels = List.of();

  WaysOut(BodyBuilder code) {
    this.code = code;
  }

  // Targets

  /** The next loop or switch carries the label as well. */
  void label(String name) {
    List<String> labels = new ArrayList<>(pendingLabels);
    labels.add(name);
    pendingLabels = labels;
  }

  Target enterLoop(int breakLabel, int continueLabel) {
    return enter(new Target(takeLabels(), breakLabel, continueLabel, true, Body.NONE, depth()));
  }

  Target enterSwitch(int breakLabel) {
    return enter(new Target(takeLabels(), breakLabel, Body.NONE, true, Body.NONE, depth()));
  }

  /** A switch expression: {@code yield} stores into {@code result}. */
  Target enterSwitchExpression(int end, int result) {
    return enter(new Target(List.of(), end, Body.NONE, false, result, depth()));
  }

  Target enterLabeled(int breakLabel) {
    return enter(new Target(takeLabels(), breakLabel, Body.NONE, false, Body.NONE, depth()));
  }

  void exit(Target target) {
    if (targets.remove(targets.size() - 1) != target) {
      throw new IllegalStateException("statements end in the wrong order");
    }
  }

  private Target enter(Target target) {
    targets.add(target);
    return target;
  }

  private List<String> takeLabels() {
    List<String> labels = pendingLabels;
    pendingLabels = List.of();
    return labels;
  }

  private int depth() {
    return frames.size();
  }

  /**
   * @param label or {@code null}
   * @return whether there is such a statement; if not, the source is wrong
   */
  boolean breakTo(String label, Span span) {
    for (int i = targets.size() - 1; i >= 0; i--) {
      Target target = targets.get(i);
      if (label == null ? target.isPlainBreak : target.labels.contains(label)) {
        target.isBroken = true;
        leave(new Exit(target.breakLabel, target.depth, null), span);
        return true;
      }
    }
    return false;
  }

  /**
   * @param label or {@code null}
   * @return whether there is such a loop; if not, the source is wrong
   */
  boolean continueTo(String label, Span span) {
    for (int i = targets.size() - 1; i >= 0; i--) {
      Target target = targets.get(i);
      if (target.continueLabel != Body.NONE && (label == null || target.labels.contains(label))) {
        leave(new Exit(target.continueLabel, target.depth, null), span);
        return true;
      }
    }
    return false;
  }

  /** The switch expression that a yield statement here belongs to, or {@code null}. */
  Target yieldTarget() {
    for (int i = targets.size() - 1; i >= 0; i--) {
      if (targets.get(i).result != Body.NONE) {
        return targets.get(i);
      }
    }
    return null;
  }

  void yieldTo(Target target, Span span) {
    leave(new Exit(target.breakLabel, target.depth, null), span);
  }

  void returns(int value, Span span) {
    int kept = value;
    if (value != Body.NONE && !frames.isEmpty() && code.isNamed(value)) {
      // A finally block may assign the variable; the value to return is the one before.
      kept = code.newRegister();
      code.emit(new Instruction.Copy(kept, value, span));
    }
    leave(new Exit(Body.NONE, 0, new Instruction.Return(kept, span)), span);
  }

  // Frames

  FinallyFrame enterFinally() {
    FinallyFrame frame = new FinallyFrame(code.newRegister(), code.newLabel());
    frames.add(frame);
    return frame;
  }

  void enterMonitor(int object, Span span) {
    frames.add(new MonitorFrame(object, code.region(), span));
  }

  void exitMonitor() {
    frames.remove(frames.size() - 1);
  }

  void exitFinally(FinallyFrame frame) {
    if (frames.remove(frames.size() - 1) != frame) {
      throw new IllegalStateException("try statements end in the wrong order");
    }
  }

  /** Leaves the protected part for {@code label} behind the try statement. */
  void complete(FinallyFrame frame, int label, Span span) {
    enterFinallyBlock(frame, new Exit(label, frames.indexOf(frame), null), span);
  }

  /** Goes through the finally block and throws again; the try regions around see to the rest. */
  void rethrow(FinallyFrame frame, int exception, Span span) {
    Instruction.Throw again = new Instruction.Throw(exception, span);
    enterFinallyBlock(frame, new Exit(Body.NONE, PASSES_NOTHING, again), span);
  }

  int entry(FinallyFrame frame) {
    return frame.entry;
  }

  /** At the end of the finally block, when that can complete: everyone goes where he wanted. */
  void dispatch(FinallyFrame frame, Span span) {
    List<Exit> exits = frame.exits;
    int[] labels = new int[exits.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = code.newLabel();
    }
    // The handler that throws again registers last and is always there: it takes the default.
    int last = labels.length - 1;
    if (last == 0) {
      code.jump(labels[0], span);
    } else {
      List<Instruction.Case> cases = new ArrayList<>(last);
      for (int i = 0; i < last; i++) {
        ElementValue number = new ElementValue.LiteralValue(Literal.integer(i), span);
        cases.add(new Instruction.Case(List.of(number), labels[i]));
      }
      code.select(new Instruction.Switch(frame.selector, cases, labels[last], span));
    }
    for (int i = 0; i < labels.length; i++) {
      code.start(labels[i], span);
      leave(exits.get(i), span);
    }
  }

  private void enterFinallyBlock(FinallyFrame frame, Exit exit, Span span) {
    int number = frame.exits.indexOf(exit);
    if (number < 0) {
      number = frame.exits.size();
      frame.exits.add(exit);
    }
    code.emit(new Instruction.Constant(frame.selector, Literal.integer(number), span));
    code.jump(frame.entry, span);
  }

  private void leave(Exit exit, Span span) {
    int region = code.region();
    boolean passed = false;
    for (int i = frames.size() - 1; i >= exit.depth && !passed; i--) {
      Frame frame = frames.get(i);
      if (frame instanceof MonitorFrame monitor) {
        code.block();
        code.inRegion(monitor.outerRegion, span);
        code.emit(new Instruction.Monitor(false, monitor.object, monitor.span));
      } else {
        enterFinallyBlock((FinallyFrame) frame, exit, span);
        passed = true;
      }
    }
    if (!passed) {
      if (exit.terminator == null) {
        code.jump(exit.label, span);
      } else {
        code.leave(exit.terminator);
      }
    }
    code.inRegion(region, span);
  }
}
