package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What comparisons prove. */
final class Comparisons {

  private Comparisons() {}

  /** The truth value of a comparison that is not known, or {@code null} for other operators. */
  static Val of(Operator operator, List<Val> values, State state) {
    switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL:
        break;
      default:
        return null;
    }
    Val left = values.get(0);
    Val right = values.get(1);
    if (left == null || right == null) {
      return null;
    }
    List<Id> inputs = new ArrayList<>(Truth.inputs(left));
    inputs.addAll(Truth.inputs(right));
    boolean swapped = left instanceof Val.Const;
    Val tested = swapped ? right : left;
    Val bound = swapped ? left : right;
    if (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL) {
      Val.Const constant = bound instanceof Val.Const known ? known : null;
      if (constant != null && constant.value() == null) {
        return nullTest(tested, operator == Operator.EQUAL, state, inputs);
      }
      if (constant == null) {
        return new Val.Condition(Map.of(), Map.of(), List.of(), inputs);
      }
      boolean equal = operator == Operator.EQUAL;
      Val.Condition known = Truth.test(tested, equal, Kinds.ALL, inputs);
      long lacking = constant.value() instanceof Character character ? Kinds.without(character) : 0;
      return lacking == 0 ? known : Truth.also(known, Truth.test(tested, !equal, lacking, inputs));
    }
    // A number below a bound that nobody outside chooses.
    boolean bounded =
        bound instanceof Val.Const
            || Join.taintsOf(bound).stream().noneMatch(t -> t.origin() instanceof Source);
    if (!bounded) {
      return new Val.Condition(Map.of(), Map.of(), List.of(), inputs);
    }
    boolean less = operator == Operator.LESS || operator == Operator.LESS_EQUAL;
    return Truth.test(tested, less != swapped, Kinds.NUMBER, inputs);
  }

  private static Val nullTest(Val tested, boolean equal, State state, List<Id> inputs) {
    if (tested instanceof Val.Text || tested instanceof Val.Repeat) {
      return equal ? Val.FALSE : Val.TRUE;
    }
    if (tested instanceof Val.Atom atom) {
      Obj object = state.object(atom.id());
      if (object != null && object.fresh()) {
        return equal ? Val.FALSE : Val.TRUE;
      }
      if (atom.id().root() instanceof Id.Param
          && atom.id().fields().isEmpty()
          && !atom.taints().isEmpty()
          && atom.type().isString()) {
        // Nothing is as harmless as nothing: if (s == null || OK.contains(s)) return true;
        return Truth.test(atom, equal, Kinds.ALL, inputs);
      }
    }
    if (tested instanceof Val.Choice choice) {
      return cleaned(choice, equal, inputs);
    }
    return new Val.Condition(Map.of(), Map.of(), List.of(), inputs);
  }

  /** {@code if (checked(name) == null) return;}: what is not null has passed the checks. */
  private static Val cleaned(Val.Choice choice, boolean equal, List<Id> inputs) {
    Val.Atom only = null;
    for (Val option : choice.options()) {
      if (option instanceof Val.Atom atom && only == null) {
        only = atom;
      } else if (!Val.NULL.equals(option)) {
        return new Val.Condition(Map.of(), Map.of(), List.of(), inputs);
      }
    }
    if (only == null || only.taints().isEmpty()) {
      return new Val.Condition(Map.of(), Map.of(), List.of(), inputs);
    }
    long cleared = -1L;
    for (Taint taint : only.taints()) {
      cleared &= taint.cleared();
    }
    return Truth.test(only, !equal, cleared, inputs);
  }
}
