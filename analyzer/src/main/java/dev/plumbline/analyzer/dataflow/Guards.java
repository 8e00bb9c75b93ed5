package dev.plumbline.analyzer.dataflow;

import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.program.CodeBody;
import java.util.List;
import java.util.Set;

/**
 * What a condition makes sure of on the branch that it protects: a value that was found in a list
 * of allowed ones, that equals a constant or matches a constant pattern, is no longer anybody's
 * choice there.
 */
final class Guards {

  private static final Set<String> MEMBERSHIP =
      Set.of("contains", "containsKey", "containsValue", "containsIgnoreCase");
  private static final Set<String> EQUALITY = Set.of("equals", "equalsIgnoreCase", "contentEquals");

  private Guards() {}

  /** {@code state} on the branch where {@code condition} is {@code outcome}. */
  static State refine(
      ValueAnalysis analysis, CodeBody body, int condition, boolean outcome, State state) {
    List<Instruction> definitions = body.definitions(condition);
    if (definitions.size() != 1) {
      return state;
    }
    Instruction definition = definitions.get(0);
    if (definition instanceof Instruction.Operation operation) {
      if (operation.operator() == Operator.NOT) {
        return refine(analysis, body, operation.operands().get(0), !outcome, state);
      }
      return state;
    }
    if (!outcome || !(definition instanceof Instruction.Call call)) {
      return state;
    }
    int guarded = guarded(body, call, state);
    if (guarded == Body.NONE || !(state.get(guarded) instanceof Value.Unknown unknown)) {
      return state;
    }
    State refined = state.copy();
    refined.set(guarded, unknown.harmless());
    // The variable may have been copied into the call's operand, or the other way about.
    for (Instruction each : body.definitions(guarded)) {
      if (each instanceof Instruction.Copy copy && unknown.equals(state.get(copy.source()))) {
        refined.set(copy.source(), unknown.harmless());
      }
    }
    return refined;
  }

  /** The register whose value the call has checked when it returns true, or none. */
  private static int guarded(CodeBody body, Instruction.Call call, State state) {
    if (call.arguments().size() == 1) {
      int argument = call.arguments().get(0);
      boolean receiverConstant = isConstant(state.read(state.get(call.receiver())));
      if (MEMBERSHIP.contains(call.name())) {
        // "abc".contains(x) says little; a collection is not a string.
        boolean text = state.get(call.receiver()) instanceof Value.Constant;
        return text ? Body.NONE : origin(body, argument);
      }
      if (EQUALITY.contains(call.name())) {
        return isConstant(state.read(state.get(argument)))
            ? origin(body, call.receiver())
            : receiverConstant ? origin(body, argument) : Body.NONE;
      }
      if (call.name().equals("matches")) {
        // pattern-constant: text.matches(CONSTANT)
        return isConstant(state.read(state.get(argument)))
            ? origin(body, call.receiver())
            : Body.NONE;
      }
    }
    if (call.name().equals("matches") && call.arguments().isEmpty()) {
      return matcherInput(body, call);
    }
    return Body.NONE;
  }

  /** The text of {@code PATTERN.matcher(text).matches()}. */
  private static int matcherInput(CodeBody body, Instruction.Call matches) {
    for (Instruction each : body.definitions(matches.receiver())) {
      if (each instanceof Instruction.Call matcher
          && matcher.name().equals("matcher")
          && matcher.arguments().size() == 1) {
        return origin(body, matcher.arguments().get(0));
      }
    }
    return Body.NONE;
  }

  /** {@code name.toLowerCase()} in a check speaks of {@code name}. */
  private static int origin(CodeBody body, int register) {
    if (register == Body.NONE || body.variable(register).isPresent()) {
      return register;
    }
    List<Instruction> definitions = body.definitions(register);
    if (definitions.size() == 1
        && definitions.get(0) instanceof Instruction.Call call
        && call.arguments().size() <= 1
        && Set.of("toLowerCase", "toUpperCase", "trim", "strip").contains(call.name())) {
      return origin(body, call.receiver());
    }
    return register;
  }

  private static boolean isConstant(Value value) {
    return value instanceof Value.Constant;
  }
}
