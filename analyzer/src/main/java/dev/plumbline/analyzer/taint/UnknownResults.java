package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Hierarchy;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Results of calls that come from nowhere that is known, for who asks what texts are put together
 * of: a row of a table, a property, what an unknown library gives.
 */
final class UnknownResults {

  /**
   * Methods that give back their argument made harmless, told by their names where no data describe
   * them. A name is weak evidence, but a project that has such a method knows what it is about.
   */
  private static final Pattern QUOTING =
      Pattern.compile("(?i).*(quote|escape|sanitize|sanitise|delimit|wrapIdentifier).*");

  /** Methods that throw unless their argument is harmless as a part of SQL. */
  private static final Pattern CHECKING =
      Pattern.compile(
          "(?i)(validate|check|assert|verify|ensure|require|reject|filter)\\w*"
              + "(sql|inject|identifier|column|table|sort|order|safe|allow|whitelist)\\w*");

  private final Context context;
  private final CodeBody body;
  private final Hierarchy hierarchy;

  UnknownResults(Context context, CodeBody body) {
    this.context = context;
    this.body = body;
    this.hierarchy = context.program().hierarchy();
  }

  /** The value of a call, with an origin where it has none and may be anything. */
  Val after(
      BodyAnalysis analysis,
      Instruction.Call call,
      CallTarget target,
      Val receiver,
      List<Val> arguments,
      Val value,
      State state) {
    if (CHECKING.matcher(target.name()).matches()) {
      for (Val argument : arguments) {
        if (argument != null) {
          Truth.assume(
              Truth.test(
                  context.reader().text(argument, state), true, context.textKinds(), List.of()),
              true,
              state);
        }
      }
    }
    if (value == null) {
      return null;
    }
    if (QUOTING.matcher(target.name()).matches()) {
      return Heap.cleared(value, context.textKinds());
    }
    JavaType type = target.returnType();
    if (type.isKnown() && !HarmlessTypes.holdsText(type, hierarchy)) {
      return value;
    }
    boolean ours = target.declared().isPresent();
    if (ours && context.isLookedInto(analysis)) {
      return ofMethod(value);
    }
    if (!ours && isMadeOfHarmless(call, target, receiver, arguments, state)) {
      return value;
    }
    Unknown origin =
        new Unknown(
            ours ? Composition.Origin.METHOD : Composition.Origin.CALL,
            "result of " + target.displayName(),
            body.location(call.span()));
    return with(
        new Taint(origin, 0, 0, true, Trace.start(origin.location(), origin.description())),
        value,
        state);
  }

  /** What a method of the workspace got from somewhere is its result: its code is ours. */
  private static Val ofMethod(Val value) {
    if (value instanceof Val.Atom atom) {
      List<Taint> taints = new ArrayList<>(atom.taints().size());
      for (Taint taint : atom.taints()) {
        taints.add(
            taint.origin() instanceof Unknown unknown
                ? new Taint(
                    new Unknown(
                        Composition.Origin.METHOD, unknown.description(), unknown.location()),
                    taint.cleared(),
                    taint.encoded(),
                    taint.exact(),
                    taint.trace())
                : taint);
      }
      return taints.equals(atom.taints()) ? atom : atom.with(taints);
    }
    if (value instanceof Val.Text text) {
      return new Val.Text(
          text.parts().stream().map(UnknownResults::ofMethod).toList(), text.joined());
    }
    if (value instanceof Val.Repeat repeat) {
      return new Val.Repeat(repeat.parts().stream().map(UnknownResults::ofMethod).toList());
    }
    if (value instanceof Val.Choice choice) {
      return new Val.Choice(choice.options().stream().map(UnknownResults::ofMethod).toList());
    }
    return value;
  }

  private Val with(Taint taint, Val value, State state) {
    if (value instanceof Val.Atom atom) {
      boolean open =
          atom.taints().isEmpty()
              && !atom.id().isInput()
              && state.object(atom.id()) == null
              && HarmlessTypes.holdsText(atom.type(), hierarchy);
      return open ? atom.with(List.of(taint)) : atom;
    }
    if (value instanceof Val.Text text) {
      return new Val.Text(with(taint, text.parts(), state), text.joined());
    }
    if (value instanceof Val.Repeat repeat) {
      return new Val.Repeat(with(taint, repeat.parts(), state));
    }
    if (value instanceof Val.Choice choice) {
      return new Val.Choice(with(taint, choice.options(), state));
    }
    return value;
  }

  private List<Val> with(Taint taint, List<Val> parts, State state) {
    List<Val> all = new ArrayList<>(parts.size());
    for (Val part : parts) {
      all.add(with(taint, part, state));
    }
    return all;
  }

  private boolean isHarmless(JavaType type) {
    return HarmlessTypes.contains(type, hierarchy);
  }

  /**
   * Whether a library makes the result of nothing but constants, numbers and the like: a method of
   * a text, a static function, a formatter.
   */
  private boolean isMadeOfHarmless(
      Instruction.Call call, CallTarget target, Val receiver, List<Val> arguments, State state) {
    boolean isSource =
        context.models(body, call, target, call.arguments(), arguments, state).stream()
            .map(MethodModel::roles)
            .flatMap(List::stream)
            .anyMatch(MethodRole.Source.class::isInstance);
    if (isSource) {
      return false;
    }
    JavaType type = target.receiver();
    if (target.isStatic()
        || type.isString()
        || hierarchy.isSubtype(type, "java.lang.CharSequence")
        || isHarmless(type)
        || HarmlessTypes.formats(type, hierarchy)) {
      return true;
    }
    if (receiver instanceof Val.Atom atom) {
      Obj object = state.object(atom.id());
      return object != null && object.fresh();
    }
    return receiver instanceof Val.Const;
  }
}
