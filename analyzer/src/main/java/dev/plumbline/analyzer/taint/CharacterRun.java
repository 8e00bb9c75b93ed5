package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.ElementValue;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.ConstantValue;
import dev.plumbline.analyzer.program.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a method from one iteration of a loop to the next for one character, with all else unknown:
 * where a test depends on something else, both ways are gone.
 */
final class CharacterRun {

  /** Loops within the loop are not followed for longer. */
  private static final int MAX_BLOCKS = 200;

  /**
   * The loop.
   *
   * @param text the parameter whose characters are looked at
   * @param header the block that an iteration begins with
   * @param start the block behind the test whether there is another character
   * @param character the register that holds it, of an enhanced for
   * @param index the register that {@code charAt} is called with, of other loops
   */
  record Site(int text, int header, int start, int character, int index) {}

  /** What becomes of a run. */
  enum End {
    /** The method gives {@code false}, or fails. */
    FALSE,
    TRUE,
    /** The next character is asked for. */
    NEXT,
    /** An answer that is not known. */
    OTHER;

    /** Of two ways that may be gone. A loop that goes on has not said false. */
    End or(End other) {
      boolean goesOn = this == NEXT && other == FALSE || this == FALSE && other == NEXT;
      return this == other ? this : goesOn ? NEXT : OTHER;
    }
  }

  private final CodeBody body;
  private final Program program;
  private final Site site;
  private Long current;
  private int left;

  CharacterRun(CodeBody body, Program program, Site site) {
    this.body = body;
    this.program = program;
    this.site = site;
  }

  /** From the beginning of the method to the loop. */
  End entry() {
    current = null;
    left = MAX_BLOCKS;
    return run(0, new HashMap<>(), true);
  }

  End iteration(int character) {
    current = (long) character;
    left = MAX_BLOCKS;
    Map<Integer, Object> values = new HashMap<>();
    boolean each = site.character() >= 0;
    if (each) {
      values.put(site.character(), current);
    }
    return run(site.start(), values, each);
  }

  /** What a test of one character, its only parameter, gives for it. */
  static End test(CodeBody body, Program program, int character) {
    CharacterRun run = new CharacterRun(body, program, new Site(-1, -1, 0, 0, -1));
    return body.body().regions().isEmpty() ? run.iteration(character) : End.OTHER;
  }

  /** The register that {@code register} is a mere copy of. */
  static int source(CodeBody body, int register) {
    int found = register;
    for (int i = 0; i < 8 && found >= 0; i++) {
      List<Instruction> definitions = body.definitions(found);
      if (definitions.size() != 1 || !(definitions.get(0) instanceof Instruction.Copy copy)) {
        return found;
      }
      found = copy.source();
    }
    return found;
  }

  /**
   * @param looked whether the character has been looked at on the way
   */
  private End run(int number, Map<Integer, Object> values, boolean looked) {
    if (left-- <= 0) {
      return End.OTHER;
    }
    Block block = body.body().blocks().get(number);
    boolean seen = looked;
    for (Instruction each : block.instructions()) {
      seen |= step(each, values);
    }
    Instruction.Terminator last = block.terminator();
    if (last instanceof Instruction.Throw) {
      return End.FALSE;
    }
    if (last instanceof Instruction.Return exit) {
      return !(values.get(exit.value()) instanceof Boolean answer)
          ? End.OTHER
          : answer ? End.TRUE : End.FALSE;
    }
    End joined = null;
    for (int next : successors(last, values)) {
      End end =
          next != site.header()
              ? run(next, new HashMap<>(values), seen)
              : seen ? End.NEXT : End.OTHER;
      joined = joined == null ? end : joined.or(end);
      if (joined == End.OTHER) {
        break;
      }
    }
    return joined;
  }

  private static List<Integer> successors(
      Instruction.Terminator last, Map<Integer, Object> values) {
    if (last instanceof Instruction.Branch branch
        && values.get(branch.condition()) instanceof Boolean truth) {
      return List.of(truth ? branch.then() : branch.otherwise());
    }
    if (last instanceof Instruction.Switch choice
        && values.get(choice.selector()) instanceof Long selector) {
      for (Instruction.Case each : choice.cases()) {
        for (ElementValue label : each.labels()) {
          if (!(label instanceof ElementValue.LiteralValue literal)) {
            return choice.successors();
          }
          if (selector.equals(number(literal.literal().value()))) {
            return List.of(each.block());
          }
        }
      }
      return List.of(choice.otherwise());
    }
    return last.successors();
  }

  /** Whether the step looks at the character. */
  private boolean step(Instruction step, Map<Integer, Object> values) {
    if (step instanceof Instruction.Constant constant) {
      Object value = constant.literal().value();
      Object number = number(value);
      put(values, constant.target(), number != null ? number : value);
    } else if (step instanceof Instruction.Copy copy) {
      put(values, copy.target(), values.get(copy.source()));
    } else if (step instanceof Instruction.Cast cast) {
      put(values, cast.target(), values.get(cast.source()));
    } else if (step instanceof Instruction.Operation operation) {
      put(values, operation.target(), operation(operation, values));
    } else if (step instanceof Instruction.LoadName name) {
      ConstantValue known = program.fixedValues().of(body, name.target());
      put(
          values,
          name.target(),
          known instanceof ConstantValue.Scalar scalar ? scalar.value() : null);
    } else if (step instanceof Instruction.Call call) {
      boolean looks = looks(call);
      put(values, call.target(), looks ? current : called(call, values));
      return looks;
    }
    return false;
  }

  private static void put(Map<Integer, Object> values, int register, Object value) {
    if (value == null) {
      values.remove(register);
    } else {
      values.put(register, value);
    }
  }

  private static Long number(Object value) {
    return value instanceof Character character
        ? Long.valueOf(character)
        : value instanceof Integer || value instanceof Long
            ? Long.valueOf(((Number) value).longValue())
            : null;
  }

  private boolean looks(Instruction.Call call) {
    return site.index() >= 0
        && call.name().equals("charAt")
        && call.arguments().size() == 1
        && call.receiver() >= 0
        && source(body, call.receiver()) == site.text()
        && source(body, call.arguments().get(0)) == site.index();
  }

  private static Object operation(Instruction.Operation operation, Map<Integer, Object> values) {
    Operands operands = operation.operands();
    Object left = values.get(operands.get(0));
    Object right = operands.size() > 1 ? values.get(operands.get(1)) : null;
    if (operands.size() == 1) {
      return left instanceof Boolean truth && operation.operator() == Operator.NOT ? !truth : null;
    }
    if (left instanceof Boolean one && right instanceof Boolean other) {
      return switch (operation.operator()) {
        case EQUAL -> one.equals(other);
        case NOT_EQUAL -> !one.equals(other);
        case AND -> one && other;
        case OR -> one || other;
        default -> null;
      };
    }
    if (!(left instanceof Long one) || !(right instanceof Long other)) {
      return null;
    }
    return switch (operation.operator()) {
      case EQUAL -> one.equals(other);
      case NOT_EQUAL -> !one.equals(other);
      case LESS -> one < other;
      case LESS_EQUAL -> one <= other;
      case GREATER -> one > other;
      case GREATER_EQUAL -> one >= other;
      case ADD -> one + other;
      case SUBTRACT -> one - other;
      default -> null;
    };
  }

  /** Tests of the character alone. */
  private Object called(Instruction.Call call, Map<Integer, Object> values) {
    if (call.arguments().isEmpty()
        || call.receiver() < 0
        || !(values.get(call.arguments().get(0)) instanceof Long code)) {
      return null;
    }
    if (values.get(call.receiver()) instanceof String text) {
      return call.name().equals("indexOf") && call.arguments().size() == 1
          ? Long.valueOf(text.indexOf(code.intValue()))
          : null;
    }
    boolean character =
        body.definitions(call.receiver()).stream()
            .anyMatch(
                each ->
                    each instanceof Instruction.LoadName name
                        && name.path().get(name.path().size() - 1).equals("Character"));
    return character && call.arguments().size() == 1 ? tested(call.name(), code.intValue()) : null;
  }

  static Object tested(String method, int code) {
    return switch (method) {
      case "isDigit" -> Character.isDigit(code);
      case "isLetter" -> Character.isLetter(code);
      case "isLetterOrDigit" -> Character.isLetterOrDigit(code);
      case "isAlphabetic" -> Character.isAlphabetic(code);
      case "isUpperCase" -> Character.isUpperCase(code);
      case "isLowerCase" -> Character.isLowerCase(code);
      case "isWhitespace" -> Character.isWhitespace(code);
      case "isSpaceChar" -> Character.isSpaceChar(code);
      case "isISOControl" -> Character.isISOControl(code);
      case "isJavaIdentifierPart" -> Character.isJavaIdentifierPart(code);
      case "isJavaIdentifierStart" -> Character.isJavaIdentifierStart(code);
      case "toLowerCase" -> Long.valueOf(Character.toLowerCase(code));
      case "toUpperCase" -> Long.valueOf(Character.toUpperCase(code));
      default -> null;
    };
  }
}
