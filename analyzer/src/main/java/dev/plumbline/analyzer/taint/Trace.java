package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.finding.FlowStep;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.program.CodeBody;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * How a value came somewhere: a chain of steps that shares its beginning with other chains. A step
 * into a method carries the way inside of it.
 *
 * @param before the way so far; {@code null} at the source
 * @param inner the way within the method that this step calls, or {@code null}
 * @param length number of steps, for the choice of the shortest
 */
record Trace(Trace before, CodeBody body, Location at, String text, Trace inner, int length) {

  /** What was put together from more steps than this is cut in the middle when it is shown. */
  private static final int MAX_SHOWN = 40;

  static Trace start(Location at, String text) {
    return new Trace(null, null, at, text, null, 1);
  }

  static Trace step(Trace before, CodeBody body, Instruction instruction, String text) {
    return new Trace(
        before,
        body,
        body.location(instruction.span()),
        text,
        null,
        before == null ? 1 : before.length + 1);
  }

  /** The way {@code before} to a call and on through the callee. */
  static Trace call(Trace before, CodeBody body, Location at, String text, Trace inner) {
    int length = 1 + (before == null ? 0 : before.length) + (inner == null ? 0 : inner.length);
    return new Trace(before, body, at, text, inner, length);
  }

  /** The steps in order; two that stand on one line one after the other become the later one. */
  static List<FlowStep> steps(Trace trace) {
    List<Trace> flat = new ArrayList<>();
    Deque<Trace> work = new ArrayDeque<>();
    if (trace != null) {
      work.push(trace);
    }
    // Backwards: the last step first, with the way inside a call behind the call's own step.
    while (!work.isEmpty()) {
      Trace next = work.pop();
      if (next.inner != null) {
        Trace call = new Trace(next.before, next.body, next.at, next.text, null, 0);
        work.push(call);
        work.push(next.inner);
        continue;
      }
      flat.add(next);
      if (next.before != null) {
        work.push(next.before);
      }
    }
    List<FlowStep> steps = new ArrayList<>();
    for (int i = flat.size() - 1; i >= 0; i--) {
      Trace each = flat.get(i);
      if (each.text == null) {
        continue;
      }
      FlowStep step = new FlowStep(each.at, each.text);
      boolean sameLine =
          !steps.isEmpty()
              && steps.size() > 1
              && steps.get(steps.size() - 1).location().path().equals(each.at.path())
              && steps.get(steps.size() - 1).location().span().startLine()
                  == each.at.span().startLine();
      if (sameLine) {
        steps.set(steps.size() - 1, step);
      } else {
        steps.add(step);
      }
    }
    if (steps.size() > MAX_SHOWN) {
      List<FlowStep> cut = new ArrayList<>(steps.subList(0, MAX_SHOWN / 2));
      cut.addAll(steps.subList(steps.size() - MAX_SHOWN / 2, steps.size()));
      return cut;
    }
    return steps;
  }
}
