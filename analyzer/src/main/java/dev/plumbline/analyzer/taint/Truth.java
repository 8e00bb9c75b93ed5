package dev.plumbline.analyzer.taint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Truth values and what they prove. {@code null} as knowledge means that the outcome is impossible,
 * so that it proves everything.
 */
final class Truth {

  private Truth() {}

  /**
   * The truth value that is {@code left} on a way on which {@code leftChecked} has been checked,
   * and {@code right} on another. So {@code return name != null && SAFE.matcher(name).matches()}
   * proves what both parts prove together.
   */
  static Val join(Val left, Map<Id, Long> leftChecked, Val right, Map<Id, Long> rightChecked) {
    Map<Id, Long> whenTrue = meet(proof(left, true, leftChecked), proof(right, true, rightChecked));
    Map<Id, Long> whenFalse =
        meet(proof(left, false, leftChecked), proof(right, false, rightChecked));
    if (whenTrue == null) {
      return Val.FALSE;
    }
    if (whenFalse == null) {
      return Val.TRUE;
    }
    Set<Id> inputs = new LinkedHashSet<>(inputs(left));
    inputs.addAll(inputs(right));
    return new Val.Condition(whenTrue, whenFalse, checks(left, right), new ArrayList<>(inputs));
  }

  /** Checks of composed values hold where the other side cannot have that outcome. */
  private static List<Val.Check> checks(Val left, Val right) {
    List<Val.Check> checks = new ArrayList<>();
    addChecks(left, right, checks);
    addChecks(right, left, checks);
    return checks;
  }

  private static void addChecks(Val of, Val other, List<Val.Check> checks) {
    if (of instanceof Val.Condition condition) {
      for (Val.Check check : condition.checks()) {
        boolean excluded = other.equals(check.when() ? Val.FALSE : Val.TRUE);
        boolean shared = other instanceof Val.Condition that && that.checks().contains(check);
        if ((excluded || shared) && !checks.contains(check)) {
          checks.add(check);
        }
      }
    }
  }

  private static Map<Id, Long> proof(Val value, boolean outcome, Map<Id, Long> checked) {
    if (value instanceof Val.Const constant) {
      return Boolean.valueOf(outcome).equals(constant.value()) ? checked : null;
    }
    if (value instanceof Val.Condition condition) {
      return Join.either(outcome ? condition.whenTrue() : condition.whenFalse(), checked);
    }
    return checked;
  }

  private static Map<Id, Long> meet(Map<Id, Long> left, Map<Id, Long> right) {
    return left == null ? right : right == null ? left : Join.both(left, right);
  }

  /** The inputs that a truth value depends on. */
  static List<Id> inputs(Val value) {
    if (value instanceof Val.Condition condition) {
      return condition.inputs();
    }
    Set<Id> inputs = new LinkedHashSet<>();
    for (Taint taint : Join.taintsOf(value)) {
      if (taint.origin() instanceof Id id) {
        inputs.add(id);
      }
    }
    if (value instanceof Val.Atom atom && atom.id().isInput()) {
      inputs.add(atom.id());
    }
    return new ArrayList<>(inputs);
  }

  /** Applies to {@code state} what {@code condition} proves when it has this outcome. */
  static void assume(Val condition, boolean outcome, State state) {
    if (!(condition instanceof Val.Condition known)) {
      return;
    }
    (outcome ? known.whenTrue() : known.whenFalse()).forEach(state::check);
    for (Val.Check check : known.checks()) {
      if (check.when() == outcome) {
        state.replace(check.value(), Heap.cleared(check.value(), check.kinds()));
      }
    }
  }

  /** What two tests of one outcome prove together. */
  static Val.Condition also(Val.Condition one, Val.Condition other) {
    List<Val.Check> checks = new ArrayList<>(one.checks());
    checks.addAll(other.checks());
    return new Val.Condition(
        Join.either(one.whenTrue(), other.whenTrue()),
        Join.either(one.whenFalse(), other.whenFalse()),
        checks,
        one.inputs());
  }

  /**
   * A test of {@code value}.
   *
   * @param kinds that it is harmless for if the test gives {@code when}
   */
  static Val.Condition test(Val value, boolean when, long kinds, List<Id> inputs) {
    Map<Id, Long> proof = new java.util.HashMap<>();
    List<Val.Check> checks = new ArrayList<>();
    add(value, when, kinds, proof, checks);
    return new Val.Condition(when ? proof : Map.of(), when ? Map.of() : proof, checks, inputs);
  }

  private static void add(
      Val value, boolean when, long kinds, Map<Id, Long> proof, List<Val.Check> checks) {
    if (kinds == 0 || value == null) {
      return;
    }
    if (value instanceof Val.Atom atom) {
      proof.merge(atom.id(), kinds, (a, b) -> a | b);
      for (Val.Form form : atom.forms()) {
        if ((form.kinds() & kinds) != 0) {
          proof.merge(form.of(), kinds & form.kinds(), (a, b) -> a | b);
        }
      }
    } else if (value instanceof Val.Choice choice
        && choice.options().stream().filter(o -> !(o instanceof Val.Const)).count() == 1) {
      // A value or null: what is checked is the value.
      choice.options().stream()
          .filter(o -> !(o instanceof Val.Const))
          .forEach(o -> add(o, when, kinds, proof, checks));
      checks.add(new Val.Check(value, when, kinds));
    } else if (!(value instanceof Val.Const)) {
      checks.add(new Val.Check(value, when, kinds));
    }
  }
}
