package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Loop;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.regex.Alphabet;
import dev.plumbline.analyzer.regex.MatchedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Methods that look at every character of a parameter and give {@code true} only when each of them
 * is allowed:
 *
 * <pre>{@code
 * for (char c : text.toCharArray()) {
 *   if (!Character.isDigit(c)) {
 *     return false;
 *   }
 * }
 * return true;
 * }</pre>
 *
 * <p>What such a method proves is found by running an iteration of its loop for each ASCII
 * character ({@link CharacterRun}): one after which the method is sure to give {@code false} cannot
 * stand in a text for which it gives {@code true}. Loops are meant that begin with the first
 * character and go on to the last; all ways to another answer than {@code false} lead through the
 * end of the loop.
 */
final class CharacterLoops {

  private static final int LAST_ASCII = 127;

  /**
   * Latin, Cyrillic, Chinese, digits of others, line separators: where one of them is allowed, all
   * that is no ASCII counts as allowed. None of it means anything to an interpreter of text.
   */
  private static final String OTHERS = "\u00e9\u0436\u4e2d\u0663\u2028\u0085\u00a0\uff0f";

  private CharacterLoops() {}

  /** {@code result} of {@code body}, with what its loops prove when it is {@code true}. */
  static Val proven(Val result, CodeBody body, Program program) {
    Body code = body.body();
    if (code.loops().isEmpty()
        || !code.regions().isEmpty()
        || body.enclosing().isPresent()
        || code.parameterCount() == 0
        || result == null
        || result instanceof Val.Const
        || !body.method().declaration().returnType().name().equals("boolean")) {
      return result;
    }
    Map<Id, Long> proof = new HashMap<>();
    for (Loop loop : code.loops()) {
      CharacterRun.Site site = site(body, loop);
      if (site != null) {
        long kinds = kinds(new CharacterRun(body, program, site));
        if (kinds != 0) {
          proof.merge(Id.param(site.text()), kinds, (a, b) -> a | b);
        }
      }
    }
    if (proof.isEmpty()) {
      return result;
    }
    Val.Condition loops = new Val.Condition(proof, Map.of(), List.of(), Truth.inputs(result));
    return result instanceof Val.Condition condition ? Truth.also(condition, loops) : loops;
  }

  private static long kinds(CharacterRun run) {
    if (run.entry() != CharacterRun.End.NEXT) {
      return 0;
    }
    return kinds(run::iteration, CharacterRun.End.NEXT);
  }

  /**
   * The kinds for which a text is harmless whose characters all have the answer {@code allowed};
   * none where there is a third answer.
   */
  private static long kinds(IntFunction<CharacterRun.End> answers, CharacterRun.End allowed) {
    CharacterRun.End refused =
        allowed == CharacterRun.End.FALSE ? CharacterRun.End.TRUE : CharacterRun.End.FALSE;
    Alphabet alphabet = Alphabet.NONE;
    for (int c = 0; c <= LAST_ASCII + OTHERS.length(); c++) {
      boolean ascii = c <= LAST_ASCII;
      CharacterRun.End answer = answers.apply(ascii ? c : OTHERS.charAt(c - LAST_ASCII - 1));
      if (answer == allowed) {
        alphabet =
            alphabet.union(
                ascii ? Alphabet.of(c) : Alphabet.range(LAST_ASCII + 1, Character.MAX_CODE_POINT));
      } else if (answer != refused) {
        return 0;
      }
    }
    return Kinds.of(MatchedText.over(alphabet).harmlessFor())
        | RegexCalls.lacking(alphabet.complement());
  }

  /**
   * {@code text.chars().allMatch(Character::isLetterOrDigit)} and its like.
   *
   * @param code of the function that is handed in
   * @return {@code null} where the call is none of these
   */
  static CallTransfer.Outcome tested(LibraryCall call, FunctionCode code, Program program) {
    boolean all = call.target().name().equals("allMatch");
    boolean none = call.target().name().equals("noneMatch");
    boolean any = call.target().name().equals("anyMatch");
    if (!all && !none && !any
        || code == null
        || !(call.receiver() instanceof Val.Atom characters)
        || characters.forms().isEmpty()
        || !call.target().owner().is("java.util.stream.IntStream")) {
      return null;
    }
    CharacterRun.End allowed = all ? CharacterRun.End.TRUE : CharacterRun.End.FALSE;
    long kinds = kinds(character -> answer(code, character, program), allowed);
    return kinds == 0
        ? null
        : new CallTransfer.Outcome(Truth.test(characters, !any, kinds, Truth.inputs(characters)));
  }

  private static CharacterRun.End answer(FunctionCode code, int character, Program program) {
    if (code.lambda() != null) {
      return CharacterRun.test(code.lambda(), program, character);
    }
    if (code.target().declared().isPresent()) {
      return code.target()
          .declared()
          .get()
          .body()
          .filter(body -> body.body().parameterCount() == 1)
          .map(body -> CharacterRun.test(body, program, character))
          .orElse(CharacterRun.End.OTHER);
    }
    return !code.target().owner().is("java.lang.Character")
            || !(CharacterRun.tested(code.target().name(), character) instanceof Boolean answer)
        ? CharacterRun.End.OTHER
        : answer ? CharacterRun.End.TRUE : CharacterRun.End.FALSE;
  }

  /** The loop's text and character; {@code null} where it is no loop over the whole text. */
  private static CharacterRun.Site site(CodeBody body, Loop loop) {
    Block header = body.body().blocks().get(loop.header());
    if (loop.kind() == Loop.Kind.FOR_EACH && header.terminator() instanceof Instruction.Next next) {
      int text = textOf(body, next.iterable(), "toCharArray");
      return text < 0
          ? null
          : new CharacterRun.Site(text, loop.header(), next.body(), next.target(), Body.NONE);
    }
    if (loop.kind() == Loop.Kind.DO
        || !(header.terminator() instanceof Instruction.Branch branch)
        || !(only(body, branch.condition()) instanceof Instruction.Operation test)
        || test.operator() != Operator.LESS) {
      return null;
    }
    int index = CharacterRun.source(body, test.operands().get(0));
    int text = textOf(body, test.operands().get(1), "length");
    return text < 0 || !countsFromZero(body, index)
        ? null
        : new CharacterRun.Site(text, loop.header(), branch.then(), Body.NONE, index);
  }

  /** The parameter on which the method was called that gave {@code register}, or -1. */
  private static int textOf(CodeBody body, int register, String method) {
    if (!(only(body, CharacterRun.source(body, register)) instanceof Instruction.Call call)
        || !call.name().equals(method)
        || !call.arguments().isEmpty()
        || call.receiver() < 0) {
      return -1;
    }
    int text = CharacterRun.source(body, call.receiver());
    return text >= 0 && text < body.body().parameterCount() && body.definitions(text).isEmpty()
        ? text
        : -1;
  }

  private static boolean countsFromZero(CodeBody body, int index) {
    boolean begins = false;
    for (Instruction each : body.definitions(index)) {
      Instruction made = each instanceof Instruction.Copy copy ? only(body, copy.source()) : each;
      OptionalInt constant = constant(made);
      if (constant.isPresent() && constant.getAsInt() == 0) {
        begins = true;
      } else if (!(made instanceof Instruction.Operation sum)
          || sum.operator() != Operator.ADD
          || CharacterRun.source(body, sum.operands().get(0)) != index
          || constant(only(body, sum.operands().get(1))).orElse(0) != 1) {
        return false;
      }
    }
    return begins;
  }

  private static OptionalInt constant(Instruction made) {
    return made instanceof Instruction.Constant constant
            && constant.literal().value() instanceof Integer number
        ? OptionalInt.of(number)
        : OptionalInt.empty();
  }

  private static Instruction only(CodeBody body, int register) {
    List<Instruction> definitions = register < 0 ? List.of() : body.definitions(register);
    return definitions.size() == 1 ? definitions.get(0) : null;
  }
}
