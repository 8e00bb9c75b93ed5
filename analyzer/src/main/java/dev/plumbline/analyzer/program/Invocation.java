package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.Body;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.TypeRef;
import java.util.List;

/**
 * A call or creation while it is being resolved.
 *
 * @param step the {@link Instruction.Call} or {@link Instruction.New}
 * @param receiver as {@link CallTarget} has it
 * @param candidates methods of that name, in terms of the receiver type's own variables
 * @param typeArguments that stand before the name
 * @param target the register of the result
 */
record Invocation(
    Instruction step,
    JavaType receiver,
    boolean isStatic,
    String name,
    List<Members.Method> candidates,
    Operands arguments,
    List<TypeRef> typeArguments,
    int target) {

  /** Whether the arguments of the created type are to be inferred (JLS 15.9.3). */
  boolean isDiamond() {
    return step instanceof Instruction.New creation
        && creation.type().kind() == TypeRef.Kind.DIAMOND
        && creation.localType() == Body.NONE;
  }
}
