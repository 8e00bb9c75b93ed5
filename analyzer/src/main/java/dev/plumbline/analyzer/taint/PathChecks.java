package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.library.SinkKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests of paths without {@code ..}: that one begins with a folder, or is equal to another, proves
 * where it lies.
 */
final class PathChecks {

  private static final long PATH = Kinds.of(SinkKind.PATH);

  private PathChecks() {}

  /**
   * @return {@code null} when the call is none of these
   */
  static CallTransfer.Outcome call(LibraryCall call, Reader reader) {
    if (call.arguments().size() != 1 || call.receiver() == null) {
      return null;
    }
    String name = call.target().name();
    Val argument = call.arguments().get(0);
    if (name.equals("startsWith") && isCanonical(call.receiver())) {
      return tested(call.receiver(), argument);
    }
    if (name.equals("equals") && argument != null) {
      if (isCanonical(call.receiver())) {
        return tested(call.receiver(), argument);
      }
      if (isCanonical(argument)) {
        return tested(argument, call.receiver());
      }
    }
    return null;
  }

  private static boolean isCanonical(Val value) {
    return value instanceof Val.Atom atom && atom.canonical();
  }

  private static CallTransfer.Outcome tested(Val path, Val other) {
    List<Id> inputs = new ArrayList<>(Truth.inputs(path));
    if (other != null) {
      inputs.addAll(Truth.inputs(other));
    }
    return new CallTransfer.Outcome(Truth.test(path, true, PATH, inputs));
  }
}
